internal import Foundation

/// A colourist's grade: what becomes of a colour, whatever its place and time.
///
/// Balance and exposure act in linear light, contrast on the encoded signal, colour in Oklab.
/// A fresh grade changes nothing.
struct Grade {
  /// Warmer light where positive, in mireds (10⁶ / K).
  var mireds = 0.0
  /// Stops of light; highlights roll off rather than clip.
  var stops = 0.0
  /// Steepness of the S-curve about the pivot; 1 is straight.
  var contrast = 1.0
  /// Encoded level that contrast leaves in place.
  var pivot = 0.42
  /// Encoded level that black is lifted to.
  var lift = 0.0
  /// How far white is lowered, encoded.
  var fade = 0.0
  /// Factor on chroma.
  var saturation = 1.0
  /// How much more the pale colours gain than the rich ones, 0…1.
  var vibrance = 0.0
  /// Loss of chroma towards white, 0…1.
  var paleHighlights = 0.0
  /// Colour of the shadows: a and b of Oklab.
  var shadows = SIMD2(0.0, 0.0)
  /// Colour of the highlights: a and b of Oklab.
  var highlights = SIMD2(0.0, 0.0)
  /// How far colours gather about teal and orange, 0…1.
  var tealOrange = 0.0
  /// Share of colour lost, 0…1.
  var monochrome = 0.0
  /// Tables that follow, with their shares.
  var cubes: [(cube: ColorCube, share: Double)] = []

  /// Whether no colour changes.
  var isIdentity: Bool {
    mireds == 0 && stops == 0 && contrast == 1 && lift == 0 && fade == 0 && saturation == 1
      && vibrance == 0 && paleHighlights == 0 && shadows == .zero && highlights == .zero
      && tealOrange == 0 && monochrome == 0 && cubes.isEmpty
  }

  /// How much of a colour's distance from the gamut it keeps.
  var keepsBeyondGamut: Double { saturation * (1 - monochrome) }

  /// The change, made ready.
  func prepared() -> @Sendable (SIMD3<Double>) -> SIMD3<Double> {
    let balance = mireds == 0 ? nil : WhiteBalance(kelvins: 1e6 / (1e6 / 6504 + mireds))
    let gain = exp2(stops)
    let grade = self
    return { encoded in
      var color = LinearColor(encoded: encoded)
      if let balance { color = balance.apply(color) }
      if gain != 1 {
        color = LinearColor(
          roll(color.x, gain: gain), roll(color.y, gain: gain), roll(color.z, gain: gain))
      }
      var signal = color.withinGamut.encoded
      signal = SIMD3(grade.curve(signal.x), grade.curve(signal.y), grade.curve(signal.z))
      if grade.changesColor { signal = grade.colored(signal) }
      for (cube, share) in grade.cubes { signal += (cube.color(for: signal) - signal) * share }
      return signal.clamped(
        lowerBound: SIMD3(repeating: 0), upperBound: SIMD3(repeating: 1))
    }
  }

  private var changesColor: Bool {
    saturation != 1 || vibrance != 0 || paleHighlights != 0 || shadows != .zero
      || highlights != .zero || tealOrange != 0 || monochrome != 0
  }

  /// Contrast about the pivot, then lifted blacks and faded whites.
  private func curve(_ value: Double) -> Double {
    var x = max(0, min(1, value))
    if contrast != 1 {
      x =
        x < pivot
        ? pivot * pow(x / pivot, contrast)
        : 1 - (1 - pivot) * pow((1 - x) / (1 - pivot), contrast)
    }
    return lift + x * (1 - lift - fade)
  }

  private func colored(_ signal: SIMD3<Double>) -> SIMD3<Double> {
    var lab = Oklab(LinearColor(encoded: signal))
    let light = lab.lightness
    if tealOrange > 0 { lab = gathered(lab) }
    let pale = 1 - smoothstep(0.04, 0.2, lab.chroma)
    let room = saturation > 1 ? 1 - 0.8 * smoothstep(0.08, 0.27, lab.chroma) : 1
    var factor = (1 + (saturation - 1) * room) * (1 + vibrance * pale)
    factor *= 1 - paleHighlights * smoothstep(0.7, 1, light)
    lab.a *= factor
    lab.b *= factor
    let low = smoothstep(0, 0.25, light) * (1 - smoothstep(0.25, 0.75, light))
    let high = smoothstep(0.4, 0.85, light) * (1 - smoothstep(0.9, 1.02, light) * 0.7)
    lab.a += shadows.x * low + highlights.x * high
    lab.b += shadows.y * low + highlights.y * high
    lab.a *= 1 - monochrome
    lab.b *= 1 - monochrome
    return lab.color.withinGamut.encoded
  }
}

/// More light with a shoulder: `gain` times as much in the shadows, white stays white.
private func roll(_ value: Double, gain: Double) -> Double {
  let x = max(value, 0)
  guard gain > 1 else { return x * gain / (1 + (gain - 1) * min(x, 1) * 0.35) }
  return x * gain / (1 + (gain - 1) * pow(x, 1.4))
}
