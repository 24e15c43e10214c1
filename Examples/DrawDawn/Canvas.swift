/// A picture in linear light. Places are given in heights of the picture: `v` runs from 0 at the
/// top to 1 at the bottom, `u` from 0 at the left to the picture's aspect at the right.
struct Canvas: Sendable {
  let width: Int
  let height: Int
  var pixels: [Light]

  init(width: Int, height: Int) {
    self.width = width
    self.height = height
    pixels = Array(repeating: .zero, count: width * height)
  }

  /// Width over height.
  var aspect: Float { Float(width) / Float(height) }

  /// Replaces rows `rows` by what `shade` says of each place, on all cores.
  mutating func paint(
    rows: Range<Int>, _ shade: @escaping @Sendable (_ u: Float, _ v: Float, _ old: Light) -> Light
  ) async {
    let (before, width, unit) = (self, width, 1 / Float(height))
    let bands = stride(from: rows.lowerBound, to: rows.upperBound, by: 32).map {
      $0..<min($0 + 32, rows.upperBound)
    }
    await withTaskGroup(of: (Int, [Light]).self) { group in
      for band in bands {
        group.addTask {
          var result: [Light] = []
          result.reserveCapacity(band.count * width)
          for y in band {
            for x in 0..<width {
              let old = before.pixels[y * width + x]
              result.append(shade((Float(x) + 0.5) * unit, (Float(y) + 0.5) * unit, old))
            }
          }
          return (band.lowerBound * width, result)
        }
      }
      for await (start, lights) in group {
        pixels.replaceSubrange(start..<start + lights.count, with: lights)
      }
    }
  }

  /// The light at a place between pixels; beyond the edges it goes on as at the edge.
  func sample(_ u: Float, _ v: Float) -> Light {
    let x = min(max(u * Float(height) - 0.5, 0), Float(width) - 1.001)
    let y = min(max(v * Float(height) - 0.5, 0), Float(height) - 1.001)
    let (ix, iy) = (Int(x), Int(y))
    let (fx, fy) = (x - Float(ix), y - Float(iy))
    let at = iy * width + ix
    let upper = pixels[at].mixed(pixels[at + 1], fx)
    let lower = pixels[at + width].mixed(pixels[at + width + 1], fx)
    return upper.mixed(lower, fy)
  }

  /// Lays `light` over the pixels near a stroke from one place to another.
  mutating func stroke(
    from a: SIMD2<Float>, to b: SIMD2<Float>, width strokeWidth: Float, light: Light,
    opacity: Float = 1
  ) {
    let unit = Float(height)
    let (p, q, radius) = (a * unit, b * unit, max(strokeWidth * unit, 0.6) / 2)
    let along = q - p
    let length = max((along * along).sum(), 1e-6)
    let low = pointwiseMin(p, q) - (radius + 1)
    let high = pointwiseMax(p, q) + (radius + 1)
    guard high.x >= 0, high.y >= 0, low.x < Float(width), low.y < unit else { return }
    for y in max(Int(low.y), 0)...min(Int(high.y), height - 1) {
      for x in max(Int(low.x), 0)...min(Int(high.x), width - 1) {
        let d = SIMD2(Float(x) + 0.5, Float(y) + 0.5) - p
        let t = min(max((d * along).sum() / length, 0), 1)
        let off = d - along * t
        let cover = min(max(radius + 0.5 - (off * off).sum().squareRoot(), 0), 1) * opacity
        if cover > 0 { pixels[y * width + x] = pixels[y * width + x].mixed(light, cover) }
      }
    }
  }

  /// The picture at half the size, each pixel the mean of four.
  func halved() -> Canvas {
    var result = Canvas(width: width / 2, height: height / 2)
    for y in 0..<result.height {
      for x in 0..<result.width {
        let at = 2 * y * width + 2 * x
        let sum = pixels[at] + pixels[at + 1] + pixels[at + width] + pixels[at + width + 1]
        result.pixels[y * result.width + x] = sum * 0.25
      }
    }
    return result
  }
}
