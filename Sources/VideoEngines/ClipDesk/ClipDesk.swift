public import Foundation

/// Has clips made by engines, each exactly once: what is asked is noted before it is sent, a
/// restart finds it again, and a lost answer is looked up, never bought again.
public struct ClipDesk: Sendable {
  private let journal: any ClipJournal
  private let pace: Pace
  private let now: @Sendable () -> Double

  /// How often engines are asked, and how long they may be silent.
  public struct Pace: Hashable, Sendable {
    /// Between the first questions how far a clip is.
    public var first: Duration
    /// Between later ones.
    public var longest: Duration
    /// How long an engine may be out of reach while it works.
    public var patience: Duration

    /// A pace; from a half to five seconds, for ten minutes, where nothing is said.
    public init(
      first: Duration = .milliseconds(500), longest: Duration = .seconds(5),
      patience: Duration = .seconds(600)
    ) {
      self.first = first
      self.longest = longest
      self.patience = patience
    }
  }

  /// What becomes of a clip for which nobody waits any more, as the task is cancelled.
  public enum Abandonment: Hashable, Sendable {
    /// The engine is told to end it.
    case end
    /// It goes on, so that whoever asks under its key next finds it.
    case leave
  }

  /// A desk that notes in `journal`.
  public init(
    journal: any ClipJournal, pace: Pace = Pace(),
    now: @escaping @Sendable () -> Double = { Date().timeIntervalSince1970 }
  ) {
    self.journal = journal
    self.pace = pace
    self.now = now
  }

  /// Has a clip made and puts it at `path`; goes on where an earlier call with this key stopped.
  /// A clip that is there is left at the engine, whoever breaks off while it is fetched.
  /// - Parameters:
  ///   - clip: what to make, fitted to the engine.
  ///   - key: stands for this clip and no other.
  ///   - engine: makes it.
  ///   - path: where it goes.
  ///   - abandonment: what becomes of it where the task is cancelled.
  ///   - progress: called as the engine tells.
  /// - Throws: `VideoEngineError`; `CancellationError`; what the journal throws.
  public func make(
    _ clip: FittedClip, key: String, by engine: any VideoEngine, to path: String,
    whenCancelled abandonment: Abandonment = .end,
    progress: @Sendable (ClipProgress) -> Void = { _ in }
  ) async throws {
    do {
      let ticket = try await made(clip, key, engine, progress)
      try await engine.fetch(ticket, to: path)
    } catch {
      guard Task.isCancelled else {
        if (error as? VideoEngineError)?.code == .gone { try await giveUp(key, error) }
        throw error
      }
      if abandonment == .end {
        // The task is cancelled; what tells the engine must not be.
        await Task.detached { try? await end(key, by: engine) }.value
      }
      throw CancellationError()
    }
  }

  /// Notes that a clip is nowhere any more, so that another key is taken for the next.
  private func giveUp(_ key: String, _ error: any Error) async throws {
    guard var record = try await journal.record(of: key) else { return }
    record.state = .failed("\(error)")
    try await journal.keep(record)
  }

  /// The ticket of a clip that is there.
  private func made(
    _ clip: FittedClip, _ key: String, _ engine: any VideoEngine,
    _ progress: @Sendable (ClipProgress) -> Void
  ) async throws -> ClipTicket {
    var record = try await begun(clip, key, engine)
    if case .done(let ticket) = record.state { return ticket }
    guard case .begun(let ticket) = record.state else { throw Self.over(record) }
    do {
      try await wait(for: ticket, of: engine, progress)
    } catch let error as VideoEngineError where !error.isPassing && !Task.isCancelled {
      record.state = error.code == .cancelled ? .cancelled : .failed(error.message)
      try await journal.keep(record)
      throw error
    }
    record.state = .done(ticket)
    try await journal.keep(record)
    return ticket
  }

