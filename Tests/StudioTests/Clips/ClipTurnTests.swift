import Accounts
import FakeWorkshop
import Foundation
import Records
import Store
import Studio
import Testing
import Timeline
import Wire

/// Turns in which models elsewhere make clips.
@Suite struct ClipTurnTests {
  private func engines() -> FakeClips { FakeClips(("wan", 0), ("fal", 3)) }

  /// A message to a new session, once an engine has begun what it asks for.
  private func begun(
    _ words: String, picture: String?, _ bench: Bench, _ engines: FakeClips
  ) async throws -> (user: Identity, session: String, turn: Turn) {
    let user = try await bench.user()
    let session = try await bench.session(of: user)
    if let picture { try await bench.upload(picture, to: session, of: user) }
    let turn = try await bench.studio.submit(
      Content(role: "user", text: words), to: session, key: nil, for: user)
    try await bench.until { engines.starts.count == 1 }
    return (user, session, turn)
  }

  private func clips(_ bench: Bench, _ session: String, _ user: Identity) async throws -> [Segment]
  {
    try await bench.state(of: session, for: user).draft()?.tracks.first?.segments ?? []
  }

  /// The members of what was generated, by the engine.
  private func generated(
    _ bench: Bench, _ session: String, _ user: Identity
  ) async throws -> [[String: JSONValue]] {
    guard
      case .array(let items)? = try await bench.state(of: session, for: user)
        .state["generated_media"]
    else { return [] }
    return items.compactMap { if case .object(let members) = $0 { members } else { nil } }
  }

