internal import Pixels

/// The room that a text takes, as shares of the frame.
struct TextBox {
  /// What is left free between two texts, as a share of the height.
  static let gap = 0.025

  let left: Double
  let right: Double
  let top: Double
  let bottom: Double

  init(_ ink: PixelRect, on canvas: PixelSize) {
    let (width, height) = (Double(canvas.width), Double(canvas.height))
    (left, right) = (Double(ink.x) / width, Double(ink.maxX) / width)
    (top, bottom) = (Double(ink.y) / height, Double(ink.maxY) / height)
  }

  private init(left: Double, right: Double, top: Double, bottom: Double) {
    (self.left, self.right, self.top, self.bottom) = (left, right, top, bottom)
  }

  /// The same box further down.
  func moved(by shift: Double) -> TextBox {
    TextBox(left: left, right: right, top: top + shift, bottom: bottom + shift)
  }

  /// Whether it stands on the other, or closer above or below than the gap.
  /// - Parameter isBeside: whether standing beside it counts, too.
  func meets(_ other: TextBox, isBeside: Bool) -> Bool {
    let slack = Self.gap * 0.99
    guard left < right, other.left < other.right, top - slack < other.bottom,
      other.top < bottom + slack
    else { return false }
    return isBeside || left < other.right && other.left < right
  }
}
