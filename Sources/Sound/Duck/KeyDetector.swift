import Foundation

/// Whether a key sounds, in steps of 512 frames: its level against a threshold, with 4 dB
/// between opening and closing.
///
/// The level is the mean square over both channels, smoothed over 40 ms. With the band of
/// speech, only 400 to 3400 Hz (telephony's band less its lowest part) counts, so that wind and
/// rumble don't.
struct KeyDetector {
  /// Frames of a step.
  static let step = 512

  private var filters: [Biquad]
  private let opening: Double
  private let closing: Double
  private var level = 0.0
  private var isOpen = false

  private static let smoothing = 1 - exp(-Double(step) / (0.040 * Double(SampleClock.rate)))

  /// - Parameter threshold: In dBFS (RMS of a channel).
  init(threshold: Double, inSpeechBand: Bool) {
    let bounded = threshold.isFinite ? min(max(threshold, -120), 0) : 0
    opening = pow(10, bounded / 10)
    closing = pow(10, (bounded - 4) / 10)
    // Butterworth, fourth order below and second above.
    filters =
      inSpeechBand
      ? [
        .highPass(400, quality: 0.5412), .highPass(400, quality: 1.3066),
        .lowPass(3400, quality: 0.7071),
      ] : []
  }

  /// Hears a step that begins at frame `first` of interleaved `samples`.
  mutating func hears(_ samples: [Float], from first: Int) -> Bool {
    var energy = 0.0
    let span = samples.span
    var isSilent = true
    for index in first * 2..<(first + Self.step) * 2 where span[index] != 0 {
      isSilent = false
      break
    }
    if isSilent, level == 0 { return false }
    for frame in first..<first + Self.step {
      var pair = SIMD2(Double(span[frame &* 2]), Double(span[frame &* 2 &+ 1]))
      for index in filters.indices { pair = filters[index].next(pair) }
      energy += (pair * pair).sum()
    }
    let square = energy / Double(Self.step * 2)
    level += (square - level) * Self.smoothing
    if isSilent, level < 1e-16 {
      level = 0
      for index in filters.indices { filters[index].reset() }
    }
    isOpen = level >= (isOpen ? closing : opening)
    return isOpen
  }
}
