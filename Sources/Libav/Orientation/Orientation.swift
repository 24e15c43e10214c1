public import Pixels

/// How stored pixels are turned to stand upright; the eight cases that EXIF numbers 1…8.
public enum Orientation: Int, Hashable, Sendable, Codable, CaseIterable {
  /// As stored.
  case upright = 1
  /// Left and right exchanged.
  case mirrored
  /// Turned by half a circle.
  case turnedAround
  /// Top and bottom exchanged.
  case flipped
  /// Rows and columns exchanged.
  case transposed
  /// Turned a quarter clockwise.
  case turnedRight
  /// Rows and columns exchanged about the other diagonal.
  case transversed
  /// Turned a quarter anticlockwise.
  case turnedLeft

  /// Whether width and height change places.
  public var exchangesSides: Bool { rawValue >= Orientation.transposed.rawValue }

  /// The clockwise turn in degrees; mirroring, where there is any, happens first.
  public var degrees: Int {
    switch self {
    case .upright, .mirrored: 0
    case .turnedAround, .flipped: 180
    case .turnedRight, .transversed: 90
    case .turnedLeft, .transposed: 270
    }
  }

  /// Whether left and right are exchanged before the turn.
  public var isMirrored: Bool {
    switch self {
    case .mirrored, .flipped, .transposed, .transversed: true
    case .upright, .turnedAround, .turnedRight, .turnedLeft: false
    }
  }

  /// The size of a picture of `size` once it stands upright.
  public func applied(to size: PixelSize) -> PixelSize {
    exchangesSides ? PixelSize(width: size.height, height: size.width) : size
  }

  /// The nearest case to a display matrix: nine numbers, rows of (x, y, 1).
  init(displayMatrix matrix: UnsafePointer<Int32>) {
    let (a, b) = (Int64(matrix[0]), Int64(matrix[1]))
    let (c, d) = (Int64(matrix[3]), Int64(matrix[4]))
    if abs(a) + abs(d) >= abs(b) + abs(c) {
      switch (a < 0, d < 0) {
      case (false, false): self = .upright
      case (true, false): self = .mirrored
      case (true, true): self = .turnedAround
      case (false, true): self = .flipped
      }
    } else {
      switch (b < 0, c < 0) {
      case (false, false): self = .transposed
      case (false, true): self = .turnedRight
      case (true, true): self = .transversed
      case (true, false): self = .turnedLeft
      }
    }
  }
}
