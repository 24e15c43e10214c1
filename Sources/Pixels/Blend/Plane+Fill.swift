extension Plane {
  /// Sets every sample of `rect` to `value`.
  public func fill(_ rect: PixelRect, with value: UInt8) {
    let inside = rect.intersection(PixelRect(size))
    for y in inside.y..<inside.maxY {
      (row(y) + inside.x).update(repeating: value, count: inside.width)
    }
  }

  /// Copies `rect` from the same place of `source`, a plane of the same size.
  public func copy(_ source: Plane, in rect: PixelRect) {
    precondition(source.size == size, "both planes have one size")
    let inside = rect.intersection(PixelRect(size))
    for y in inside.y..<inside.maxY {
      (row(y) + inside.x).update(from: source.row(y) + inside.x, count: inside.width)
    }
  }
}

extension Picture {
  /// Paints `rect`, whose corner lies on even pixels, in one colour.
  public func fill(_ rect: PixelRect, with color: YCbCr) {
    let chroma = isFullChroma ? rect : rect.halved
    luma.fill(rect, with: color.y)
    cb.fill(chroma, with: color.cb)
    cr.fill(chroma, with: color.cr)
    alpha?.fill(rect, with: 255)
  }

  /// Copies `rect`, whose corner lies on even pixels, from a picture of the same layout.
  public func copy(_ source: Picture, in rect: PixelRect) {
    let chroma = isFullChroma ? rect : rect.halved
    luma.copy(source.luma, in: rect)
    cb.copy(source.cb, in: chroma)
    cr.copy(source.cr, in: chroma)
    guard let alpha else { return }
    if let from = source.alpha { alpha.copy(from, in: rect) } else { alpha.fill(rect, with: 255) }
  }
}
