/// How the lines after the text's first line break look: the subtitle under a title, the role
/// under a name.
public struct SecondaryLines: Hashable, Sendable {
  /// Their size as a share of the first lines'.
  public var scale: Double
  /// Their weight.
  public var weight: TextWeight
  /// Extra room between letters, as a share of their own size.
  public var tracking: Double
  /// 0 to 1, on top of the text's own.
  public var opacity: Double
  /// Extra room above the first of them, as a share of the first lines' size.
  public var gap: Double

  /// A look for the lines after the first line break.
  public init(
    scale: Double, weight: TextWeight = .regular, tracking: Double = 0, opacity: Double = 1,
    gap: Double = 0
  ) {
    self.scale = min(max(scale, 0.1), 1)
    self.weight = weight
    self.tracking = tracking
    self.opacity = min(max(opacity, 0), 1)
    self.gap = max(gap, 0)
  }
}
