import Foundation

/// The near shore: pines, a bank with grasses, and birds far out, all dark against the light.
struct Foreground {
  private let noise = Noise(601)
  private var count = 0

  init() {}

  private mutating func random(_ low: Float = 0, _ high: Float = 1) -> Float {
    count += 1
    return low + (high - low) * noise.random(count, 3)
  }

  mutating func draw(on canvas: inout Canvas) {
    for (u, foot, height, dark) in [
      (0.300, 0.94, 0.27, 0.75), (0.215, 0.95, 0.45, 0.5), (0.010, 0.97, 0.66, 0.3),
      (0.100, 1.00, 0.80, 0.05), (1.480, 0.95, 0.46, 0.5), (1.370, 0.955, 0.24, 0.75),
      (1.425, 0.985, 0.36, 0.2), (0.265, 0.985, 0.17, 0.2), (1.315, 0.975, 0.12, 0.4),
    ] as [(Float, Float, Float, Float)] {
      pine(on: &canvas, foot: SIMD2(u, foot), height: height, distance: dark)
    }
    bank(on: &canvas)
    grasses(on: &canvas)
    birds(on: &canvas)
  }

  private func dark(_ distance: Float, _ u: Float) -> Light {
    Light(0x070C14).mixed(Light(0x2C3550), distance * 0.5)
  }

  private mutating func pine(
    on canvas: inout Canvas, foot: SIMD2<Float>, height: Float, distance: Float
  ) {
    let light = dark(distance, foot.x)
    let lean = random(-0.012, 0.012)
    let top = foot + SIMD2(lean, -height)
    var here = foot
    for step in 1...24 {
      let t = Float(step) / 24
      let next = foot + (top - foot) * t + SIMD2(sin(t * 5 + foot.x * 9) * 0.0012, 0)
      canvas.stroke(
        from: here, to: next, width: height * 0.022 * (1 - t) + 0.0007, light: light)
      here = next
    }
    let whorls = Int(height * 110) + 16
    var fullness: Float = 1
    for whorl in 0..<whorls {
      let t = 0.012 + 0.93 * pow(Float(whorl) / Float(whorls), 1.1)
      let trunk = top + (foot - top) * t
      fullness = fullness * 0.6 + random(0.55, 1.2) * 0.4
      let bare = 1 - smoothStep(0.72, 0.98, t) * 0.6
      let reach = height * (0.006 + 0.20 * pow(t, 0.86)) * fullness * bare
      for side in [-1, 1] as [Float] {
        let root = trunk + SIMD2(0, random(-0.004, 0.004))
        branch(
          on: &canvas, at: root, side: side, length: reach * random(0.55, 1.1), depth: t,
          light: light)
      }
    }
  }

  /// A bough that sags and lifts its tip, hung with twigs; near the top it points up.
  private mutating func branch(
    on canvas: inout Canvas, at root: SIMD2<Float>, side: Float, length: Float, depth: Float,
    light: Light
  ) {
    let sag = length * (-0.55 + 1.25 * smoothStep(0, 0.35, depth)) * random(0.5, 1.2)
    let parts = max(Int(length * 420), 3)
    var here = root
    for part in 1...parts {
      let s = Float(part) / Float(parts)
      let drop = sag * (1.35 * s - 0.72 * s * s)
      let next = root + SIMD2(side * length * s, drop)
      canvas.stroke(from: here, to: next, width: 0.0026 * (1.2 - s), light: light)
      for _ in 0..<5 {
        let hang = (0.004 + length * 0.10) * (1.1 - s * 0.8) * random(0.3, 1.2)
        let swing = side * hang * random(-0.4, 1.1)
        let from = here + (next - here) * random()
        let lift: Float = random() < 0.25 ? -0.45 : 1
        canvas.stroke(
          from: from, to: from + SIMD2(swing, hang * lift), width: 0.0014, light: light,
          opacity: 0.92)
      }
      here = next
    }
  }

  /// The bank's edge at `u`, higher at both sides of the picture.
  private func edge(_ u: Float) -> Float {
    let sides = 0.075 * smoothStep(0.62, 0, u) + 0.055 * smoothStep(1.08, 1.5, u)
    return 0.985 - sides + noise.fractal(u * 7, 1.5, octaves: 5) * 0.020
  }

  private func bank(on canvas: inout Canvas) {
    let unit = 1 / Float(canvas.height)
    for x in 0..<canvas.width {
      let u = (Float(x) + 0.5) * unit
      let edge = self.edge(u)
      for y in max(Int((edge - 0.01) * Float(canvas.height)), 0)..<canvas.height {
        let v = (Float(y) + 0.5) * unit
        let cover = min(max((v - edge) / unit + 0.5, 0), 1)
        let moss = max(noise.fractal(u * 60, v * 90, octaves: 4), 0) * 0.35
        let light = Light(0x080D14).mixed(Light(0x25303A), moss * exp(-(v - edge) / 0.02))
        let at = y * canvas.width + x
        canvas.pixels[at] = canvas.pixels[at].mixed(light, cover)
      }
    }
  }

  private mutating func grasses(on canvas: inout Canvas) {
    for _ in 0..<5200 {
      let u = random(0, canvas.aspect)
      let tuft = max(noise.fractal(u * 9, 7.5, octaves: 3) + 0.12, 0)
      guard tuft > 0.02 else { continue }
      let root = SIMD2(u, edge(u) + random(0, 0.012))
      let height = (0.008 + tuft * 0.085) * random(0.4, 1.1)
      let bend = height * random(-0.35, 0.6)
      let middle = root + SIMD2(bend * 0.3, -height * 0.6)
      let rim = random() < 0.10 ? Light(0x2A2629) : Light(0x0A0F16)
      canvas.stroke(from: root, to: middle, width: 0.0012, light: rim)
      canvas.stroke(
        from: middle, to: root + SIMD2(bend, -height), width: 0.0008, light: rim)
    }
  }

  private mutating func birds(on canvas: inout Canvas) {
    for (u, v, size) in [
      (0.690, 0.300, 0.0105), (0.722, 0.288, 0.0090), (0.752, 0.306, 0.0085),
      (0.662, 0.322, 0.0080), (0.783, 0.296, 0.0070), (0.735, 0.330, 0.0065),
    ] as [(Float, Float, Float)] {
      let body = SIMD2(u, v)
      let light = Light(0x2A2B44)
      for side in [-1, 1] as [Float] {
        let lift = random(0.25, 0.6)
        let wrist = body + SIMD2(side * size * 0.45, -size * lift)
        let tip = wrist + SIMD2(side * size * 0.6, size * random(0.1, 0.35))
        canvas.stroke(from: body, to: wrist, width: size * 0.16, light: light)
        canvas.stroke(from: wrist, to: tip, width: size * 0.10, light: light)
      }
    }
  }
}
