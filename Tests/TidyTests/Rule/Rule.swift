import Testing

/// A rule of the house that a file keeps or breaks, with snippets that show the rule at work.
struct Rule: Sendable, CustomTestStringConvertible {
  /// What is asked, as a sentence that is true of a tidy file.
  let name: String
  /// Where the rule is broken: one-based lines with what is wrong there.
  let findings: @Sendable (SourceText) -> [Finding]
  /// Snippets that must each be found fault with.
  let bad: [SourceText]
  /// Snippets that must pass.
  let good: [SourceText]

  var testDescription: String { name }

  static let all: [Rule] =
    lengths + layout + [documented, unsafeStaysBelow, fileNamesDeclare] + words
}

/// A place where a rule is broken.
struct Finding: CustomStringConvertible {
  let path: String
  let line: Int
  let what: String

  var description: String { "\(path):\(line): \(what)" }
}

extension SourceText {
  func finding(_ index: Int, _ what: String) -> Finding {
    Finding(path: path, line: index + 1, what: what)
  }
}
