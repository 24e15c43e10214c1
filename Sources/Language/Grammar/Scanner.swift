/// Turns tokens into lexemes: the longest phrase of the lexicon, or a number, at each place.
struct Scanner {
  let tokenizer: Tokenizer
  private(set) var lexemes: [Lexeme] = []
  private var tokens: [Token]
  private var index = 0

  init(_ text: String) {
    tokenizer = Tokenizer(text)
    tokens = tokenizer.tokens
    let lexicon = Lexicon.shared
    for index in tokens.indices {
      if case .word(let word) = tokens[index].kind {
        tokens[index].kind = .word(lexicon.canonical(word))
      }
    }
    lexemes.reserveCapacity(tokens.count)
    while index < tokens.count { step(lexicon) }
  }

  private mutating func step(_ lexicon: Lexicon) {
    let token = tokens[index]
    switch token.kind {
    case .quote(let text): emit(.quote(text), 1)
    case .color(let color): emit(.color(color), 1)
    case .colons(let colons): emit(.colons(colons), 1)
    case .flag(let name): emit(Flag(rawValue: name).map(Term.flag) ?? .unknown, 1)
    case .symbol: emit(.unknown, 1)
    default:
      let phrase = lexicon.match(tokens, at: index)
      let number = Numerals.read(tokens, at: index)
      let isOrdinal = lexemes.last?.term == .ordinalMark
      if let number, isOrdinal || number.count > phrase?.count ?? 0 {
        emit(.number(number.value), number.count)
      } else if let phrase {
        emit(phrase.term, phrase.count)
      } else if case .mark = token.kind {
        emit(.filler, 1)
      } else {
        emit(.unknown, 1)
      }
    }
  }

  private mutating func emit(_ term: Term, _ count: Int) {
    let span = tokens[index].span.joined(tokens[index + count - 1].span)
    var isChinese = false
    if case .han = tokens[index].kind { isChinese = true }
    lexemes.append(Lexeme(term, span, isChinese: isChinese))
    index += count
  }
}
