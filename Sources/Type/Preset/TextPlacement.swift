public import Pixels

/// Where a block of text stands on the canvas.
public struct TextPlacement: Hashable, Sendable {
  /// The canvas in pixels.
  public var canvas: PixelSize
  /// The fixed point from the left, in pixels of the canvas.
  public var x: Double
  /// The fixed point from the top, in pixels of the canvas.
  public var y: Double
  /// Which part of the block stands at `x`: 0 its left edge, 0.5 its centre, 1 its right edge.
  public var anchorX: Double
  /// Which part of the block stands at `y`: 0 its top, 0.5 its centre, 1 its bottom.
  public var anchorY: Double
  /// The part of the canvas that the block stays in where it fits.
  public var safeArea: SafeArea

  /// A placement; `anchorX` and `anchorY` say which point of the block stands at (`x`, `y`).
  public init(
    canvas: PixelSize, x: Double, y: Double, anchorX: Double = 0.5, anchorY: Double = 0.5,
    safeArea: SafeArea = .title
  ) {
    self.canvas = canvas
    self.x = x
    self.y = y
    self.anchorX = anchorX
    self.anchorY = anchorY
    self.safeArea = safeArea
  }

  /// The left edge of a block of this width, moved into the safe area where it fits.
  func left(ofWidth width: Double) -> Double {
    Self.edge(
      at: x, anchor: anchorX, length: width, room: Double(canvas.width),
      insets: (safeArea.left, safeArea.right))
  }

  /// The top of a block of this height, moved into the safe area where it fits.
  func top(ofHeight height: Double) -> Double {
    Self.edge(
      at: y, anchor: anchorY, length: height, room: Double(canvas.height),
      insets: (safeArea.top, safeArea.bottom))
  }

  private static func edge(
    at point: Double, anchor: Double, length: Double, room: Double,
    insets: (before: Double, after: Double)
  ) -> Double {
    let first = room * insets.before
    let free = room * (1 - insets.before - insets.after) - length
    guard free > 0 else { return first + free / 2 }
    return min(max(point - anchor * length, first), first + free)
  }
}
