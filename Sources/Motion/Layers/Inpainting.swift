internal import Pixels

/// What a picture may show where something was taken away, by pushing known samples down a
/// pyramid and pulling them back up (Gortler, Grzeszczuk, Szeliski & Cohen 1996): smooth, and
/// the same every time.
struct Inpainting {
  /// 1 where samples are known, 0 where they are wanted, as large as luma.
  private let known: Field

  init(known: Field) { self.known = known }

  /// `picture`, 4:2:0, with what is not known filled in.
  func fill(_ picture: Picture) -> Picture {
    let half = known.resized(to: picture.cb.size)
    return Picture(
      luma: fill(picture.luma, known), cb: fill(picture.cb, half), cr: fill(picture.cr, half))
  }

  /// What is filled in has no detail: it is made small and enlarged.
  private func fill(_ plane: Plane, _ known: Field) -> Plane {
    let small = PixelSize(
      width: max(1, plane.width / Self.reduction), height: max(1, plane.height / Self.reduction))
    let weight = known.resized(to: small).map { $0 > 0.99 ? Float(1) : 0 }
    let filled = Field(plane, zero: 0, range: 1).resized(to: small).filled(where: weight)
      .resized(to: plane.size)
    let result = Plane(size: plane.size)
    for y in 0..<plane.height {
      let (row, out) = (plane.row(y), result.row(y))
      for x in 0..<plane.width {
        let share = known[x, y]
        let value = Float(row[x]) * share + filled[x, y] * (1 - share)
        out[x] = UInt8(max(0, min(255, value.rounded())))
      }
    }
    return result
  }

  private static let reduction = 4
}

extension Field {
  /// The field where `weight` is 1, and a smooth continuation of it where that is 0.
  func filled(where weight: Field) -> Field {
    var pyramid = [(values: merging(weight) { $0 * $1 }, weight: weight)]
    while let last = pyramid.last, max(last.values.width, last.values.height) > 1 {
      pyramid.append((last.values.pushed(), last.weight.pushed()))
    }
    var result = pyramid[pyramid.count - 1].values
    let coarsest = pyramid[pyramid.count - 1].weight
    result = result.merging(coarsest) { $1 > 1e-6 ? $0 / $1 : $0 }
    for level in pyramid.dropLast().reversed() {
      let coarse = result.resized(to: level.values.size)
      result = Field(size: level.values.size)
      for i in result.values.indices {
        let share = min(1, level.weight.values[i])
        result.values[i] =
          share > 0
          ? level.values.values[i] / max(level.weight.values[i], 1) + coarse.values[i] * (1 - share)
          : coarse.values[i]
      }
    }
    return result
  }

  /// Half the size, sums of four; weights grow past 1 there and count as certain.
  private func pushed() -> Field {
    Field(size: size.halved) { x, y in
      let (right, below) = (min(2 * x + 1, width - 1), min(2 * y + 1, height - 1))
      return self[2 * x, 2 * y] + self[right, 2 * y] + self[2 * x, below] + self[right, below]
    }
  }
}
