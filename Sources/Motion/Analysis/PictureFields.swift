internal import Pixels

/// A picture as numbers, small enough to think about: luma 0…1 and colour differences −½…½.
struct PictureFields: Sendable {
  let luma, blue, red: Field

  /// Longest side of a picture that is analysed, in pixels: more detail than depth needs.
  static let longestSide = 320

  var size: PixelSize { luma.size }

  init(_ picture: Picture) {
    let longest = Double(max(picture.size.width, picture.size.height))
    let scale = min(1, Double(Self.longestSide) / longest)
    let size = PixelSize(
      width: max(8, Int((Double(picture.size.width) * scale).rounded())),
      height: max(8, Int((Double(picture.size.height) * scale).rounded())))
    let even = PixelSize(width: size.width & ~1, height: size.height & ~1)
    let small = picture.resized(to: even)
    luma = Field(small.luma)
    blue = Field(small.cb, zero: 128, range: 224).resized(to: even)
    red = Field(small.cr, zero: 128, range: 224).resized(to: even)
  }

  /// Red, green and blue, 0…1, by BT.709.
  func rgb(_ i: Int) -> (red: Float, green: Float, blue: Float) {
    let (y, b, r) = (luma.values[i], blue.values[i], red.values[i])
    let (red, blue) = (y + 1.5748 * r, y + 1.8556 * b)
    return (red, (y - 0.2126 * red - 0.0722 * blue) / 0.7152, blue)
  }

  /// How sharply luma and colour change at each place (Sobel).
  var gradient: Field {
    let (a, b, c) = (luma.slope, blue.slope, red.slope)
    return Field(
      size: size,
      values: luma.values.indices.map { max(a.values[$0], b.values[$0], c.values[$0]) })
  }
}

extension Field {
  /// The length of the gradient by Sobel's masks, in units of the field a pixel.
  var slope: Field {
    Field(size: size) { x, y in
      let (left, right) = (max(x - 1, 0), min(x + 1, width - 1))
      let (up, down) = (max(y - 1, 0), min(y + 1, height - 1))
      let across =
        self[right, up] + 2 * self[right, y] + self[right, down]
        - self[left, up] - 2 * self[left, y] - self[left, down]
      let along =
        self[left, down] + 2 * self[x, down] + self[right, down]
        - self[left, up] - 2 * self[x, up] - self[right, up]
      return (across * across + along * along).squareRoot() / 8
    }
  }

  /// Stretched so that the given shares of values lie below 0 and above 1.
  func normalized(low: Double = 0.02, high: Double = 0.98) -> Field {
    let (bottom, top) = (quantile(low), quantile(high))
    guard top - bottom > 1e-5 else { return Field(size: size) }
    return map { max(0, min(1, ($0 - bottom) / (top - bottom))) }
  }
}
