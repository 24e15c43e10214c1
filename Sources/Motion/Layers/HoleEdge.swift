internal import Pixels

/// Where around a hole patches continue a picture better than smoothness does: where what is known
/// there has texture, and where what was taken away differs from it. Where they are alike the
/// outline runs through one thing, and a seam would show.
struct HoleEdge {
  /// 0…1, for each place of the picture; what holds at the hole's edge goes on inside.
  let needsPatches: Field

  /// Means of the detail of luma between which patches come in: soft backgrounds and clear skies
  /// have less, wood, walls and meadows more.
  private static let detail: (low: Float, high: Float) = (0.006, 0.016)
  /// Differences of colour across an outline between which it is believed.
  private static let contrast: (low: Float, high: Float) = (0.05, 0.12)

  /// The edge in `picture`, 4:2:0, looked at in `size`; `known` is 1 outside the hole.
  init(of picture: Picture, known: Field, size: PixelSize) {
    let sure = known.resized(to: size).map { $0 > 0.999 ? Float(1) : 0 }
    let small = picture.resized(to: size)
    let colors =
      [Field(small.luma)] + [small.cb, small.cr].map { Field($0, zero: 128).resized(to: size) }
    let textured = Self.detail(of: colors[0], sure).smoothStep(Self.detail)
    let believed = Self.contrast(of: colors, sure).smoothStep(Self.contrast)
    needsPatches = textured.merging(believed, *)
  }

  private static func detail(of luma: Field, _ sure: Field) -> Field {
    let reach = max(1, luma.width / 170)
    let whole = luma.filled(where: sure)
    let detail = whole.merging(whole.blurred(radius: reach)) { abs($0 - $1) }
    let inside = sure.blurred(radius: reach).map { $0 > 0.999 ? Float(1) : 0 }
    return detail.mean(where: inside, sigma: Double(luma.width) / 43)
  }

  private static func contrast(of colors: [Field], _ sure: Field) -> Field {
    let sigma = Double(sure.width) / 64
    let taken = sure.map { 1 - $0 }
    let (out, inside) = (sure.smoothed(sigma: sigma), taken.smoothed(sigma: sigma))
    let edge = out.merging(inside) { min($0, $1) > 0.2 ? 1 : 0 }
    let zero = Field(size: sure.size)
    let sum = colors.reduce(zero) { sum, color in
      let (one, other) = (
        color.mean(where: sure, sigma: sigma), color.mean(where: taken, sigma: sigma)
      )
      return sum.merging(one.merging(other) { abs($0 - $1) }, +)
    }
    return sum.filled(where: edge)
  }
}

extension Field {
  /// Less of a neighbourhood than this says nothing.
  private static let leastSeen: Float = 0.02

  /// The mean around each place of what `weight` is 1 at, continued to where there is none.
  fileprivate func mean(where weight: Field, sigma: Double) -> Field {
    let (sum, share) = (merging(weight, *).smoothed(sigma: sigma), weight.smoothed(sigma: sigma))
    let mean = sum.merging(share) { $1 > Self.leastSeen ? $0 / $1 : 0 }
    return mean.filled(where: share.map { $0 > Self.leastSeen ? 1 : 0 })
  }

  /// 0 up to the lower bound, 1 from the upper one, smooth between.
  fileprivate func smoothStep(_ bounds: (low: Float, high: Float)) -> Field {
    map { value in
      let t = max(0, min(1, (value - bounds.low) / (bounds.high - bounds.low)))
      return t * t * (3 - 2 * t)
    }
  }
}
