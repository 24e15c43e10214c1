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

extension Picture {
  /// The middle of the picture, without copying; larger than the picture it is the picture.
  /// In 4:2:0 the corner falls on even pixels.
  public func cropped(to size: PixelSize) -> Picture {
    let width = min(size.width, self.size.width)
    let height = min(size.height, self.size.height)
    let rect = PixelRect(
      x: (self.size.width - width) / 4 * 2, y: (self.size.height - height) / 4 * 2,
      width: width, height: height)
    return part(rect)
  }

  /// A part of the picture, without copying. In 4:2:0 its corner lies on even pixels.
  public func part(_ rect: PixelRect) -> Picture {
    precondition(
      rect.intersection(PixelRect(size)) == rect && !rect.isEmpty, "a part inside the picture")
    let chroma = isFullChroma ? rect : rect.halved
    return Picture(
      luma: luma.view(rect), cb: cb.view(chroma), cr: cr.view(chroma), alpha: alpha?.view(rect))
  }
}

extension Plane {
  fileprivate func view(_ rect: PixelRect) -> Plane {
    Plane(
      viewing: row(rect.y) + rect.x, size: PixelSize(width: rect.width, height: rect.height),
      stride: stride, owner: self)
  }
}
