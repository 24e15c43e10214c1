/// Watches a stream's silence. It knows no clock: its owner tells it the time and does what it
/// says.
///
/// While only heartbeats come it asks for "still working" every two minutes; after ten minutes of
/// nothing else it gives up.
public struct StreamWatch: Hashable, Sendable {
  /// What is to be done.
  public enum Advice: Hashable, Sendable {
    /// Nothing yet; ask again after this long.
    case wait(Duration)
    /// Say that the work goes on, then ask again.
    case sayStillWorking
    /// Stop waiting; the turn itself may go on.
    case giveUp
  }

  /// Silence after which people want to hear something.
  public static let patience: Duration = .seconds(120)
  /// Silence after which waiting makes no sense.
  public static let limit: Duration = .seconds(600)

  private var lastEvent: Duration
  private var lastWord: Duration

  /// A watch that begins at `now`, a time on any steady clock.
  public init(now: Duration) {
    lastEvent = now
    lastWord = now
  }

  /// Something that is no heartbeat came.
  public mutating func eventCame(now: Duration) {
    lastEvent = now
    lastWord = now
  }

  /// What to do at `now`.
  public mutating func advice(now: Duration) -> Advice {
    if now - lastEvent >= Self.limit { return .giveUp }
    if now - lastWord >= Self.patience {
      lastWord = now
      return .sayStillWorking
    }
    return .wait(min(lastWord + Self.patience, lastEvent + Self.limit) - now)
  }
}
