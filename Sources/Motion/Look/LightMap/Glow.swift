internal import CKernels
internal import Pixels

/// Light that strays from the bright parts of a picture: bloom in the lens, halation in the film.
///
/// The bright parts are blurred at five sizes, each half the one before, and gathered again
/// from the widest to the narrowest (Jimenez 2014, *Next Generation Post Processing*).
struct Glow: Sendable {
  /// How much of the bright parts' light strays in the lens.
  var bloom: Double
  /// How much comes back from the film's base, in red-orange, close to its source.
  var halation: Double

  /// Levels of the signal between which a part becomes bright.
  private static let bright: (Float, Float) = (0.62, 0.97)
  /// Ratio of colour to level of a red-orange.
  private static let red: (cb: Float, cr: Float) = (-0.40, 0.62)

  /// The light that strays from `picture`, as `table` grades it; `extra` is added at the widest
  /// blur, 64 pixels to a cell.
  func map(of picture: Picture, table: GradeTable?, extra: LightMap?) -> LightMap {
    var levels = [LightMap(over: picture.size)]
    let strays = bloom > 0 || halation > 0
    if strays { Self.gatherBright(picture, table, into: &levels[0]) }
    for k in 0..<4 {
      let last = levels[k]
      levels.append(
        strays
          ? last.halved()
          : LightMap(width: (last.width + 1) / 2, height: (last.height + 1) / 2))
    }
    let weights: [Float] = [0.10, 0.22, 0.26, 0.24, 0.18].map { Float(bloom) * $0 }
    let red: [Float] = [0, 0.5, 0.35, 0.15, 0].map { Float(halation) * $0 }
    var result = levels[4]
    result.weigh(weights[4], red: red[4], Self.red)
    if let extra { result.add(extra) }
    for k in (0..<4).reversed() {
      if strays && k > 0 { levels[k].weigh(weights[k], red: red[k], Self.red) }
      levels[k].add(result, keep: k > 0 ? 1 : weights[0], weight: 1)
      result = levels[k]
    }
    return result
  }

  /// Cells of 4 by 4 pixels, with what of their light is bright.
  private static func gatherBright(
    _ picture: Picture, _ table: GradeTable?, into map: inout LightMap
  ) {
    guard picture.size.width >= 4 && picture.size.height >= 4 else { return }
    for row in 0..<map.height {
      kn_gather_bright(
        picture.luma.row(4 * row), Int32(picture.luma.stride), picture.cb.row(2 * row),
        picture.cr.row(2 * row), Int32(picture.cb.stride), table?.luma, table?.chroma,
        GradeTable.weights, bright.0, bright.1, &map.light, &map.cb, &map.cr,
        Int32(row * map.width), Int32(map.width))
    }
  }
}

extension LightMap {
  fileprivate mutating func weigh(
    _ weight: Float, red: Float, _ color: (cb: Float, cr: Float)
  ) {
    for i in light.indices {
      let source = light[i]
      light[i] = source * (weight + red)
      cb[i] = cb[i] * weight + source * red * color.cb
      cr[i] = cr[i] * weight + source * red * color.cr
    }
  }

  mutating func add(_ other: LightMap) {
    for i in light.indices {
      light[i] += other.light[i]
      cb[i] += other.cb[i]
      cr[i] += other.cr[i]
    }
  }
}
