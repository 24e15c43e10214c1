/// A soft shadow under the letters. Lengths are shares of the letters' size.
public struct TextShadow: Hashable, Sendable {
  /// How far right it falls.
  public var dx: Double
  /// How far down it falls.
  public var dy: Double
  /// Standard deviation of the Gaussian that softens it; 0 is hard.
  public var blur: Double
  /// 0 (none) to 1.
  public var opacity: Double
  /// Its colour.
  public var color: TextColor

  /// A shadow; lengths are shares of the letters' size.
  public init(
    dx: Double = 0, dy: Double, blur: Double, opacity: Double, color: TextColor = .black
  ) {
    self.dx = dx
    self.dy = dy
    self.blur = blur
    self.opacity = opacity
    self.color = color
  }
}
