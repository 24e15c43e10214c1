import CFFmpeg
import Pixels

/// A way through a video, one frame after the other, that picks up what lies far behind its key
/// frame. Confined to one thread.
final class ProxyWalk {
  let source: VideoSource
  /// Where it began; what lies between here and `front` was seen.
  private(set) var start = Int64.max
  /// When the frame on screen began, which wasn't picked up yet.
  private(set) var front = Int64.min

  /// Whether it is where it was to begin, or beyond: a key frame may lie before that.
  var hasArrived: Bool { front >= target }

  private let size: PixelSize
  private let coder: LosslessFrame.Maker
  private let converter = Converter(chroma: .halved, isStill: false)
  private var sinceKey = 0
  private var shown: Frame?
  private var target = Int64.min

  /// At the beginning of the video at `path`.
  init(path: String, size: PixelSize, threads: Int) throws(MediaError) {
    source = try VideoSource(try Demuxer.open(path, limits: .standard), threads: threads)
    coder = try LosslessFrame.Maker(size: size)
    self.size = size
  }

  /// Goes on from the key frame before `tick`.
  func begin(at tick: Int64) throws(MediaError) {
    if tick <= source.timing.origin || !source.seek(to: tick) { try source.rewind() }
    (start, front, target) = (.max, .min, tick)
    shown = nil
    sinceKey = 0
  }

  /// Goes to the next frame.
  /// - Returns: the one before, where it takes long to find and `isKnown` doesn't tell of it.
  func step(
    unless isKnown: (Int64) -> Bool
  ) throws(MediaError) -> (frame: LosslessFrame, times: Range<Int64>)? {
    guard let next = try source.next() else {
      start = min(start, target)
      defer { front = .max }
      return try pickUp(until: .max, unless: isKnown)
    }
    let timestamp = next.timestamp
    // A seek may end late; what it leaves out isn't looked for again.
    if start == .max { start = min(timestamp, target) }
    defer { front = max(front, timestamp) }
    let found = try pickUp(until: timestamp, unless: isKnown)
    sinceKey = shim_frame_is_key(next.frame.pointer) != 0 ? 0 : sinceKey + 1
    shown = next.takeFrame()
    return found
  }

  private func pickUp(
    until end: Int64, unless isKnown: (Int64) -> Bool
  ) throws(MediaError) -> (frame: LosslessFrame, times: Range<Int64>)? {
    guard let frame = shown.take(), sinceKey > source.nearFrames, front < end, !isKnown(front)
    else { return nil }
    let picture = try converter.picture(
      of: frame, size: source.scaledSize, orientation: source.orientation)
    guard picture.alpha == nil else { return nil }
    let small = picture.size == size ? picture : picture.resized(to: size)
    return (try coder.frame(of: small), front..<end)
  }
}
