import Foundation
import Motion
import Pixels

/// SplitMix64 (Steele, Lea & Flood 2014): the same numbers in every run.
struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// A texture of waves, known everywhere exactly, so that it can be seen from anywhere.
struct WaveTexture {
  private struct Wave {
    let x: Double
    let y: Double
    let phase: Double
    let height: Double
  }

  private let waves: [Wave]

  init(seed: UInt64, count: Int = 12) {
    var numbers = SeededNumbers(seed: seed)
    waves = (0..<count).map { index in
      let length = 9 * pow(1.4, Double(index))
      let angle = Double.random(in: 0..<2 * .pi, using: &numbers)
      return Wave(
        x: 2 * .pi * cos(angle) / length, y: 2 * .pi * sin(angle) / length,
        phase: Double.random(in: 0..<2 * .pi, using: &numbers), height: 13)
    }
  }

  /// What a frame shows after `motion`.
  func plane(_ size: PixelSize, after motion: Similarity = .identity) -> Plane {
    let plane = Plane(size: size)
    let back = motion.inverse
    let (left, middle) = (0.5 - Double(size.width) / 2, Double(size.height) / 2)
    for y in 0..<size.height {
      let first = back.apply(left, Double(y) + 0.5 - middle)
      let second = back.apply(left + 1, Double(y) + 0.5 - middle)
      var line = [Double](repeating: 126, count: size.width)
      for wave in waves {
        let start = wave.x * first.x + wave.y * first.y + wave.phase
        let step = wave.x * (second.x - first.x) + wave.y * (second.y - first.y)
        var (s, c) = (sin(start) * wave.height, cos(start) * wave.height)
        let (turnS, turnC) = (sin(step), cos(step))
        for x in 0..<size.width {
          line[x] += s
          (s, c) = (s * turnC + c * turnS, c * turnC - s * turnS)
        }
      }
      let row = plane.row(y)
      for x in 0..<size.width { row[x] = UInt8(max(16, min(235, line[x].rounded()))) }
    }
    return plane
  }
}

extension Plane {
  /// A copy with every sample changed.
  func changed(_ change: (Int, Int, Double) -> Double) -> Plane {
    let copy = Plane(size: size)
    for y in 0..<height {
      let (from, to) = (row(y), copy.row(y))
      for x in 0..<width {
        to[x] = UInt8(max(0, min(255, change(x, y, Double(from[x])).rounded())))
      }
    }
    return copy
  }

  /// A dissolve from this plane to `other`.
  func mixed(with other: Plane, share: Double) -> Plane {
    changed { x, y, value in value + share * (Double(other.row(y)[x]) - value) }
  }

  /// A copy with noise of about `deviation` code values.
  func noisy(_ deviation: Double, seed: UInt64) -> Plane {
    var numbers = SeededNumbers(seed: seed)
    return changed { _, _, value in
      let bits = numbers.next()
      let sum = (0..<4).reduce(0.0) { $0 + Double(bits >> (16 * $1) & 0xFFFF) / 65536 }
      return value + (sum - 2) * 1.732 * deviation
    }
  }
}
