/// Spreads words over what is audible, by how long they are to say: for want of anything better.
enum PaceAligner {
  /// Where each word lies in the phrase, in seconds; in order, without overlap.
  static func ranges(
    of words: [SpokenText.Word], in phrase: Waveform
  ) -> [ClosedRange<Double>] {
    let steps = audibleSteps(phrase)
    let weights = words.map(weight)
    let total = weights.reduce(0, +)
    var passed = 0.0
    return weights.map { weight in
      let start = passed / total
      passed += weight
      return time(
        start, steps, phrase, isEnd: false)...time(passed / total, steps, phrase, isEnd: true)
    }
  }

  private static let step = 0.01

  /// The steps of 10 ms that are not silent.
  private static func audibleSteps(_ phrase: Waveform) -> [Int] {
    let size = max(phrase.rate / 100, 1)
    let levels = stride(from: 0, to: phrase.samples.count, by: size).map { start in
      phrase.samples[start..<min(start + size, phrase.samples.count)].reduce(0) {
        max($0, abs($1))
      }
    }
    let floor = (levels.max() ?? 0) * 0.02
    return levels.indices.filter { levels[$0] > floor }
  }

  private static func time(
    _ share: Double, _ steps: [Int], _ phrase: Waveform, isEnd: Bool
  ) -> Double {
    guard !steps.isEmpty else { return share * phrase.seconds }
    let place = Int((share * Double(steps.count)).rounded())
    return isEnd
      ? Double(steps[max(place, 1) - 1] + 1) * step
      : Double(steps[min(place, steps.count - 1)]) * step
  }

  /// About the syllables of a word: a letter is a third, a digit one and a half.
  private static func weight(_ word: SpokenText.Word) -> Double {
    if word.script.isDense { return 1 }
    return 0.3
      + word.text.reduce(0) { $0 + ($1.isNumber ? 1.5 : word.script == .hangul ? 1 : 0.33) }
  }
}
