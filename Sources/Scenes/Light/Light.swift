internal import Foundation

/// Linear light in red, green and blue, BT.709 primaries; 1 is paper white, more is brighter.
typealias Light = SIMD3<Float>

extension SIMD3<Float> {
  /// The light of an sRGB colour written as `0xRRGGBB`.
  init(_ hex: UInt32) {
    self.init(
      Light.decoded[Int(hex >> 16 & 255)], Light.decoded[Int(hex >> 8 & 255)],
      Light.decoded[Int(hex & 255)])
  }

  private static let decoded = (0...255).map { decode(Float($0) / 255) }

  /// From an sRGB value to light (IEC 61966-2-1).
  static func decode(_ x: Float) -> Float {
    x <= 0.04045 ? x / 12.92 : pow((x + 0.055) / 1.055, 2.4)
  }

  /// From light to an sRGB value.
  static func encode(_ x: Float) -> Float {
    x <= 0.0031308 ? Swift.max(x, 0) * 12.92 : 1.055 * pow(x, 1 / 2.4) - 0.055
  }

  /// This light and `other`, of which there is `share`.
  func mixed(_ other: Light, _ share: Float) -> Light { self + (other - self) * share }

  /// BT.709 luminance.
  var luminance: Float { x * 0.2126 + y * 0.7152 + z * 0.0722 }

  /// Its colour fullness times `amount`, at the same luminance.
  func saturated(_ amount: Float) -> Light {
    let grey = Light(repeating: luminance)
    return (grey + (self - grey) * amount).clamped(
      lowerBound: .zero, upperBound: Light(repeating: 64))
  }

  /// Each colour, which is more than 0, to the power of `exponent`, right to one part in 30 000:
  /// the logarithm of the mantissa and the power of 2 of the fraction by polynomials.
  func raised(to exponent: Float) -> Light {
    Light(Light.power(x, exponent), Light.power(y, exponent), Light.power(z, exponent))
  }

  @inline(__always) private static func power(_ base: Float, _ exponent: Float) -> Float {
    let bits = base.bitPattern
    let m = Float(bitPattern: bits & 0x7F_FFFF | 0x3F80_0000)
    var log = 0.04392863 * m - 0.40947559
    log = log * m + 1.61017755
    log = log * m - 3.52021884
    log = log * m + 5.06975632
    log = log * m - 2.79415368
    let place = (log + Float(Int32(bits >> 23) - 127)) * exponent
    let whole = place.rounded(.down)
    guard whole > -126, whole < 127 else { return whole < 0 ? 0 : .greatestFiniteMagnitude }
    let f = place - whole
    let fraction: Float = (((0.01368398 * f + 0.05171774) * f + 0.24162132) * f + 0.69296955) * f
    return (fraction + 1) * Float(bitPattern: UInt32(Int32(whole) + 127) << 23)
  }

  /// A pixel of this light that hides `alpha` of what lies behind.
  func pixel(_ alpha: Float = 1) -> SIMD4<Float> { SIMD4(self * alpha, alpha) }
}

extension SIMD4<Float> {
  /// Premultiplied light.
  var light: Light { Light(x, y, z) }

  /// This premultiplied pixel with another laid over it (Porter & Duff 1984).
  func under(_ top: SIMD4<Float>) -> SIMD4<Float> { top + self * (1 - top.w) }
}

/// 0 below `low`, 1 above `high`, smooth between; the other way round where `high` is lower.
func smoothStep(_ low: Float, _ high: Float, _ x: Float) -> Float {
  let t = min(max((x - low) / (high - low), 0), 1)
  return t * t * (3 - 2 * t)
}

/// `a` to `b` as `t` goes from 0 to 1.
func mix(_ a: Float, _ b: Float, _ t: Float) -> Float { a + (b - a) * t }

/// `x` kept within 0 and 1.
func unit(_ x: Float) -> Float { min(max(x, 0), 1) }
