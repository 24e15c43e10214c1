import Accounts
import Director
import FakeWorkshop
import Logging
import MediaTime
import Records
import Store
import Studio
import Testing
import Timeline
import Wire

@Suite struct PlannerTests {
  struct Away: Error {}

  /// A planner that says what it is told to, or fails.
  struct Told: Planner {
    let answer: [String]?

    func sentences(for words: String, in situation: Situation) async throws -> [String] {
      guard let answer else { throw Away() }
      return answer
    }
  }

  @Test(
    "A planner's sentences are carried out; where it fails or can't be read the grammar answers",
    arguments: [
      (["make it 7 seconds long"], 7000), (["frobnicate it"], 5000), (nil, 5000),
    ] as [([String]?, Int)])
  func plansOrReads(answer: [String]?, length: Int) async throws {
    try await Bench.with(isRunning: false) { bench in
      let user = try await bench.user()
      let session = try await bench.session(of: user)
      try await bench.upload("image one", to: session, of: user)
      let studio = Studio(
        store: bench.store, queue: bench.store, blobs: bench.blobs, workshop: bench.workshop,
        accounts: bench.accounts, settings: bench.studio.settings,
        logger: Logger(label: "kinora.test"), planner: Told(answer: answer))
      try await studio.prepare()
      let running = Task { await studio.run() }
      let turn = try await studio.submit(
        Content(role: "user", text: "make it 5 seconds"), to: session, key: nil, for: user)
      for try await _ in try await studio.follow(session, after: 0, turn: turn.id, for: user) {}
      running.cancel()
      await running.value
      let draft = try await bench.store.read { try $0.session(session)?.history?.draft }
      #expect(draft?.duration.count == length)
    }
  }
}
