extension Plane {
  /// Writes `first × (256 − weight) + second × weight`, rounded, over the whole plane.
  func mix(_ first: Plane, _ second: Plane, weight: Int) {
    precondition(first.size == size && second.size == size, "planes of one size")
    precondition(weight >= 0 && weight <= 256, "a weight in 256ths")
    let toSecond = UInt16(weight)
    let toFirst = 256 - toSecond
    let count = width
    for y in 0..<height {
      let (a, b, out) = (first.row(y), second.row(y), row(y))
      for x in 0..<count {
        let sum = UInt16(a[x]) &* toFirst &+ UInt16(b[x]) &* toSecond &+ 128
        out[x] = UInt8(truncatingIfNeeded: sum &>> 8)
      }
    }
  }

  /// Moves every sample towards `value` by `weight` 256ths.
  func mix(_ source: Plane, towards value: UInt8, weight: Int) {
    precondition(source.size == size && weight >= 0 && weight <= 256, "a weight in 256ths")
    let addend = UInt16(value) &* UInt16(weight) &+ 128
    let keep = 256 - UInt16(weight)
    let count = width
    for y in 0..<height {
      let (from, out) = (source.row(y), row(y))
      for x in 0..<count {
        out[x] = UInt8(truncatingIfNeeded: (UInt16(from[x]) &* keep &+ addend) &>> 8)
      }
    }
  }
}

extension Picture {
  /// Fills this opaque picture with a blend of two of its layout; `weight` 0…256 is the second's
  /// share in 256ths.
  public func mix(_ first: Picture, _ second: Picture, weight: Int) {
    luma.mix(first.luma, second.luma, weight: weight)
    cb.mix(first.cb, second.cb, weight: weight)
    cr.mix(first.cr, second.cr, weight: weight)
  }

  /// Fills this opaque picture with `source` on its way to `color`; `weight` 0…256 is the
  /// colour's share in 256ths.
  public func mix(_ source: Picture, towards color: YCbCr, weight: Int) {
    luma.mix(source.luma, towards: color.y, weight: weight)
    cb.mix(source.cb, towards: color.cb, weight: weight)
    cr.mix(source.cr, towards: color.cr, weight: weight)
  }
}
