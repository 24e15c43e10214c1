public import MediaTime
public import Pixels

/// A shutter of 180°: each frame sees half of the time until the next one, so that what is quick
/// leaves a streak as long as half its way (Potmesil & Chakravarty 1983).
///
/// Where nothing is quick frames are drawn once, at their moment, and cost what they always did.
public struct Shutter: Sendable {
  /// How long it is open, in time of the shot.
  private let opening: MediaTime
  /// From one frame to the next, in time of the shot.
  private let frameDuration: MediaTime

  /// More pixels than this from one frame to the next, of 1080 on the shorter side, are quick.
  public static let quick = 6.0
  /// Pixels between two moments that are added up: less is not seen, more leaves steps.
  private static let spacing = 3.0
  /// Most moments of a frame.
  private static let most = 24

  /// The shutter of frames `frameDuration` apart.
  public init(frameDuration: MediaTime) {
    self.frameDuration = frameDuration
    opening = frameDuration * MediaTime(1, over: 2)
  }

  /// Whether a shot of `duration` is quick anywhere; `travel` says how far it goes between two
  /// moments, in pixels of 1080 on the shorter side.
  public func isNeeded(
    over duration: MediaTime, travel: (MediaTime, MediaTime) -> Double
  ) -> Bool {
    var time = MediaTime.zero
    while frameDuration > .zero, time < duration {
      let next = time + frameDuration
      if travel(time, min(next, duration)) > Self.quick { return true }
      time = next
    }
    return false
  }

  /// Draws a frame at `time` of a shot of `duration` into `rect` of the opaque 4:2:0 `target` by
  /// `draw`, once or at as many moments as `travel` asks for; the rectangle's corner lies on even
  /// pixels.
  public func expose(
    at time: MediaTime, of duration: MediaTime, travel: (MediaTime, MediaTime) -> Double,
    onto target: Picture, in rect: PixelRect, draw: (MediaTime, Picture, PixelRect) -> Void
  ) {
    let start = max(.zero, time - opening * MediaTime(1, over: 2))
    let end = min(duration, start + opening)
    guard start < end else { return draw(time, target, rect) }
    let way = travel(start, end)
    let count = min(Self.most, Int((way / Self.spacing).rounded(.up)))
    guard count > 1 else { return draw(time, target, rect) }
    var exposure = Exposure(size: PixelSize(width: rect.width, height: rect.height))
    for index in 0..<count {
      let share = MediaTime(Int64(2 * index + 1), over: Int64(2 * count))
      draw(start + (end - start) * share, target, rect)
      exposure.add(target.part(rect))
    }
    exposure.develop(onto: target.part(rect))
  }
}
