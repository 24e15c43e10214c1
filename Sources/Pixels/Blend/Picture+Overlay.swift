internal import CKernels

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

  /// Lays `layer` over this 4:2:0 picture as an overlay made of it would lie, without making one:
  /// for what stands elsewhere on every frame.
  public func blend(
    _ layer: PremultipliedPicture, x: Double, y: Double, scale: Double = 1, opacity: Int = 256
  ) {
    precondition(!isFullChroma, "overlays lie over 4:2:0")
    precondition(opacity >= 0 && opacity <= 256, "opacity in 256ths")
    let place = OverlayPlace(layer.size, x: x, y: y, scale: scale)
    let rect = place.coverage(of: size)
    guard !rect.isEmpty, opacity > 0 else { return }
    let (column, lines) = (rect.x - place.x, rect.y - place.y..<rect.maxY - place.y)
    let half = rect.halved
    let grey = Plane(size: PixelSize(width: half.width, height: 1), filledWith: 128)
    place.forEachPair(of: layer, in: lines) { line, pair in
      let y = place.y + line
      func blend(
        _ color: UnsafePointer<UInt8>, _ cover: UnsafePointer<UInt8>,
        _ out: UnsafeMutablePointer<UInt8>, _ count: Int, zero: Int32
      ) {
        kn_lay_row(color, cover, zero, Int32(opacity), out, Int32(count))
      }
      blend(
        pair.luma.0 + column, pair.alpha.0 + column, luma.row(y) + rect.x, rect.width, zero: 0)
      if y + 1 < rect.maxY {
        blend(
          pair.luma.1 + column, pair.alpha.1 + column, luma.row(y + 1) + rect.x, rect.width,
          zero: 0)
      }
      let cover = pair.chromaAlpha + column / 2
      for (plane, color) in [(cb, pair.chroma?.cb), (cr, pair.chroma?.cr)] {
        blend(
          color.map { $0 + column / 2 } ?? UnsafePointer(grey.row(0)), cover,
          plane.row(y / 2) + half.x, half.width, zero: 128)
      }
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
    for y in 0..<rect.height {
      kn_lay_row(
        layer.row(origin.y + y) + origin.x, alpha.row(origin.y + y) + origin.x, zero,
        Int32(opacity), self.row(rect.y + y) + rect.x, Int32(rect.width))
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
