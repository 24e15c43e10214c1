internal import Foundation
internal import Pixels

/// Sheets of coloured paper one above the other: each tone is a flat sheet with a cut edge that
/// throws a soft shadow on the one below.
struct PaperCut {
  let stage: Stage
  let index: Int

  func apply(to canvas: inout Canvas) {
    let steps = index == 0 ? 7 : 4
    let soft = canvas.halved().halved().blurred(sigma: max(stage.unit * (index == 0 ? 0.009 : 0.0035) / 4, 0.4))
    let tones = levels(of: soft, steps: steps)
    let sheets = flatten(canvas, tones, steps)
    let shadow = shadows(sheets.levels, like: canvas)
    let noise = stage.noise("paper \(index)")
    let width = canvas.width
    let colours = sheets.colours
    canvas.recolour { x, y, _ in
      let level = sheets.levels[y * width + x]
      let base = Int(level)
      let share = smoothStep(0.40, 0.60, level - Float(base))
      let tone = colours[min(base, steps - 1)].mixed(colours[min(base + 1, steps - 1)], share)
      let fibre = noise.fractal(Float(x) / stage.unit * 300, Float(y) / stage.unit * 220, octaves: 2)
      let (fx, fy) = ((Float(x) + 0.5) / 4, (Float(y) + 0.5) / 4)
      let dark = shadow.sample(fx, fy).x
      return tone * (1 + fibre * 0.10) * (1 - dark * 0.55)
    }
    if index > 0 { dropShadow(under: &canvas) }
  }

  /// Places between which tones are told apart, so that each has its share of the sheet.
  private func levels(of soft: Canvas, steps: Int) -> (low: Float, high: Float) {
    var tones: [Float] = []
    for i in stride(from: 0, to: soft.pixels.count, by: 7) where soft.pixels[i].w > 0.5 {
      let pixel = soft.pixels[i]
      tones.append(Light.encode(min((pixel.light / pixel.w).luminance, 1.4)))
    }
    guard tones.count > 8 else { return (0, 1) }
    tones.sort()
    let (low, high) = (tones[tones.count / 40], tones[tones.count - 1 - tones.count / 40])
    return (low, max(high, low + 0.02))
  }

  /// Each pixel's tone in steps, and each step's colour.
  private func flatten(
    _ canvas: Canvas, _ range: (low: Float, high: Float), _ steps: Int
  ) -> (levels: [Float], colours: [Light]) {
    let near = index == 0 ? 0.011 : 0.0016
    let soft = canvas.halved().blurred(sigma: stage.unit * Float(near) / 2)
    var levels = [Float](repeating: 0, count: canvas.pixels.count)
    var sums = [Light](repeating: .zero, count: steps)
    var counts = [Float](repeating: 0, count: steps)
    for y in 0..<canvas.height {
      for x in 0..<canvas.width {
        let pixel = soft.sample((Float(x) + 0.5) / 2, (Float(y) + 0.5) / 2)
        guard pixel.w > 0.02 else { continue }
        let light = pixel.light / pixel.w
        let tone = Light.encode(min(light.luminance, 1.4))
        let place = (tone - range.low) / (range.high - range.low)
        let level = min(max(place, 0), 0.9999) * Float(steps) - 0.5
        levels[y * canvas.width + x] = max(level, 0)
        let step = min(Int(max(level, 0).rounded()), steps - 1)
        if pixel.w > 0.6 {
          sums[step] += light.clamped(lowerBound: .zero, upperBound: Light(repeating: 1.2))
          counts[step] += 1
        }
      }
    }
    var last = Light(repeating: 0.2)
    let colours = (0..<steps).map { i -> Light in
      if counts[i] > 0 { last = (sums[i] / counts[i]).saturated(1.22) }
      return last
    }
    return (levels, colours)
  }

  /// The shadow that a brighter sheet's edge throws on the darker one below it, at a quarter.
  private func shadows(_ levels: [Float], like canvas: Canvas) -> Canvas {
    var map = Canvas(canvas.size)
    for i in levels.indices {
      let base = levels[i].rounded(.down)
      let step = base + smoothStep(0.40, 0.60, levels[i] - base)
      map.pixels[i] = SIMD4(repeating: step)
    }
    let small = map.halved().halved()
    let soft = small.blurred(sigma: max(stage.unit * 0.0065 / 4, 0.5))
    var result = small
    let offset = stage.unit * 0.0042 / 4
    result.shade(rows: 0..<result.height) { x, y, own in
      let cast = soft.sample(x - offset * 0.6, y - offset).x
      return SIMD4(repeating: smoothStep(0.04, 0.75, abs(cast - own.x)) * (cast > own.x ? 1 : 0.35))
    }
    return result
  }

  /// A soft shadow beyond the sheet's own edge.
  private func dropShadow(under canvas: inout Canvas) {
    let soft = canvas.halved().halved().blurred(sigma: max(stage.unit * 0.008 / 4, 0.5))
    let (dx, dy) = (stage.unit * 0.004, stage.unit * 0.006)
    canvas.shade(rows: 0..<canvas.height) { x, y, old in
      guard old.w < 0.999 else { return old }
      let dark = soft.sample((x - dx) / 4, (y - dy) / 4).w * 0.50
      return Light.zero.pixel(dark).under(old)
    }
  }
}
