/// A text cut into phrases, each for one voice, and those into words.
struct SpokenText {
  /// A word of the text.
  struct Word: Equatable {
    /// Where it stands in the text.
    var range: Range<String.Index>
    /// As it stands there.
    var text: String
    /// What follows it up to the next word: a comma, a full stop.
    var punctuation = ""
    var script: Script
  }

  /// What is left between two phrases.
  enum Pause: Int, Comparable {
    case join, clause, sentence, paragraph

    /// Seconds at the voice's own rate.
    var seconds: Double {
      switch self {
      case .join: 0.03
      case .clause: 0.2
      case .sentence: 0.42
      case .paragraph: 0.85
      }
    }

    static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
  }

  /// Words that one voice says in one breath.
  struct Phrase {
    var words: [Word]
    /// A primary subtag of BCP 47.
    var language: String
    var pause: Pause

    /// The phrase as it is given to an engine.
    var text: String {
      var text = ""
      for (index, word) in words.enumerated() {
        if index > 0, !isTight(index) { text += " " }
        text += word.text + word.punctuation
      }
      return text
    }

    /// Whether no space stands before a word.
    private func isTight(_ index: Int) -> Bool {
      let (before, word) = (words[index - 1], words[index])
      return before.punctuation.isEmpty && before.script.isDense && word.script.isDense
    }
  }

  private(set) var phrases: [Phrase] = []
  private let language: String?

  /// No phrase has more words, since memory grows with their square.
  private static let mostWords = 120

  /// Cuts a text up.
  /// - Parameters:
  ///   - text: what is to be said.
  ///   - language: a tag of BCP 47; nil where each sentence's script tells.
  init(_ text: String, language: String? = nil) {
    self.language = language.map(Script.primaryLanguage)
    var scanner = SentenceScanner(text)
    while let sentence = scanner.next() {
      append(sentence.words, sentence.pause)
    }
  }

  private mutating func append(_ words: [Word], _ pause: Pause) {
    let main = language ?? Script.language(of: words.map(\.script))
    var run: [Word] = []
    var runLanguage: String?
    func isFull(_ word: Word) -> Bool {
      run.count >= Self.mostWords || run.count >= Self.mostWords / 2 && word.punctuation == ","
    }
    for word in words {
      let own = word.script == .number ? nil : word.script.language(in: main)
      if let own, let current = runLanguage, own != current || isFull(word), !run.isEmpty {
        let isClause = run.last?.punctuation.isEmpty == false
        phrases.append(Phrase(words: run, language: current, pause: isClause ? .clause : .join))
        run = []
      }
      runLanguage = own ?? runLanguage
      run.append(word)
    }
    guard !run.isEmpty else { return }
    phrases.append(Phrase(words: run, language: runLanguage ?? main, pause: pause))
  }
}
