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
