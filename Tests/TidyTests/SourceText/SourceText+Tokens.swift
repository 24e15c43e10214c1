extension SourceText {
  /// A word of code, or a mark.
  struct Token {
    let text: String
    let line: Int
  }

  /// The words of the code; every other mark stands by itself.
  func tokens() -> [Token] {
    code.enumerated().flatMap { line, code in
      var tokens: [Token] = []
      var word: [UInt8] = []
      func endWord() {
        guard !word.isEmpty else { return }
        tokens.append(Token(text: String(decoding: word, as: UTF8.self), line: line))
        word.removeAll(keepingCapacity: true)
      }
      for byte in code.utf8 {
        if isWord(byte) {
          word.append(byte)
        } else {
          endWord()
          guard byte != UInt8(ascii: " ") else { continue }
          tokens.append(Token(text: String(UnicodeScalar(byte)), line: line))
        }
      }
      endWord()
      return tokens
    }
  }

  private func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "_"), 128...:
      true
    default: false
    }
  }
}
