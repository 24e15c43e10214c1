import MediaTime

/// A word, a Chinese character, a number or a mark of a message, and where it stands.
struct Word: Hashable {
  /// What it is.
  enum Kind: Hashable {
    /// Letters, lower case, with digits among them.
    case letters(String)
    /// One Chinese character.
    case han(String)
    /// A number in digits.
    case number(Int)
    /// Minutes and seconds: `0:07`.
    case clock(Milliseconds)
    /// Words in quotation marks, which say nothing here.
    case quotation
    /// A mark that ends a clause.
    case mark
    /// Anything else.
    case other
  }

  /// What it is.
  var kind: Kind
  /// Where it stands, in scalars.
  var place: Range<Int>

  /// Its edge in the vocabulary.
  var key: String? {
    switch kind {
    case .letters(let text), .han(let text): text
    case .number(let number): String(number)
    default: nil
    }
  }
}
