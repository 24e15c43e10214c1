import Director

/// The weights as Swift files.
package struct IntentSource {
  /// The files' text, by name.
  package let files: [(name: String, text: String)]

  private static let columns = 96
  private static let lines = 380

  package init(_ training: IntentTraining) {
    let characters = training.weights.map { UInt8(Int($0) + IntentWeights.zero) }
    let rows = stride(from: 0, to: characters.count, by: Self.columns).map { start in
      let end = min(start + Self.columns, characters.count)
      return String(decoding: characters[start..<end], as: UTF8.self)
    }
    let parts = stride(from: 0, to: rows.count, by: Self.lines).map { start in
      rows[start..<min(start + Self.lines, rows.count)].joined(separator: "\n")
    }
    let numbers = Array(1...max(parts.count, 1))
    let names = numbers.map { "part\($0)" }
    let head = """
      /// The weights of the classifier of intents, one character each. Written by
      /// `scripts/train-intents`; not to be edited.
      package enum IntentWeights {
        /// What a weight of 1 is worth.
        package static let scale = \(training.scale)
        static let parts = [\(names.joined(separator: ", "))]
      }

      """
    files =
      [("IntentWeights.swift", head)]
      + zip(numbers, parts).map { number, part in
        let text =
          "extension IntentWeights {\n  static let part\(number) = #\"\"\"\n\(part)\n\"\"\"#\n}\n"
        return ("IntentWeights+Part\(number).swift", text)
      }
  }
}
