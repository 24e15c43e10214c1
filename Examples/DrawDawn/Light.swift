import Foundation

/// Red, green and blue in linear light; 1 is white, more is brighter than the film can show.
typealias Light = SIMD3<Float>

extension Light {
  /// The light of a colour as it is written in sRGB, `0xRRGGBB`.
  init(_ hex: UInt32) {
    func channel(_ shift: UInt32) -> Float {
      let value = Float(hex >> shift & 255) / 255
      return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    self.init(channel(16), channel(8), channel(0))
  }

  /// This light and another, `share` of the other.
  @inline(__always)
  func mixed(_ other: Light, _ share: Float) -> Light {
    self + (other - self) * share
  }

  /// How bright it looks.
  var luminance: Float { x * 0.2126 + y * 0.7152 + z * 0.0722 }
}

/// Colours at places from 0 to 1, and smoothly between.
struct Gradient {
  let stops: [(place: Float, light: Light)]

  subscript(place: Float) -> Light {
    guard let above = stops.firstIndex(where: { $0.place > place }) else {
      return stops[stops.count - 1].light
    }
    guard above > 0 else { return stops[0].light }
    let (low, high) = (stops[above - 1], stops[above])
    return low.light.mixed(high.light, smoothStep(low.place, high.place, place))
  }
}
