internal import Pixels

internal import Foundation

extension Canvas {
  /// Three box blurs along rows and columns, near enough to a Gaussian (Wells 1986).
  func blurred(sigma: Float) -> Canvas {
    let radius = Int(((4 * sigma * sigma + 1).squareRoot() / 2 - 0.5).rounded())
    guard radius > 0 else { return self }
    var result = self
    for _ in 0..<3 { result.box(radius: radius) }
    return result
  }

  private mutating func box(radius: Int) {
    var line = [SIMD4<Float>](repeating: .zero, count: max(width, height))
    for y in 0..<height { box(&line, start: y * width, count: width, step: 1, radius: radius) }
    for x in 0..<width { box(&line, start: x, count: height, step: width, radius: radius) }
  }

  private mutating func box(
    _ line: inout [SIMD4<Float>], start: Int, count: Int, step: Int, radius: Int
  ) {
    let weight = 1 / Float(2 * radius + 1)
    for i in 0..<count { line[i] = pixels[start + i * step] }
    var sum = line[0] * Float(radius)
    for i in 0...radius { sum += line[min(i, count - 1)] }
    for i in 0..<count {
      pixels[start + i * step] = sum * weight
      sum += line[min(i + radius + 1, count - 1)]
      sum -= line[max(i - radius, 0)]
    }
  }

  /// The glow that a lens spreads around what is brighter than `threshold`, at an eighth of the
  /// size; its alpha is 0.
  func bloom(threshold: Float, radius: Float) -> Canvas {
    var small = halved().halved().halved()
    for i in small.pixels.indices {
      let light = small.pixels[i].light
      let excess = smoothStep(threshold, threshold * 2.4, light.luminance)
      small.pixels[i] = SIMD4(light * excess, 0)
    }
    let sigma = max(radius / 8, 0.5)
    let near = small.blurred(sigma: sigma * 0.35)
    let far = small.blurred(sigma: sigma * 1.6)
    for i in small.pixels.indices { small.pixels[i] = near.pixels[i] * 0.6 + far.pixels[i] * 0.6 }
    return small
  }

  /// Adds a glow to every place that isn't clear, by its alpha.
  mutating func add(_ glow: Canvas, amount: Float) {
    let (sx, sy) = (Float(glow.width) / Float(width), Float(glow.height) / Float(height))
    shade(rows: 0..<height) { x, y, old in
      guard old.w > 0 else { return old }
      return old + glow.sample(x * sx, y * sy) * (amount * old.w)
    }
  }
}
