/// How lesser lines look: the subtitle under a title, the role above a name in credits.
public struct SecondaryLines: Hashable, Sendable {
  /// Which lines are meant.
  public enum Selection: Hashable, Sendable {
    /// All after the first line break.
    case afterFirstBreak
    /// The first of each group of lines that blank lines set apart, where it heads others.
    case groupHeads
  }

  /// Which lines are meant.
  public var selection: Selection
  /// Their size as a share of the first lines'.
  public var scale: Double
  /// Their weight.
  public var weight: TextWeight
  /// Extra room between letters, as a share of their own size.
  public var tracking: Double
  /// 0 to 1, on top of the text's own.
  public var opacity: Double
  /// Extra room between them and the first lines above, as a share of the first lines' size.
  public var gap: Double

  /// A look for lesser lines.
  public init(
    _ selection: Selection = .afterFirstBreak, scale: Double, weight: TextWeight = .regular,
    tracking: Double = 0, opacity: Double = 1,
    gap: Double = 0
  ) {
    self.selection = selection
    self.scale = scale
    self.weight = weight
    self.tracking = tracking
    self.opacity = opacity
    self.gap = gap
  }
}
