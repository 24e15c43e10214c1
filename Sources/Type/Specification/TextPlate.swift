/// A plate behind the text. Lengths are shares of the letters' size.
public struct TextPlate: Hashable, Sendable {
  /// Its colour.
  public var color: TextColor
  /// 0 (none) to 1.
  public var opacity: Double
  /// Room left and right of the text.
  public var horizontalPadding: Double
  /// Room above the capitals and below the last baseline.
  public var verticalPadding: Double
  /// Radius of its corners.
  public var cornerRadius: Double
  /// A bar along the edge where lines begin; nil for none.
  public var accent: Accent?

  /// A plate; lengths are shares of the letters' size.
  public init(
    color: TextColor = .black, opacity: Double, horizontalPadding: Double,
    verticalPadding: Double, cornerRadius: Double = 0, accent: Accent? = nil
  ) {
    self.color = color
    self.opacity = opacity
    self.horizontalPadding = horizontalPadding
    self.verticalPadding = verticalPadding
    self.cornerRadius = cornerRadius
    self.accent = accent
  }

  /// What plates are made of behind light letters.
  static let ink = TextColor(red: 12, green: 14, blue: 18)

  /// A bar along the edge of a plate.
  public struct Accent: Hashable, Sendable {
    /// Its colour; it is opaque.
    public var color: TextColor
    /// Its width as a share of the letters' size.
    public var width: Double

    /// A bar; its width is a share of the letters' size.
    public init(color: TextColor, width: Double) {
      self.color = color
      self.width = width
    }
  }
}
