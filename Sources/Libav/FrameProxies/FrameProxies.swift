public import MediaTime
public import Pixels

/// Smaller pictures of those frames of a video that take long to find, since many others must be
/// decoded before them: kept without loss, each there at once. Confined to one thread.
///
/// They are made bit by bit, whenever nothing better is to be done.
public final class FrameProxies {
  /// Where the video lies.
  public let path: String
  /// The size of every picture, upright.
  public let size: PixelSize
  /// Bytes that they take.
  public var byteCount: Int { shelf.byteCount }

  private let threads: Int
  private var walk: ProxyWalk?
  private var shelf = FrameShelf()
  private var seen = TickSpans()
  /// What somebody wanted to see last.
  private var asked: Int64?

  /// None yet.
  /// - Parameters:
  ///   - path: where the video lies.
  ///   - size: of every picture, upright.
  ///   - threads: how many decode.
  public init(path: String, size: PixelSize, threads: Int) {
    self.path = path
    self.size = size
    self.threads = threads
  }

  /// Looks at one frame more: of what was asked for last, where that wasn't seen yet.
  /// - Parameter times: the part of the video that matters.
  /// - Returns: false where all of the part was seen.
  ///
  /// Throws where the video can't be read.
  public func advance(within times: ClosedRange<MediaTime>) throws(MediaError) -> Bool {
    let walk = try openedWalk()
    guard !walk.source.hasOnlyNearFrames else { return false }
    let timing = walk.source.timing
    let part = timing.ticks(times.lowerBound)..<(timing.ticks(times.upperBound) &+ 1)
    let wanted = asked.flatMap { part.contains($0) && !hasSeen($0) ? $0 : nil }
    asked = nil
    if let wanted, !isAhead(wanted) {
      try begin(at: wanted)
    } else if walk.hasArrived, !part.contains(walk.front) || seen.contains(walk.front) {
      let ahead = part.contains(walk.front) ? seen.firstGap(in: walk.front..<part.upperBound) : nil
      guard let gap = ahead ?? firstGap(in: part) else { return false }
      try begin(at: gap)
    }
    try step()
    return true
  }

  /// The picture on screen at `tick`, where it is there or soon will be.
  func picture(at tick: Int64) throws(MediaError) -> Picture? {
    asked = tick
    if let frame = shelf.frame(at: tick) { return try frame.picture() }
    guard let walk, isAhead(tick) else { return nil }
    while walk.front <= tick { try step() }
    return try shelf.frame(at: tick)?.picture()
  }

  private func openedWalk() throws(MediaError) -> ProxyWalk {
    if let walk { return walk }
    let opened = try ProxyWalk(path: path, size: size, threads: threads)
    walk = opened
    return opened
  }

  /// Whether the walk is the one to go to `tick`, rather than a reader that begins with its key
  /// frame.
  private func isAhead(_ tick: Int64) -> Bool {
    guard let walk, walk.start <= walk.front, walk.front <= tick,
      let key = walk.source.keyFrame(before: tick)
    else { return false }
    guard key <= walk.front, tick - key > walk.source.nearSpan else { return false }
    let way = Double(tick - walk.front)
    return way < Self.shareWalked * Double(tick - key)
      || way < Self.shortWay * Double(walk.source.nearSpan)
  }

  /// A reader leaves out what it can and is quicker than a walk where that has more than this share
  /// of the way before it; what a walk does serves the next question too, though.
  private static let (shareWalked, shortWay) = (0.4, 8.0)

  private func hasSeen(_ tick: Int64) -> Bool {
    seen.contains(tick) || walk.map { $0.start <= tick && tick < $0.front } ?? false
  }

  private func firstGap(in part: Range<Int64>) -> Int64? {
    noteWalked()
    return seen.firstGap(in: part)
  }

  private func begin(at tick: Int64) throws(MediaError) {
    noteWalked()
    try openedWalk().begin(at: tick)
  }

  private func noteWalked() {
    if let walk, walk.start < walk.front { seen.insert(walk.start..<walk.front) }
  }

  private func step() throws(MediaError) {
    guard let walk else { return }
    if let (frame, times) = try walk.step(unless: { shelf.frame(at: $0) != nil }) {
      shelf.insert(frame, during: times)
    }
  }
}
