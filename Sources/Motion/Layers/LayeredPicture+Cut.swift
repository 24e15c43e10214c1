internal import Pixels

extension LayeredPicture {
  /// The part within `mask` before the rest, each with its own relief.
  static func cut(
    _ picture: Picture, along mask: Field, _ disparity: Field
  ) -> (far: Layer, near: Layer) {
    let alpha = mask.refined(by: picture.luma)
    let background = Background(of: picture, behind: alpha)
    let rough = mask.resized(to: disparity.size)
    let far = disparity.behind(mask)
    let near = disparity.filled(where: rough.map { $0 > 0.95 ? 1 : 0 })
    return (
      Layer(background.picture, sharpDisparity: far),
      Layer(background.foreground, sharpDisparity: near)
    )
  }

  /// Sheets one before the other, cut at levels of disparity; where a slope crosses a cut both
  /// sheets agree, so that only what breaks off there parts.
  static func cut(_ picture: Picture, by disparity: Field) -> [Layer] {
    var sheet = picture
    var depth = disparity
    var sheets: [Layer] = []
    for level in disparity.breaks().reversed() {
      let mask = depth.map { max(0, min(1, ($0 - level) * 40 + 0.5)) }
      guard mask.mean > 0.005, mask.mean < 0.995 else { continue }
      let background = Background(of: sheet, behind: mask.resized(to: picture.size))
      let near = depth.filled(where: mask.map { $0 > 0.95 ? 1 : 0 })
      sheets.insert(Layer(background.foreground, sharpDisparity: near), at: 0)
      sheet = background.picture
      depth = depth.filled(where: mask.map { $0 < 0.05 ? 1 : 0 })
    }
    return [Layer(sheet, sharpDisparity: depth)] + sheets
  }
}

extension Field {
  /// The mask with room inside its edge, `reach` of its width, over which it comes up from 0.
  func eased(over reach: Float) -> Field {
    let slope = 1 / max(2, reach * Float(width))
    let edged = map { $0 < 0.5 ? 0 : $0 }
    let ramp = edged.lowered(slope: slope)
    return ramp.map { $0 * $0 * (3 - 2 * $0) }
  }

  /// The relief of what lies behind `mask`, continued under it.
  func behind(_ mask: Field) -> Field {
    filled(where: mask.resized(to: size).map { $0 < 0.05 ? 1 : 0 })
  }

  /// A relief that no usual drift bends visibly.
  var limited: Field {
    SlopeLimit(steepest: DepthEstimate.steepest).relief(of: self)
      .smoothed(sigma: Double(width) / 240)
  }

  /// Levels of disparity, at most two, that most outlines cross.
  func breaks() -> [Float] {
    let bins = 50
    var crossings = [Int](repeating: 0, count: bins + 1)
    for y in 0..<height - 1 {
      for x in 0..<width - 1 {
        for other in [self[x + 1, y], self[x, y + 1]] {
          let (low, high) = (min(self[x, y], other), max(self[x, y], other))
          guard high - low > 0.06 else { continue }
          for bin in Int(low * Float(bins)) + 1..<max(Int(high * Float(bins)), 1) + 1
          where bin <= bins {
            crossings[bin] += 1
          }
        }
      }
    }
    let enough = Int(0.15 * Double(size.area).squareRoot())
    var levels: [Int] = []
    for bin in crossings.indices.sorted(by: { (crossings[$0], $1) > (crossings[$1], $0) })
    where crossings[bin] > enough && levels.count < 2 {
      if levels.allSatisfy({ abs($0 - bin) > bins / 6 }) { levels.append(bin) }
    }
    return levels.sorted().map { Float($0) / Float(bins) }
  }

  /// A small mask at the size of `guide`, its edges where the guide has them: a guided filter
  /// whose coefficients are enlarged (He & Sun 2015).
  func refined(by guide: Plane) -> Field {
    let fine = Field(guide)
    let coarse = fine.resized(to: size)
    let (slope, offset) = guideCoefficients(coarse, radius: 2, epsilon: 0.0006)
    let (slopes, offsets) = (slope.resized(to: fine.size), offset.resized(to: fine.size))
    return Field(
      size: fine.size,
      values: fine.values.indices.map { i in
        let value = slopes.values[i] * fine.values[i] + offsets.values[i]
        let t = max(0, min(1, (value - 0.15) / 0.7))
        return t * t * (3 - 2 * t)
      })
  }
}
