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
