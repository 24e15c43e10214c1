internal import CKernels

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
    self.init(PremultipliedPicture(picture), x: x, y: y, scale: scale)
  }

  /// The same of a picture that is premultiplied already.
  public init(_ picture: PremultipliedPicture, x: Double, y: Double, scale: Double = 1) {
    let place = OverlayPlace(picture.size, x: x, y: y, scale: scale)
    let half = place.size.halved
    self.x = place.x
    self.y = place.y
    luma = Plane(size: place.size)
    alpha = Plane(size: place.size)
    chromaAlpha = Plane(size: half)
    (cb, cr) = (Plane(size: half, filledWith: 128), Plane(size: half, filledWith: 128))
    let width = place.size.width
    place.forEachPair(of: picture, in: 0..<place.size.height) { y, pair in
      luma.row(y).update(from: pair.luma.0, count: width)
      luma.row(y + 1).update(from: pair.luma.1, count: width)
      alpha.row(y).update(from: pair.alpha.0, count: width)
      alpha.row(y + 1).update(from: pair.alpha.1, count: width)
      chromaAlpha.row(y / 2).update(from: pair.chromaAlpha, count: half.width)
      if let chroma = pair.chroma {
        cb.row(y / 2).update(from: chroma.cb, count: half.width)
        cr.row(y / 2).update(from: chroma.cr, count: half.width)
      }
    }
  }

  /// The part of a frame of `frame` pixels that it covers.
  public func coverage(of frame: PixelSize) -> PixelRect {
    PixelRect(x: x, y: y, width: size.width, height: size.height)
      .intersection(PixelRect(frame))
  }
}

extension Plane {
  /// Half the size both ways: 1-2-1 across about the even columns, 1-1 down.
  func halvedLeftSited() -> Plane {
    let half = Plane(size: size.halved)
    for y in 0..<half.height {
      kn_halve_rows(
        row(2 * y), row(min(2 * y + 1, height - 1)), Int32(width), half.row(y))
    }
    return half
  }
}
