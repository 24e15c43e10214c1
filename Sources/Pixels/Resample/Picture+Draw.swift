extension Picture {
  /// Draws `source` onto `rect` of this picture through `map`, from positions here to
  /// positions there, with Catmull-Rom sampling at full chroma resolution.
  ///
  /// A map of scale and shift alone runs as two short passes. Any other needs a `bordered()`
  /// source at about its final size: it does not filter for shrinking. Where the map leaves the
  /// source, its edge is read. In a 4:2:0 picture the rectangle's corner lies on even pixels.
  public func draw(_ source: Picture, through map: Projection, in rect: PixelRect) {
    draw(source.luma, through: map, in: rect, to: luma, grids: .full, sourceGrids: .full)
    let chromaRect = isFullChroma ? rect : rect.halved
    let grids = isFullChroma ? PlaneGrids.full : .halved
    let sourceGrids = source.isFullChroma ? PlaneGrids.full : .halved
    for (from, to) in [(source.cb, cb), (source.cr, cr)] {
      draw(from, through: map, in: chromaRect, to: to, grids: grids, sourceGrids: sourceGrids)
    }
    if let alpha {
      if let from = source.alpha {
        draw(from, through: map, in: rect, to: alpha, grids: .full, sourceGrids: .full)
      } else {
        alpha.fill(rect, with: 255)
      }
    }
  }

  private func draw(
    _ source: Plane, through map: Projection, in rect: PixelRect, to target: Plane,
    grids: PlaneGrids, sourceGrids: PlaneGrids
  ) {
    guard map.isSeparable else {
      return target.warp(
        source, by: map, in: rect, grids: grids, sourceGrids: sourceGrids)
    }
    let columns = FilterTable(
      outputs: rect.x..<rect.maxX, on: grids.across, scale: map.m00, offset: map.m02,
      inputs: source.width, on: sourceGrids.across)
    let rows = FilterTable(
      outputs: rect.y..<rect.maxY, on: grids.down, scale: map.m11, offset: map.m12,
      inputs: source.height, on: sourceGrids.down)
    target.resample(source, columns: columns, rows: rows, in: rect)
  }

  /// A 4:2:0 copy at another size.
  public func resized(to size: PixelSize) -> Picture {
    let copy = Picture(size: size, hasAlpha: alpha != nil)
    let map = Projection.scale(
      Double(self.size.width) / Double(size.width),
      Double(self.size.height) / Double(size.height))
    copy.draw(self, through: map, in: PixelRect(size))
    return copy
  }
}
