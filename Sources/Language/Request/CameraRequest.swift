public import MediaTime
public import Timeline

/// One move of the camera, as it was asked for.
public struct CameraRequest: Hashable, Sendable, Codable {
  /// The clips it is for.
  public var target: Target
  /// Which move.
  public var move: CameraMove.Kind
  /// How much of it, in a word.
  public var strength: Strength?
  /// How much of it, in a figure: the change of scale of zooms and dollies (0.2: 1.0 → 1.2), the
  /// share of the frame travelled of the others.
  public var amount: Double?
  /// How far it turns.
  public var degrees: Double?
  /// How speed is spread over it.
  public var ease: CameraMove.Ease?
  /// What it looks at.
  public var focus: Focus?
  /// Whether it follows the move named before it, rather than acting with it.
  public var follows: Bool
  /// When it begins, counted from the clip's start.
  public var start: Milliseconds?
  /// How long it takes.
  public var duration: Milliseconds?

  /// A move of `target`.
  public init(
    _ move: CameraMove.Kind, target: Target = .film, strength: Strength? = nil,
    amount: Double? = nil, degrees: Double? = nil, ease: CameraMove.Ease? = nil,
    focus: Focus? = nil, follows: Bool = false, start: Milliseconds? = nil,
    duration: Milliseconds? = nil
  ) {
    self.target = target
    self.move = move
    self.strength = strength
    self.amount = amount
    self.degrees = degrees
    self.ease = ease
    self.focus = focus
    self.follows = follows
    self.start = start
    self.duration = duration
  }

  /// How much of a move, in a word.
  public enum Strength: String, Hashable, Sendable, Codable, CaseIterable {
    /// "Slightly", "gently", 轻微.
    case slight
    /// "Slow", 缓慢.
    case slow
    /// "Fast", 快速.
    case fast
    /// "Strong", "dramatic", 强烈.
    case strong
  }

  /// What a move looks at.
  public enum Focus: Hashable, Sendable, Codable {
    /// The most prominent face.
    case face
    /// A part of the frame.
    case place(Place)
    /// A place in the frame, 0 to 1 from the left and from the top.
    case point(x: Double, y: Double)
  }
}
