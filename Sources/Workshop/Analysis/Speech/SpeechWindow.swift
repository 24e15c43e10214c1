internal import Foundation

/// How much two and a half seconds of sound are like speech.
///
/// Speech pauses between syllables, takes turns between tones and hisses, and its pitch glides
/// where that of instruments stands still (Saunders, "Real-time discrimination of broadcast
/// speech/music", 1996; Scheirer and Slaney, "Construction and evaluation of a robust
/// multifeature speech/music discriminator", 1997). These measures are weighed by a logistic
/// regression, trained on read speech in Russian and French, on synthetic speech in ten languages,
/// both with music and noise below them, on recorded and on synthetic music, and on noise.
struct SpeechWindow {
  /// Frames that a window lasts, and that the next begins later.
  static let (length, step) = (156, 78)

  /// Above zero where it is more likely speech than not; nil where it is too quiet to tell.
  let score: Double?

  /// A window of `length` frames.
  init(_ frames: ArraySlice<VoiceFrame>) {
    let sorted = frames.map(\.level).sorted()
    let top = sorted[sorted.count * 95 / 100]
    guard top >= -55 else {
      score = nil
      return
    }
    let levels = frames.map { max($0.level, top - 50) }
    let loud = levels.map { $0 > top - 25 }
    let crossings = Moments(zip(frames, loud).filter(\.1).map(\.0.crossings))
    let voiced = zip(frames, loud).map { $0.periodicity > 0.75 && $1 }
    let share = Double(voiced.count { $0 }) / Double(max(1, loud.count { $0 }))
    let turns = zip(voiced, voiced.dropFirst()).count { $0 != $1 }
    let (gliding, still) = Self.pitch(Array(frames), voiced)
    score =
      1.372 + 4.392 * Self.pauses(levels) + 0.071 * Moments(levels).deviation
      + 2.552 * log(crossings.deviation + 0.003) + 0.243 * min(max(crossings.skewness, -3), 5)
      + 0.81 * share + 2.915 * share * share + 2.342 * gliding + 2.722 * gliding * gliding
      - 6.02 * still + 0.221 * Double(turns) * VoiceFrame.perSecond / Double(Self.length)
  }

  /// The share of frames whose amplitude is below half of the mean.
  private static func pauses(_ levels: [Double]) -> Double {
    let amplitudes = levels.map { pow(10, $0 / 20) }
    let mean = amplitudes.reduce(0, +) / Double(amplitudes.count)
    return Double(amplitudes.count { $0 < mean / 2 }) / Double(amplitudes.count)
  }

  /// Of the steps between voiced frames, those whose pitch glides and those in which it stands.
  private static func pitch(
    _ frames: [VoiceFrame], _ voiced: [Bool]
  ) -> (gliding: Double, still: Double) {
    var (gliding, still, steps) = (0, 0, 0)
    for index in 1..<frames.count where voiced[index] && voiced[index - 1] {
      let change = abs(frames[index].pitch - frames[index - 1].pitch)
      steps += 1
      if change <= 0.04 { still += 1 } else if change < 0.8 { gliding += 1 }
    }
    let all = Double(max(1, steps))
    return (Double(gliding) / all, Double(still) / all)
  }

  /// How values are spread.
  private struct Moments {
    var deviation = 0.0
    var skewness = 0.0

    init(_ values: [Double]) {
      guard !values.isEmpty else { return }
      let count = Double(values.count)
      let mean = values.reduce(0, +) / count
      let third = values.reduce(0) { $0 + pow($1 - mean, 3) } / count
      deviation = (values.reduce(0) { $0 + pow($1 - mean, 2) } / count).squareRoot()
      skewness = third / (pow(deviation, 3) + 1e-9)
    }
  }
}
