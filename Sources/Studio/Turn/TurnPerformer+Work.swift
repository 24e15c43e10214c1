import Director
import Foundation
import Language
import Records
import Timeline
import Wire

extension TurnPerformer {
  func analyse(
    _ media: String, _ call: FunctionCall, _ words: TurnWords
  ) async throws -> StepWork {
    let session = session
    let item = try await studio.read { try $0.media(media) }
    guard let item, item.session == session else { return .failed(words.mediumGone) }
    if let analysis = item.analysis { return .analysed(media: media, analysis) }
    guard let file = try await studio.file(of: item.poster ?? item.blob) else {
      return .failed(words.mediumGone)
    }
    do {
      let workshop = studio.workshop
      let analysis = try await studio.turnSlots.standAside {
        try await telling(call) { progress in
          try await workshop.analyse(path: file.path, facts: item.facts, progress: progress)
        }
      }
      return .analysed(media: media, analysis.json(of: media))
    } catch let error as ServiceError where error.isFinal {
      return .failed(error.message)
    }
  }

  func film(
    _ quality: Quality, _ aspect: Aspect?, found: [PreflightFinding]?, _ turn: Turn,
    _ call: FunctionCall, _ words: TurnWords
  ) async throws -> StepWork {
    let id = Self.exportID(turn: turn.id, step: turn.step)
    do {
      try await studio.order(
        film: id, quality, aspect, found: found, in: turn.session)
    } catch let error as ServiceError where error.isFinal || error.code == .rateLimited {
      return .failed(error.message)
    }
    return try await studio.turnSlots.standAside {
      try await outcome(of: id, turn, call, words)
    }
  }

  /// Waits for a film and tells how far it is.
  private func outcome(
    of id: String, _ turn: Turn, _ call: FunctionCall, _ words: TurnWords
  ) async throws -> StepWork {
    let subject = Export.subject(session: turn.session, id: id)
    let listener = studio.board.listener(subject)
    var pace = ProgressPace()
    while true {
      try Task.checkCancellation()
      guard let export = try await studio.read({ try $0.export(id, in: turn.session) })
      else { return .failed(words.exportCancelled) }
      switch export.status {
      case .completed: return .filmed(export)
      case .failed: return .failed(export.error ?? words.exportFailed)
      case .cancelled: return .failed(words.exportCancelled)
      case .pending, .processing:
        let share = studio.progress.share(of: subject) ?? export.progress
        if pace.isDue(share) { try await told { try await tell(call, share) } }
        await listener.wait()
      }
    }
  }

  /// Does long work and sends its progress: at most two events a second, one for each per cent.
  func telling<Result: Sendable>(
    _ call: FunctionCall,
    _ body: @escaping @Sendable (@escaping @Sendable (Double) -> Void) async throws -> Result
  ) async throws -> Result {
    try await relaying(ProgressPace(), to: { try await tell(call, $0) }) { progress in
      try await body(progress)
    }
  }

  /// One event of progress.
  private func tell(_ call: FunctionCall, _ share: Double) async throws {
    try await advance { stage in
      stage.events.append(stage.log.progress(of: call, min(max(share, 0), 1)))
    }
  }
}

/// Stores how far something is. That it can't be stored is no failure: it is only news.
/// - Throws: `TurnEnded`, `LeaseLost`: the work is nobody's any more, or another's.
private func told(_ body: () async throws -> Void) async throws {
  do {
    try await body()
  } catch let error where error is TurnEnded || error is LeaseLost {
    throw error
  } catch {}
}

/// Does long work and stores how far it is; stops it where it has become another's.
/// - Throws: `TurnEnded`, `LeaseLost`; what `body` throws.
func relaying<Result: Sendable>(
  _ pace: ProgressPace, to store: @escaping @Sendable (Double) async throws -> Void,
  _ body: @escaping @Sendable (@escaping @Sendable (Double) -> Void) async throws -> Result
) async throws -> Result {
  let (shares, continuation) = AsyncStream.makeStream(
    of: Double.self, bufferingPolicy: .bufferingNewest(1))
  return try await withThrowingTaskGroup(of: Result?.self) { group in
    group.addTask {
      defer { continuation.finish() }
      return try await body { continuation.yield($0) }
    }
    group.addTask {
      var pace = pace
      for await share in shares where pace.isDue(share) {
        try await told { try await store(share) }
      }
      return nil
    }
    var result: Result?
    while let next = try await group.next() { result = next ?? result }
    guard let result else { throw CancellationError() }
    return result
  }
}
