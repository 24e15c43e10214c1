/// A colour in Y′CbCr, BT.709, 8 bits, limited range.
public struct YCbCr: Hashable, Sendable {
  /// Luma, 16 (black) to 235 (white).
  public var y: UInt8
  /// Blue difference, 128 for grey.
  public var cb: UInt8
  /// Red difference, 128 for grey.
  public var cr: UInt8

  /// A colour of these samples.
  public init(y: UInt8, cb: UInt8, cr: UInt8) {
    self.y = y
    self.cb = cb
    self.cr = cr
  }

  /// The nearest colour to an sRGB triple, 0…255 each (ITU-R BT.709, section 3).
  public init(red: UInt8, green: UInt8, blue: UInt8) {
    let (r, g, b) = (Double(red) / 255, Double(green) / 255, Double(blue) / 255)
    let luma = 0.2126 * r + 0.7152 * g + 0.0722 * b
    y = UInt8((16 + 219 * luma).rounded())
    cb = UInt8((128 + 224 * (b - luma) / 1.8556).rounded())
    cr = UInt8((128 + 224 * (r - luma) / 1.5748).rounded())
  }

  /// A colour written `#RRGGBB`, or nil where it is written otherwise.
  public init?(hex: String) {
    let digits = hex.hasPrefix("#") ? hex.dropFirst() : hex[...]
    guard digits.count == 6, let value = UInt32(digits, radix: 16) else { return nil }
    self.init(
      red: UInt8(value >> 16), green: UInt8(value >> 8 & 255), blue: UInt8(value & 255))
  }

  /// Black.
  public static let black = YCbCr(y: 16, cb: 128, cr: 128)
  /// White.
  public static let white = YCbCr(y: 235, cb: 128, cr: 128)
}
