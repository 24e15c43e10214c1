import Accounts
import FakeWorkshop
import Foundation
import Records
import Store
import Testing
import Timeline
import Wire

@testable import Studio

/// How work is taken, interrupted and stopped.
@Suite struct RunningTests {
  @Test("Who can begin nothing more asks for nothing")
  func asksNothingWhenBusy() async throws {
    try await Bench.with { bench in
      var films: [(name: String, session: String, user: Identity)] = []
      for name in ["one", "two"] {
        let user = try await bench.user()
        films.append((name, try await film(bench, user), user))
      }
      bench.workshop.hold()
      for film in films { try await order(film.name, film.session, bench, film.user) }
      try await bench.until { bench.workshop.renders == 1 }
      try await Task.sleep(for: .milliseconds(50))
      let before = bench.front.waits
      try await Task.sleep(for: .milliseconds(400))
      // Turns are still waited for, five times a second.
      #expect(bench.front.waits - before < 20)
      bench.workshop.letGo()
      try await bench.until { try await bench.store.count(.export) == 0 }
      #expect(bench.workshop.renders == 2)
    }
  }

  @Test("A turn whose film or analysis goes on keeps nobody waiting")
  func standsAside() async throws {
    try await Bench.with {
      $0.turnWorkers = 1
    } _: { bench in
      let user = try await bench.user()
      let filmed = try await film(bench, user)
      let analysed = try await bench.session(of: user)
      try await bench.upload("video two", to: analysed, of: user)
      bench.workshop.hold()
      for (words, session) in [
        ("export it", filmed), ("make a 3 second clip of this and analyze it", analysed),
      ] {
        _ = try await bench.studio.submit(
          Content(role: "user", text: words), to: session, key: nil, for: user)
      }
      try await bench.until { bench.workshop.renders == 1 && bench.workshop.analyses == 1 }
      let other = try await bench.session(of: user)
      #expect(try await bench.say("hello", in: other, of: user).last?.failure == nil)
      bench.workshop.letGo()
      try await bench.until { try await bench.store.count(.turn) == 0 }
      for session in [filmed, analysed] {
        let turns = try await bench.store.read { try $0.turns(in: session) }
        #expect(turns.map(\.status) == Array(repeating: .completed, count: turns.count))
      }
    }
  }

  @Test("Stopping the studio is no failure of the work, however often")
  func survivesRestarts() async throws {
    let folder = Bench.folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var bench = try await Bench(folder: folder)
    bench.start()
    let user = try await bench.user()
    let session = try await film(bench, user)
    bench.workshop.hold()
    try await order("a", session, bench, user)
    for _ in 0..<4 {
      try await bench.until { bench.workshop.renders == 1 }
      await bench.stop()
      bench = try await Bench(folder: folder)
      bench.workshop.hold()
      bench.start()
    }
    bench.workshop.letGo()
    let studio = bench.studio
    try await bench.until { try await studio.job("a", for: user).status.isFinal }
    #expect(try await studio.job("a", for: user).status == .completed)
    await bench.stop()
  }

  @Test("A turn whose plan can't be read fails, or is cancelled, and gives its credits back")
  func endsUnreadableTurns() async throws {
    try await Bench.with(isRunning: false) { bench in
      let user = try await bench.user()
      var turns: [Turn] = []
      for _ in 0..<2 {
        let session = try await bench.session(of: user)
        var turn = try await bench.studio.submit(
          Content(role: "user", text: "hello"), to: session, key: nil, for: user)
        turn.status = .running
        turn.script = #"{"script":"of another version"}"#
        turns.append(
          try await bench.store.write { [turn] transaction in
            var turn = turn
            turn.hold = try Ledger.hold(
              7, for: user.account, turn: turn.id, at: Date(), in: transaction
            ).id
            try transaction.update(turn)
            return turn
          })
      }
      try await bench.studio.cancelTurn(turns[0].id, for: user)
      bench.start()
      let events = try await bench.hear(turns[1].id, in: turns[1].session, of: user)
      #expect(events.last?.failure?.message.contains("another version") == true)
      let ends = try await bench.store.read { [turns] view in
        try turns.map { try view.turn($0.id)?.status }
      }
      #expect(ends == [.cancelled, .failed])
      #expect(try await bench.accounts.credits(of: user).frozen == 0)
    }
  }

  @Test("A film that was ended elsewhere is made no further")
  func stopsRenderingForNobody() async throws {
    try await Bench.with { bench in
      let user = try await bench.user()
      let session = try await film(bench, user)
      bench.workshop.hold()
      try await order("a", session, bench, user)
      try await bench.until { bench.workshop.renders == 1 }
      try await bench.store.write { transaction in
        guard var export = try transaction.export("a", of: user.account) else { return }
        export.status = .cancelled
        try transaction.update(export)
      }
      // Progress is stored once a second.
      var share = 0.5
      try await bench.until {
        share = min(share + 0.001, 0.99)
        bench.workshop.tell(share)
        return bench.workshop.isIdle
      }
      try await bench.until { try await bench.store.count(.export) == 0 }
    }
  }

  @Test("Who lost a lease forgets only itself")
  func keepsOthersRunning() async throws {
    let running = RunningWork()
    let work = Records.Work(id: "w", kind: .export, subject: "s", group: "g", createdAt: Date())
    let task = Task { try await Task.sleep(for: .seconds(600)) }
    running.add(Task { try Task.checkCancellation() }, under: Lease(work: work, attempt: 1))
    running.add(task, under: Lease(work: work, attempt: 2))
    running.remove(Lease(work: work, attempt: 1))
    #expect(running.subjects == ["s"])
    running.cancel("s")
    #expect(task.isCancelled)
    running.remove(Lease(work: work, attempt: 2))
    #expect(running.subjects.isEmpty)
  }

  /// A session whose draft can be exported.
  private func film(_ bench: Bench, _ user: Identity) async throws -> String {
    let session = try await bench.session(of: user)
    try await bench.upload("image one", to: session, of: user)
    _ = try await bench.say("make a 4 second clip of this", in: session, of: user)
    return session
  }

  private func order(
    _ id: String, _ session: String, _ bench: Bench, _ user: Identity
  ) async throws {
    _ = try await bench.studio.order(RenderRequest(id: id, sessionID: session), for: user)
  }
}
