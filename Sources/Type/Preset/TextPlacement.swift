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
  /// Room that the block keeps from every edge, as a share of the canvas (EBU R 95: graphics
  /// keep 0.05).
  public var margin: Double

  /// A placement; `anchorX` and `anchorY` say which point of the block stands at (`x`, `y`).
  public init(
    canvas: PixelSize, x: Double, y: Double, anchorX: Double = 0.5, anchorY: Double = 0.5,
    margin: Double = 0.05
  ) {
    self.canvas = canvas
    self.x = x
    self.y = y
    self.anchorX = anchorX
    self.anchorY = anchorY
    self.margin = margin
  }

  /// The left edge of a block of this width, moved inside the margins where it fits them.
  func left(ofWidth width: Double) -> Double {
    Self.edge(
      at: x, anchor: anchorX, length: width, room: Double(canvas.width), margin: margin)
  }

  /// The top of a block of this height, moved inside the margins where it fits them.
  func top(ofHeight height: Double) -> Double {
    Self.edge(
      at: y, anchor: anchorY, length: height, room: Double(canvas.height), margin: margin)
  }

  private static func edge(
    at point: Double, anchor: Double, length: Double, room: Double, margin: Double
  ) -> Double {
    let free = room * (1 - 2 * margin) - length
    guard free > 0 else { return (room - length) / 2 }
    let wanted = point - anchor * length
    return min(max(wanted, room * margin), room * margin + free)
  }
}
