internal import Foundation

/// The end of the desk: gain, a bus compressor, a little saturation, a limiter. Gains are settled
/// at the edges of blocks from a bounded past and one block ahead, so that any block can be
/// finished without all those before it.
struct Finisher {
  /// Blocks before one that bear on it.
  static let past = 40
  /// −3.6 dBFS: with what lies between samples, true peaks stay under −2 dBTP.
  private static let ceiling: Float = 0.66
  private static let release: Float = 1.05
  private static let releaseBlocks = 24
  private static let window = 16
  /// Level above which the bus compressor works, as a mean square, and how much of the excess
  /// it takes.
  private static let threshold: Float = 0.018
  private static let amount: Float = 0.3

  let gain: Float
  let drive: Float
  /// Peaks and mean squares of blocks up to the one ahead, the gain applied.
  private var peaks: [Float] = []
  private var energies: [Float] = []

  init(gain: Float, drive: Double) {
    self.gain = gain
    self.drive = Float(drive)
  }

  /// Takes in the block that follows.
  mutating func hear(_ block: StereoBlock) {
    let left = block.left.span
    let right = block.right.span
    var (peak, energy): (Float, Float) = (0, 0)
    for index in 0..<StereoBlock.frames {
      let (a, b) = (left[index] * gain, right[index] * gain)
      peak = max(peak, max(abs(a), abs(b)))
      energy += a * a + b * b
    }
    peaks.append(peak)
    energies.append(energy / Float(2 * StereoBlock.frames))
    if peaks.count > Self.past + 2 {
      peaks.removeFirst()
      energies.removeFirst()
    }
  }

  /// Finishes the last block but one that was heard.
  func finish(_ block: inout StereoBlock) {
    let here = peaks.count - 2
    let (from, to) = (edge(here), edge(here + 1))
    Self.apply(&block.left, from * gain, to * gain, drive)
    Self.apply(&block.right, from * gain, to * gain, drive)
  }

  private static func apply(_ samples: inout [Float], _ from: Float, _ to: Float, _ drive: Float) {
    var span = samples.mutableSpan
    let step = (to - from) / Float(StereoBlock.frames)
    let bend = 0.3 * drive
    var gain = from
    for index in 0..<StereoBlock.frames {
      let sample = span[index] * gain
      span[index] = sample - bend * sample * sample * sample
      gain += step
    }
  }

  /// The gain at the start of a block that was heard.
  private func edge(_ index: Int) -> Float {
    var least = need(index)
    var slack: Float = 1
    for back in 1...Self.releaseBlocks {
      guard index - back >= 0 else { break }
      least = min(least, need(index - back) * slack)
      slack *= Self.release
    }
    return least * compression(index)
  }

  /// What a block's peak leaves over, at most 1.
  private func need(_ index: Int) -> Float {
    guard index < peaks.count else { return 1 }
    let gain = max(compression(index), compression(index + 1))
    return min(1, Self.ceiling / max(peaks[index] * gain, 1e-6))
  }

  /// What the compressor lets through at the start of a block, by the blocks before it.
  private func compression(_ index: Int) -> Float {
    var sum: Float = 0
    for back in 1...Self.window where index - back >= 0 && index - back < energies.count {
      sum += energies[index - back]
    }
    let excess = sum / Float(Self.window) / Self.threshold
    return excess > 1 ? pow(excess, -Self.amount / 2) : 1
  }
}
