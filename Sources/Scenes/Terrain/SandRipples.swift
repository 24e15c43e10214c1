internal import Foundation

/// Wind ripples on sand, closer together the farther off.
struct SandRipples {
  let stage: Stage

  func draw(from row: Float, on canvas: inout Canvas) {
    let noise = stage.noise("sand ripples")
    canvas.shade(rows: canvas.rows(row, stage.height)) { x, y, old in
      guard old.w > 0 else { return old }
      let below = (y - row) / stage.unit
      let depth = 1 / (below + 0.12)
      let u = (x - stage.width / 2) / stage.unit * depth
      let bend = noise.fractal(u * 0.9, depth * 0.9, octaves: 3)
      let wave = sin((depth * 9 + u * 1.1 + bend * 7) * 2.6)
      let grain = noise.value(x * 0.55, y * 0.55)
      let strength = smoothStep(0.05, 0.3, below) * 0.055
      let factor = 1 + wave * strength * (0.7 + bend) + grain * 0.03
      return SIMD4(old.light * factor, old.w)
    }
  }
}
