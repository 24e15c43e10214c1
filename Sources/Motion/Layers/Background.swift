internal import Pixels

/// A picture parted along a soft outline: what lies behind, continued under what lies before, and
/// what lies before, freed of what shone through at its edge.
struct Background {
  /// What lies behind, opaque.
  let picture: Picture
  /// What lies before, with alpha; laid over `picture` it gives the whole again.
  let foreground: Picture

  /// Pixels around the outline that belong to neither side alone.
  private static let seam = 3
  /// Less of the foreground than this is left in the background as it is.
  private static let trace: Float = 0.25

  init(picture: Picture, foreground: Picture) {
    self.picture = picture
    self.foreground = foreground
  }

  /// Parts the 4:2:0 `whole` along `alpha`, as large as its luma.
  init(of whole: Picture, behind alpha: Field) {
    let reach = max(Self.seam, whole.size.width / 500)
    let near = alpha.map { $0 > Self.trace ? Float(1) : 0 }.blurred(radius: reach)
    let known = near.map { $0 > 0.001 ? Float(0) : 1 }
    let smooth = Inpainting(known: known).fill(whole)
    picture = PatchCompletion(whole, known: known)?.fill(whole, over: smooth) ?? smooth
    let half = alpha.resized(to: whole.cb.size)
    foreground = Picture(
      luma: whole.luma.unmixed(from: picture.luma, alpha),
      cb: whole.cb.unmixed(from: picture.cb, half),
      cr: whole.cr.unmixed(from: picture.cr, half), alpha: Plane(alpha, range: 255))
  }
}

extension Plane {
  convenience init(_ field: Field, range: Float) {
    self.init(size: field.size)
    for y in 0..<height {
      let out = row(y)
      for x in 0..<width { out[x] = UInt8(max(0, min(255, (field[x, y] * range).rounded()))) }
    }
  }

  /// What, laid over `behind` by `alpha`, gives this plane.
  fileprivate func unmixed(from behind: Plane, _ alpha: Field) -> Plane {
    let result = Plane(size: size)
    for y in 0..<height {
      let (whole, back, out) = (row(y), behind.row(y), result.row(y))
      for x in 0..<width {
        let share = max(alpha[x, y], 0.12)
        let value = (Float(whole[x]) - Float(back[x]) * (1 - share)) / share
        out[x] = UInt8(max(0, min(255, value.rounded())))
      }
    }
    return result
  }
}
