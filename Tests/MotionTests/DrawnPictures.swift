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

  /// A head before a wall, face to the camera.
  static func head(_ size: PixelSize = PixelSize(width: 320, height: 180)) -> Picture {
    made(size) { x, y in
      let reach = Double(size.height) * 0.22
      let u = (x - 0.5) * Double(size.width) / reach
      let v = (y - 0.45) * Double(size.height) / reach
      func isWithin(_ cx: Double, _ cy: Double, _ rx: Double, _ ry: Double) -> Bool {
        ((abs(u) - cx) / rx) * ((abs(u) - cx) / rx) + ((v - cy) / ry) * ((v - cy) / ry) < 1
      }
      if isWithin(0.36, -0.12, 0.11, 0.06) { return YCbCr(y: 40, cb: 128, cr: 128) }
      if isWithin(0.36, -0.32, 0.2, 0.05) { return YCbCr(y: 60, cb: 124, cr: 134) }
      if isWithin(0.36, -0.14, 0.22, 0.13) { return YCbCr(y: 120, cb: 116, cr: 144) }
      if isWithin(0, 0.3, 0.16, 0.05) { return YCbCr(y: 105, cb: 116, cr: 146) }
      if isWithin(0, 0.56, 0.3, 0.07) { return YCbCr(y: 85, cb: 114, cr: 160) }
      if isWithin(0, 0.05, 0.08, 0.25) { return YCbCr(y: 195, cb: 112, cr: 146) }
      if isWithin(0, 0, 0.78, 1) { return YCbCr(y: 170, cb: 112, cr: 148) }
      if isWithin(0, -0.15, 0.95, 1.15) { return YCbCr(y: 45, cb: 126, cr: 132) }
      if v > 0.9, abs(u) < 0.35 + max(0, v - 1.1) * 3, abs(u) < 1.8 {
        return YCbCr(y: 80, cb: 150, cr: 120)
      }
      return YCbCr(y: UInt8(110 + 25 * x), cb: 128, cr: 126)
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
