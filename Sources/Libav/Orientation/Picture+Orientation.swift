import Pixels

extension Picture {
  /// The picture turned by `orientation`.
  func oriented(_ orientation: Orientation) -> Picture {
    guard orientation != .upright else { return self }
    return Picture(
      luma: luma.oriented(orientation), cb: cb.oriented(orientation),
      cr: cr.oriented(orientation), alpha: alpha?.oriented(orientation))
  }

  /// The picture without its alpha plane where that says nothing.
  func withoutOpaqueAlpha() -> Picture {
    guard let alpha, alpha.isAll(255) else { return self }
    return Picture(luma: luma, cb: cb, cr: cr)
  }
}

extension Plane {
  /// Whether every sample is `value`.
  func isAll(_ value: UInt8) -> Bool {
    let expected = UInt64(value) &* 0x0101_0101_0101_0101
    for y in 0..<height {
      let row = UnsafeRawPointer(row(y))
      let words = width / 8
      var difference: UInt64 = 0
      for index in 0..<words {
        difference |= row.loadUnaligned(fromByteOffset: index * 8, as: UInt64.self) ^ expected
      }
      for x in (words * 8)..<width {
        difference |= UInt64(row.load(fromByteOffset: x, as: UInt8.self) ^ value)
      }
      if difference != 0 { return false }
    }
    return true
  }

  func oriented(_ orientation: Orientation) -> Plane {
    let turned = Plane(size: orientation.applied(to: size))
    if orientation.exchangesSides {
      turned.transpose(
        from: self, mirroringColumns: orientation == .turnedLeft || orientation == .transversed,
        mirroringRows: orientation == .turnedRight || orientation == .transversed)
    } else {
      turned.copy(
        from: self, mirroringColumns: orientation == .mirrored || orientation == .turnedAround,
        mirroringRows: orientation == .flipped || orientation == .turnedAround)
    }
    return turned
  }

  /// Copies `source`, of the same size, with its columns or rows in the opposite order.
  private func copy(from source: Plane, mirroringColumns: Bool, mirroringRows: Bool) {
    let (width, height) = (width, height)
    for y in 0..<height {
      let from = source.row(mirroringRows ? height - 1 - y : y)
      let to = row(y)
      if mirroringColumns {
        for x in 0..<width { to[x] = from[width - 1 - x] }
      } else {
        to.update(from: from, count: width)
      }
    }
  }

  /// Fills this plane with the columns of `source` as rows, in blocks that stay in the cache.
  private func transpose(from source: Plane, mirroringColumns: Bool, mirroringRows: Bool) {
    let (width, height) = (width, height)
    let step = mirroringRows ? -source.stride : source.stride
    let origin = mirroringRows ? source.row(source.height - 1) : source.base
    let block = 32
    for top in Swift.stride(from: 0, to: height, by: block) {
      for left in Swift.stride(from: 0, to: width, by: block) {
        for y in top..<min(top + block, height) {
          let to = row(y)
          let from = origin + (mirroringColumns ? height - 1 - y : y)
          for x in left..<min(left + block, width) { to[x] = from[x &* step] }
        }
      }
    }
  }
}
