/// Smooth random functions of the plane, the same on every machine.
///
/// Gradient noise after Perlin, "Improving Noise" (2002), with a hash instead of a table.
struct Noise {
  /// Tells one noise from another.
  let seed: UInt32

  init(_ seed: UInt32) {
    self.seed = seed
  }

  /// A random number, 0 to 1, that belongs to a place of the integer grid.
  func random(_ x: Int, _ y: Int = 0) -> Float {
    Float(hash(x, y) >> 8) * 0x1p-24
  }

  private func hash(_ x: Int, _ y: Int) -> UInt32 {
    var h = UInt32(truncatingIfNeeded: x) &* 0x9E37_79B1
    h ^= UInt32(truncatingIfNeeded: y) &* 0x85EB_CA77 &+ seed &* 0xC2B2_AE3D
    h ^= h >> 15
    h = h &* 0x2C1B_3C6D
    h ^= h >> 12
    h = h &* 0x297A_2D39
    return h ^ h >> 15
  }

  private func slope(_ x: Int, _ y: Int, _ dx: Float, _ dy: Float) -> Float {
    let h = hash(x, y)
    let gx = Float(h & 0xFFFF) * (2 / 65535) - 1
    let gy = Float(h >> 16) * (2 / 65535) - 1
    return gx * dx + gy * dy
  }

  /// Gradient noise, about −1 to 1, smooth, with features of size 1.
  func value(_ x: Float, _ y: Float) -> Float {
    let fx = x.rounded(.down)
    let fy = y.rounded(.down)
    let (ix, iy) = (Int(fx), Int(fy))
    let (dx, dy) = (x - fx, y - fy)
    let sx = dx * dx * dx * (dx * (dx * 6 - 15) + 10)
    let sy = dy * dy * dy * (dy * (dy * 6 - 15) + 10)
    let top = slope(ix, iy, dx, dy)
    let topRight = slope(ix + 1, iy, dx - 1, dy)
    let bottom = slope(ix, iy + 1, dx, dy - 1)
    let bottomRight = slope(ix + 1, iy + 1, dx - 1, dy - 1)
    let upper = top + (topRight - top) * sx
    let lower = bottom + (bottomRight - bottom) * sx
    return (upper + (lower - upper) * sy) * 1.4
  }

  /// Octaves of noise, each finer and fainter than the last: clouds, mist, ripples.
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

  /// Octaves with sharp crests, 0 to about 1: mountains (Musgrave, "Texturing and Modeling", 1994).
  func ridged(_ x: Float, _ y: Float, octaves: Int) -> Float {
    var (sum, amplitude, scale, weight): (Float, Float, Float, Float) = (0, 0.5, 1, 1)
    for octave in 0..<octaves {
      let shift = Float(octave) * 11.7
      let crest = 1 - abs(value(x * scale + shift, y * scale + shift))
      let signal = crest * crest * weight
      sum += signal * amplitude
      weight = min(max(signal * 1.6, 0), 1)
      amplitude *= 0.5
      scale *= 2.07
    }
    return sum
  }
}

/// 0 below `low`, 1 above `high`, smooth between.
func smoothStep(_ low: Float, _ high: Float, _ x: Float) -> Float {
  let t = min(max((x - low) / (high - low), 0), 1)
  return t * t * (3 - 2 * t)
}
