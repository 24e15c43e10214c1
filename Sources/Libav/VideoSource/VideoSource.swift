import CFFmpeg
import MediaTime
import Pixels

/// The frames of a file's picture stream, in order of appearance. Confined to one thread.
final class VideoSource {
  let demuxer: Demuxer
  let decoder: Decoder
  let index: Int
  let timing: Timing
  let orientation: Orientation
  /// The stored size with square pixels, before turning.
  let scaledSize: PixelSize
  let frameRate: FrameRate
  private let packet: Packet
  private let scratch: Frame
  private var isDraining = false
  private var lastTimestamp: Int64?

  /// The decoding time of the packet read last.
  private(set) var lastRead = Int64.min
  /// Frames before this that no other frame needs may be left out.
  var skipsBefore = Int64.min
  /// The latest frame that may have been left out.
  private(set) var lastSkipped = Int64.min
  /// The last thing that could not be decoded.
  private(set) var lastFailure: Int32?

  init(_ demuxer: Demuxer, threads: Int = 1) throws(MediaError) {
    guard let index = demuxer.videoIndex else { throw .noVideo(demuxer.path) }
    self.demuxer = demuxer
    self.index = index
    let stream = demuxer.stream(index)
    let parameters = UnsafePointer<AVCodecParameters>(stream.pointee.codecpar!)
    decoder = try Decoder.open(
      parameters, path: demuxer.path, maximumPixels: demuxer.limits.maximumPixels,
      named: demuxer.alphaDecoder(of: index), timeBase: stream.pointee.time_base,
      // Where a frame has no time of its own, the packet read last tells it.
      threads: demuxer.formatName == "avi" ? 1 : threads)
    timing = demuxer.timing(of: index)
    orientation = demuxer.orientation(of: index)
    scaledSize = demuxer.scaledSize(of: index)
    guard scaledSize.area > 0 else { throw .corrupt(demuxer.path) }
    frameRate = demuxer.frameRate(of: index)
    packet = try Packet.allocate()
    scratch = try Frame.allocate()
    demuxer.select(index)
  }

  /// The next frame, or nil at the end; what is damaged is left out.
  func next() throws(MediaError) -> TimedFrame? {
    while true {
      switch decoder.receive(into: scratch) {
      case .frame:
        return TimedFrame(timestamp: timestamp(), frame: try scratch.move())
      case .end:
        return nil
      case .failed(let code):
        lastFailure = code
        if isDraining { return nil }
        try feed()
      case .needsInput:
        if isDraining { return nil }
        try feed()
      }
    }
  }

  private func timestamp() -> Int64 {
    let given = scratch.pointer.pointee.best_effort_timestamp
    let none = shim_no_timestamp()
    let length = max(1, timing.span(seconds: 1 / frameRate.framesPerSecond))
    // A decoder that reorders gives a frame when it is sent the one after.
    let first = lastRead == .min ? timing.origin : lastRead &+ (isDraining ? length : 0)
    let guess = lastTimestamp.map { $0 &+ length } ?? first
    let timestamp = given == none ? guess : given
    lastTimestamp = timestamp
    return timestamp
  }

  private func feed() throws(MediaError) {
    while demuxer.read(into: packet) {
      guard Int(packet.pointer.pointee.stream_index) == index else { continue }
      guard !packet.isEncrypted else { throw .encrypted(demuxer.path) }
      let none = shim_no_timestamp()
      let (shown, decoded) = (packet.pointer.pointee.pts, packet.pointer.pointee.dts)
      lastRead = decoded != none ? decoded : shown != none ? shown : lastRead
      let skips = shown != none && shown < skipsBefore
      decoder.context.pointee.skip_frame = skips ? AVDISCARD_NONREF : AVDISCARD_DEFAULT
      if skips { lastSkipped = max(lastSkipped, shown) }
      let sent = decoder.send(packet.pointer)
      if sent >= 0 { return }
      lastFailure = sent
    }
    isDraining = true
    _ = decoder.send(nil)
  }

  /// Goes on from a key frame at or before `timestamp`; false where the file cannot.
  func seek(to timestamp: Int64) -> Bool {
    guard demuxer.seek(stream: index, to: timestamp) else { return false }
    restart()
    return true
  }

  /// Goes on from the first frame.
  func rewind() throws(MediaError) {
    guard demuxer.rewind(stream: index) else {
      throw MediaError(
        .corrupt, "\(demuxer.path) cannot be wound back; convert it to MP4 first.")
    }
    restart()
  }

  private func restart() {
    decoder.flush()
    isDraining = false
    lastTimestamp = nil
    lastRead = .min
    lastSkipped = .min
    skipsBefore = .min
  }

  /// The decoding time of the last key frame at or before `timestamp` that the file lists.
  func keyFrame(before timestamp: Int64) -> Int64? {
    let stream = demuxer.stream(index)
    let entry = avformat_index_get_entry_from_timestamp(stream, timestamp, AVSEEK_FLAG_BACKWARD)
    return entry?.pointee.timestamp
  }

  /// Frames after a key frame that are decoded while nobody feels it.
  var nearFrames: Int { max(2, min(64, 8 * 1920 * 1080 / scaledSize.area)) }

  /// How long those last, in ticks.
  var nearSpan: Int64 { timing.span(seconds: Double(nearFrames) / frameRate.framesPerSecond) }

  /// Whether the file lists its frames and none of them lies far behind its key frame.
  private(set) lazy var hasOnlyNearFrames: Bool = {
    guard isIndexed else { return false }
    let stream = demuxer.stream(index)
    var sinceKey = 0
    for number in 0..<avformat_index_get_entries_count(stream) {
      guard let entry = avformat_index_get_entry(stream, number) else { return false }
      sinceKey = entry.pointee.flags & AVINDEX_KEYFRAME != 0 ? 0 : sinceKey + 1
      if sinceKey > nearFrames { return false }
    }
    return true
  }()

  /// Whether the file tells when frames are decoded and not when they are shown, as AVI does.
  var tellsOnlyDecodingTimes: Bool { demuxer.formatName == "avi" }

  /// Whether the file lists every key frame from the start, as MP4 does.
  var isIndexed: Bool { demuxer.formatName.hasPrefix("mov") }
}
