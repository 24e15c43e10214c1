/// A picture in Y′CbCr, BT.709, 8 bits, limited range (16…235, 16…240), with or without alpha.
///
/// Chroma is either full (4:4:4) or halved both ways (4:2:0, sited to the left as MPEG-2 and
/// H.264 have it). Alpha, where there is one, has the size of luma, 0…255; colour is not
/// premultiplied.
public struct Picture: Sendable {
  /// Luma.
  public let luma: Plane
  /// Blue difference.
  public let cb: Plane
  /// Red difference.
  public let cr: Plane
  /// Opacity; nil where the picture is opaque.
  public let alpha: Plane?

  /// A picture of planes that fit each other.
  public init(luma: Plane, cb: Plane, cr: Plane, alpha: Plane? = nil) {
    precondition(cb.size == cr.size, "both chroma planes have one size")
    precondition(
      cb.size == luma.size || cb.size == luma.size.halved, "chroma is 4:4:4 or 4:2:0")
    precondition(alpha == nil || alpha?.size == luma.size, "alpha has the size of luma")
    self.luma = luma
    self.cb = cb
    self.cr = cr
    self.alpha = alpha
  }

  /// A new 4:2:0 picture; its samples are undefined until written.
  public init(size: PixelSize, hasAlpha: Bool = false) {
    self.init(
      luma: Plane(size: size), cb: Plane(size: size.halved), cr: Plane(size: size.halved),
      alpha: hasAlpha ? Plane(size: size) : nil)
  }

  /// A new 4:2:0 picture of one colour.
  public init(size: PixelSize, filledWith color: YCbCr) {
    self.init(
      luma: Plane(size: size, filledWith: color.y),
      cb: Plane(size: size.halved, filledWith: color.cb),
      cr: Plane(size: size.halved, filledWith: color.cr))
  }

  /// The size of luma, which is the picture's.
  public var size: PixelSize { luma.size }

  /// Whether chroma has the size of luma.
  public var isFullChroma: Bool { cb.size == luma.size }
}
