/// How much work a script is, in counts that a price list turns into credits.
public struct Work: Hashable, Sendable, Codable {
  /// New versions of the draft that words asked for: 1 however many changes it holds, or 0.
  /// Undoing and redoing are not counted.
  public var edits: Int
  /// Stills that words gave a move.
  public var animations: Int
  /// Media to analyse.
  public var analyses: Int
  /// Credits that models elsewhere take for clips, at most; nil for none.
  public var clips: Int?

  /// Work; none where nothing is said.
  public init(edits: Int = 0, animations: Int = 0, analyses: Int = 0) {
    self.edits = edits
    self.animations = animations
    self.analyses = analyses
  }

  /// Whether there is none.
  public var isEmpty: Bool { self == Work() }
}
