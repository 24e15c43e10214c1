/// A width and a height in whole pixels.
public struct PixelSize: Hashable, Sendable, Codable {
  /// Columns.
  public var width: Int
  /// Rows.
  public var height: Int

  /// A size of `width` by `height` pixels.
  public init(width: Int, height: Int) {
    self.width = width
    self.height = height
  }

  /// Columns times rows.
  @inlinable public var area: Int { width * height }

  /// Whether it is at least as large both ways.
  public func covers(_ other: PixelSize) -> Bool {
    width >= other.width && height >= other.height
  }

  /// The size of 4:2:0 chroma planes beside a luma plane of this size.
  public var halved: PixelSize { PixelSize(width: (width + 1) / 2, height: (height + 1) / 2) }
}

extension PixelSize: CustomStringConvertible {
  /// `1920×1080`.
  public var description: String { "\(width)×\(height)" }
}
