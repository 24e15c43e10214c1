/// How slowly a body may come: at least so many bytes in each span of time.
///
/// Only time that the server spends waiting for bytes counts, not time in which it writes them.
public struct BodyPace: Hashable, Sendable {
  /// Bytes that must come in each ``span``.
  public var bytes = 30_000
  /// The time in which they must come.
  public var span: Duration = .seconds(30)

  /// 1,000 bytes a second, over 30 seconds.
  public init() {}
}

/// Watches whether a body comes fast enough. Pure: it is told the time.
struct PaceKeeper: Sendable {
  private let pace: BodyPace
  private var waited: Duration = .zero
  private var received = 0
  private var waitsSince: ContinuousClock.Instant?

  init(_ pace: BodyPace) { self.pace = pace }

  /// The server begins to wait for bytes.
  mutating func wait(at now: ContinuousClock.Instant) {
    waitsSince = now
  }

  /// Bytes came.
  mutating func receive(_ count: Int, at now: ContinuousClock.Instant) {
    if let since = waitsSince { waited += now - since }
    waitsSince = nil
    received += count
    // Each span's bytes are paid for as soon as they are there: haste earns nothing for later.
    guard received >= pace.bytes else { return }
    received = 0
    waited = .zero
  }

  /// Whether too little came for too long.
  func isTooSlow(at now: ContinuousClock.Instant) -> Bool {
    waited + (waitsSince.map { now - $0 } ?? .zero) > pace.span
  }
}
