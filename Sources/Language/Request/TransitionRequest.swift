public import MediaTime
public import Timeline

/// A passage between clips.
public struct TransitionRequest: Hashable, Sendable, Codable {
  /// Its kind.
  public var kind: Transition.Kind
  /// How long both clips are on screen; nil takes the usual time.
  public var duration: Milliseconds?
  /// The clip that it follows, 1 for the first; nil for every one.
  public var after: Int?
  /// The clip that it leads to, where that was named rather than the one that it follows.
  public var before: Int?

  /// A passage of this kind.
  public init(
    _ kind: Transition.Kind, duration: Milliseconds? = nil, after: Int? = nil, before: Int? = nil
  ) {
    self.kind = kind
    self.duration = duration
    self.after = after
    self.before = before
  }
}
