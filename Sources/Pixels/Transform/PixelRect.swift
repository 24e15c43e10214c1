/// A rectangle of whole pixels: half-open in both directions.
public struct PixelRect: Hashable, Sendable {
  /// Left edge, the first column inside.
  public var x: Int
  /// Top edge, the first row inside.
  public var y: Int
  /// Columns.
  public var width: Int
  /// Rows.
  public var height: Int

  /// A rectangle with its top left corner at (x, y).
  public init(x: Int, y: Int, width: Int, height: Int) {
    self.x = x
    self.y = y
    self.width = max(width, 0)
    self.height = max(height, 0)
  }

  /// The rectangle that covers a picture of `size`.
  public init(_ size: PixelSize) {
    self.init(x: 0, y: 0, width: size.width, height: size.height)
  }

  /// One past the last column.
  public var maxX: Int { x + width }
  /// One past the last row.
  public var maxY: Int { y + height }
  /// Whether nothing lies inside.
  public var isEmpty: Bool { width == 0 || height == 0 }

  /// The part that both share; empty where they lie apart.
  public func intersection(_ other: PixelRect) -> PixelRect {
    let left = max(x, other.x)
    let top = max(y, other.y)
    return PixelRect(
      x: left, y: top, width: min(maxX, other.maxX) - left,
      height: min(maxY, other.maxY) - top)
  }

  /// The chroma samples that 4:2:0 has for this rectangle, whose corner is even.
  public var halved: PixelRect {
    PixelRect(x: x / 2, y: y / 2, width: (width + 1) / 2, height: (height + 1) / 2)
  }
}
