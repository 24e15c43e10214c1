import Foundation

/// From light to a picture as film would show it.
enum Film {
  /// Exposure, a soft shoulder, a vignette, grain, sRGB; 8 bits each.
  static func develop(_ canvas: Canvas) -> [UInt8] {
    let noise = Noise(907)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(canvas.pixels.count * 3)
    for y in 0..<canvas.height {
      for x in 0..<canvas.width {
        let u = (Float(x) / Float(canvas.width) - 0.5) * 2
        let v = (Float(y) / Float(canvas.height) - 0.5) * 2
        let vignette = 1 - 0.20 * smoothStep(0.5, 2.0, u * u + v * v)
        let light = canvas.pixels[y * canvas.width + x] * (vignette * 1.02)
        let grain = noise.random(x, y) + noise.random(x, y + 99_991) - 1
        for channel in 0..<3 {
          let value = encode(shoulder(light[channel]))
          let strength = 0.007 + 0.014 * value * (1 - value)
          bytes.append(UInt8(min(max((value + grain * strength) * 255 + 0.5, 0), 255)))
        }
      }
    }
    return bytes
  }

  /// Straight up to half, then bending so that no highlight is cut off.
  private static func shoulder(_ x: Float) -> Float {
    let knee: Float = 0.5
    guard x > knee else { return max(x, 0) }
    return knee + (1 - knee) * (1 - exp(-(x - knee) / (1 - knee)))
  }

  private static func encode(_ x: Float) -> Float {
    x <= 0.0031308 ? x * 12.92 : 1.055 * pow(x, 1 / 2.4) - 0.055
  }

  /// Adds the glow that a lens spreads around what is brightest.
  static func addBloom(to canvas: inout Canvas) {
    var small = canvas.halved().halved().halved()
    for at in small.pixels.indices {
      let light = small.pixels[at]
      small.pixels[at] = light * smoothStep(0.75, 1.8, light.luminance)
    }
    for radius in [3, 7, 15] { blur(&small, radius: max(radius * small.height / 200, 1)) }
    for y in 0..<canvas.height {
      let v = (Float(y) + 0.5) / Float(canvas.height)
      for x in 0..<canvas.width {
        let u = (Float(x) + 0.5) / Float(canvas.height)
        canvas.pixels[y * canvas.width + x] += small.sample(u, v) * 0.35
      }
    }
  }

  /// A box blur, along rows and then along columns.
  private static func blur(_ canvas: inout Canvas, radius: Int) {
    let (width, height) = (canvas.width, canvas.height)
    for (lines, count, step, next) in [(height, width, 1, width), (width, height, width, 1)] {
      for line in 0..<lines {
        let old = (0..<count).map { canvas.pixels[line * next + $0 * step] }
        for at in 0..<count {
          let near = max(at - radius, 0)...min(at + radius, count - 1)
          let sum = old[near].reduce(Light.zero, +)
          canvas.pixels[line * next + at * step] = sum / Float(near.count)
        }
      }
    }
  }
}
