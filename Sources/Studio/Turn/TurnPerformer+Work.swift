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
    guard let file = try await studio.file(of: item.blob) else {
      return .failed(words.mediumGone)
    }
    do {
      let workshop = studio.workshop
      let analysis = try await telling(call) { progress in
        try await workshop.analyse(path: file.path, facts: item.facts, progress: progress)
      }
      return .analysed(media: media, analysis.json(of: media))
    } catch let error as ServiceError where error.isFinal {
      return .failed(error.message)
    }
  }

  func film(
    _ quality: Quality, _ turn: Turn, _ call: FunctionCall, _ words: TurnWords
  ) async throws -> StepWork {
    let id = Self.exportID(turn: turn.id, step: turn.step)
    let subject = Export.subject(session: turn.session, id: id)
    let listener = studio.board.listener(subject)
    do {
      try await studio.order(film: id, quality: quality, in: turn.session)
    } catch let error as ServiceError where error.isFinal {
      return .failed(error.message)
    }
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
        if pace.isDue(share) { await tell(call, share) }
        await listener.wait()
      }
    }
  }

  /// Does long work and sends its progress: at most two events a second, one for each per cent.
  private func telling<Result: Sendable>(
    _ call: FunctionCall,
    _ body: @Sendable (@escaping @Sendable (Double) -> Void) async throws -> Result
  ) async throws -> Result {
    let (shares, continuation) = AsyncStream.makeStream(
      of: Double.self, bufferingPolicy: .bufferingNewest(1))
    async let relay: Void = {
      var pace = ProgressPace()
      for await share in shares where pace.isDue(share) { await tell(call, share) }
    }()
    do {
      let result = try await body { continuation.yield($0) }
      continuation.finish()
      await relay
      return result
    } catch {
      continuation.finish()
      await relay
      throw error
    }
  }

  /// One event of progress. That it can't be stored is no failure: it is only news.
  private func tell(_ call: FunctionCall, _ share: Double) async {
    _ = try? await advance { stage in
      stage.events.append(stage.log.progress(of: call, min(max(share, 0), 1)))
    }
  }
}

/// How often progress is told: at most twice a second, and only where it is a per cent further.
struct ProgressPace {
  private let interval: Duration
  private var last: (at: ContinuousClock.Instant, share: Double)?

  init(interval: Duration = .milliseconds(500)) { self.interval = interval }

  /// Whether this share is to be told now; then it counts as told.
  mutating func isDue(_ share: Double, at time: ContinuousClock.Instant = .now) -> Bool {
    guard share.isFinite, share < 1 else { return false }
    if let last, time - last.at < interval || share < last.share + 0.01 { return false }
    last = (time, share)
    return true
  }
}
