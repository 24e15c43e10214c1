import Accounts
import FakeWorkshop
import Foundation
import Logging
import Records
import Store
import Testing
import Timeline
import Wire

@testable import Studio

@Suite struct RecoveryTests {
  struct Broken: Error {}

  @Test("A turn whose work breaks off three times fails with a sentence, and costs nothing")
  func givesUp() async throws {
    try await Bench.with { bench in
      let user = try await bench.user()
      let session = try await bench.session(of: user)
      let item = try await bench.upload("video one", to: session, of: user)
      bench.workshop.fail(Broken(), Broken(), Broken())
      let events = try await bench.say(
        "make a 3 second clip of this and analyze it", in: session, of: user)
      #expect(bench.workshop.analyses == 3)
      #expect(events.last?.failure?.code == .internalError)
      #expect(Set(events.map(\.id)).count == events.count)
      let credits = try await bench.accounts.credits(of: user)
      #expect(credits.spent == 0 && credits.frozen == 0)
      #expect(try await bench.audit(user) == [])
      #expect(try await bench.store.read { try $0.media(item.id)?.analysis } == nil)
      let next = try await bench.say("hello", in: session, of: user)
      #expect(next.last?.failure == nil)
    }
  }

  @Test("A file that can't be analysed is no reason to stop")
  func goesOn() async throws {
    try await Bench.with { bench in
      let user = try await bench.user()
      let session = try await bench.session(of: user)
      try await bench.upload("video one", to: session, of: user)
      bench.workshop.fail(ServiceError(.unsupportedFile, "The sound is broken."))
      let events = try await bench.say(
        "make a 3 second clip of this and analyze it", in: session, of: user)
      #expect(bench.workshop.analyses == 1)
      #expect(events.last?.failure == nil)
      let failed = events.compactMap(\.response).contains {
        $0.response["status"] == .string("failed")
      }
      #expect(failed)
      #expect(try await bench.audit(user) == [])
    }
  }

  @Test("A turn that waits is cancelled, and the next goes on; one that has ended stays")
  func cancelsWaitingTurns() async throws {
    try await Bench.with(isRunning: false) { bench in
      let user = try await bench.user()
      let session = try await bench.session(of: user)
      let studio = bench.studio
      let message = Content(role: "user", text: "hello")
      let first = try await studio.submit(message, to: session, key: nil, for: user)
      let second = try await studio.submit(message, to: session, key: nil, for: user)
      try await studio.cancelTurn(first.id, for: user)
      try await studio.cancelTurn(first.id, for: user)
      let cancelled = try await bench.hear(first.id, in: session, of: user)
      #expect(cancelled.count == 1 && cancelled[0].text.contains("Cancelled"))
      bench.start()
      #expect(try await bench.hear(second.id, in: session, of: user).last?.failure == nil)
      try await studio.cancelTurn(second.id, for: user)
      let turns = try await bench.store.read { try $0.turns(in: session) }
      #expect(turns.map(\.status) == [.cancelled, .completed])
    }
  }

  @Test("Credits held for turns that have ended are given back at the start")
  func releasesStrayHolds() async throws {
    try await Bench.with(isRunning: false) { bench in
      let user = try await bench.user()
      try await bench.store.write { transaction in
        _ = try Ledger.hold(
          7, for: user.account, turn: "e-gone", at: Date(), in: transaction)
      }
      #expect(try await bench.accounts.credits(of: user).frozen == 7)
      try await bench.studio.prepare()
      #expect(try await bench.accounts.credits(of: user).frozen == 0)
      #expect(try await bench.audit(user) == [])
    }
  }

  @Test("A worker that froze past its lease changes nothing when it wakes")
  func ignoresLateWorkers() async throws {
    try await Bench.with {
      $0.leaseTime = .seconds(60)
    } _: { bench in
      let user = try await bench.user()
      let session = try await bench.session(of: user)
      let item = try await bench.upload("video one", to: session, of: user)
      bench.workshop.hold()
      let turn = try await bench.studio.submit(
        Content(role: "user", text: "make a 3 second clip of this and analyze it"), to: session,
        key: nil, for: user)
      try await bench.until { bench.workshop.analyses == 1 }
      try await bench.front.freeze()
      let awake = FakeWorkshop()
      let other = Studio(
        store: bench.store, queue: bench.store, blobs: bench.blobs, workshop: awake,
        accounts: bench.accounts, settings: bench.studio.settings,
        logger: Logger(label: "kinora.test"))
      try await other.prepare()
      let running = Task { await other.run() }
      try await bench.until {
        try await bench.store.read { try $0.turn(turn.id)?.status } == .completed
      }
      running.cancel()
      await running.value
      let events = try await bench.hear(turn.id, in: session, of: user)
      bench.workshop.letGo()
      try await bench.until { bench.workshop.isIdle && bench.studio.running.subjects.isEmpty }
      bench.front.thaw()
      let next = try await bench.say("hello", in: session, of: user)
      #expect(next.last?.failure == nil)
      #expect(try await bench.hear(turn.id, in: session, of: user) == events)
      #expect(bench.workshop.analyses == 1 && awake.analyses == 1)
      #expect(try await bench.store.read { try $0.media(item.id)?.analysis } != nil)
      #expect(try await bench.audit(user) == [])
    }
  }

  @Test("A full disk is told as 507 and leaves nothing behind")
  func tellsOfAFullDisk() async throws {
    try await Bench.with(isRunning: false) { bench in
      let user = try await bench.user()
      let session = try await bench.session(of: user)
      let full = try DiskBlobStore(folder: bench.folder + "/full", reserve: .max)
      let studio = Studio(
        store: bench.store, queue: bench.store, blobs: full, workshop: bench.workshop,
        accounts: bench.accounts, settings: bench.studio.settings,
        logger: Logger(label: "kinora.test"))
      let file = try await studio.receiveUpload(named: "a.jpg", to: session, for: user)
      await #expect {
        try await file.append(Array("image one".utf8))
      } throws: {
        ($0 as? ServiceError)?.code == .diskFull
      }
      #expect(try await full.parts() == [])
    }
  }
}
