internal import Foundation

/// What is measured of 32 ms of sound.
struct VoiceFrame {
  /// Samples at 8 kHz that a frame lasts, that the next begins later, and that one needs in all.
  static let (length, step, needed) = (256, 128, 256 + 115)
  /// Frames a second.
  static let perSecond = Double(VoiceBand.sampleRate) / Double(step)

  /// Power in dB, of full scale.
  let level: Double
  /// Share of neighbouring samples of which one is negative and one isn't.
  let crossings: Double
  /// How alike the sound is to itself one period later, at most 1.
  let periodicity: Double
  /// The period as a pitch, in semitones; of meaning where `periodicity` is high.
  let pitch: Double

  /// Periods of 70 to 400 Hz, in samples.
  private static let periods = 20..<115

  /// Measures the frame that begins at `start`; `needed` samples from there must be there.
  init(_ samples: [Float], at start: Int) {
    let frame = Array(samples[start..<start + Self.needed])
    var energy: Float = 0
    var changes = 0
    for index in 0..<Self.length {
      energy += frame[index] * frame[index]
      if index > 0, (frame[index] < 0) != (frame[index - 1] < 0) { changes += 1 }
    }
    level = 10 * log10(Double(energy) / Double(Self.length) + 1e-10)
    crossings = Double(changes) / Double(Self.length - 1)
    let likeness = Self.likeness(frame, energy)
    let index = Self.peak(of: likeness)
    let (before, here, after) = (likeness[index - 1], likeness[index], likeness[index + 1])
    let bend = before - 2 * here + after
    let shift = abs(bend) > 1e-9 ? min(max(0.5 * (before - after) / bend, -0.5), 0.5) : 0
    periodicity = here
    let period = Double(Self.periods.lowerBound + index) + shift
    pitch = 12 * log2(Double(VoiceBand.sampleRate) / period)
  }

  /// The normalised correlation of the frame with what comes each of the periods later.
  private static func likeness(_ frame: [Float], _ energy: Float) -> [Double] {
    var later: Float = 0
    for index in periods.lowerBound..<periods.lowerBound + length {
      later += frame[index] * frame[index]
    }
    return periods.map { period in
      var product: Float = 0
      for index in 0..<length { product += frame[index] * frame[index + period] }
      let likeness = Double(product) / (Double(energy) * Double(later) + 1e-9).squareRoot()
      let (out, next) = (frame[period], frame[min(period + length, needed - 1)])
      later = max(0, later - out * out + next * next)
      return likeness
    }
  }

  /// The shortest period that is nearly as good as the best, so that no multiple is taken.
  private static func peak(of likeness: [Double]) -> Int {
    let best = likeness.max() ?? 0
    let inner = 1..<likeness.count - 1
    let first = inner.first {
      likeness[$0] >= likeness[$0 - 1] && likeness[$0] >= likeness[$0 + 1]
        && likeness[$0] >= 0.9 * best
    }
    let highest = likeness.indices.max { likeness[$0] < likeness[$1] } ?? 1
    return first ?? min(max(highest, inner.lowerBound), inner.upperBound - 1)
  }
}
