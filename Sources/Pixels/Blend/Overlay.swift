/// A picture with alpha, premultiplied and brought down to 4:2:0 once, ready to lie over frames.
///
/// Blending premultiplied halves of both layers equals blending at full chroma and bringing
/// the result down (Porter & Duff 1984, `over`).
public struct Overlay: Sendable {
  /// Where its corner lies on the frame, on even pixels; may lie outside.
  public let x: Int
  /// Where its corner lies on the frame, on even pixels; may lie outside.
  public let y: Int
  let luma: Plane
  let cb: Plane
  let cr: Plane
  let alpha: Plane
  let chromaAlpha: Plane

  /// Even width and height in pixels.
  public var size: PixelSize { luma.size }

  /// Lays `picture` with its corner at (x, y) of the frame, in pixels and fractions.
  ///
  /// `scale` enlarges about the picture's centre.
  public init(_ picture: Picture, x: Double, y: Double, scale: Double = 1) {
    let full = PremultipliedPicture(picture)
    let width = Double(picture.size.width) * scale
    let height = Double(picture.size.height) * scale
    let left = x + (Double(picture.size.width) - width) / 2
    let top = y + (Double(picture.size.height) - height) / 2
    self.x = Int((left / 2).rounded(.down)) * 2
    self.y = Int((top / 2).rounded(.down)) * 2
    let across = (Int((left + width).rounded(.up)) - self.x + 1) & ~1
    let down = (Int((top + height).rounded(.up)) - self.y + 1) & ~1
    let size = PixelSize(width: max(across, 2), height: max(down, 2))
    let map = Projection(
      (1 / scale, 0, (Double(self.x) - left) / scale),
      (0, 1 / scale, (Double(self.y) - top) / scale))
    luma = full.plane(full.luma, at: size, through: map, outside: 0)
    alpha = full.plane(full.alpha, at: size, through: map, outside: 0)
    cb = full.plane(full.cb, at: size, through: map, outside: 128).halvedLeftSited()
    cr = full.plane(full.cr, at: size, through: map, outside: 128).halvedLeftSited()
    chromaAlpha = alpha.halvedLeftSited()
  }

  /// The part of a frame of `frame` pixels that it covers.
  public func coverage(of frame: PixelSize) -> PixelRect {
    PixelRect(x: x, y: y, width: size.width, height: size.height)
      .intersection(PixelRect(frame))
  }
}

/// Full-size planes with colour multiplied by alpha, chroma about 128, within a clear border.
private struct PremultipliedPicture {
  let luma: Plane
  let cb: Plane
  let cr: Plane
  let alpha: Plane
  static let margin = 2

  init(_ picture: Picture) {
    precondition(picture.isFullChroma, "an overlay is made from full chroma")
    let size = PixelSize(
      width: picture.size.width + 2 * Self.margin, height: picture.size.height + 2 * Self.margin)
    luma = Plane(size: size, filledWith: 0)
    cb = Plane(size: size, filledWith: 128)
    cr = Plane(size: size, filledWith: 128)
    alpha = Plane(size: size, filledWith: 0)
    for y in 0..<picture.size.height {
      let opacity = picture.alpha?.row(y)
      let row = y + Self.margin
      for x in 0..<picture.size.width {
        let a = Int(opacity?[x] ?? 255)
        let column = x + Self.margin
        alpha.row(row)[column] = UInt8(a)
        luma.row(row)[column] = UInt8((Int(picture.luma.row(y)[x]) * a + 127) / 255)
        cb.row(row)[column] = Self.scale(picture.cb.row(y)[x], by: a)
        cr.row(row)[column] = Self.scale(picture.cr.row(y)[x], by: a)
      }
    }
  }

  private static func scale(_ chroma: UInt8, by alpha: Int) -> UInt8 {
    let scaled = (Int(chroma) - 128) * alpha
    return UInt8(128 + (scaled >= 0 ? scaled + 127 : scaled - 127) / 255)
  }

  func plane(
    _ source: Plane, at size: PixelSize, through map: Projection, outside: UInt8
  ) -> Plane {
    let target = Plane(size: size, filledWith: outside)
    let margin = Double(Self.margin)
    target.resample(
      source,
      columns: FilterTable(
        outputs: 0..<size.width, on: .luma, scale: map.m00, offset: map.m02 + margin,
        inputs: source.width, on: .luma),
      rows: FilterTable(
        outputs: 0..<size.height, on: .luma, scale: map.m11, offset: map.m12 + margin,
        inputs: source.height, on: .luma),
      in: PixelRect(size))
    return target
  }
}

extension Plane {
  /// Half the size both ways: 1-2-1 across about the even columns, 1-1 down.
  func halvedLeftSited() -> Plane {
    let half = Plane(size: size.halved)
    for y in 0..<half.height {
      let top = row(2 * y)
      let bottom = row(min(2 * y + 1, height - 1))
      let out = half.row(y)
      for x in 0..<half.width {
        let left = max(2 * x - 1, 0)
        let right = min(2 * x + 1, width - 1)
        let sum =
          Int(top[left]) + 2 * Int(top[2 * x]) + Int(top[right])
          + Int(bottom[left]) + 2 * Int(bottom[2 * x]) + Int(bottom[right])
        out[x] = UInt8((sum + 4) >> 3)
      }
    }
    return half
  }
}
