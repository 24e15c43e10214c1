/// The smallest piece of an utterance that means something.
struct Token: Hashable, Sendable {
  /// What it is.
  var kind: Kind
  /// Where it stands.
  var span: Span
  /// Whether white space stands before it.
  var isSpaced: Bool

  enum Kind: Hashable, Sendable {
    /// A word in lower case, its apostrophes straight.
    case word(String)
    /// One Chinese character, in its simplified form.
    case han(String)
    /// A number in digits.
    case number(Double)
    /// Numbers with colons between them: a time code or a ratio.
    case colons(Colons)
    /// `#FFD700`, in capitals.
    case color(String)
    /// What stands between quotation marks.
    case quote(String)
    /// A word with a hyphen before it, as on a command line.
    case flag(String)
    /// Punctuation.
    case mark(Character)
    /// Anything else: emoji, controls.
    case symbol
  }

  /// `9:16`, `0:05`, `1:02:03.5`: a time code or a ratio, by what stands around it.
  struct Colons: Hashable, Sendable {
    var parts: [Double]
    /// Whether the last part has two digits before any point, as minutes and seconds have.
    var isPadded: Bool

    /// In milliseconds, where it can be a time.
    var seconds: Double? {
      guard parts.count >= 2, parts.dropFirst().allSatisfy({ $0 < 60 }), isPadded else {
        return nil
      }
      return parts.reduce(0) { $0 * 60 + $1 }
    }
  }
}

extension Token {
  /// Whether it is a number.
  var isFigure: Bool { if case .number = kind { true } else { false } }
}
