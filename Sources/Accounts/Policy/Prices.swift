/// What work costs, in credits. An export costs nothing, whatever the settings.
public struct Prices: Hashable, Sendable {
  /// An edit that a message asks for.
  public var edit = 1
  /// A still that is set in motion for the first time.
  public var animation = 5
  /// A file that is looked at and listened to.
  public var analysis = 0

  /// The usual prices.
  public init() {}

  /// What that much work costs together.
  public func cost(edits: Int = 0, animations: Int = 0, analyses: Int = 0) -> Int {
    precondition(edits >= 0 && animations >= 0 && analyses >= 0, "Work can't be negative.")
    return edits * edit + animations * animation + analyses * analysis
  }

  /// What is wrong with them, one sentence each; empty where nothing is.
  public func problems() -> [String] {
    [("edit", edit), ("animation", animation), ("analysis", analysis)]
      .filter { !(0...1_000_000).contains($0.1) }
      .map { "The price of \($0.0) is \($0.1); set 0 to 1000000 credits." }
  }
}
