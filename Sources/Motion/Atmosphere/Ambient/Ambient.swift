internal import Pixels

/// How bright a picture is, from a coarse grid of its samples, so that what the air holds is
/// lit like the scene.
struct Ambient {
  /// Luma, 16…235, that half the samples lie below.
  let middle: Double
  /// Luma that nine in ten samples lie below.
  let high: Double
  /// Mean colour of the brighter half.
  let cb: Double
  /// Mean colour of the brighter half.
  let cr: Double

  init(of picture: Picture) {
    let (columns, rows) = (48, 27)
    var samples: [(y: Int, cb: Int, cr: Int)] = []
    for row in 0..<rows {
      let y = (2 * row + 1) * picture.size.height / (2 * rows)
      let (luma, cb, cr) = (
        picture.luma.row(y), picture.cb.row(y / 2), picture.cr.row(y / 2)
      )
      for column in 0..<columns {
        let x = (2 * column + 1) * picture.size.width / (2 * columns)
        samples.append((Int(luma[x]), Int(cb[x / 2]), Int(cr[x / 2])))
      }
    }
    var histogram = [Int](repeating: 0, count: 256)
    for sample in samples { histogram[sample.y] += 1 }
    let half = Self.quantile(0.5, histogram)
    middle = half
    high = Self.quantile(0.9, histogram)
    var (weight, blue, red) = (1e-9, 0.0, 0.0)
    for sample in samples {
      let share = max(0, Double(sample.y) - half + 4)
      weight += share
      blue += share * Double(sample.cb)
      red += share * Double(sample.cr)
    }
    (cb, cr) = (blue / weight, red / weight)
  }

  /// Between levels, so that it moves as slowly as the picture does.
  private static func quantile(_ share: Double, _ histogram: [Int]) -> Double {
    let target = share * Double(histogram.reduce(0, +))
    var below = 0
    for level in histogram.indices where histogram[level] > 0 {
      let next = below + histogram[level]
      if Double(next) >= target {
        return Double(level) + (target - Double(below)) / Double(histogram[level])
      }
      below = next
    }
    return 128
  }
}
