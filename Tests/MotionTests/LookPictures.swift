import Pixels

@testable import Motion

/// Pictures for tests of looks and weather.
enum LookPictures {
  static let size = PixelSize(width: 192, height: 108)

  /// A picture of one colour.
  static func plain(
    _ y: UInt8, cb: UInt8 = 128, cr: UInt8 = 128, size: PixelSize = size
  ) -> Picture {
    Picture(size: size, filledWith: YCbCr(y: y, cb: cb, cr: cr))
  }

  /// All sorts of samples, some of colours that no display shows.
  static func mixed(_ size: PixelSize = size, hasAlpha: Bool = false) -> Picture {
    let picture = Picture(size: size, hasAlpha: hasAlpha)
    let chance = Chance(seed: 9)
    for (number, plane) in [picture.luma, picture.cb, picture.cr].enumerated() {
      for y in 0..<plane.height {
        for x in 0..<plane.width {
          let wave = 60 * chance.unit(x / 9, y / 7 + 99 * number)
          plane[x, y] = UInt8(20 + (x * 3 + y * (2 + number)) % 170 + Int(wave) / 2)
        }
      }
    }
    if let alpha = picture.alpha {
      for y in 0..<alpha.height {
        for x in 0..<alpha.width { alpha[x, y] = UInt8((x * 7 + y) % 256) }
      }
    }
    return picture
  }

  /// A scene within what displays show: a ramp of light with soft colours.
  static func scene(_ size: PixelSize = size) -> Picture {
    let picture = Picture(size: size)
    for y in 0..<size.height {
      for x in 0..<size.width { picture.luma[x, y] = UInt8(40 + 150 * x / size.width + y % 8) }
    }
    for y in 0..<picture.cb.height {
      for x in 0..<picture.cb.width {
        picture.cb[x, y] = UInt8(118 + 20 * y / picture.cb.height)
        picture.cr[x, y] = UInt8(138 - 20 * y / picture.cb.height)
      }
    }
    return picture
  }

  static func copy(_ picture: Picture) -> Picture {
    let result = Picture(size: picture.size, hasAlpha: picture.alpha != nil)
    result.copy(picture, in: PixelRect(picture.size))
    return result
  }

  /// All samples, plane after plane.
  static func samples(_ picture: Picture) -> [UInt8] {
    [picture.luma, picture.cb, picture.cr, picture.alpha].compactMap { $0 }.flatMap(samples)
  }

  static func samples(_ plane: Plane) -> [UInt8] {
    (0..<plane.height).flatMap { y in (0..<plane.width).map { plane[$0, y] } }
  }

  static func mean(_ plane: Plane) -> Double {
    let all = samples(plane)
    return Double(all.reduce(0) { $0 + Int($1) }) / Double(all.count)
  }

  /// FNV-1a, 64 bits.
  static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
    bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }
}
