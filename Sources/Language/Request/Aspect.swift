/// The shape of a frame: its width over its height, as two whole numbers.
public struct Aspect: Hashable, Sendable, Codable {
  /// Parts of the width.
  public var width: Int
  /// Parts of the height.
  public var height: Int

  /// `width` to `height`, reduced to lowest terms; both at least 1.
  public init(_ width: Int, _ height: Int) {
    precondition(width > 0 && height > 0, "an aspect has two sides")
    var (larger, smaller) = (width, height)
    while smaller != 0 { (larger, smaller) = (smaller, larger % smaller) }
    self.width = width / larger
    self.height = height / larger
  }

  /// Width over height.
  public var ratio: Double { Double(width) / Double(height) }

  /// As people write it: `16:9`.
  public var text: String { "\(width):\(height)" }

  /// 16:9, of films and YouTube.
  public static let landscape = Aspect(16, 9)
  /// 9:16, of TikTok, Reels and Shorts.
  public static let portrait = Aspect(9, 16)
  /// 1:1.
  public static let square = Aspect(1, 1)
}
