/// Gradient noise on the plane (Perlin, “Improving Noise”, 2002), with a hash in place of the
/// table, so that any seed and any place give the same on every machine.
struct Noise: Sendable {
  let seed: UInt32

  init(_ seed: UInt32) { self.seed = seed }

  /// A random number, 0 to 1, that belongs to a place of the integer grid.
  func random(_ x: Int, _ y: Int = 0) -> Float {
    Float(hash(Int32(truncatingIfNeeded: x), Int32(truncatingIfNeeded: y)) >> 8) * 0x1p-24
  }

  private func hash(_ x: Int32, _ y: Int32) -> UInt32 {
    var h = UInt32(bitPattern: x) &* 0x9E37_79B1
    h ^= UInt32(bitPattern: y) &* 0x85EB_CA77 &+ seed &* 0xC2B2_AE3D
    h ^= h >> 15
    h = h &* 0x2C1B_3C6D
    h ^= h >> 12
    h = h &* 0x297A_2D39
    return h ^ h >> 15
  }

  private func slope(_ x: Int32, _ y: Int32, _ dx: Float, _ dy: Float) -> Float {
    let h = hash(x, y)
    let gx = Float(h & 0xFFFF) * (2 / 65535) - 1
    let gy = Float(h >> 16) * (2 / 65535) - 1
    return gx * dx + gy * dy
  }

  /// Noise, about −1 to 1, smooth, with features of size 1.
  func value(_ x: Float, _ y: Float) -> Float {
    let (cx, cy) = (min(max(x, -1e6), 1e6), min(max(y, -1e6), 1e6))
    let (fx, fy) = (cx.rounded(.down), cy.rounded(.down))
    let (ix, iy) = (Int32(fx), Int32(fy))
    let (dx, dy) = (cx - fx, cy - fy)
    let sx = dx * dx * dx * (dx * (dx * 6 - 15) + 10)
    let sy = dy * dy * dy * (dy * (dy * 6 - 15) + 10)
    let a = slope(ix, iy, dx, dy)
    let b = slope(ix &+ 1, iy, dx - 1, dy)
    let c = slope(ix, iy &+ 1, dx, dy - 1)
    let d = slope(ix &+ 1, iy &+ 1, dx - 1, dy - 1)
    let upper = a + (b - a) * sx
    let lower = c + (d - c) * sx
    return (upper + (lower - upper) * sy) * 1.4
  }
}

extension Noise {
  /// Fractional Brownian motion: octaves, each finer and fainter (Musgrave 1994); about −1 to 1.
  func fractal(_ x: Float, _ y: Float, octaves: Int, gain: Float = 0.5) -> Float {
    var (sum, amplitude, scale): (Float, Float, Float) = (0, 0.5, 1)
    for octave in 0..<octaves {
      let shift = Float(octave) * 17.3
      sum += amplitude * value(x * scale + shift, y * scale - shift)
      amplitude *= gain
      scale *= 2.03
    }
    return sum
  }

  /// A ridged multifractal: sharp crests that carry more detail than valleys (Musgrave 1994);
  /// 0 to about 1.
  func ridged(_ x: Float, _ y: Float, octaves: Int, gain: Float = 0.5) -> Float {
    var (sum, amplitude, scale, weight): (Float, Float, Float, Float) = (0, 0.5, 1, 1)
    for octave in 0..<octaves {
      let shift = Float(octave) * 11.7
      let crest = 1 - abs(value(x * scale + shift, y * scale + shift))
      let signal = crest * crest * weight
      sum += signal * amplitude
      weight = min(max(signal * 1.6, 0), 1)
      amplitude *= gain
      scale *= 2.07
    }
    return sum
  }

  /// Octaves of folded noise: round heaps with sharp creases, as of clouds; 0 to about 1.
  func billowed(_ x: Float, _ y: Float, octaves: Int, gain: Float = 0.5) -> Float {
    var (sum, amplitude, scale): (Float, Float, Float) = (0, 0.5, 1)
    for octave in 0..<octaves {
      let shift = Float(octave) * 23.1
      sum += amplitude * (1 - abs(value(x * scale + shift, y * scale + shift)))
      amplitude *= gain
      scale *= 2.11
    }
    return sum
  }
}
