internal import Foundation

/// Loudness of blocks as ITU-R BS.1770-4 defines it, but for its windows' overlap: enough to set a
/// gain by, at a fraction of a meter's cost.
enum LoudnessEstimate {
  /// Blocks of a window: about 400 ms.
  private static let window = 38

  /// In LUFS; nil where nothing is loud enough, or for less than a window.
  static func of(_ blocks: [StereoBlock]) -> Double? {
    var weighting = (KWeighting(), KWeighting())
    var energies: [Double] = []
    var (sum, count) = (0.0, 0)
    for block in blocks {
      sum += weighting.0.energy(block.left) + weighting.1.energy(block.right)
      count += 1
      if count == window {
        energies.append(sum / Double(window * StereoBlock.frames))
        (sum, count) = (0, 0)
      }
    }
    let heard = energies.filter { level($0) > -70 }
    guard !heard.isEmpty else { return nil }
    let gate = level(heard.reduce(0, +) / Double(heard.count)) - 10
    let loud = heard.filter { level($0) > gate }
    return level(loud.reduce(0, +) / Double(loud.count))
  }

  private static func level(_ energy: Double) -> Double { -0.691 + 10 * log10(energy + 1e-20) }
}

/// The filter that loudness is weighed by, at 48 kHz: a shelf for the head, a cut of lows.
private struct KWeighting {
  private var shelf = (0.0, 0.0)
  private var cut = (0.0, 0.0)

  /// The sum of the weighed samples' squares.
  mutating func energy(_ samples: [Float]) -> Double {
    let span = samples.span
    var (s1, s2, c1, c2, sum) = (shelf.0, shelf.1, cut.0, cut.1, 0.0)
    for index in span.indices {
      let input = Double(span[index])
      let bright = 1.535_124_859_586_97 * input + s1
      s1 = -2.691_696_189_406_38 * input + 1.690_659_293_182_41 * bright + s2
      s2 = 1.198_392_810_852_85 * input - 0.732_480_774_215_85 * bright
      let output = bright + c1
      c1 = -2 * bright + 1.990_047_454_833_98 * output + c2
      c2 = bright - 0.990_072_250_366_21 * output
      sum += output * output
    }
    (shelf, cut) = ((s1, s2), (c1, c2))
    return sum
  }
}
