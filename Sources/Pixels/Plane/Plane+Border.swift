extension Plane {
  /// Samples that a bordered plane has beyond each edge.
  static let border = 4

  /// A copy whose edge samples go on for four samples beyond every edge, for kernels that read
  /// around a place. `row(-4)` to `row(height + 3)` and columns −4 to `width + 3` may be read.
  public func bordered() -> Plane {
    let border = Plane.border
    let storage = Plane(
      size: PixelSize(width: width + 2 * border, height: height + 2 * border))
    for y in 0..<storage.height {
      let from = row(min(max(y - border, 0), height - 1))
      let to = storage.row(y)
      (to + border).update(from: from, count: width)
      to.update(repeating: from[0], count: border)
      (to + border + width).update(repeating: from[width - 1], count: border)
    }
    return Plane(
      viewing: storage.row(border) + border, size: size, stride: storage.stride,
      owner: storage)
  }
}

extension Picture {
  /// The picture with every plane bordered, as `draw` wants it for maps that turn or tilt.
  public func bordered() -> Picture {
    Picture(
      luma: luma.bordered(), cb: cb.bordered(), cr: cr.bordered(), alpha: alpha?.bordered())
  }
}
