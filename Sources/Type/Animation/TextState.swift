/// How text stands at one moment: what a renderer applies to an artwork.
public struct TextState: Hashable, Sendable {
  /// 0 (invisible) to 1.
  public var opacity: Double
  /// Pixels to the right of the artwork's place.
  public var dx: Double
  /// Pixels below the artwork's place.
  public var dy: Double
  /// Size around the block's middle; 1 is as drawn.
  public var scale: Double
  /// How many characters show; all of them where it is `clusters` of the artwork.
  public var visibleClusters: Int

  /// Characters in another colour, above those that show; nil where there are none.
  public var lit: Lit?

  /// Characters in another colour.
  public struct Lit: Hashable, Sendable {
    /// The characters.
    public var clusters: Range<Int>
    /// 0 (invisible) to 1, beside the whole text's.
    public var opacity: Double
    /// Their colour.
    public var color: TextColor

    /// Characters in another colour.
    public init(clusters: Range<Int>, opacity: Double, color: TextColor) {
      self.clusters = clusters
      self.opacity = opacity
      self.color = color
    }
  }

  /// A part of the text that is on its way, above those that show; nil where none is.
  public var arriving: Arrival?

  /// A part of the text that is on its way.
  public struct Arrival: Hashable, Sendable {
    /// Its characters.
    public var clusters: Range<Int>
    /// 0 (invisible) to 1, beside the whole text's.
    public var opacity: Double
    /// Pixels below its place.
    public var dy: Double

    /// A part on its way.
    public init(clusters: Range<Int>, opacity: Double, dy: Double) {
      self.clusters = clusters
      self.opacity = opacity
      self.dy = dy
    }
  }

  /// A state.
  public init(
    opacity: Double = 1, dx: Double = 0, dy: Double = 0, scale: Double = 1,
    visibleClusters: Int
  ) {
    self.opacity = opacity
    self.dx = dx
    self.dy = dy
    self.scale = scale
    self.visibleClusters = visibleClusters
  }
}
