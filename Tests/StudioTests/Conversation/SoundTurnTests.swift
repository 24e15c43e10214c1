import FakeWorkshop
import Foundation
import Records
import Studio
import Testing
import Timeline
import Wire

/// Turns in which sounds are made, and films are looked through.
@Suite struct SoundTurnTests {
  private func kinds(_ state: SessionState) -> [String] {
    guard case .array(let media)? = state.state["generated_media"] else { return [] }
    return media.compactMap { item in
      guard case .object(let members) = item, case .string(let kind)? = members["kind"] else {
        return nil
      }
      return kind
    }
  }

  @Test("Music, an effect and a voice become media of the session, and lie in the film")
  func makes() async throws {
    try await Bench.with { bench in
      let user = try await bench.user()
      let session = try await bench.session(of: user)
      _ = try await bench.say("a city at night, 6 seconds", in: session, of: user)
      let events = try await bench.say(
        "add lo-fi music and the sound of rain, voice-over “Good night, city” with captions",
        in: session, of: user)
      let calls = events.compactMap(\.call).map(\.name)
      #expect(Set(["compose_music", "make_sound_effect", "speak"]).isSubset(of: calls))
      let state = try await bench.state(of: session, for: user)
      #expect(kinds(state).sorted() == ["audio", "audio", "image", "speech"])
      let draft = try #require(try state.draft())
      #expect(draft.sounds(.music).count == 1 && draft.sounds(.effect).count == 1)
      #expect(draft.sounds(.voice).count == 1)
      #expect(draft.sounds(.music).first?.style.duck == true)
      #expect(draft.tracks.contains { $0.segments.contains { $0.text == "Good night, city" } })
      #expect(bench.workshop.voices == 1)
      _ = try await bench.say("make the music faster", in: session, of: user)
      let changed = try #require(try await bench.state(of: session, for: user).draft())
      #expect(changed.sounds(.music).first?.source != draft.sounds(.music).first?.source)
      #expect(try await bench.audit(user) == [])
    }
  }

  @Test("A voice that can't be had is said, and nothing else is lost or charged")
  func refuses() async throws {
    try await Bench.with { bench in
      let user = try await bench.user()
      let session = try await bench.session(of: user)
      _ = try await bench.say("a city at night, 6 seconds", in: session, of: user)
      let before = try #require(try await bench.state(of: session, for: user).draft())
      bench.workshop.fail(ServiceError(.badDraft, "No program that speaks was found."))
      let events = try await bench.say("voice-over “Good night”", in: session, of: user)
      #expect(events.compactMap(\.text).contains { $0.contains("No program that speaks") })
      #expect(try await bench.state(of: session, for: user).draft() == before)
      #expect(try await bench.audit(user) == [])
    }
  }

  @Test("An export says what a viewer would stumble over, and one word mends it")
  func inspects() async throws {
    try await Bench.with { bench in
      let user = try await bench.user()
      let session = try await bench.session(of: user)
      _ = try await bench.say(
        "a city at night, 6 seconds, title “Sleepless”", in: session, of: user)
      let draft = try #require(try await bench.state(of: session, for: user).draft())
      let title = try #require(draft.tracks.first { $0.kind == .text }?.segments.first)
      bench.workshop.find([
        PreflightFinding(.lowContrast, segment: title.id, measured: 1.7, limit: 3)
      ])
      let events = try await bench.say("check the film", in: session, of: user)
      #expect(events.compactMap(\.call).map(\.name) == ["check_film"])
      #expect(events.compactMap(\.text).contains { $0.contains("say “plate” to mend it") })
      bench.workshop.find([])
      _ = try await bench.say("plate", in: session, of: user)
      let mended = try #require(try await bench.state(of: session, for: user).draft())
      #expect(mended.segment(title.id)?.style.text?.plate == true)
    }
  }
}
