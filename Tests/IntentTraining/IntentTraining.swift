import Director

/// Learns the weights of ``IntentClassifier`` by stochastic gradient descent, the same at each
/// run: the order of the sentences comes of a fixed seed.
package struct IntentTraining {
  /// The weights, as the classifier takes them.
  package let weights: [Int8]
  /// What a weight of 1 is worth.
  package let scale: Double

  private static let rounds = 40
  private static let rate = 6.0
  private static let decay = 1e-5

  /// Learns from the sentences of `corpus` that are not held back.
  package init(_ corpus: IntentCorpus) {
    let intents = IntentClassifier.intents
    let samples = corpus.items.filter { !$0.isHeldBack }.map { item in
      (IntentFeatures(item.sentence).indices, intents.firstIndex(of: item.intent) ?? 0)
    }
    var learned = [Double](repeating: 0, count: IntentFeatures.count * intents.count)
    var order = Array(samples.indices)
    var state: UInt64 = 20_261_128
    for round in 0..<Self.rounds {
      for index in order.indices.dropFirst().reversed() {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        order.swapAt(index, Int((state >> 33) % UInt64(index + 1)))
      }
      let rate = Self.rate / (1 + Double(round) / 4)
      for index in order { Self.step(&learned, samples[index], rate) }
      let kept = 1 - min(0.5, rate * Self.decay * Double(samples.count))
      for index in learned.indices { learned[index] *= kept }
    }
    let greatest = learned.reduce(0) { max($0, abs($1)) }
    let scale = (greatest / Double(IntentWeights.most) * 1e6).rounded(.up) / 1e6
    weights = learned.map { Int8(($0 / scale).rounded()) }
    self.scale = scale
  }

  private static func step(
    _ learned: inout [Double], _ sample: (indices: [Int], intent: Int), _ rate: Double
  ) {
    let count = IntentClassifier.intents.count
    let unit = 1 / Double(sample.indices.count).squareRoot()
    var scores = [Double](repeating: 0, count: count)
    for index in sample.indices {
      for intent in 0..<count { scores[intent] += learned[index * count + intent] }
    }
    let shares = IntentClassifier.shares(of: scores.map { $0 * unit })
    for intent in 0..<count {
      let miss = shares[intent] - (intent == sample.intent ? 1 : 0)
      let change = rate * miss * unit
      for index in sample.indices { learned[index * count + intent] -= change }
    }
  }
}
