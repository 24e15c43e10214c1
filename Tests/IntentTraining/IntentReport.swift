package import Director

/// How often the classifier is right on sentences that it never saw.
package struct IntentReport {
  private let results: [(item: IntentCorpus.Item, found: Intent, probability: Double)]

  /// Classifies the held-back sentences of `corpus`.
  package init(_ corpus: IntentCorpus, _ classifier: IntentClassifier) {
    results = corpus.items.filter(\.isHeldBack).map { item in
      let (found, probability) = classifier.classify(item.sentence)
      return (item, found, probability)
    }
  }

  /// The share of right answers among the sentences that `isCounted` takes, 0 to 1.
  package func share(_ isCounted: (IntentCorpus.Item) -> Bool = { _ in true }) -> Double {
    let counted = results.filter { isCounted($0.item) }
    return Double(counted.count { $0.found == $0.item.intent }) / Double(max(counted.count, 1))
  }

  /// The share of right answers among those for something else than an edit that are this sure.
  package func rightAmong(surerThan bound: Double) -> Double {
    let acted = results.filter { $0.probability >= bound && $0.found != .edit }
    return Double(acted.count { $0.found == $0.item.intent }) / Double(max(acted.count, 1))
  }

  /// The whole report, as lines of text.
  package var text: String {
    var lines = ["held back: \(percent(share())) % of \(results.count)"]
    for language in ["english", "chinese"] {
      lines.append("  \(language): \(percent(share { $0.language == language })) %")
    }
    for intent in IntentClassifier.intents {
      let meant = results.filter { $0.item.intent == intent }
      var others: [String: Int] = [:]
      for result in meant where result.found != intent {
        others[result.found.rawValue, default: 0] += 1
      }
      let taken = others.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        .map { "\($0.key) \($0.value)" }.joined(separator: ", ")
      let right = percent(share { $0.intent == intent })
      let rest = taken.isEmpty ? "" : "; taken for \(taken)"
      lines.append("  \(intent.rawValue): \(right) %\(rest)")
    }
    lines.append("threshold: acted on, of these right (and of those that are no edit)")
    for bound in [0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95] {
      let acted = results.filter { $0.probability >= bound && $0.found != .edit }
      let right = acted.count { $0.found == $0.item.intent }
      let edits = acted.count { $0.item.intent == .edit }
      lines.append(
        "  \(bound): \(percent(Double(acted.count) / Double(results.count))) %, "
          + "\(percent(Double(right) / Double(max(acted.count, 1)))) % right, "
          + "\(edits) edits among them")
    }
    return lines.joined(separator: "\n")
  }

  /// Every mistake with its probability, the surest first.
  package var mistakes: [String] {
    results.filter { $0.found != $0.item.intent }.sorted { $0.probability > $1.probability }
      .map { result in
        let share = percent(result.probability)
        return "\(share) % \(result.found.rawValue), not \(result.item.intent.rawValue): "
          + result.item.sentence
      }
  }

  private func percent(_ share: Double) -> Double { (share * 1000).rounded() / 10 }
}
