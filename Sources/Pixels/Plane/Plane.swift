/// One channel of a picture: rows of 8-bit samples, `stride` bytes apart.
///
/// A plane is written by whoever made it and only read once it is shared; the type does not
/// police that. Rows of a plane made here begin on 64-byte boundaries.
public final class Plane: @unchecked Sendable {
  /// Samples across and down.
  public let size: PixelSize
  /// Bytes from one row to the next.
  public let stride: Int
  /// The first sample of the first row.
  public let base: UnsafeMutablePointer<UInt8>
  private let owner: AnyObject?

  /// Samples across.
  public var width: Int { size.width }
  /// Samples down.
  public var height: Int { size.height }

  /// A new plane; its samples are undefined until written.
  public init(size: PixelSize) {
    precondition(size.width > 0 && size.height > 0, "a plane has at least one sample")
    self.size = size
    stride = (size.width + Plane.padding + 63) & ~63
    let bytes = UnsafeMutableRawPointer.allocate(
      byteCount: stride * size.height + 64, alignment: 64)
    base = bytes.assumingMemoryBound(to: UInt8.self)
    owner = nil
  }

  /// A new plane of one value.
  public convenience init(size: PixelSize, filledWith value: UInt8) {
    self.init(size: size)
    base.update(repeating: value, count: stride * size.height)
  }

  /// A view of somebody else's samples, which `owner` keeps alive.
  public init(
    viewing base: UnsafeMutablePointer<UInt8>, size: PixelSize, stride: Int,
    owner: AnyObject
  ) {
    self.size = size
    self.stride = stride
    self.base = base
    self.owner = owner
  }

  deinit {
    if owner == nil { base.deallocate() }
  }

  /// Bytes after the last sample of a row that a kernel may read, but never uses.
  static let padding = 16

  /// The first sample of row `y`.
  @inlinable public func row(_ y: Int) -> UnsafeMutablePointer<UInt8> { base + y * stride }

  /// The sample at column `x` of row `y`.
  public subscript(x: Int, y: Int) -> UInt8 {
    get {
      precondition(x >= 0 && x < width && y >= 0 && y < height, "a sample inside the plane")
      return base[y * stride + x]
    }
    set {
      precondition(x >= 0 && x < width && y >= 0 && y < height, "a sample inside the plane")
      base[y * stride + x] = newValue
    }
  }
}
