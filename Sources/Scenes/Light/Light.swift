internal import Foundation

/// Linear light in red, green and blue, BT.709 primaries; 1 is paper white, more is brighter.
typealias Light = SIMD3<Float>

extension SIMD3<Float> {
  /// The light of an sRGB colour written as `0xRRGGBB`.
  init(_ hex: UInt32) {
    self.init(
      Light.decode(Float(hex >> 16 & 255) / 255), Light.decode(Float(hex >> 8 & 255) / 255),
      Light.decode(Float(hex & 255) / 255))
  }

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
