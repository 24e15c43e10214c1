import Accounts
import FakeWorkshop
import Foundation
import Language
import Records
import Store
import Studio
import Testing
import Timeline
import Wire

@Suite struct ExportTests {
  @Test("A film is ordered, made, linked, downloaded; the same order is there at once")
  func makesFilms() async throws {
    try await Bench.with { bench in
      let (user, session, draft) = try await ready(bench)
      let request = RenderRequest(id: "render_1", sessionID: session, draft: draft)
      let studio = bench.studio
      let first = try await studio.order(request, for: user)
      #expect(!first.status.isFinal && first.url == nil)
      let job = try await end("render_1", user, bench)
      #expect(job.status == .completed && job.progress == 100 && job.duration == 4)
      let film = try await studio.openFilm("render_1", for: user)
      #expect(film.contentType == "video/mp4" && film.size == job.size)
      let link = try #require(job.url.flatMap { URLComponents(string: $0) })
      let linked = try await open(link, bench)
      #expect(linked.path == film.path)
      #expect(try await studio.order(request, for: user).status == .completed)
      let again = try await studio.order(
        RenderRequest(id: "render_2", sessionID: session, draft: draft), for: user)
      #expect(again.status == .completed && again.size == job.size)
      #expect(bench.workshop.renders == 1)
      #expect(try await bench.accounts.credits(of: user).frozen == 0)
    }
  }

  @Test(
    "A job tells what a viewer would stumble over and what was measured, and is made all the same")
  func tellsFindings() async throws {
    try await Bench.with { bench in
      let (user, session, draft) = try await ready(bench)
      bench.workshop.find([PreflightFinding(.silent)])
      let request = RenderRequest(id: "render_1", sessionID: session, draft: draft)
      _ = try await bench.studio.order(request, for: user)
      let job = try await end("render_1", user, bench)
      #expect(job.status == .completed)
      let finding = try #require(job.findings?.first)
      #expect(job.findings?.count == 1 && finding.kind == "silent" && finding.fix == "music")
      #expect(finding.sentence == "the film has no sound; say “music” to mend it")
      #expect(job.measured == "Measured: loudness asked −14 LUFS, got −14.1 LUFS")
      #expect(try RenderJob(json: job.json) == job)
      bench.workshop.find([])
      let again = try await bench.studio.order(
        RenderRequest(id: "render_2", sessionID: session, draft: draft), for: user)
      #expect(again.findings == job.findings && again.measured == job.measured)
    }
  }

  @Test("One message orders films of one draft in two shapes, and the draft stays as it is")
  func makesVariants() async throws {
    try await Bench.with { bench in
      let (user, session, _) = try await ready(bench)
      _ = try await bench.say("make a 4 second clip of this", in: session, of: user)
      let before = try await bench.state(of: session, for: user).draft()
      let events = try await bench.say("export it in 9:16 and 1:1", in: session, of: user)
      let answer = events.map(\.text).joined()
      #expect(answer.contains("loudness asked −14 LUFS, got −14.1 LUFS"))
      #expect(answer.contains("The 9:16 film is ready") && answer.contains("The 1:1 film is ready"))
      let sizes = bench.workshop.orders.suffix(2).map(\.draft.canvas).map { [$0.width, $0.height] }
      #expect(sizes == [[1080, 1920], [1080, 1080]])
      let shapes = events.compactMap { $0.call?.arguments["aspect"] }
      #expect(shapes == [.string("9:16"), .string("1:1")])
      #expect(try await bench.state(of: session, for: user).draft() == before)
    }
  }

