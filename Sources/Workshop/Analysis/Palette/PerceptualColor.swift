internal import Foundation

/// A colour in OKLab, in which equal distances look about equal (Ottosson, "A perceptual color
/// space for image processing", 2020).
struct PerceptualColor: Hashable, Sendable {
  /// Lightness, 0…1.
  var lightness: Double
  /// From green to red.
  var greenRed: Double
  /// From blue to yellow.
  var blueYellow: Double

  /// The colour of an sRGB triple, 0…1 each.
  init(red: Double, green: Double, blue: Double) {
    let (r, g, b) = (Self.linear(red), Self.linear(green), Self.linear(blue))
    let l = cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
    let m = cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
    let s = cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
    lightness = 0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s
    greenRed = 1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s
    blueYellow = 0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s
  }

  private init(lightness: Double, greenRed: Double, blueYellow: Double) {
    self.lightness = lightness
    self.greenRed = greenRed
    self.blueYellow = blueYellow
  }

  /// The mean of colours by their weights, whose sum isn't zero.
  static func mean(_ colors: some Sequence<(color: PerceptualColor, weight: Double)>) -> Self {
    var sum = Self(lightness: 0, greenRed: 0, blueYellow: 0)
    var total = 0.0
    for (color, weight) in colors {
      sum.lightness += color.lightness * weight
      sum.greenRed += color.greenRed * weight
      sum.blueYellow += color.blueYellow * weight
      total += weight
    }
    return Self(
      lightness: sum.lightness / total, greenRed: sum.greenRed / total,
      blueYellow: sum.blueYellow / total)
  }

  /// The square of the distance to another colour.
  func squaredDistance(to other: Self) -> Double {
    let (l, a, b) = (
      lightness - other.lightness, greenRed - other.greenRed, blueYellow - other.blueYellow
    )
    return l * l + a * a + b * b
  }

  /// `#RRGGBB`, the nearest that sRGB has.
  var hex: String {
    let l = pow(lightness + 0.3963377774 * greenRed + 0.2158037573 * blueYellow, 3)
    let m = pow(lightness - 0.1055613458 * greenRed - 0.0638541728 * blueYellow, 3)
    let s = pow(lightness - 0.0894841775 * greenRed - 1.2914855480 * blueYellow, 3)
    let channels = [
      4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
      -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
      -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s,
    ]
    return channels.reduce("#") { text, channel in
      let value = Int((Self.encoded(min(max(channel, 0), 1)) * 255).rounded())
      let digits = String(value, radix: 16, uppercase: true)
      return text + (digits.count == 1 ? "0" : "") + digits
    }
  }

  private static func linear(_ value: Double) -> Double {
    value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
  }

  private static func encoded(_ value: Double) -> Double {
    value <= 0.0031308 ? value * 12.92 : 1.055 * pow(value, 1 / 2.4) - 0.055
  }
}
