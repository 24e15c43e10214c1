internal import Foundation
internal import Pixels

/// Drawings made of outlines: neon tubes that glow in the dark, or white lines on blue paper.
///
/// Lines lie where the drawing's tone or its edge changes (Sobel 1968).
struct LineWork {
  let stage: Stage
  let index: Int

  /// How strong a line is at each pixel, 0…1.
  private func edges(of canvas: Canvas) -> [Float] {
    let (width, height) = (canvas.width, canvas.height)
    let soft = canvas.halved()
    var tone = [Float](repeating: 0, count: width * height)
    for y in 0..<height {
      for x in 0..<width {
        let pixel = soft.sample((Float(x) + 0.5) / 2, (Float(y) + 0.5) / 2)
        guard pixel.w > 0 else { continue }
        let level = max((pixel.light / max(pixel.w, 0.02)).luminance, 0)
        tone[y * width + x] = min(level, 1.5).squareRoot() * min(pixel.w, 1) + pixel.w * 0.9
      }
    }
    var edges = tone
    let reach = max(1, Int((stage.unit / 900).rounded()))
    for y in 0..<height {
      let (above, below) = (max(y - reach, 0) * width, min(y + reach, height - 1) * width)
      for x in 0..<width {
        let (left, right) = (max(x - reach, 0), min(x + reach, width - 1))
        let row = y * width
        let gx = tone[row + right] - tone[row + left]
        let gy = tone[below + x] - tone[above + x]
        edges[row + x] = smoothStep(0.055, 0.26, (gx * gx + gy * gy).squareRoot())
      }
    }
    return edges
  }

  /// Makes tubes of a sheet's lines.
  func neon(on canvas: inout Canvas) {
    let edges = edges(of: canvas)
    var lines = Canvas(canvas.size)
    let hues = wanted
    let width = canvas.width
    for y in 0..<canvas.height {
      for x in 0..<width where edges[y * width + x] > 0.01 {
        let place =
          Float(x) / stage.width * 0.7 + Float(y) / stage.height * 0.5 + Float(index) * 0.31
        let hue = hues[place - place.rounded(.down)]
        lines.pixels[y * width + x] = SIMD4(hue * edges[y * width + x], 0)
      }
    }
    let small = lines.halved().halved()
    let near = small.blurred(sigma: max(stage.unit * 0.0022, 0.5))
    let far = small.blurred(sigma: stage.unit * 0.009)
    let deep = Light(0x0B0620)
    let dusk = Light(0x2A0B4A)
    canvas.recolour { x, y, light in
      let tone = min(max(light.luminance, 0), 1).squareRoot()
      let base = deep.mixed(dusk, tone * 0.75 + 0.25 * Float(y) / stage.height) * (0.6 + tone * 0.7)
      let (fx, fy) = ((Float(x) + 0.5) / 4, (Float(y) + 0.5) / 4)
      let halo = near.sample(fx, fy).light * 0.85 + far.sample(fx, fy).light * 1.1
      let line = lines.pixels[y * width + x].light
      let hot = line.mixed(Light(repeating: line.max()), 0.35)
      let isLamp = smoothStep(0.75, 1.3, light.luminance)
      return base + halo + hot * 1.25 + light * (isLamp * 0.35)
    }
  }

  private var wanted: Gradient {
    let own = stage.graph.palette.map(\.light)
    if let first = own.first {
      return Gradient([(0, first), (0.5, own.last ?? first), (1, first)])
    }
    return Gradient([0xFF2E88, 0xC23BFF, 0x3D7BFF, 0x19E3FF, 0x6A5BFF, 0xFF2E88])
  }

  /// Makes white lines on blue paper of a sheet's lines.
  func blueprint(on canvas: inout Canvas, paper grain: PaperTile) {
    let edges = edges(of: canvas)
    let width = canvas.width
    let pitch = stage.unit / 36
    let paper = Light(0x1B4F93)
    let dark = Light(0x153F7A)
    let chalk = Light(0xBFD8F4)
    canvas.recolour { x, y, light in
      let tone = min(max(light.luminance, 0), 1).squareRoot()
      let fibre = grain.at(Float(x), Float(y)).grain * 0.02
      var base = paper.mixed(dark, 0.35 + 0.45 * (1 - tone)) * (1 + fibre)
      if index == 0 {
        let (gx, gy) = (Float(x) / pitch, Float(y) / pitch)
        let fine = max(grid(gx, 0.03), grid(gy, 0.03)) * 0.10
        let coarse = max(grid(gx / 6, 0.006), grid(gy / 6, 0.006)) * 0.17
        base = base.mixed(chalk, fine + coarse)
      } else if tone < 0.34 {
        let place = (Float(x) + Float(y)) / (stage.unit * 0.0085)
        let line = smoothStep(0.30, 0.05, abs(place - place.rounded(.down) - 0.5))
        base = base.mixed(chalk, smoothStep(0.34, 0.12, tone) * line * 0.13)
      }
      return base.mixed(Light(0xEAF3FF), edges[y * width + x] * (index == 0 ? 0.55 : 0.92))
    }
  }

  private func grid(_ x: Float, _ half: Float) -> Float {
    smoothStep(half * 2, half * 0.6, abs(x - x.rounded()))
  }
}