  @Test("An order that can't be taken says why")
  func refuses() async throws {
    var settings = Bench.accountSettings
    settings.policies[.anonymous]?.maximumFilmSeconds = 5
    try await Bench.with(isRunning: false, accountSettings: settings) { bench in
      let user = try await bench.user()
      let session = try await bench.session(of: user)
      let item = try await bench.upload("image one", to: session, of: user)
      let other = try await bench.session(of: user)
      let good = try json(media: item.id)
      func order(
        id: String = "r", session: String? = nil, draft: JSONValue? = nil, format: String = "mp4",
        quality: String = "high"
      ) async -> ServiceError.Code? {
        await code {
          _ = try await bench.studio.order(
            RenderRequest(
              id: id, sessionID: session ?? other, draft: draft ?? good, format: format,
              quality: quality), for: user)
        }
      }
      #expect(await order() == .badDraft, "the medium is another session's")
      #expect(await order(session: session, draft: .object(["t": .array([])])) == .badDraft)
      #expect(await order(session: session, draft: .string("no")) == .badDraft)
      #expect(await order(session: "1") == .sessionNotFound)
      #expect(await order(id: "", session: session) == .badRequest)
      #expect(await order(id: "a/b", session: session) == .badRequest)
      #expect(await order(session: session, format: "avi") == .badRequest)
      #expect(await order(session: session, quality: "best") == .badRequest)
      let long = try json(media: item.id, length: 6000)
      #expect(await order(session: session, draft: long) == .exportBlocked)
      #expect(await order(session: session) == nil)
      let short = try json(media: item.id, length: 2000)
      #expect(await order(session: session, draft: short) == .conflict)
      #expect(await order(session: session, quality: "draft") == .conflict)
      #expect(await order(session: session) == nil)
    }
  }

  @Test("A plan may forbid exports; the agent says so too")
  func obeysThePlan() async throws {
    var settings = Bench.accountSettings
    settings.policies[.anonymous]?.isExportAllowed = false
    try await Bench.with(accountSettings: settings) { bench in
      let user = try await bench.user()
      let session = try await bench.session(of: user)
      let item = try await bench.upload("image one", to: session, of: user)
      let request = RenderRequest(
        id: "r", sessionID: session, draft: try json(media: item.id))
      #expect(await code { _ = try await bench.studio.order(request, for: user) } == .exportBlocked)
      let events = try await bench.say("export the video", in: session, of: user)
      #expect(events.last?.text.isEmpty == false)
      #expect(bench.workshop.renders == 0)
    }
  }

  @Test("An order is cancelled before or while it is made, and its film never comes")
  func cancels() async throws {
    try await Bench.with { bench in
      let (user, session, draft) = try await ready(bench)
      bench.workshop.hold()
      let studio = bench.studio
      for id in ["one", "two"] {
        _ = try await studio.order(
          RenderRequest(
            id: id, sessionID: session, draft: draft, quality: id == "one" ? "high" : "draft"),
          for: user)
      }
      try await bench.until { try await studio.job("one", for: user).progress == 42 }
      #expect(try await studio.job("one", for: user).status == .processing)
      #expect(try await studio.job("two", for: user).status == .pending)
      #expect(try await studio.cancel("two", for: user).status == .cancelled)
      #expect(try await studio.cancel("one", for: user).status == .cancelled)
      bench.workshop.letGo()
      try await bench.until { try await bench.store.count(.export) == 0 }
      #expect(try await studio.job("one", for: user).status == .cancelled)
      #expect(bench.workshop.renders == 1)
      #expect(await code { _ = try await studio.openFilm("one", for: user) } == .conflict)
      #expect(await code { _ = try await studio.cancel("three", for: user) } == .notFound)
      #expect(try FileManager.default.contentsOfDirectory(atPath: bench.folder + "/work") == [])
    }
  }

