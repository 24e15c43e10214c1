import CFFmpeg
public import MediaTime

/// The sound of a file as 48 kHz stereo. Confined to one thread.
///
/// Times count from the film's beginning; where the file has no sound, before its first sample
/// or in a gap, there is silence. Mono goes to both sides unchanged, and 5.1 is mixed down with
/// centre and surround 3 dB lower, unclipped, without the bass channel (ITU-R BS.775).
public final class AudioReader {
  /// Samples a second, whatever the file has.
  public static let sampleRate = 48_000
  /// How long the sound lasts by the file's headers.
  public let duration: MediaTime

  private let path: String
  private let limits: MediaLimits
  private var source: AudioSource
  private let frame: Frame
  private var resampler: Resampler?
  /// Interleaved samples made and not yet read.
  private var ready: [Float] = []
  private var readCount = 0
  /// Samples of the output still to be left out.
  private var unwanted = 0
  /// Output samples up to the end that the file announces.
  private var remaining: Int
  private let announced: Int
  /// The source sample that comes next.
  private var cursor = 0
  private var isContinuous = false
  private var pendingSilence = 0
  private var hasFrame = false
  private var isEnded = false
  private var hasDecoded = false

  /// Opens the sound of `path`.
  ///
  /// Throws where the file is missing, foreign, silent or beyond `limits`.
  public init(path: String, limits: MediaLimits = .standard) throws(MediaError) {
    self.path = path
    self.limits = limits
    let demuxer = try Demuxer.open(path, limits: limits)
    source = try AudioSource(demuxer)
    frame = try Frame.allocate()
    if let known = demuxer.duration(of: source.index) {
      duration = known
    } else {
      duration = try PacketScan(path: path, limits: limits, stream: source.index).duration
    }
    let isExact = demuxer.formatName.hasPrefix("mov")
    let rate = MediaTime(1, over: Int64(AudioReader.sampleRate))
    announced = isExact ? (duration + MediaTime(1, over: 96_000)).count(of: rate) : .max
    remaining = announced
  }

  /// Fills `samples`, interleaved, with what comes next; returns how many pairs, fewer only at
  /// the end.
  ///
  /// Damaged parts are silent; throws only where nothing can be decoded.
  public func read(into samples: inout MutableSpan<Float>) throws(MediaError) -> Int {
    precondition(samples.count % 2 == 0, "stereo samples come in pairs")
    var filled = 0
    while filled < samples.count {
      if readCount == ready.count {
        ready.removeAll(keepingCapacity: true)
        readCount = 0
        guard try produce() else { break }
        leaveOutUnwanted()
      }
      let count = min(samples.count - filled, ready.count - readCount)
      for index in 0..<count { samples[filled + index] = ready[readCount + index] }
      filled += count
      readCount += count
    }
    return filled / 2
  }

  /// The next `count` pairs of samples, interleaved; fewer only at the end.
  public func read(count: Int) throws(MediaError) -> [Float] {
    var samples = [Float](repeating: 0, count: count * 2)
    var span = samples.mutableSpan
    let read = try read(into: &span)
    samples.removeLast((count - read) * 2)
    return samples
  }

  /// Goes on from the sample at `time`, the same as if everything before had been read.
  public func seek(to time: MediaTime) throws(MediaError) {
    let wanted = max(0, time.count(of: MediaTime(1, over: Int64(AudioReader.sampleRate))))
    let rate = source.sampleRate
    let divisor = AudioReader.commonDivisor(rate, AudioReader.sampleRate)
    // The resampler's phases come round every `period` samples of the source.
    let (period, produced) = (rate / divisor, AudioReader.sampleRate / divisor)
    let block = max(0, wanted / produced - (512 / period + 1))
    reset()
    if let start = try reposition(before: block * period) {
      cursor = start == 0 ? 0 : block * period
      unwanted = wanted - (start == 0 ? 0 : block * produced)
      isContinuous = false
      remaining = announced == .max ? .max : max(0, announced - (wanted - unwanted))
    }
  }

  private func reset() {
    resampler = nil
    ready.removeAll(keepingCapacity: true)
    readCount = 0
    pendingSilence = 0
    hasFrame = false
    isEnded = false
  }

  /// Holds a frame that begins at or before `sample`; returns 0 after winding back, nil at the
  /// end.
  private func reposition(before sample: Int) throws(MediaError) -> Int? {
    let preroll = source.sampleRate / 4
    for seconds in isExact(sample) ? [0, 2, 10] : [] {
      let target = sample - preroll - seconds * source.sampleRate
      guard target > 0, source.seek(toSample: target) else { break }
      // The first frame after a jump lacks its overlap with the one before.
      guard try source.next(into: frame), try source.next(into: frame) else { continue }
      if let start = source.start(of: frame), start <= sample {
        hasFrame = true
        return sample
      }
    }
    // Opened anew, so that the wind-up of the codec is left out as it was the first time.
    source = try AudioSource(Demuxer.open(path, limits: limits))
    return 0
  }

  /// Whether the file's clock is fine enough to find `sample`; where it is not, as in Matroska,
  /// reading from the start finds it, unless that takes too long.
  private func isExact(_ sample: Int) -> Bool {
    source.timing.base.value * Double(source.sampleRate) <= 1.5
      || sample > source.sampleRate * 600
  }

  /// Makes more samples; false at the end.
  private func produce() throws(MediaError) -> Bool {
    guard !isEnded, remaining > 0 else { return false }
    if pendingSilence > 0, let resampler {
      let count = min(pendingSilence, 4800)
      pendingSilence -= count
      try resampler.silence(count, into: &ready)
      return true
    }
    if !hasFrame {
      guard try source.next(into: frame) else {
        guard hasDecoded else { throw .corrupt(source.demuxer.path, source.lastFailure) }
        isEnded = true
        try resampler?.convert(nil, from: 0, count: 0, into: &ready)
        return true
      }
    }
    hasDecoded = true
    return try consumeFrame()
  }

  /// Resamples the frame at hand, or puts silence before it.
  private func consumeFrame() throws(MediaError) -> Bool {
    if resampler?.suits(frame) != true {
      try resampler?.convert(nil, from: 0, count: 0, into: &ready)
      resampler = try Resampler(frame, rate: AudioReader.sampleRate)
    }
    let count = Int(frame.pointer.pointee.nb_samples)
    let most = source.sampleRate * Int(source.demuxer.limits.maximumDuration.seconds)
    let start = source.start(of: frame)
    let gap = start.map { $0 <= most ? $0 - cursor : 0 } ?? 0
    let isJump = !isContinuous || abs(gap) > source.sampleRate / 20
    isContinuous = true
    if isJump && gap > 0 {
      pendingSilence = gap
      cursor += gap
      hasFrame = true
      return true
    }
    hasFrame = false
    let skipped = isJump ? min(count, -gap) : 0
    if skipped == count {
      isContinuous = false
      return true
    }
    try resampler?.convert(frame.pointer, from: skipped, count: count - skipped, into: &ready)
    cursor += count - skipped
    return true
  }

  private func leaveOutUnwanted() {
    let pairs = ready.count / 2
    if pairs > remaining { ready.removeLast((pairs - remaining) * 2) }
    if remaining != .max { remaining -= min(pairs, remaining) }
    let dropped = min(unwanted, ready.count / 2)
    readCount = dropped * 2
    unwanted -= dropped
  }

  private static func commonDivisor(_ first: Int, _ second: Int) -> Int {
    var (a, b) = (first, second)
    while b != 0 { (a, b) = (b, a % b) }
    return a
  }
}
