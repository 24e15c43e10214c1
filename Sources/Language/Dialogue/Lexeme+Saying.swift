import Timeline

extension Lexeme {
  /// Whether it says nothing that could fill a slot.
  var isSmall: Bool {
    switch term {
    case .filler, .article, .preposition, .verb(.make), .and, .comma, .stop, .then, .colon: true
    case .noun(let noun):
      switch noun {
      case .title, .text, .start, .end, .music: false
      default: true
      }
    default: false
    }
  }

  /// What it names, where it names clips, texts or sounds.
  var target: Target? {
    switch term {
    case .target(let target): target
    case .noun(.title(let preset)): .texts(preset ?? .title)
    case .noun(.text): .titles
    case .ordinal(let number): .clip(number)
    case .second: .clip(2)
    default: nil
    }
  }

  var isTarget: Bool { target != nil }

  /// The words that stand between quotation marks.
  var quoted: String? { if case .quote(let words) = term { words } else { nil } }
}
