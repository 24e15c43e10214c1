internal import Foundation

extension Grade {
  /// Colours drawn towards teal and orange, shadows tinted teal and lights orange; skin, which
  /// is orange already, keeps its hue and its chroma.
  func gathered(_ lab: Oklab) -> Oklab {
    let (chroma, hue) = (lab.chroma, lab.hue)
    let skin =
      bell(turn(from: Self.skinHue, to: hue) / 26)
      * smoothstep(0.02, 0.05, chroma) * (1 - smoothstep(0.16, 0.24, chroma))
    let toOrange = turn(from: hue, to: Self.orange)
    let toTeal = turn(from: hue, to: Self.teal)
    let nearOrange = bell(toOrange / 62)
    let nearTeal = bell(toTeal / 78)
    let pull = tealOrange * 0.95 * (1 - 0.8 * skin)
    let newHue = hue + pull * (toOrange * nearOrange + toTeal * nearTeal)
    let onAxis = max(nearOrange, nearTeal)
    let boost = 1 + tealOrange * ((0.3 * onAxis - 0.45 * (1 - onAxis)) * (1 - 0.75 * skin))
    var result = lab.with(chroma: chroma * boost, hue: newHue)
    let grey = 1 - smoothstep(0.02, 0.13, chroma)
    let dark = smoothstep(0.02, 0.22, lab.lightness) * (1 - smoothstep(0.3, 0.72, lab.lightness))
    let light = smoothstep(0.5, 0.85, lab.lightness) * (1 - smoothstep(0.88, 1, lab.lightness))
    let shadow = tealOrange * 0.062 * dark * (0.35 + 0.65 * grey) * (1 - 0.85 * skin)
    let glow = tealOrange * 0.042 * light * (0.3 + 0.7 * grey) * (1 - 0.7 * nearTeal)
    result.a += shadow * cos(Self.teal * .pi / 180) + glow * cos(Self.orange * .pi / 180)
    result.b += shadow * sin(Self.teal * .pi / 180) + glow * sin(Self.orange * .pi / 180)
    return result
  }

  /// Degrees of hue in Oklab.
  private static let orange = 58.0
  private static let teal = 212.0
  private static let skinHue = 50.0
}

/// The shorter way round from one hue to another, in degrees.
private func turn(from: Double, to: Double) -> Double {
  (to - from).remainder(dividingBy: 360)
}

private func bell(_ x: Double) -> Double { exp(-x * x) }
