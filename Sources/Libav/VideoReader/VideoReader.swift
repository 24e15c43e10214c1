public import MediaTime
public import Pixels

/// The pictures of a video, by time. Confined to one thread.
///
/// Asking for later and later times is the fast path. Times count from the film's beginning;
/// before its first frame stands the first one, after its end the last.
public final class VideoReader {
  /// The size of every picture: square pixels, upright.
  public let size: PixelSize
  /// The average frame rate.
  public let frameRate: FrameRate
  /// How long the pictures last.
  public let duration: MediaTime

  /// Smaller pictures of frames that take long to find, for those who need no larger ones.
  public var proxies: FrameProxies?

  let source: VideoSource
  private let converter = Converter(chroma: .halved, isStill: false)
  private let forgivesRounding: Bool
  /// Ticks by which the first frame comes late only because others are decoded before it.
  private var delay: Int64 = 0
  private var shown: Shown?
  private var upcoming: TimedFrame?
  /// Frames right before the one on screen, in order and none left out.
  private var past: [Shown] = []
  private let pastLength: Int

  /// A frame that is or was on screen; its picture is made when it is first asked for.
  private final class Shown {
    let timestamp: Int64
    let isFirst: Bool
    var frame: Frame?
    var picture: Picture?

    init(_ timed: consuming TimedFrame, isFirst: Bool) {
      timestamp = timed.timestamp
      self.isFirst = isFirst
      frame = timed.takeFrame()
    }
  }

  /// How many frames, and how many of their samples, are kept for steps back.
  private static let (mostPast, mostPastSamples) = (12, 48 << 20)

  /// Opens the video, or the animation, at `path`.
  ///
  /// More than one of `threads` finds single frames sooner, and a reader that `keepsPast` gives the
  /// last few once more without looking for them; the frames are the same. Throws where the file is
  /// missing, foreign, without pictures or beyond `limits`.
  public convenience init(
    path: String, limits: MediaLimits = .standard, threads: Int = 1, keepsPast: Bool = false
  ) throws(MediaError) {
    let demuxer = try Demuxer.open(path, limits: limits)
    try self.init(try VideoSource(demuxer, threads: threads), keepsPast: keepsPast)
  }

  /// The video in a file that was looked at and of which nothing else will be read.
  public convenience init(
    _ media: OpenedMedia, threads: Int = 1, keepsPast: Bool = false
  ) throws(MediaError) {
    let source = try VideoSource(media.demuxer, threads: threads)
    try source.rewind()
    try self.init(source, keepsPast: keepsPast)
  }

  private init(_ source: VideoSource, keepsPast: Bool) throws(MediaError) {
    self.source = source
    size = source.orientation.applied(to: source.scaledSize)
    let samples = max(source.scaledSize.area * 3 / 2, 1)
    pastLength = keepsPast ? min(Self.mostPast, Self.mostPastSamples / samples) : 0
    frameRate = source.frameRate
    let demuxer = source.demuxer
    if let known = demuxer.duration(of: source.index) {
      duration = known
    } else {
      duration = try PacketScan(
        path: demuxer.path, limits: demuxer.limits, stream: source.index
      ).duration
    }
    forgivesRounding = source.timing.span(seconds: 1 / frameRate.framesPerSecond) >= 4
  }

  /// The picture on screen at `time`: 4:2:0, BT.709, limited range, with alpha where the video
  /// has it.
  ///
  /// Where the decoder's output already is that, the picture looks into it without a copy. The
  /// same frame asked for twice is the same picture. Given `neededSize`, a frame that takes long to
  /// find may be one of ``proxies`` that is at least so large. Damaged frames are left out; throws
  /// only where nothing can be decoded.
  public func frame(
    at time: MediaTime, neededSize: PixelSize? = nil
  ) throws(MediaError) -> Picture {
    if shown == nil { try start() }
    let target = source.timing.ticks(time, forgivesRounding: forgivesRounding) &+ delay
    if let known = past.last(where: { $0.timestamp <= target }), let shown,
      target < shown.timestamp
    {
      return try picture(of: known)
    }
    if let neededSize, let proxy = proxy(at: target, neededSize) { return proxy }
    if needsSeek(to: target) {
      try reposition(to: target, skips: true)
    } else {
      try walk(to: target, skips: true)
    }
    guard let shown else { throw .corrupt(source.demuxer.path) }
    return try picture(of: shown)
  }