  @Test("A render that breaks off is tried again, three times in all; bad media are not")
  func triesAgain() async throws {
    try await Bench.with { bench in
      let (user, session, draft) = try await ready(bench)
      struct Broken: Error {}
      bench.workshop.fail(Broken())
      _ = try await bench.studio.order(
        RenderRequest(id: "a", sessionID: session, draft: draft), for: user)
      #expect(try await end("a", user, bench).status == .completed)
      #expect(bench.workshop.renders == 2)
      bench.workshop.fail(ServiceError(.badDraft, "The second clip is broken."))
      _ = try await bench.studio.order(
        RenderRequest(id: "b", sessionID: session, draft: draft, quality: "draft"), for: user)
      let failed = try await end("b", user, bench)
      #expect(failed.status == .failed && failed.error == "The second clip is broken.")
      #expect(bench.workshop.renders == 3)
    }
  }

  @Test("A film that was being made when the studio stopped is made after the start")
  func resumes() async throws {
    let folder = Bench.folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var bench = try await Bench(folder: folder)
    bench.start()
    let (user, session, draft) = try await ready(bench)
    bench.workshop.hold()
    _ = try await bench.studio.order(
      RenderRequest(id: "a", sessionID: session, draft: draft), for: user)
    try await bench.until { bench.workshop.renders == 1 }
    await bench.stop()
    bench = try await Bench(folder: folder)
    bench.start()
    #expect(try await end("a", user, bench).status == .completed)
    await bench.stop()
  }

  @Test("The agent's export ends in a link; cancelling the turn cancels the film")
  func exportsInATurn() async throws {
    try await Bench.with { bench in
      let (user, session, _) = try await ready(bench)
      let events = try await bench.say("export it as a draft", in: session, of: user)
      let answer = try #require(events.last { $0.response?.name == "export_video" }?.response)
      guard case .string(let url)? = answer.response["url"] else {
        Issue.record("No link: \(answer)")
        return
      }
      #expect(events.last?.text.contains(url) == true)
      #expect(bench.workshop.orders.first?.quality.rawValue == "draft")
      bench.workshop.hold()
      let turn = try await bench.studio.submit(
        Content(role: "user", text: "export in high quality"), to: session, key: nil, for: user)
      try await bench.until { bench.workshop.renders == 2 }
      try await bench.studio.cancelTurn(turn.id, for: user)
      let last = try await bench.hear(turn.id, in: session, of: user).last
      #expect(last?.text.contains("Cancelled") == true)
      try await bench.until { try await bench.store.count(.export) == 0 }
      let exports = try await bench.store.read { try $0.exports(in: session) }
      #expect(Set(exports.map(\.status)) == [.completed, .cancelled])
      #expect(try await bench.audit(user) == [])
    }
  }

  /// A user whose session has a draft of four seconds.
  private func ready(_ bench: Bench) async throws -> (Identity, String, JSONValue) {
    let user = try await bench.user()
    let session = try await bench.session(of: user)
    let item = try await bench.upload("image one", to: session, of: user)
    if bench.workshop.analyses == 0 {
      _ = try await bench.say("make a 4 second clip of this", in: session, of: user)
    }
    return (user, session, try json(media: item.id))
  }

  private func json(media: String, length: Int = 4000) throws -> JSONValue {
    try JSONValue.parse(
      body: """
        {"schema":"Draft.1","d":\(length),"m":{"width":1920,"height":1080,"fps":30},"t":[
        {"id":"t1","tt":0,"sg":[{"id":"s1","src":"\(media)","s":0,"d":\(length)}]}]}
        """)
  }

  private func end(
    _ id: String, _ user: Identity, _ bench: Bench
  ) async throws -> RenderJob {
    try await bench.until { try await bench.studio.job(id, for: user).status.isFinal }
    return try await bench.studio.job(id, for: user)
  }

  private func open(_ link: URLComponents, _ bench: Bench) async throws -> OpenedFile {
    let values = Dictionary(
      uniqueKeysWithValues: (link.queryItems ?? []).map { ($0.name, $0.value ?? "") })
    return try await bench.studio.openMedia(
      link: String(link.path.split(separator: "/").last ?? ""),
      expires: Int(values["expires"] ?? "") ?? 0, signature: values["signature"] ?? "")
  }
}
