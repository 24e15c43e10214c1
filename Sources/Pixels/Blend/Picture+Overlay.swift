extension Picture {
  /// Lays `overlay` over this 4:2:0 picture; `opacity` 0…256 in 256ths.
  public func blend(_ overlay: Overlay, opacity: Int = 256) {
    precondition(!isFullChroma, "overlays lie over 4:2:0")
    precondition(opacity >= 0 && opacity <= 256, "opacity in 256ths")
    let rect = overlay.coverage(of: size)
    guard !rect.isEmpty, opacity > 0 else { return }
    let origin = (x: rect.x - overlay.x, y: rect.y - overlay.y)
    luma.blend(
      overlay.luma, alpha: overlay.alpha, from: origin, in: rect, opacity: opacity, zero: 0)
    let chromaOrigin = (x: origin.x / 2, y: origin.y / 2)
    for (plane, layer) in [(cb, overlay.cb), (cr, overlay.cr)] {
      plane.blend(
        layer, alpha: overlay.chromaAlpha, from: chromaOrigin, in: rect.halved,
        opacity: opacity, zero: 128)
    }
  }

  /// Lays a picture of the same size and layout, with alpha, over this opaque one;
  /// `opacity` 0…256 in 256ths. Colour is not premultiplied.
  public func blend(_ layer: Picture, opacity: Int = 256) {
    precondition(layer.size == size && layer.isFullChroma == isFullChroma, "one layout")
    guard let alpha = layer.alpha else {
      return mix(self, layer, weight: opacity)
    }
    let chromaAlpha = isFullChroma ? alpha : alpha.halvedLeftSited()
    luma.blendStraight(layer.luma, alpha: alpha, opacity: opacity)
    cb.blendStraight(layer.cb, alpha: chromaAlpha, opacity: opacity)
    cr.blendStraight(layer.cr, alpha: chromaAlpha, opacity: opacity)
  }
}

extension Plane {
  /// `over` with premultiplied samples held about `zero`.
  fileprivate func blend(
    _ layer: Plane, alpha: Plane, from origin: (x: Int, y: Int), in rect: PixelRect,
    opacity: Int, zero: Int32
  ) {
    let strength = Int32(opacity)
    let count = rect.width
    for y in 0..<rect.height {
      let color = layer.row(origin.y + y) + origin.x
      let cover = alpha.row(origin.y + y) + origin.x
      let out = row(rect.y + y) + rect.x
      for x in 0..<count {
        // 255 × 256 is one; the layer is already multiplied by its own alpha.
        let hidden = Int32(cover[x]) &* strength
        let base = Int32(out[x]) &* (65280 &- hidden) &+ zero &* hidden
        let added = (Int32(color[x]) &- zero) &* strength &* 255
        let sum = (base &+ added &+ 32640) / 65280
        out[x] = UInt8(truncatingIfNeeded: max(0, min(255, sum)))
      }
    }
  }

  fileprivate func blendStraight(_ layer: Plane, alpha: Plane, opacity: Int) {
    let strength = Int32(opacity)
    let count = width
    for y in 0..<height {
      let (color, cover, out) = (layer.row(y), alpha.row(y), row(y))
      for x in 0..<count {
        let weight = Int32(cover[x]) &* strength
        let sum = Int32(out[x]) &* (65280 &- weight) &+ Int32(color[x]) &* weight
        out[x] = UInt8(truncatingIfNeeded: (sum &+ 32640) / 65280)
      }
    }
  }
}