  private func proxy(at target: Int64, _ neededSize: PixelSize) -> Picture? {
    guard let shown, let proxies, proxies.size.covers(neededSize) else { return nil }
    let isAtHand =
      target >= shown.timestamp && target &- shown.timestamp <= source.nearSpan
    return isAtHand ? nil : try? proxies.picture(at: target)
  }

  private func start() throws(MediaError) {
    guard let first = try source.next() else {
      throw .corrupt(source.demuxer.path, source.lastFailure)
    }
    if source.tellsOnlyDecodingTimes { delay = max(0, first.timestamp &- source.timing.origin) }
    shown = Shown(first, isFirst: true)
    upcoming = try source.next()
  }

  private func needsSeek(to target: Int64) -> Bool {
    guard let timestamp = shown?.timestamp, let isFirst = shown?.isFirst else { return false }
    if target < timestamp { return !isFirst }
    guard upcoming != nil, target - timestamp > source.timing.span(seconds: 0.5) else {
      return false
    }
    let worthwhile = source.timing.span(seconds: 8 / frameRate.framesPerSecond)
    if let key = source.keyFrame(before: target), key > source.lastRead &+ worthwhile {
      return true
    }
    return !source.isIndexed && target - timestamp > source.timing.span(seconds: 5)
  }

  /// Decodes on until the frame after the one shown begins later than `target`.
  private func walk(to target: Int64, skips: Bool) throws(MediaError) {
    let margin = source.timing.span(seconds: max(0.25, 4 / frameRate.framesPerSecond))
    source.skipsBefore = skips ? target &- margin : .min
    while let timestamp = upcoming?.timestamp, timestamp <= target,
      let next = upcoming.take()
    {
      if pastLength > 0, let shown {
        if past.count == pastLength { past.removeFirst() }
        past.append(shown)
      }
      shown = Shown(next, isFirst: false)
      upcoming = try source.next()
    }
    source.skipsBefore = .min
    past.removeAll { $0.timestamp < source.lastSkipped }
    guard skips, let timestamp = shown?.timestamp else { return }
    // A frame was left out that stands long enough to be the one wanted.
    if source.lastSkipped > timestamp { try reposition(to: target, skips: false) }
  }

  /// Starts again from a key frame at or before `target`.
  private func reposition(to target: Int64, skips: Bool) throws(MediaError) {
    for seconds in [0, 1, 4, 16, Double.infinity] {
      let isRewound: Bool
      let timestamp =
        seconds.isFinite && seconds > 0
        ? target &- source.timing.span(seconds: seconds) : target
      if seconds.isFinite, timestamp > source.timing.origin, source.seek(to: timestamp) {
        isRewound = false
      } else {
        try source.rewind()
        isRewound = true
      }
      guard let first = try source.next() else { continue }
      guard first.timestamp <= target || isRewound else { continue }
      past = []
      shown = Shown(first, isFirst: isRewound)
      upcoming = try source.next()
      return try walk(to: target, skips: skips)
    }
    throw .corrupt(source.demuxer.path, source.lastFailure)
  }

  private func picture(of shown: Shown) throws(MediaError) -> Picture {
    if let picture = shown.picture { return picture }
    guard let frame = shown.frame.take() else { throw .corrupt(source.demuxer.path) }
    let picture = try converter.picture(
      of: frame, size: source.scaledSize, orientation: source.orientation)
    shown.picture = picture
    return picture
  }
}
