public import Director
import Foundation
import MediaTime
public import Studio
import Synchronization

/// Models elsewhere that only pretend, and remember across studios what they were asked.
public final class FakeClips: ClipWorkshop {
  /// What became of a clip.
  public enum Fate: Sendable { case begun, failed, over, ended }

  private struct State {
    var engines: [(engine: ClipEngine, price: Int)]
    var closed: [String: ClipFailure] = [:]
    var failures: [String: ClipFailure] = [:]
    var starts: [(engine: String, key: String, job: ClipJob)] = []
    var fates: [String: Fate] = [:]
    var isHeld = false
    var isSpoilt = false
  }

  private let state: Mutex<State>

  /// Engines, each with the credits that it takes for a second.
  public init(_ engines: (name: String, price: Int)...) {
    state = Mutex(
      State(engines: engines.map { (ClipEngine(name: $0.name, model: "\($0.name)-1"), $0.price) }))
  }

  /// Clips that were begun, in order.
  public var starts: [(engine: String, key: String, job: ClipJob)] {
    state.withLock { $0.starts }
  }
  /// How many clips were ended.
  public var ended: Int { state.withLock { $0.fates.values.count { $0 == .ended } } }
  /// How many clips are remembered.
  public var known: Int { state.withLock { $0.fates.count } }

  /// Lets clips wait half-way until they are let go.
  public func hold() { state.withLock { $0.isHeld = true } }
  /// Lets them go on.
  public func letGo() { state.withLock { $0.isHeld = false } }
  /// Lets engines send something that is no clip.
  public func spoil() { state.withLock { $0.isSpoilt = true } }
  /// Makes an engine say that before anything is asked of it; nil opens it again.
  public func close(_ engine: String, _ failure: ClipFailure?) {
    state.withLock { $0.closed[engine] = failure }
  }
  /// Makes every clip of an engine end so; nil lets them go well.
  public func fail(_ engine: String, _ failure: ClipFailure?) {
    state.withLock { $0.failures[engine] = failure }
  }

  /// All of them.
  public func engines() async throws -> [ClipEngine] {
    state.withLock { $0.engines.map(\.engine) }
  }

  /// The length that is asked, for a price a second; a credit is a cent.
  public func offer(for job: ClipJob, by engine: String) async throws -> ClipOffer {
    let (failure, price) = state.withLock { state in
      (state.closed[engine], state.engines.first { $0.engine.name == engine }?.price ?? 0)
    }
    if let failure { throw failure }
    let credits = price * Int(job.duration.seconds.rounded(.up))
    return ClipOffer(
      engine: engine, model: "\(engine)-1", duration: job.duration, credits: credits,
      dollars: credits > 0 ? Double(credits) / 100 : nil)
  }

  /// A text in the clip's place.
  public func make(
    _ job: ClipJob, by engine: String, key: String, to path: String,
    progress: @escaping @Sendable (Double) -> Void
  ) async throws {
    let failure = state.withLock { state in
      if state.fates[key] == nil {
        state.starts.append((engine, key, job))
        state.fates[key] = .begun
      }
      return state.failures[engine]
    }
    progress(0.4)
    while state.withLock({ $0.isHeld }) { try await Task.sleep(for: .milliseconds(2)) }
    try Task.checkCancellation()
    if let failure {
      if failure.kind != .doubtful { state.withLock { $0.fates[key] = .failed } }
      throw failure
    }
    let word = state.withLock { state in
      state.fates[key] = .over
      return state.isSpoilt ? "page" : "video"
    }
    try Data("\(word) by \(engine) of \(job.prompt) \(job.seed)".utf8).write(
      to: URL(filePath: path))
  }

  /// Whether something may still come of it.
  public func isBegun(_ key: String) async throws -> Bool {
    state.withLock { [.begun, .over].contains($0.fates[key]) }
  }

  /// Notes that nobody waits for it any more.
  public func end(_ key: String, by engine: String) async {
    state.withLock { if $0.fates[key] == .begun { $0.fates[key] = .ended } }
  }

  /// Forgets all but what was ended, which tests count, and what may have been begun.
  public func forget(_ key: String) async {
    state.withLock { state in
      if let fate = state.fates[key], [.failed, .over].contains(fate) { state.fates[key] = nil }
    }
  }
}
