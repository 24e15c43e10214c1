internal import Foundation
internal import Motion

/// A wide, soft gradient whose contours bend like silk: noise warped by noise (Quílez 2002).
struct FlowingGradient {
  let stage: Stage
  let colours: AbstractPalette
  /// How bright it is.
  var level: Float = 1

  func draw(on canvas: inout Canvas) {
    let noise = stage.noise("gradient")
    let gradient = colours.gradient
    var chance = stage.chance("gradient turn")
    let turn = chance.within(0.3, 1.2) * (chance.happens(0.5) ? 1 : -1)
    let axis = Point(cos(turn), sin(turn))
    canvas.shade(rows: 0..<canvas.height) { x, y, _ in
      let (u, v) = ((x - stage.width / 2) / stage.unit, (y - stage.height / 2) / stage.unit)
      let a = noise.value(u * 0.9 + 3, v * 0.9)
      let b = noise.value(u * 0.9 - 7, v * 0.9 + 5)
      let flow = noise.value(u * 0.8 + a * 1.3, v * 0.8 + b * 1.3)
      let fine = noise.value(u * 1.9 + flow * 1.5, v * 1.9 + a)
      let place = 0.46 + (u * axis.x + v * axis.y) * 0.24 + flow * 0.34 + fine * 0.07
      let light = gradient[place]
      let sheen = pow(min(max(0.5 + fine * 0.5, 0), 1), 3) * 0.16
      return (light * ((0.92 + sheen) * level)).pixel()
    }
  }
}

/// Translucent sheets that cross the picture in slow waves, with a bright edge.
struct Ribbons {
  let stage: Stage
  let colours: AbstractPalette

  func draw(on canvas: inout Canvas) {
    let noise = stage.noise("ribbons")
    let waves = (0..<4).map { i in
      (0..<canvas.width).map { x -> SIMD2<Float> in
        let u = Float(x) / stage.unit
        let k = Float(i)
        let centre =
          0.30 + 0.16 * k + noise.value(u * 0.55 + k * 7, k) * 0.20
          + noise.value(u * 1.3 + k * 3, k + 9) * 0.05
        let width = 0.10 + 0.08 * noise.value(u * 0.8 + k * 13, 3)
        return SIMD2(centre * stage.height, max(width, 0.03) * stage.unit * 1.6)
      }
    }
    canvas.shade(rows: 0..<canvas.height) { x, y, old in
      var pixel = old
      for i in 0..<4 {
        let wave = waves[i][Int(x)]
        let off = (y - wave.x) / wave.y
        guard off > -0.02, off < 1.6 else { continue }
        let edge = smoothStep(-0.012, 0.006, off)
        let body = edge * exp(-off * 2.3) * 0.30
        let rim = exp(-off * off * 2600) * 0.35
        let tone = colours.colours[2 + i % 3]
        pixel = pixel.under(tone.mixed(Light(repeating: 1), 0.18 + rim).pixel(min(body + rim, 1)))
      }
      return pixel
    }
  }
}
