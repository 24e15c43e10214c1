import CEbur128
import Foundation

/// Measures a programme's loudness as it goes by.
///
/// Keeps eight bytes for every 100 ms. Confined to one thread.
public struct LoudnessMeter: ~Copyable {
  private let state: UnsafeMutablePointer<ebur128_state>
  private var left = ClipCounter()
  private var right = ClipCounter()
  private var clean: [Float] = []

  /// A meter for stereo at 48 kHz that has heard nothing yet.
  public init() throws(SoundError) {
    try self.init(mode: kinora_ebur128_mode_all())
  }

  /// A meter of integrated loudness alone, which is quick; the range is 0, the peaks nil.
  static func ofIntegratedLoudness() throws(SoundError) -> LoudnessMeter {
    try LoudnessMeter(mode: kinora_ebur128_mode_integrated())
  }

  private init(mode: Int32) throws(SoundError) {
    let state = ebur128_init(UInt32(SampleClock.channels), UInt(SampleClock.rate), mode)
    guard let state else {
      throw SoundError(
        .outOfMemory, "Memory ran out while loudness was measured; free some and try again.")
    }
    self.state = state
  }

  deinit {
    var state: UnsafeMutablePointer<ebur128_state>? = state
    ebur128_destroy(&state)
  }

  /// Hears the next frames, interleaved; samples that are no numbers count as silence.
  public mutating func add(_ samples: Span<Float>) throws(SoundError) {
    precondition(samples.count.isMultiple(of: 2), "stereo has two samples a frame")
    clean.removeAll(keepingCapacity: true)
    clean.reserveCapacity(samples.count)
    for index in samples.indices {
      let sample = samples[index]
      clean.append(sample.isFinite ? sample : 0)
    }
    for index in stride(from: 0, to: clean.count, by: 2) {
      left.add(clean[index])
      right.add(clean[index + 1])
    }
    let result = ebur128_add_frames_float(state, clean, clean.count / 2)
    guard result == Int32(EBUR128_SUCCESS.rawValue) else {
      throw SoundError(
        .outOfMemory, "Memory ran out while loudness was measured; free some and try again.")
    }
  }

  /// Hears the next frames, interleaved.
  public mutating func add(_ samples: [Float]) throws(SoundError) {
    try add(samples.span)
  }

  /// The loudness of everything heard so far.
  public var loudness: Loudness {
    var (integrated, range) = (0.0, 0.0)
    ebur128_loudness_global(state, &integrated)
    ebur128_loudness_range(state, &range)
    return Loudness(
      integrated: integrated.isFinite ? integrated : nil,
      range: range.isFinite ? range : 0,
      truePeak: decibels { ebur128_true_peak(state, $0, &$1) },
      samplePeak: decibels { ebur128_sample_peak(state, $0, &$1) },
      clippedSamples: left.samples + right.samples, clippedRuns: left.runs + right.runs)
  }

  private func decibels(_ read: (UInt32, inout Double) -> Int32) -> Double? {
    var highest = 0.0
    for channel in 0..<UInt32(SampleClock.channels) {
      var peak = 0.0
      _ = read(channel, &peak)
      highest = max(highest, peak)
    }
    return highest > 0 ? 20 * log10(highest) : nil
  }
}

extension Loudness {
  /// The loudness of sound in memory, interleaved stereo at 48 kHz.
  public static func of(_ samples: [Float]) throws(SoundError) -> Loudness {
    var meter = try LoudnessMeter()
    try meter.add(samples)
    return meter.loudness
  }
}
