public import Pixels

/// The part of a frame in which text is sure to be seen, by its insets as shares of the frame.
public struct SafeArea: Hashable, Sendable {
  /// Inset from the top, as a share of the height.
  public var top: Double
  /// Inset from the left, as a share of the width.
  public var left: Double
  /// Inset from the bottom, as a share of the height.
  public var bottom: Double
  /// Inset from the right, as a share of the width.
  public var right: Double

  /// An area by its insets, shares of the frame.
  public init(top: Double, left: Double, bottom: Double, right: Double) {
    self.top = top
    self.left = left
    self.bottom = bottom
    self.right = right
  }

  /// An area with one inset on every side.
  public init(inset: Double) { self.init(top: inset, left: inset, bottom: inset, right: inset) }

  /// The whole frame.
  public static let frame = SafeArea(inset: 0)
  /// Where the action of a 16:9 picture is sure to be seen (EBU R 95: 3.5 %).
  public static let action = SafeArea(inset: 0.035)
  /// Where graphics of a 16:9 picture belong (EBU R 95: 5 %).
  public static let title = SafeArea(inset: 0.05)

  /// What TikTok's buttons and its caption leave of a 9:16 frame, by its template for
  /// advertisers: 160 and 440 of 1280 pixels, 140 of 1080 at the right.
  public static let tikTok = SafeArea(top: 0.125, left: 0.06, bottom: 0.345, right: 0.13)
  /// What Reels leaves of a 9:16 frame, by Meta's guide for advertisers: 14 % above, 35 % below,
  /// 6 % at the sides; at the right its row of buttons takes more.
  public static let reels = SafeArea(top: 0.14, left: 0.06, bottom: 0.35, right: 0.12)
  /// What Shorts leaves of a 9:16 frame, by YouTube's guide for advertisers: 288, 672, 48 and 192
  /// of 1080 by 1920 pixels.
  public static let shorts = SafeArea(top: 0.15, left: 0.045, bottom: 0.35, right: 0.178)
  /// What every one of the three leaves. Their guides change: this is the cautious union.
  public static let verticalApps = tikTok.common(with: reels).common(with: shorts)

  /// The area that suits a canvas: of the vertical apps for 9:16 and taller, the title-safe one
  /// for 16:9, 1:1 and 4:5, which feeds show whole.
  public init(for canvas: PixelSize) {
    self = canvas.height * 2 >= canvas.width * 3 ? .verticalApps : .title
  }

  /// The part that both share.
  public func common(with other: SafeArea) -> SafeArea {
    SafeArea(
      top: max(top, other.top), left: max(left, other.left), bottom: max(bottom, other.bottom),
      right: max(right, other.right))
  }

  /// The area in whole pixels of a canvas.
  public func rect(on canvas: PixelSize) -> PixelRect {
    let bounds = bounds(on: canvas)
    let (x, y) = (Int(bounds.left.rounded(.up)), Int(bounds.top.rounded(.up)))
    return PixelRect(
      x: x, y: y, width: max(Int(bounds.right.rounded(.down)) - x, 0),
      height: max(Int(bounds.bottom.rounded(.down)) - y, 0))
  }

  func bounds(on canvas: PixelSize) -> Bounds {
    let (width, height) = (Double(canvas.width), Double(canvas.height))
    return Bounds(
      left: left * width, top: top * height, right: (1 - right) * width,
      bottom: (1 - bottom) * height)
  }

  /// The widest a centred block may be, as a share of the width.
  var centeredWidth: Double { 1 - 2 * max(left, right) }

  /// The area with every inset brought into what leaves room for text.
  var sanitized: SafeArea {
    SafeArea(
      top: top.bounded(0...0.45, else: 0.05), left: left.bounded(0...0.45, else: 0.05),
      bottom: bottom.bounded(0...0.45, else: 0.05), right: right.bounded(0...0.45, else: 0.05))
  }
}
