package import Director
import Foundation

/// The sentences of `Tests/Intents`, each with what it is.
package struct IntentCorpus {
  /// A sentence of the corpus.
  package struct Item {
    package let language: String
    package let intent: Intent
    package let sentence: String
    /// Whether training never sees it: every fifth of its intent and language.
    package let isHeldBack: Bool
  }

  package let items: [Item]

  /// Reads the corpus in `folder`.
  package init(folder: String) throws {
    var items: [Item] = []
    for language in ["english", "chinese"] {
      let path = "\(folder)/\(language).tsv"
      let text = try String(contentsOfFile: path, encoding: .utf8)
      var counts: [Intent: Int] = [:]
      for line in text.split(separator: "\n") {
        let parts = line.split(separator: "\t", maxSplits: 1).map(String.init)
        guard parts.count == 2, let intent = Intent(rawValue: parts[0]) else {
          throw CocoaError(.fileReadCorruptFile, userInfo: [NSFilePathErrorKey: path])
        }
        counts[intent, default: 0] += 1
        let isHeldBack = counts[intent, default: 0].isMultiple(of: 5)
        items.append(
          Item(
            language: language, intent: intent, sentence: parts[1], isHeldBack: isHeldBack))
      }
    }
    self.items = items
  }
}
