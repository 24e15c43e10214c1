/// Says what a message most likely is, where no rule settles it.
///
/// A multinomial logistic regression over hashed words and characters (Jurafsky and Martin,
/// "Speech and Language Processing", chapter 5; ``IntentFeatures`` for the features), trained by
/// `scripts/train-intents` on the sentences of `Tests/Intents`.
package struct IntentClassifier: Hashable, Sendable {
  /// The intents, in the order of the weights.
  package static let intents = Intent.allCases

  /// One weight a place and intent, those of a place together.
  private let weights: [Int8]
  /// What a weight of 1 is worth.
  private let scale: Double

  /// The classifier whose weights are in the source.
  package static let shared = IntentClassifier(
    weights: IntentWeights.values, scale: IntentWeights.scale)

  /// - Parameter weights: as many as places times intents.
  package init(weights: [Int8], scale: Double) {
    precondition(weights.count == IntentFeatures.count * Self.intents.count)
    self.weights = weights
    self.scale = scale
  }

  /// The likeliest intent of a message, and how likely it is, 0 to 1; 0 where it
  /// holds no word of either script.
  package func classify(_ words: String) -> (intent: Intent, probability: Double) {
    let features = IntentFeatures(words)
    guard !features.isBlank else { return (.edit, 0) }
    let indices = features.indices
    let count = Self.intents.count
    var sums = [Int](repeating: 0, count: count)
    for index in indices {
      for intent in 0..<count { sums[intent] += Int(weights[index * count + intent]) }
    }
    let unit = scale / Double(indices.count).squareRoot()
    let shares = Self.shares(of: sums.map { Double($0) * unit })
    let best = shares.indices.max { shares[$0] < shares[$1] } ?? 0
    return (Self.intents[best], shares[best])
  }

  /// The softmax of `scores`.
  package static func shares(of scores: [Double]) -> [Double] {
    let most = scores.max() ?? 0
    let powers = scores.map { exponential($0 - most) }
    let sum = powers.reduce(0, +)
    return powers.map { $0 / sum }
  }

  /// e to the power of `x`, for x ≤ 0, by the four operations alone: the same to the last bit on
  /// every machine, so that training gives the same weights everywhere.
  private static func exponential(_ x: Double) -> Double {
    guard x > -40 else { return 0 }
    let part = x / 64
    var (term, sum) = (1.0, 1.0)
    for step in 1...12 {
      term *= part / Double(step)
      sum += term
    }
    for _ in 0..<6 { sum *= sum }
    return sum
  }
}

extension IntentWeights {
  /// Each weight as it is written: one printable character, `P` for 0.
  static let values: [Int8] = parts.flatMap { part in
    part.utf8.compactMap { $0 == 10 ? nil : Int8(clamping: Int($0) - zero) }
  }

  /// The character of a weight of 0.
  package static let zero = 80
  /// The greatest weight; the least is its opposite.
  package static let most = 43
}
