import Accounts
import Foundation
import Records
import Store
import Studio
import Testing
import Timeline
import Wire

/// The studio loses power between any two changes and is started again.
@Suite struct CrashTests {
  /// What a conversation comes to, without what is different each time.
  struct Story: Equatable {
    var events: [String]
    var credits: [Int]
    var draft: String
    var exports: [String]
  }

  private static let words = [
    "make a 4 second clip of this", "add a title \"Dawn\" and export it as a draft",
  ]

  @Test(
    "A crash at any change leaves nothing half or twice", arguments: HaltingStore.Manner.allCases)
  func survives(_ manner: HaltingStore.Manner) async throws {
    let start = try await Start()
    defer { try? FileManager.default.removeItem(atPath: start.folder) }
    let (expected, changes) = try await tell(start, haltingAfter: nil, manner)
    #expect(expected.events.count > 6)
    #expect(expected.credits[1] > 0)
    #expect(expected.exports == ["completed"])
    #expect(changes > 8)
    try await withThrowingTaskGroup(of: (Int, Story).self) { group in
      for change in 1...changes {
        if change > 4 { try await compare(group.next()) }
        group.addTask { (change, try await tell(start, haltingAfter: change, manner).0) }
      }
      while let ended = try await group.next() { compare(ended) }
    }
    func compare(_ ended: (change: Int, story: Story)?) {
      guard let ended else { return }
      #expect(ended.story == expected, "halted at change \(ended.change) of \(changes)")
    }
  }

  /// A data folder with messages that nobody has answered yet.
  private struct Start {
    let folder = Bench.folder()
    let user: Identity
    let session: String

    init() async throws {
      let bench = try await Bench(folder: folder)
      user = try await bench.user()
      session = try await bench.session(of: user)
      try await bench.upload("image one", to: session, of: user)
      for words in CrashTests.words {
        _ = try await bench.studio.submit(
          Content(role: "user", text: words), to: session, key: nil, for: user)
      }
      await bench.stop()
    }
  }

  /// Answers the messages, with a crash after so many changes.
  private func tell(
    _ start: Start, haltingAfter changes: Int?, _ manner: HaltingStore.Manner
  ) async throws -> (Story, changes: Int) {
    let folder = Bench.folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try FileManager.default.copyItem(atPath: start.folder, toPath: folder)
    var bench = try await Bench(
      folder: folder, haltingAfter: changes ?? 1_000_000, manner: manner)
    bench.start()
    if changes != nil {
      // How many changes there are depends on the time it all takes: this one may never come.
      try await bench.until {
        if bench.front.isHalted { return true }
        return try await bench.isIdle
      }
      await bench.stop()
      bench = try await Bench(folder: folder)
      bench.start()
    }
    let events = try await bench.hear(nil, in: start.session, of: start.user)
    let story = try await story(events, start.session, start.user, bench)
    let made = bench.front.made
    await bench.stop()
    return (story, made)
  }

  private func story(
    _ events: [Event], _ session: String, _ user: Identity, _ bench: Bench
  ) async throws -> Story {
    #expect(try await bench.audit(user) == [])
    #expect(try await bench.store.read { try $0.openHolds() } == [])
    #expect(try await bench.store.count(.turn) == 0)
    let credits = try await bench.accounts.credits(of: user)
    let (stored, exports) = try await bench.store.read { view in
      (try view.session(session), try view.exports(in: session))
    }
    let ids = Set(events.map(\.id))
    #expect(ids.count == events.count, "an event came twice")
    return Story(
      events: events.filter { !$0.isPartial }.map(Self.gist),
      credits: [credits.available, credits.spent, credits.frozen],
      draft: stored?.history.map { "\($0.versions.count) \($0.draft.tracks.count)" } ?? "",
      exports: exports.map(\.status.rawValue))
  }

  /// What an event says, without ids and links.
  private static func gist(_ event: Event) -> String {
    if let call = event.call { return "call \(call.name) \(call.id.suffix(2))" }
    if let response = event.response {
      let status = response.response["status"].map { $0.text() } ?? ""
      return "answer \(response.name) \(response.id.suffix(2)) \(status)"
    }
    if let failure = event.failure { return "failure \(failure.code.rawValue)" }
    return event.text.replacing(/http\S+/, with: "link")
  }
}