  /// Ends a clip for which nobody waits any more; one that is over, or was never asked for, stays
  /// as it is.
  /// - Parameters:
  ///   - key: stands for the clip.
  ///   - engine: was asked for it.
  /// - Throws: `VideoEngineError`, or what the journal throws.
  public func end(_ key: String, by engine: any VideoEngine) async throws {
    guard var record = try await journal.record(of: key) else { return }
    switch record.state {
    case .failed, .cancelled, .done: return
    case .begun(let ticket): try? await engine.cancel(ticket)
    case .sending:
      let found = try await engine.find(record.request, key: key, since: record.sentAt)
      guard case .found(let ticket) = found else {
        // Of one that may have been begun it stays known that nobody can tell.
        if found == .absent { try await journal.forget(key) }
        return
      }
      try? await engine.cancel(ticket)
    }
    record.state = .cancelled
    try await journal.keep(record)
  }

  /// A key that stands for the clip: the same one as long as it may still come of it.
  /// - Parameters:
  ///   - name: stands for what is asked.
  ///   - isAnew: whether one that may or may not have been begun is given up.
  /// - Throws: what the journal throws.
  public func freshKey(named name: String, askingAnew isAnew: Bool = false) async throws -> String {
    var attempt = 1
    while true {
      let key = "\(name)-\(attempt)"
      switch try await journal.record(of: key)?.state {
      case .failed, .cancelled: attempt += 1
      case .sending where isAnew: attempt += 1
      default: return key
      }
    }
  }

  /// The record of a clip that the engine has begun, or of one that is over.
  private func begun(
    _ clip: FittedClip, _ key: String, _ engine: any VideoEngine
  ) async throws -> ClipRecord {
    if let known = try await journal.record(of: key) {
      guard known.request == clip.request, known.engine == engine.name else {
        throw VideoEngineError(
          .refused, "This key stands for another clip; take a new one.")
      }
      guard known.state == .sending else { return known }
      return try await searched(known, engine)
    }
    let record = ClipRecord(key: key, engine: engine.name, request: clip.request, sentAt: now())
    try await journal.keep(record)
    return try await sent(record, engine)
  }

  private func sent(
    _ record: ClipRecord, _ engine: any VideoEngine
  ) async throws -> ClipRecord {
    var record = record
    do {
      record.state = .begun(try await engine.start(record.request, key: record.key))
    } catch let error where error.code == .lost {
      return try await searched(record, engine)
    } catch let error where error.isPassing {
      // Nothing was begun, so the key is free.
      try await journal.forget(record.key)
      throw error
    } catch {
      record.state = .failed("\(error)")
      try await journal.keep(record)
      throw error
    }
    try await journal.keep(record)
    return record
  }

  /// Looks for a clip whose answer was lost; it is sent again only where it was never begun.
  private func searched(
    _ record: ClipRecord, _ engine: any VideoEngine
  ) async throws -> ClipRecord {
    var record = record
    switch try await engine.find(record.request, key: record.key, since: record.sentAt) {
    case .found(let ticket):
      record.state = .begun(ticket)
      try await journal.keep(record)
      return record
    case .absent:
      return try await sent(record, engine)
    case .unknown:
      throw VideoEngineError(
        .lost,
        "\(engine.name) broke off when it was asked and can't tell whether it has begun; it "
          + "isn't asked again by itself, as that might cost twice; look there, or ask for a new "
          + "clip."
      )
    }
  }

  private func wait(
    for ticket: ClipTicket, of engine: any VideoEngine,
    _ progress: @Sendable (ClipProgress) -> Void
  ) async throws {
    var pause = pace.first
    var lastSeen = ContinuousClock.now
    while true {
      do {
        let told = try await engine.progress(of: ticket)
        lastSeen = .now
        progress(told)
        switch told.state {
        case .done: return
        case .cancelled:
          throw VideoEngineError(
            .cancelled, "The clip was ended at \(engine.name); ask for it again.")
        case .failed:
          let why = told.failure.map { ": \($0)" } ?? " and doesn't say why"
          throw VideoEngineError(
            .failed, "\(engine.name) could not make the clip\(why).")
        case .queued, .running: break
        }
      } catch let error as VideoEngineError where error.isPassing {
        guard ContinuousClock.now - lastSeen < pace.patience else { throw error }
      }
      try await Task.sleep(for: pause)
      pause = min(pause * 3 / 2, pace.longest)
    }
  }

  private static func over(_ record: ClipRecord) -> VideoEngineError {
    if case .failed(let why) = record.state { return VideoEngineError(.failed, why) }
    return VideoEngineError(.cancelled, "This clip was ended; ask for a new one.")
  }
}
