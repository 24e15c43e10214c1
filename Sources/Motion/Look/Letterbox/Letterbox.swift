public import Pixels

/// Black bars that leave the middle of a frame in another shape.
public struct Letterbox: Hashable, Sendable {
  /// Width of what stays over its height.
  public var aspect: Double

  /// Bars that leave a picture of `aspect`, 2.39 for a wide screen of the cinema.
  public init(aspect: Double = 2.39) {
    precondition(aspect > 0 && aspect.isFinite, "a shape has a width and a height")
    self.aspect = aspect
  }

  /// What stays of a frame: its middle, on even pixels.
  public func window(in size: PixelSize) -> PixelRect {
    let full = Double(size.width) / Double(size.height)
    if full < aspect {
      let bar = Int((Double(size.height) - Double(size.width) / aspect) / 4) * 2
      return PixelRect(x: 0, y: bar, width: size.width, height: size.height - 2 * bar)
    }
    let bar = Int((Double(size.width) - Double(size.height) * aspect) / 4) * 2
    return PixelRect(x: bar, y: 0, width: size.width - 2 * bar, height: size.height)
  }

  /// Paints the bars over a 4:2:0 picture, in place.
  public func apply(to picture: Picture) {
    let (size, window) = (picture.size, window(in: picture.size))
    let bars = [
      PixelRect(x: 0, y: 0, width: size.width, height: window.y),
      PixelRect(x: 0, y: window.maxY, width: size.width, height: size.height - window.maxY),
      PixelRect(x: 0, y: 0, width: window.x, height: size.height),
      PixelRect(x: window.maxX, y: 0, width: size.width - window.maxX, height: size.height),
    ]
    for bar in bars where !bar.isEmpty { picture.fill(bar, with: .black) }
  }
}
