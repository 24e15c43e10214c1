internal import Foundation
internal import Pixels

/// Washes of watercolour: shapes simplified (Kuwahara 1976), edges that bleed and dry darker,
/// pigment that settles in the paper's grain (after Curtis et al. 1997).
struct Watercolour {
  let stage: Stage
  let index: Int
  /// The paper that all sheets lie on.
  let paper: PaperTile

  func apply(to canvas: inout Canvas) {
    let unit = stage.unit
    let half = Kuwahara(canvas.halved(), radius: max(Int(unit * 0.0045), 1)).filtered()
    let soft = half.halved().blurred(sigma: max(unit * 0.006 / 4, 0.5))
    let white = Light(0xFBF6EA)
    let strength: Float = stage.atmosphere.starlight > 0.5 ? 0.06 : 0.14
    let wet = washes(like: soft)
    canvas.shade(rows: 0..<canvas.height) { x, y, old in
      guard index == 0 || soft.pixels[Int(y) / 4 * soft.width + Int(x) / 4].w > 0.004 else {
        return .zero
      }
      let flow = wet.sample(x / 4, y / 4)
      let p = Point(x + flow.x, y + flow.y)
      let pixel = half.sample(p.x / 2, p.y / 2)
      guard pixel.w > 0.01 else { return .zero }
      let alpha = index == 0 ? 1 : smoothStep(0.25, 0.75, pixel.w)
      let around = soft.sample(p.x / 4, p.y / 4)
      let light = pixel.light / pixel.w
      let mean = around.light / max(around.w, 0.02)
      let rim = unit01(abs(light.luminance - mean.luminance) * 2.2) + (1 - min(around.w, 1)) * 0.9
      let (grain, tooth) = paper.at(x, y)
      let bloom = flow.z
      let back = smoothStep(0.02, 0.0, abs(bloom - 0.06)) * 0.10
      var density = 1 + bloom * 0.55 + grain * 0.22 + unit01(rim) * 0.38 + back
      density *= 0.90 + (tooth - 0.6) * 0.18
      let pigment = light.clamped(
        lowerBound: Light(repeating: 0.002), upperBound: Light(repeating: 1))
      let washed = pigment.raised(to: density).saturated(1.12)
      // Thick pigment lets little of the paper through.
      let thin = 0.35 + 0.65 * smoothStep(0.0, 0.22, washed.luminance)
      return washed.mixed(white, strength * thin * (1 - unit01(rim) * 0.5)).pixel(alpha)
    }
  }

  /// Where the water carries pigment, in pixels (x and y), and how much of it lies there (z), at
  /// a quarter of the size.
  private func washes(like small: Canvas) -> Canvas {
    let wash = stage.noise("wash \(index)")
    let unit = stage.unit
    var wet = Canvas(small.size)
    wet.shade(rows: 0..<wet.height) { x, y, _ in
      guard index == 0 || small.pixels[Int(y) * small.width + Int(x)].w > 0 else { return .zero }
      let (u, v) = (x * 4 / unit, y * 4 / unit)
      let dx = wash.value(u * 26, v * 26) * 0.0030 + wash.value(u * 90, v * 90) * 0.0010
      let dy = wash.value(u * 26 + 50, v * 26) * 0.0030 + wash.value(u * 90 + 9, v * 90) * 0.0010
      return SIMD4(dx * unit, dy * unit, wash.fractal(u * 2.4, v * 2.4, octaves: 5, gain: 0.55), 0)
    }
    return wet
  }

  private func unit01(_ x: Float) -> Float { min(max(x, 0), 1) }
}