  @Test("Two engines make one film in one conversation; each is paid, and each clip can be undone")
  func makesOneFilm() async throws {
    let engines = engines()
    try await Bench.with(clips: engines) { bench in
      let user = try await bench.user()
      let session = try await bench.session(of: user)
      try await bench.upload("image one", to: session, of: user)
      try await bench.upload("image two", named: "city.jpg", to: session, of: user)
      _ = try await bench.say("3 seconds each", in: session, of: user)
      let before = try await bench.accounts.credits(of: user).spent
      let first = try await bench.say("make the first clip with wan", in: session, of: user)
      let call = try #require(first.compactMap(\.call).first)
      #expect(call.name == "generate_clip" && call.arguments["engines"] == .array([.string("wan")]))
      #expect(first.contains { $0.isPartial && $0.response?.id == call.id }, "no progress")
      let second = try await bench.say("use fal for the second clip", in: session, of: user)
      #expect(second.first?.text.contains("This costs 10 credits") ?? false)
      #expect(second.first?.text.contains("about $0.09") ?? false)
      let clips = try await clips(bench, session, user)
      #expect(clips.map { $0.style.generated?.engine } == ["wan", "fal"])
      #expect(clips.map { $0.style.generated?.still?.source != nil } == [true, true])
      let media = try await generated(bench, session, user)
      #expect(media.map { $0["generator"] } == [.string("wan"), .string("fal")])
      #expect(media.map { $0["model"] } == [.string("wan-1"), .string("fal-1")])
      #expect(media[1]["credits"] == .integer(9) && media[1]["kind"] == .string("video"))
      #expect(try await bench.accounts.credits(of: user).spent == before + 1 + 10)
      let files = engines.starts.compactMap(\.job.picture)
      #expect(
        try files.map { try String(contentsOfFile: $0, encoding: .utf8) }
          == ["image one", "image two"])
      _ = try await bench.say("undo", in: session, of: user)
      #expect(
        try await self.clips(bench, session, user).map { $0.style.generated?.engine }
          == ["wan", nil])
      #expect(engines.known == 0 && engines.ended == 0)
      #expect(try await bench.audit(user) == [])
    }
  }

  @Test("A price is told without making or charging anything, also as a quote")
  func quotes() async throws {
    let engines = engines()
    try await Bench.with(clips: engines) { bench in
      let user = try await bench.user()
      let session = try await bench.session(of: user)
      try await bench.upload("image one", to: session, of: user)
      _ = try await bench.say("3 seconds", in: session, of: user)
      let before = try await bench.accounts.credits(of: user)
      let events = try await bench.say("what would it cost with fal?", in: session, of: user)
      #expect(events.last?.text.contains("fal takes 9 credits (about $0.09) for 3 s") ?? false)
      let quote = try await bench.studio.quote("make it with fal", in: session, for: user)
      #expect(quote.credits == 10)
      #expect(try await bench.accounts.credits(of: user) == before)
      #expect(engines.starts.isEmpty)
    }
  }

  @Test("Where there are too few credits, nothing is asked")
  func isPaidFirst() async throws {
    let engines = FakeClips(("fal", 100_000))
    try await Bench.with(clips: engines) { bench in
      let user = try await bench.user()
      let session = try await bench.session(of: user)
      let events = try await bench.say(
        "generate a clip of a fox with fal", in: session, of: user)
      #expect(events.last?.failure?.code == .noCredits)
      #expect(engines.starts.isEmpty)
      #expect(try await bench.audit(user) == [])
    }
  }

  @Test("A failure gives the credits back, keeps the built-in version and offers the next engine")
  func fails() async throws {
    let engines = engines()
    engines.fail("fal", ClipFailure(.failed, of: "fal", "fal could not make the clip: too dark."))
    try await Bench.with(clips: engines) { bench in
      let user = try await bench.user()
      let session = try await bench.session(of: user)
      try await bench.upload("image one", to: session, of: user)
      _ = try await bench.say("3 seconds", in: session, of: user)
      let before = try await bench.accounts.credits(of: user)
      let text = try await bench.say("make it with fal", in: session, of: user).last?.text ?? ""
      #expect(text.contains("too dark") && text.contains("make it with wan"), "\(text)")
      #expect(text.ranges(of: "too dark").count == 1)
      #expect(try await bench.accounts.credits(of: user) == before)
      #expect(try await clips(bench, session, user).first?.style.generated == nil)
      #expect(try await generated(bench, session, user).isEmpty)
      engines.fail("fal", nil)
      _ = try await bench.say("try again", in: session, of: user)
      #expect(try await clips(bench, session, user).first?.style.generated?.engine == "fal")
      #expect(engines.starts.count == 2)
    }
  }

  @Test("The ladder goes on where an engine fails, and only what was used is paid")
  func climbs() async throws {
    let engines = FakeClips(("fal", 3), ("wan", 1))
    engines.fail("fal", ClipFailure(.failed, of: "fal", "fal could not make the clip."))
    try await Bench.with(clips: engines) { bench in
      let user = try await bench.user()
      let session = try await bench.session(of: user)
      try await bench.upload("image one", to: session, of: user)
      _ = try await bench.say("3 seconds", in: session, of: user)
      let before = try await bench.accounts.credits(of: user).spent
      let events = try await bench.say("use a real model", in: session, of: user)
      #expect(events.first?.text.contains("10 credits") ?? false)
      #expect(events.last?.text.contains("on with wan") ?? false)
      #expect(events.last?.text.contains("made by wan") ?? false, "\(events.last?.text ?? "")")
      #expect(try await clips(bench, session, user).first?.style.generated?.engine == "wan")
      #expect(try await bench.accounts.credits(of: user).spent == before + 1 + 3)
      #expect(engines.starts.map(\.engine) == ["fal", "wan"])
    }
  }

  @Test("A clip in doubt is asked for anew only where the user says so, and by nobody else")
  func doubts() async throws {
    let engines = engines()
    engines.fail("wan", ClipFailure(.doubtful, of: "wan", "wan broke off."))
    try await Bench.with(clips: engines) { bench in
      let user = try await bench.user()
      let session = try await bench.session(of: user)
      try await bench.upload("image one", to: session, of: user)
      let text = try await bench.say("use a real model", in: session, of: user).last?.text ?? ""
      #expect(text.contains("try again") && text.contains("cost twice"))
      #expect(engines.starts.map(\.engine) == ["wan"])
      engines.fail("wan", nil)
      _ = try await bench.say("try again", in: session, of: user)
      #expect(engines.starts.map(\.engine) == ["wan", "wan"])
      #expect(Set(engines.starts.map(\.key)).count == 2)
    }
  }

  @Test("Whoever goes on after a stop finds the clip and doesn't ask for it again")
  func isMadeOnce() async throws {
    let folder = Bench.folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let engines = engines()
    engines.hold()
    var bench = try await Bench(folder: folder, clips: engines)
    bench.start()
    let (user, session, turn) = try await begun(
      "animate this with fal, 3 seconds", picture: "image one", bench, engines)
    await bench.stop()
    #expect(engines.ended == 0)
    bench = try await Bench(folder: folder, clips: engines)
    engines.letGo()
    bench.start()
    _ = try await bench.hear(turn.id, in: session, of: user)
    #expect(engines.starts.count == 1)
    #expect(try await clips(bench, session, user).first?.style.generated?.engine == "fal")
    #expect(try await bench.audit(user) == [])
    await bench.stop()
  }

  @Test(
    "Cancelling a turn, and removing its session, end the clip at the engine",
    arguments: [true, false])
  func ends(_ isCancelled: Bool) async throws {
    let engines = engines()
    engines.hold()
    try await Bench.with(clips: engines) { bench in
      let (user, session, turn) = try await begun(
        "animate this with fal, 3 seconds", picture: "image one", bench, engines)
      if isCancelled {
        try await bench.studio.cancelTurn(turn.id, for: user)
      } else {
        try await bench.studio.removeSession(session, for: user)
      }
      try await bench.until { engines.ended == 1 }
      try await bench.until { try await bench.isIdle }
      #expect(try await bench.accounts.credits(of: user).frozen == 0)
      #expect(try await bench.audit(user) == [])
    }
  }

  @Test("A clip whose turn was cancelled while nobody worked on it is ended as well")
  func endsWaiting() async throws {
    let folder = Bench.folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let engines = engines()
    engines.hold()
    var bench = try await Bench(folder: folder, clips: engines)
    bench.start()
    let (user, _, turn) = try await begun(
      "generate a clip of a fox with fal", picture: nil, bench, engines)
    await bench.stop()
    bench = try await Bench(folder: folder, clips: engines)
    try await bench.studio.cancelTurn(turn.id, for: user)
    try await bench.until { engines.ended == 1 }
    await bench.stop()
  }

  @Test("What an engine sends that is no clip is not kept")
  func refusesWhatIsNoClip() async throws {
    let engines = engines()
    try await Bench.with(clips: engines) { bench in
      let user = try await bench.user()
      let session = try await bench.session(of: user)
      try await bench.upload("image one", to: session, of: user)
      _ = try await bench.say("3 seconds", in: session, of: user)
      engines.spoil()
      let text = try await bench.say("make it with wan", in: session, of: user).last?.text ?? ""
      #expect(text.contains("was not made"), "\(text)")
      #expect(try await generated(bench, session, user).isEmpty)
    }
  }

  @Test("The built-in engine again, another seed and an extension, in Chinese as well")
  func goesOnInChinese() async throws {
    let engines = engines()
    try await Bench.with(clips: engines) { bench in
      let user = try await bench.user()
      let session = try await bench.session(of: user, language: "zh")
      try await bench.upload("image one", to: session, of: user)
      _ = try await bench.say("3秒", in: session, of: user)
      let still = try await clips(bench, session, user)
      let told = try await bench.say("用 Wan 生成这一段", in: session, of: user)
      #expect(told.last?.text.contains("dawn 由wan生成") ?? false, "\(told.last?.text ?? "")")
      _ = try await bench.say("再来一个", in: session, of: user)
      #expect(engines.starts.map(\.job.seed) == [1, 2])
      _ = try await bench.say("延长这段", in: session, of: user)
      #expect(try await clips(bench, session, user).count == 2)
      #expect(engines.starts.last?.job.picture != nil && bench.workshop.frames.count == 1)
      _ = try await bench.say("第一段用内置引擎做", in: session, of: user)
      #expect(try await clips(bench, session, user).first == still.first)
      engines.fail("fal", ClipFailure(.away, of: "fal", "fal can't be reached."))
      let failed = try await bench.say("用fal重新生成第一段", in: session, of: user)
      #expect(failed.last?.text.contains("fal连接不上") ?? false, "\(failed.last?.text ?? "")")
      let list = try await bench.say("有哪些引擎？", in: session, of: user)
      #expect(list.last?.text.contains("wan（wan-1）") ?? false)
      #expect(try await bench.audit(user) == [])
    }
  }
}
