/// Brings a whole film to one loudness, its true peaks under a ceiling (ITU-R BS.1770-4,
/// EBU R 128).
///
/// The mix is made once and kept in a spool that the caller gives, so that memory does not grow
/// with the film. It is measured as it is made, then gone through with the gain that it needs
/// and the limiter, and again where that missed the target by more than 0.2 LU, at most four
/// times. Where it can't be reached, as with a click every ten seconds, the nearest is taken.
///
/// ```swift
/// let mixer = Mixer(clips: clips, duration: film, ceiling: nil)
/// var master = try Mastering().master(mixer, in: spool)
/// while let block = try master.next(frames: 4096) { encode(block) }
/// ```
public struct Mastering: Hashable, Sendable {
  /// The integrated loudness wished for, in LUFS.
  public var target: Double
  /// The highest true peak handed out, in dBTP. Lossy codecs overshoot: AAC at 192 kbit/s by some
  /// tenths as a rule, but by more where noisy drums are limited by many decibels, so that a
  /// film's peaks are only known once it is encoded.
  public var ceiling: Double
  /// The most that a mix is turned up by, in decibels, so that room noise stays what it is.
  public var largestBoost: Double

  /// How far from the target the loudness may be before another pass is made, in LU.
  static let tolerance = 0.2
  private static let mostPasses = 4
  private static let blockFrames = 4096
  /// Where peaks of sound too short to have a loudness (under 400 ms) are brought, in dBTP.
  private static let shortPeak = -6.0
  private static let shortest = SampleClock.rate * 2 / 5

  /// −14 LUFS, −1.8 dBTP, at most 24 dB louder.
  public init() {
    target = -14
    ceiling = -1.8
    largestBoost = 24
  }

  /// Makes the mix, measures it, and finds the gain it needs.
  ///
  /// - Parameters:
  ///   - mixer: A mix of which nothing was taken yet, best without a ceiling of its own.
  ///   - spool: Where the mix is kept; empty at first, eight bytes a frame.
  ///   - isCancelled: Asked before every block.
  /// - Returns: The film's sound, ready to be read.
  /// - Throws: Whatever a source or the spool throws, `CancellationError` where it is cancelled,
  ///   and `SoundError` without memory.
  public func master(
    _ mixer: consuming Mixer, in spool: any SampleSpool,
    unless isCancelled: () -> Bool = { false }
  ) throws -> MasteredSound {
    let frames = mixer.frameCount
    var meter = try LoudnessMeter()
    while let block = try mixer.next(frames: Self.blockFrames) {
      if isCancelled() { throw CancellationError() }
      try meter.add(block)
      try spool.append(block.span)
    }
    let mix = meter.loudness
    let headroom = ceiling - (mix.truePeak ?? ceiling)
    var search = GainSearch(
      target: target, mix: mix.integrated, headroom: headroom, bounds: -60...largestBoost)
    if mix.integrated == nil, frames < Self.shortest, let peak = mix.truePeak {
      search.settle(at: Self.shortPeak - peak)
    }
    var report = MasteringReport(
      mix: mix, loudness: mix.integrated.map { $0 + search.gain }, gain: search.gain,
      isBounded: search.isBounded, passes: 0)
    // Where nothing is limited, the loudness is known.
    var isOff = search.gain > headroom - 0.2
    while isOff, report.passes < Self.mostPasses {
      let heard = try measure(spool, frames, search.gain, isCancelled)
      let tried = (gain: search.gain, isBounded: search.isBounded)
      isOff = heard.map { search.learn($0) } ?? false
      report.passes += 1
      guard report.passes == 1 || search.best?.gain == tried.gain else { continue }
      (report.gain, report.isBounded, report.loudness) = (tried.gain, tried.isBounded, heard)
    }
    return MasteredSound(spool, frames: frames, ceiling: ceiling, report: report)
  }

  /// The loudness after gain and limiter, if it has any.
  private func measure(
    _ spool: any SampleSpool, _ frames: Int, _ gain: Double, _ isCancelled: () -> Bool
  ) throws -> Double? {
    var reader = LimitedReader(spool, frames: frames, gain: gain, ceiling: ceiling)
    var meter = try LoudnessMeter.ofIntegratedLoudness()
    while let block = try reader.next(frames: Self.blockFrames) {
      if isCancelled() { throw CancellationError() }
      try meter.add(block)
    }
    return meter.loudness.integrated
  }
}
