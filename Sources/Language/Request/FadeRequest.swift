public import MediaTime

/// A thing coming from nothing, going to nothing, or both.
public struct FadeRequest: Hashable, Sendable, Codable {
  /// What fades.
  public var target: Target
  /// At which end.
  public var edge: Edge
  /// How long the fade takes; nil takes the usual time.
  public var duration: Milliseconds?
  /// Whether only the sound of clips fades, and their pictures stay.
  public var isSoundOnly: Bool

  /// A fade of `target`.
  public init(
    _ target: Target, _ edge: Edge, duration: Milliseconds? = nil, isSoundOnly: Bool = false
  ) {
    self.target = target
    self.edge = edge
    self.duration = duration
    self.isSoundOnly = isSoundOnly
  }

  /// An end of a thing, or both.
  public enum Edge: String, Hashable, Sendable, Codable, CaseIterable {
    case `in`, out, both
  }
}
