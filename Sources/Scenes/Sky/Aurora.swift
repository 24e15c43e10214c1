internal import Foundation

/// Curtains of aurora: green from oxygen at the hem, teal, then violet at the top; rays follow
/// the field lines.
struct Aurora {
  let stage: Stage

  func draw(on canvas: inout Canvas) {
    let noise = stage.noise("aurora")
    let colours = auroraColours
    let curtains = stage.isTall ? 4 : 3
    let rows = 0..<min(Int(stage.horizon), canvas.height)
    let half = stage.width / 2
    canvas.shade(rows: rows) { x, y, old in
      let u = (x - half) / stage.unit
      let v = (stage.horizon - y) / stage.unit
      var sum = Light.zero
      for curtain in 0..<curtains {
        let k = Float(curtain)
        let lean = u + (v - 0.3) * 0.16 + noise.value(u * 1.1 + k * 9, v * 0.8) * 0.10
        let fold = noise.value(lean * 0.9 + k * 5.3, k * 3.1) * 0.24
          + noise.value(lean * 2.7 + k * 2.2, 7 + k) * 0.07
        let hem = (stage.isTall ? 0.36 + k * 0.22 : 0.24 + k * 0.135) + fold
        let reach = (stage.isTall ? 0.46 : 0.33) + 0.16 * noise.value(lean * 1.3, 31 + k * 4)
        let h = (v - hem) / reach
        guard h > -0.25 else { continue }
        let rays = 0.55 + 0.45 * noise.value(lean * 26 + k * 13, h * 0.35)
          + 0.25 * noise.value(lean * 70, h * 0.5 + k)
        let presence = smoothStep(-0.55, 0.30, noise.value(lean * 0.75 + k * 17, 3.3))
        let rise = smoothStep(-0.16, 0.06, h)
        let fall = exp(-max(h, 0) * 2.3)
        sum += colours[unit(h * 0.75)] * (rise * fall * max(rays, 0.1) * presence * (0.95 - k * 0.15))
      }
      let veil = 0.06 * exp(-abs(v - 0.4) * 3)
      return old + SIMD4(sum + colours[0.1] * veil, 0)
    }
  }

  private var auroraColours: Gradient {
    Gradient([0xC8FFD8, 0x5CF5A0, 0x2FE0A8, 0x28B6B8, 0x4A78D0, 0x8A4CC8, 0x5A2A90])
  }
}
