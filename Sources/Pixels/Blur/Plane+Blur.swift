extension Plane {
  /// Blurred by three box filters of `radius`, close to a Gaussian of standard deviation
  /// `radius` (Wells 1986); edges go on outwards.
  public func blurred(radius: Int) -> Plane {
    precondition(radius >= 0, "a radius is not negative")
    var result = self
    for _ in 0..<3 {
      result = result.boxedAcross(radius: radius).transposed()
        .boxedAcross(radius: radius).transposed()
    }
    return result
  }

  private func boxedAcross(radius: Int) -> Plane {
    let out = Plane(size: size)
    let count = UInt32(2 * radius + 1)
    for y in 0..<height {
      let (from, to) = (row(y), out.row(y))
      func sample(_ x: Int) -> UInt32 { UInt32(from[max(0, min(x, width - 1))]) }
      var sum: UInt32 = 0
      for x in -radius...radius { sum &+= sample(x) }
      for x in 0..<width {
        to[x] = UInt8(truncatingIfNeeded: (sum &+ count / 2) / count)
        sum = sum &+ sample(x + radius + 1) &- sample(x - radius)
      }
    }
    return out
  }

  /// Columns as rows.
  public func transposed() -> Plane {
    let out = Plane(size: PixelSize(width: height, height: width))
    for y in 0..<height {
      let from = row(y)
      for x in 0..<width { out.base[x * out.stride + y] = from[x] }
    }
    return out
  }
}

extension Picture {
  /// Every plane blurred; chroma of 4:2:0 by half the radius.
  public func blurred(radius: Int) -> Picture {
    let chromaRadius = isFullChroma ? radius : radius / 2
    return Picture(
      luma: luma.blurred(radius: radius), cb: cb.blurred(radius: chromaRadius),
      cr: cr.blurred(radius: chromaRadius), alpha: alpha?.blurred(radius: radius))
  }
}
