import Accounts
import Crypto
import Foundation
import Logging
import Records
import Timeline
import Wire

extension Studio {
  /// Makes the store ready: the key that signs links, and what a crash left behind, which is films
  /// half made, uploads of nobody, and credits held for turns that have ended.
  /// - Throws: `ServiceError`.
  public func prepare() async throws {
    try emptyWorkFolder()
    linkKey = try await storedKey()
    try await releaseStrayHolds()
    var report = SweepReport(isDry: false)
    try await sweepUploads(&report)
  }

  /// Does the work that waits and sweeps now and then, until the task is cancelled; then no new
  /// work is begun, running work is given back and every feed ends.
  public func run() async {
    let turns = WorkLoop(studio: self, kind: .turn, slots: turnSlots) {
      await self.performTurn($0)
    }
    let exports = WorkLoop(studio: self, kind: .export, slots: Slots(settings.exportWorkers)) {
      await self.performExport($0)
    }
    await withTaskCancellationHandler {
      await withDiscardingTaskGroup { group in
        group.addTask { await turns.run() }
        group.addTask { await exports.run() }
        group.addTask { await self.sweepNowAndThen() }
        group.addTask { await self.measureQueues() }
      }
    } onCancel: {
      hub.close()
    }
    hub.close()
    await previews.endAll()
  }

  /// Takes one turn to its end, or as far as it goes.
  func performTurn(_ lease: Lease) async {
    let id = lease.work.subject
    guard let turn = try? await read({ try $0.turn(id) }) else {
      return await Worker(studio: self, lease: lease).dropOrGiveBack { try $0.turn(id) == nil }
    }
    let performer = TurnPerformer(studio: self, lease: lease, session: turn.session)
    let words = TurnWords(performer.language(of: turn))
    await Worker(studio: self, lease: lease).run(
      Worker.Job(
        perform: { try await performer.perform(turn) },
        fail: { error in
          try await performer.fail(error)
          if let failed = try? await self.read({ try $0.turn(id) }) {
            await self.endClips(of: failed)
          }
        },
        isEnded: { try await self.read { try $0.turn(id)?.status.isFinal ?? true } },
        tooOften: words.triedTooOften(settings.attempts)))
  }

  /// Makes one film, or as much of it as goes.
  func performExport(_ lease: Lease) async {
    let worker = Worker(studio: self, lease: lease)
    guard let performer = ExportPerformer(studio: self, lease: lease),
      let export = try? await read({ try performer.export(in: $0) })
    else { return await worker.dropOrGiveBack { try ExportPerformer.isGone(lease, in: $0) } }
    await worker.run(
      Worker.Job(
        perform: { try await performer.perform(export) },
        fail: { try await performer.fail($0) },
        isEnded: { try await self.read { try performer.export(in: $0)?.status.isFinal ?? true } },
        tooOften: TurnWords(.english).triedTooOften(settings.attempts)))
    board.ring(lease.work.subject)
  }

  private func emptyWorkFolder() throws {
    let files = FileManager.default
    do {
      try files.createDirectory(
        atPath: settings.workFolder, withIntermediateDirectories: true)
      for name in try files.contentsOfDirectory(atPath: settings.workFolder) {
        try files.removeItem(atPath: "\(settings.workFolder)/\(name)")
      }
    } catch {
      throw ServiceError(
        .internalError,
        "The folder \(settings.workFolder) can't be used for films that are being made; "
          + "make it writable: \(error.localizedDescription)")
    }
  }

  private func storedKey() async throws -> SymmetricKey {
    let fresh = (0..<32).map { _ in UInt8.random(in: .min ... .max) }.hexadecimal
    let name = "link_key"
    let text = try await write { transaction in
      if let text = try transaction.value(name) { return text }
      try transaction.setValue(fresh, named: name)
      return fresh
    }
    guard let bytes = Data(hexadecimal: text), bytes.count == 32 else {
      throw ServiceError(
        .internalError, "The store's key for links is damaged; restore the data folder.")
    }
    return SymmetricKey(data: bytes)
  }

  private func releaseStrayHolds() async throws {
    let time = now()
    let count = try await write { transaction in
      var count = 0
      for hold in try transaction.openHolds() {
        if let turn = try transaction.turn(hold.turn), !turn.status.isFinal { continue }
        try Ledger.release(
          hold.id, note: "turn \(hold.turn) has ended", at: time, in: transaction)
        count += 1
      }
      return count
    }
    if count > 0 { logger.warning("\(count) holds of ended turns were given back.") }
  }

  private func sweepNowAndThen() async {
    guard let interval = settings.sweepInterval else { return }
    var pause = min(interval, .seconds(60))
    while true {
      do { try await Task.sleep(for: pause) } catch { return }
      pause = interval
      do {
        let report = try await sweep(isDry: false)
        if !report.isEmpty {
          logger.info(
            """
            Swept \(report.sessions.count) sessions, \(report.uploads.count) uploads, \
            \(report.blobs.count) contents of \(report.bytes) bytes.
            """)
        }
      } catch {
        logger.warning("The sweep broke off: \(error)")
      }
    }
  }

  private func measureQueues() async {
    while true {
      for kind in Records.Work.Kind.allCases {
        if let depth = try? await queue.count(kind) { metrics.queue(kind, depth: depth) }
      }
      do { try await Task.sleep(for: .seconds(15)) } catch { return }
    }
  }
}
