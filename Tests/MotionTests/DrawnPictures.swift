import Pixels

/// Pictures whose depth is known, because they are drawn.
enum DrawnPictures {
  /// A ball before a wall of stripes: a subject with a clear outline.
  static func ball(_ size: PixelSize = PixelSize(width: 320, height: 180)) -> Picture {
    made(size) { x, y in
      let (dx, dy) = (x - 0.5, (y - 0.55) * Double(size.height) / Double(size.width))
      if (dx * dx + dy * dy).squareRoot() < 0.13 {
        return YCbCr(y: UInt8(150 + 60 * (0.2 - dy)), cb: 80, cr: 190)
      }
      return YCbCr(
        y: UInt8(60 + 8 * ((x * 23).rounded(.down).truncatingRemainder(dividingBy: 2))),
        cb: 135, cr: 120)
    }
  }

  /// Blue sky over dark hills: a sky with a clear edge.
  static func hills(_ size: PixelSize = PixelSize(width: 320, height: 180)) -> Picture {
    made(size) { x, y in
      let edge = 0.45 + 0.08 * wave(x * 9)
      if y < edge { return YCbCr(y: UInt8(150 + 50 * y), cb: 150, cr: 112) }
      let grain = 12 * wave(x * 70 + y * 31) * wave(y * 90)
      return YCbCr(y: UInt8(70 + 20 * (y - edge) + grain), cb: 112, cr: 122)
    }
  }

  static func made(_ size: PixelSize, _ color: (Double, Double) -> YCbCr) -> Picture {
    let picture = Picture(size: size)
    for y in 0..<size.height {
      for x in 0..<size.width {
        let place = (
          (Double(x) + 0.5) / Double(size.width), (Double(y) + 0.5) / Double(size.height)
        )
        let value = color(place.0, place.1)
        picture.luma[x, y] = value.y
        guard x % 2 == 0, y % 2 == 0 else { continue }
        picture.cb[x / 2, y / 2] = value.cb
        picture.cr[x / 2, y / 2] = value.cr
      }
    }
    return picture
  }

  /// A parabola's answer to a sine, −1…1.
  private static func wave(_ turn: Double) -> Double {
    let t = turn - turn.rounded(.down)
    return t < 0.5 ? 16 * t * (0.5 - t) : -16 * (t - 0.5) * (1 - t)
  }
}

extension Picture {
  /// Everything it shows, to be compared.
  var samples: [[UInt8]] {
    [luma, cb, cr].flatMap { plane in
      (0..<plane.height).map {
        Array(UnsafeBufferPointer(start: plane.row($0), count: plane.width))
      }
    }
  }

  /// The largest difference of luma from `other`.
  func difference(from other: Picture) -> Int {
    zip(samples.prefix(size.height), other.samples.prefix(size.height)).map { a, b in
      zip(a, b).map { abs(Int($0) - Int($1)) }.max() ?? 0
    }.max() ?? 0
  }
}
