/// A soft shadow under the letters. Lengths are shares of the letters' size.
public struct TextShadow: Hashable, Sendable {
  /// How far right it falls.
  public var dx: Double
  /// How far down it falls.
  public var dy: Double
  /// How far it reaches out of the letters before it is softened; keeps it dense beside thin ones.
  public var spread: Double
  /// Standard deviation of the Gaussian that softens it; 0 is hard.
  public var blur: Double
  /// 0 (none) to 1.
  public var opacity: Double
  /// Its colour.
  public var color: TextColor

  /// A shadow; lengths are shares of the letters' size.
  public init(
    dx: Double = 0, dy: Double, spread: Double = 0, blur: Double, opacity: Double,
    color: TextColor = .black
  ) {
    self.dx = dx
    self.dy = dy
    self.spread = spread
    self.blur = blur
    self.opacity = opacity
    self.color = color
  }
}

extension TextShadow {
  /// A haze with a close shadow in it.
  static func soft(_ color: TextColor = .black) -> [TextShadow] {
    [
      TextShadow(dy: 0.02, spread: 0.12, blur: 0.22, opacity: 0.36, color: color),
      TextShadow(dy: 0.02, spread: 0.02, blur: 0.05, opacity: 0.5, color: color),
    ]
  }

  /// The same, denser and wider.
  static func strong(_ color: TextColor = .black) -> [TextShadow] {
    [
      TextShadow(dy: 0.02, spread: 0.22, blur: 0.36, opacity: 0.44, color: color),
      TextShadow(dy: 0.01, spread: 0.07, blur: 0.07, opacity: 0.72, color: color),
    ]
  }
}
