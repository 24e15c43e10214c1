internal import Foundation
internal import Pixels

/// A piece of film grain: noise with the size and softness that developed crystals leave,
/// around zero.
///
/// Grain of film is a field of overlapping discs, whose variance at coverage u is u (1 − u)
/// and whose spectrum falls beyond the disc's size (Newson, Delon & Galerne 2017). The tile
/// holds the spectrum: fine and clumped octaves of blurred noise; `kn_finish` gives the variance.
/// A frame is laid with pieces from places that chance picks anew.
struct GrainTile: Sendable {
  private static let width = 384
  private static let height = 256
  private static let block = PixelSize(width: 256, height: 32)
  /// Standard deviation in samples' units before strength.
  private static let deviation = 32.0

  private let rows: [[Int8]]
  private let chance: Chance

  /// A tile for pictures of this height in pixels: grain grows with the picture.
  init(pictureHeight: Int, seed: UInt64) {
    chance = Chance(seed: seed).branch(0x6A)
    let scale = max(Double(pictureHeight) / 1080, 0.4)
    let fine = Self.noise(chance.branch(1), sigma: 0.72 * scale)
    let clumps = Self.noise(chance.branch(2), sigma: 1.7 * scale)
    var values = zip(fine, clumps).map { $0 * 0.86 + $1 * 0.5 }
    let mean = values.reduce(0, +) / Double(values.count)
    let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count)
    let gain = Self.deviation / variance.squareRoot()
    values = values.map { ($0 - mean) * gain }
    rows = (0..<Self.height).map { y in
      values[y * Self.width..<(y + 1) * Self.width].map {
        Int8(max(-127, min(127, $0.rounded())))
      }
    }
  }

  /// Grain for row `y` of one plane of a frame, `count` samples.
  func row(_ y: Int, frame: Int, plane: Int, count: Int) -> [Int8] {
    var result: [Int8] = []
    result.reserveCapacity(count)
    let (band, line) = (y / Self.block.height, y % Self.block.height)
    var column = 0
    while result.count < count {
      let bits = chance.bits(frame &* 4 &+ plane, band &* 4096 &+ column)
      let x = Int(bits & 0xFFFF) % (Self.width - Self.block.width + 1)
      let top = Int(bits &>> 16 & 0xFFFF) % (Self.height - Self.block.height + 1)
      let length = min(Self.block.width, count - result.count)
      result += rows[top + line][x..<x + length]
      column += 1
    }
    return result
  }

  /// White noise blurred by a Gaussian that wraps around, with unit variance.
  private static func noise(_ chance: Chance, sigma: Double) -> [Double] {
    let source = (0..<width * height).map { chance.unit($0) + chance.unit($0, 1) - 1 }
    let radius = Int((3 * sigma).rounded(.up))
    let kernel = (-radius...radius).map { exp(-Double($0 * $0) / (2 * sigma * sigma)) }
    let total = kernel.reduce(0, +)
    let energy = kernel.reduce(0) { $0 + $1 * $1 } / (total * total)
    let gain = 1 / (total * total * energy * (1 / 6.0).squareRoot())
    var across = source
    for y in 0..<height {
      for x in 0..<width {
        var sum = 0.0
        for k in -radius...radius {
          sum += kernel[k + radius] * source[y * width + (x + k + width) % width]
        }
        across[y * width + x] = sum
      }
    }
    var result = across
    for y in 0..<height {
      for k in -radius...radius {
        let (weight, from) = (kernel[k + radius] * gain, (y + k + height) % height * width)
        for x in 0..<width {
          result[y * width + x] =
            (k == -radius ? 0 : result[y * width + x]) + weight * across[from + x]
        }
      }
    }
    return result
  }
}
