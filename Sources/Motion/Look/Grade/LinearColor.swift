internal import Foundation

/// Red, green and blue of BT.709 primaries in linear light, 1 for white; may lie outside 0…1.
typealias LinearColor = SIMD3<Double>

extension LinearColor {
  /// From an encoded colour, by the curve of IEC 61966-2-1, odd about 0.
  init(encoded: SIMD3<Double>) {
    self.init(
      Self.decode(encoded.x), Self.decode(encoded.y), Self.decode(encoded.z))
  }

  /// Encoded by the curve of IEC 61966-2-1, odd about 0.
  var encoded: SIMD3<Double> {
    SIMD3(Self.encode(x), Self.encode(y), Self.encode(z))
  }

  /// Relative luminance (BT.709).
  var luminance: Double { 0.2126 * x + 0.7152 * y + 0.0722 * z }

  /// Brought into 0…1 by losing colour, not luminance.
  var withinGamut: LinearColor {
    let grey = Swift.max(0, Swift.min(1, luminance))
    let away = self - LinearColor(repeating: grey)
    var keep = 1.0
    for channel in 0..<3 {
      if self[channel] > 1 { keep = Swift.min(keep, (1 - grey) / away[channel]) }
      if self[channel] < 0 { keep = Swift.min(keep, -grey / away[channel]) }
    }
    return LinearColor(repeating: grey) + away * Swift.max(keep, 0)
  }

  static func decode(_ value: Double) -> Double {
    let size = value.magnitude
    let linear = size <= 0.04045 ? size / 12.92 : pow((size + 0.055) / 1.055, 2.4)
    return value < 0 ? -linear : linear
  }

  static func encode(_ value: Double) -> Double {
    let size = value.magnitude
    let coded = size <= 0.0031308 ? size * 12.92 : 1.055 * pow(size, 1 / 2.4) - 0.055
    return value < 0 ? -coded : coded
  }
}

/// Lightness and two opponent colours in which equal steps look equal (Ottosson 2020).
struct Oklab {
  /// 0 for black, 1 for white.
  var lightness: Double
  /// From green to red.
  var a: Double
  /// From blue to yellow.
  var b: Double

  init(_ color: LinearColor) {
    let l = cbrt(0.4122214708 * color.x + 0.5363325363 * color.y + 0.0514459929 * color.z)
    let m = cbrt(0.2119034982 * color.x + 0.6806995451 * color.y + 0.1073969566 * color.z)
    let s = cbrt(0.0883024619 * color.x + 0.2817188376 * color.y + 0.6299787005 * color.z)
    lightness = 0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s
    a = 1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s
    b = 0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s
  }

  var color: LinearColor {
    let l = lightness + 0.3963377774 * a + 0.2158037573 * b
    let m = lightness - 0.1055613458 * a - 0.0638541728 * b
    let s = lightness - 0.0894841775 * a - 1.2914855480 * b
    let (l3, m3, s3) = (l * l * l, m * m * m, s * s * s)
    return LinearColor(
      4.0767416621 * l3 - 3.3077115913 * m3 + 0.2309699292 * s3,
      -1.2684380046 * l3 + 2.6097574011 * m3 - 0.3413193965 * s3,
      -0.0041960863 * l3 - 0.7034186147 * m3 + 1.7076147010 * s3)
  }

  var chroma: Double { (a * a + b * b).squareRoot() }

  /// Degrees, −180…180; 0 is a pinkish red, 90 yellow.
  var hue: Double { atan2(b, a) * 180 / .pi }

  /// The same lightness with another chroma and hue in degrees.
  func with(chroma: Double, hue: Double) -> Oklab {
    var result = self
    result.a = chroma * cos(hue * .pi / 180)
    result.b = chroma * sin(hue * .pi / 180)
    return result
  }
}

/// 0 up to `start`, 1 from `end` on, with a level slope at both.
func smoothstep(_ start: Double, _ end: Double, _ value: Double) -> Double {
  let t = max(0, min(1, (value - start) / (end - start)))
  return t * t * (3 - 2 * t)
}
