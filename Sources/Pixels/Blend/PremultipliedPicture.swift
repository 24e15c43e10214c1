/// A picture with alpha whose colour is multiplied by it, at full chroma, within a clear border:
/// what overlays at any place and size are made from, without the picture being read again.
public struct PremultipliedPicture: Sendable {
  /// Width and height in pixels, without the border.
  public let size: PixelSize
  let luma: Plane
  let alpha: Plane
  /// Colour about 128; nil where all is grey.
  let chroma: (cb: Plane, cr: Plane)?

  static let margin = 2

  /// Multiplies `picture`, of full chroma, by its alpha.
  public init(_ picture: Picture) {
    precondition(picture.isFullChroma, "an overlay is made from full chroma")
    self.init(size: picture.size, isGrey: picture.isGrey)
    let opaque = Plane(size: PixelSize(width: size.width, height: 1), filledWith: 255)
    for y in 0..<size.height {
      let cover = picture.alpha?.row(y) ?? opaque.row(0)
      let row = row(y, from: 0)
      row.alpha.update(from: cover, count: size.width)
      Self.multiply(picture.luma.row(y), by: cover, size.width, into: row.luma)
      if let chroma = row.chroma {
        Self.scale(picture.cb.row(y), by: cover, size.width, into: chroma.cb)
        Self.scale(picture.cr.row(y), by: cover, size.width, into: chroma.cr)
      }
    }
  }

  /// A clear picture, to be written row by row; one that is grey has no room for colour.
  public init(size: PixelSize, isGrey: Bool) {
    self.size = size
    let bordered = PixelSize(
      width: size.width + 2 * Self.margin, height: size.height + 2 * Self.margin)
    luma = Plane(size: bordered, filledWith: 0)
    alpha = Plane(size: bordered, filledWith: 0)
    chroma =
      isGrey
      ? nil
      : (cb: Plane(size: bordered, filledWith: 128), cr: Plane(size: bordered, filledWith: 128))
  }

  /// Whether it has no colour.
  public var isGrey: Bool { chroma == nil }

  /// Samples of a row, to be written before the picture is shared.
  public struct Row {
    /// Luma times alpha.
    public let luma: UnsafeMutablePointer<UInt8>
    /// Alpha.
    public let alpha: UnsafeMutablePointer<UInt8>
    /// Colour times alpha, about 128; nil where the picture is grey.
    public let chroma: (cb: UnsafeMutablePointer<UInt8>, cr: UnsafeMutablePointer<UInt8>)?
  }

  /// Row `y` from column `x` on.
  public func row(_ y: Int, from x: Int) -> Row {
    precondition(
      y >= 0 && y < size.height && x >= 0 && x <= size.width, "a place inside the picture")
    let (row, column) = (y + Self.margin, x + Self.margin)
    return Row(
      luma: luma.row(row) + column, alpha: alpha.row(row) + column,
      chroma: chroma.map { ($0.cb.row(row) + column, $0.cr.row(row) + column) })
  }

  /// Puts `part` in the place of what is there, with its corner at (x, y); what lies outside is
  /// left out. A grey picture takes of a coloured one the luma alone.
  public func replace(with part: PremultipliedPicture, x: Int, y: Int) {
    let rect = PixelRect(x: x, y: y, width: part.size.width, height: part.size.height)
      .intersection(PixelRect(size))
    guard !rect.isEmpty else { return }
    for line in rect.y..<rect.maxY {
      let (from, to) = (part.row(line - y, from: rect.x - x), row(line, from: rect.x))
      to.luma.update(from: from.luma, count: rect.width)
      to.alpha.update(from: from.alpha, count: rect.width)
      guard let colour = to.chroma else { continue }
      if let chroma = from.chroma {
        colour.cb.update(from: chroma.cb, count: rect.width)
        colour.cr.update(from: chroma.cr, count: rect.width)
      } else {
        colour.cb.update(repeating: 128, count: rect.width)
        colour.cr.update(repeating: 128, count: rect.width)
      }
    }
  }

  private static func multiply(
    _ samples: UnsafeMutablePointer<UInt8>, by cover: UnsafeMutablePointer<UInt8>, _ count: Int,
    into out: UnsafeMutablePointer<UInt8>
  ) {
    for x in 0..<count {
      let product = UInt16(truncatingIfNeeded: samples[x]) &* UInt16(truncatingIfNeeded: cover[x])
      let sum = product &+ 127
      out[x] = UInt8(truncatingIfNeeded: (sum &+ 1 &+ sum &>> 8) &>> 8)
    }
  }

  /// About 128, away from which it is rounded as if there were no sign.
  private static func scale(
    _ samples: UnsafeMutablePointer<UInt8>, by cover: UnsafeMutablePointer<UInt8>, _ count: Int,
    into out: UnsafeMutablePointer<UInt8>
  ) {
    for x in 0..<count {
      let distance = Int16(truncatingIfNeeded: samples[x]) &- 128
      let product =
        UInt16(truncatingIfNeeded: distance.magnitude) &* UInt16(truncatingIfNeeded: cover[x])
      let sum = product &+ 127
      let part = Int16(truncatingIfNeeded: (sum &+ 1 &+ sum &>> 8) &>> 8)
      out[x] = UInt8(truncatingIfNeeded: 128 &+ (distance < 0 ? 0 &- part : part))
    }
  }
}

extension Picture {
  /// Whether it has no colour.
  public var isGrey: Bool { cb.isNeutral && cr.isNeutral }
}

extension Plane {
  /// Whether every sample is 128.
  fileprivate var isNeutral: Bool {
    for y in 0..<height {
      let row = row(y)
      var difference: UInt8 = 0
      for x in 0..<width { difference |= row[x] ^ 128 }
      if difference != 0 { return false }
    }
    return true
  }
}
