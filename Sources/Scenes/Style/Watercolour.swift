internal import Foundation
internal import Pixels

/// Washes of watercolour: shapes simplified (Kuwahara 1976), edges that bleed and dry darker,
/// pigment that settles in the paper's grain (after Curtis et al. 1997).
struct Watercolour {
  let stage: Stage
  let index: Int

  func apply(to canvas: inout Canvas) {
    let noise = stage.noise("paper")
    let wash = stage.noise("wash \(index)")
    let unit = stage.unit
    let half = Kuwahara(canvas.halved(), radius: max(Int(unit * 0.0045), 1)).filtered()
    let soft = half.halved().blurred(sigma: max(unit * 0.006 / 4, 0.5))
    let paper = Light(0xFBF6EA)
    let strength: Float = stage.atmosphere.starlight > 0.5 ? 0.10 : 0.22
    canvas.shade(rows: 0..<canvas.height) { x, y, old in
      let (u, v) = (x / unit, y / unit)
      let dx = wash.value(u * 26, v * 26) * 0.0030 + wash.value(u * 90, v * 90) * 0.0010
      let dy = wash.value(u * 26 + 50, v * 26) * 0.0030 + wash.value(u * 90 + 9, v * 90) * 0.0010
      let p = Point(x + dx * unit, y + dy * unit)
      let pixel = half.sample(p.x / 2, p.y / 2)
      guard pixel.w > 0.01 else { return .zero }
      let alpha = index == 0 ? 1 : smoothStep(0.25, 0.75, pixel.w)
      let around = soft.sample(p.x / 4, p.y / 4)
      let light = pixel.light / pixel.w
      let mean = around.light / max(around.w, 0.02)
      let rim = unit01(abs(light.luminance - mean.luminance) * 2.2) + (1 - min(around.w, 1)) * 0.9
      let grain = noise.fractal(u * 210, v * 210, octaves: 3, gain: 0.65)
      let tooth = noise.billowed(u * 120, v * 120, octaves: 2)
      let bloom = wash.fractal(u * 2.4, v * 2.4, octaves: 5, gain: 0.55)
      let back = smoothStep(0.02, 0.0, abs(bloom - 0.06)) * 0.10
      var density = 1 + bloom * 0.55 + grain * 0.22 + unit01(rim) * 0.38 + back
      density *= 0.90 + (tooth - 0.6) * 0.18
      let encoded = Light(Light.encode(light.x), Light.encode(light.y), Light.encode(light.z))
      let pigment = encoded.clamped(lowerBound: .zero, upperBound: Light(repeating: 1))
      func absorbed(_ c: Float) -> Float { Light.decode(pow(max(c, 0.02), density)) }
      let washed = Light(absorbed(pigment.x), absorbed(pigment.y), absorbed(pigment.z)).saturated(1.12)
      return washed.mixed(paper, strength * (1 - unit01(rim) * 0.5)).pixel(alpha)
    }
  }

  private func unit01(_ x: Float) -> Float { min(max(x, 0), 1) }
}

/// Smooths within shapes and keeps their edges: each pixel takes the mean of the calmest of the
/// four squares it is a corner of (Kuwahara et al. 1976), by summed areas (Crow 1984).
struct Kuwahara {
  private let source: Canvas
  private let radius: Int
  private var sums: [SIMD4<Float>]
  private var squares: [Float]

  init(_ source: Canvas, radius: Int) {
    self.source = source
    self.radius = radius
    let (w, h) = (source.width, source.height)
    sums = Array(repeating: .zero, count: (w + 1) * (h + 1))
    squares = Array(repeating: 0, count: (w + 1) * (h + 1))
    for y in 0..<h {
      var row = SIMD4<Float>.zero
      var square: Float = 0
      for x in 0..<w {
        let pixel = source.pixels[y * w + x]
        let tone = Kuwahara.tone(pixel)
        row += pixel
        square += tone * tone
        let i = (y + 1) * (w + 1) + x + 1
        sums[i] = sums[i - w - 1] + row
        squares[i] = squares[i - w - 1] + square
      }
    }
  }

  private static func tone(_ pixel: SIMD4<Float>) -> Float {
    min(pixel.x * 0.2126 + pixel.y * 0.7152 + pixel.z * 0.0722, 2) + pixel.w
  }

  func filtered() -> Canvas {
    var result = source
    let (w, h) = (source.width, source.height)
    for y in 0..<h {
      let rows = [(max(y - radius, 0), y + 1), (y, min(y + radius + 1, h))]
      for x in 0..<w {
        let columns = [(max(x - radius, 0), x + 1), (x, min(x + radius + 1, w))]
        var best = Float.greatestFiniteMagnitude
        for (y0, y1) in rows {
          for (x0, x1) in columns {
            let count = Float((y1 - y0) * (x1 - x0))
            let (a, b) = (y0 * (w + 1), y1 * (w + 1))
            let mean = (sums[b + x1] - sums[b + x0] - sums[a + x1] + sums[a + x0]) / count
            let square = (squares[b + x1] - squares[b + x0] - squares[a + x1] + squares[a + x0]) / count
            let tone = Kuwahara.tone(mean)
            let variance = square - tone * tone
            if variance < best {
              best = variance
              result.pixels[y * w + x] = mean
            }
          }
        }
      }
    }
    return result
  }
}
