import Accounts
import FakeWorkshop
import MediaTime
import Records
import Studio
import Testing
import Timeline
import Wire

@Suite struct CheckTests {
  @Test("What a check found is told in either language, and mended by its word")
  func mends() async throws {
    try await Bench.with { bench in
      let (user, session) = try await bench.filmed()
      _ = try await bench.say(#"add the title "Dawn""#, in: session, of: user)
      let draft = try await bench.draft(of: session, user)
      let title = try #require(draft.tracks.first { $0.kind == .text }?.segments.first)
      bench.workshop.find([
        PreflightFinding(
          .lowContrast, segment: title.id, start: 500, measured: 1.6, limit: 3)
      ])
      let check = try await bench.studio.check(session, for: user)
      let finding = try #require(check.findings.first)
      #expect(check.findings.count == 1 && finding.code == "low_contrast" && finding.moment == 500)
      #expect(finding.sentence.hasPrefix("“Dawn” is hard to read"))
      #expect(finding.remedy == "plate")
      let chinese = try await bench.studio.check(session, in: .chinese, for: user)
      #expect(chinese.findings.first?.remedy == "加底板")
      _ = try await bench.say(finding.remedy, in: session, of: user)
      let mended = try await bench.draft(of: session, user).segment(title.id)
      #expect(mended?.style.text?.plate == true)
      // The film is another now, so it is looked through anew.
      bench.workshop.find([])
      #expect(try await bench.studio.check(session, for: user).findings == [])
    }
  }

  @Test("An empty film can't be checked")
  func refusesTheEmpty() async throws {
    try await Bench.with { bench in
      let user = try await bench.user()
      let session = try await bench.session(of: user)
      #expect(await code { _ = try await bench.studio.check(session, for: user) } == .conflict)
    }
  }

  @Test("A session's films are listed with what was ordered, the newest first")
  func listsFilms() async throws {
    try await Bench.with { bench in
      let (user, session) = try await bench.filmed()
      for (id, quality, aspect) in [("one", "high", nil), ("two", "draft", "9:16")] {
        _ = try await bench.studio.order(
          RenderRequest(id: id, sessionID: session, quality: quality, aspect: aspect), for: user)
        bench.pass(.seconds(1))
      }
      let films = try await bench.studio.films(of: session, for: user)
      #expect(films.map(\.job.id) == ["two", "one"])
      #expect(films.map(\.quality) == ["draft", "high"])
      #expect(films.map(\.aspect) == ["9:16", "16:9"])
      // The same order again is the same job; in another shape it is another film.
      let again = RenderRequest(id: "two", sessionID: session, quality: "draft", aspect: "9:16")
      #expect(try await bench.studio.order(again, for: user).id == "two")
      for aspect in ["1:1", "0:1", "wide", "9:100000"] {
        let other = RenderRequest(id: "two", sessionID: session, quality: "draft", aspect: aspect)
        let refusal = await code { _ = try await bench.studio.order(other, for: user) }
        #expect(refusal == (aspect == "1:1" ? .conflict : .badRequest))
      }
    }
  }

  @Test("A verb is one version; one that the film doesn't allow changes nothing")
  func verbs() async throws {
    try await Bench.with { bench in
      let (user, session) = try await bench.filmed()
      let before = try await bench.history(of: session, user)
      let clip = try #require(try await bench.draft(of: session, user).mainTrack?.segments.first)
      let split = JSONValue.object([
        "split": .object(["segment": .string(clip.id), "at": .integer(1500)])
      ])
      let reply = try await bench.studio.edit(
        EditRequest(.verb(split), base: before.current), in: session, for: user)
      #expect(reply.versions.count == before.versions.count + 1)
      let clips = try await bench.draft(of: session, user).mainTrack?.segments
      #expect(clips?.map(\.duration) == [1500, 2500])
      #expect(
        await code {
          _ = try await bench.studio.edit(EditRequest(.verb(split)), in: session, for: user)
        } == .badDraft)
      #expect(
        await code {
          _ = try await bench.studio.edit(
            EditRequest(.verb(.object(["fly": .object([:])]))), in: session, for: user)
        } == .badRequest)
    }
  }
}
