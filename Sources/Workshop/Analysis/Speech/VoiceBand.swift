internal import Foundation

/// Brings sound down to the band in which voices are told apart: mono, 8 kHz.
struct VoiceBand {
  /// Samples a second that come out.
  static let sampleRate = 8_000
  private static let factor = 6

  /// A low pass at 3.6 kHz: a sinc under a Hann window.
  private static let filter: [Float] = {
    let count = 73
    let cutoff = 3_600.0 / 48_000
    let taps = (0..<count).map { index -> Double in
      let place = Double(index - count / 2)
      let sinc = place == 0 ? 2 * cutoff : sin(2 * .pi * cutoff * place) / (.pi * place)
      return sinc * (0.5 + 0.5 * cos(2 * .pi * place / Double(count + 1)))
    }
    let sum = taps.reduce(0, +)
    return taps.map { Float($0 / sum) }
  }()

  private var waiting: [Float] = []

  /// Takes in interleaved stereo at 48 kHz; returns what is whole of it.
  mutating func take(_ samples: [Float]) -> [Float] {
    for index in stride(from: 0, to: samples.count - 1, by: 2) {
      let mean = (samples[index] + samples[index + 1]) / 2
      waiting.append(mean.isFinite ? mean : 0)
    }
    var band: [Float] = []
    var start = 0
    let filter = Self.filter
    while start + filter.count <= waiting.count {
      var sum: Float = 0
      for tap in 0..<filter.count { sum += waiting[start + tap] * filter[tap] }
      band.append(sum)
      start += Self.factor
    }
    waiting.removeFirst(min(start, waiting.count))
    return band
  }
}
