import Timeline

/// Words whose meaning hangs on an order of words that English has.
extension Sentence {
  /// Whether an "and" begins a clause of its own: "mute it and add a dissolve".
  static func divides(_ lexemes: [Lexeme], _ index: Int, _ clause: Clause) -> Bool {
    guard lexemes[index].term == .and, !lexemes[index].isChinese else { return false }
    let next = lexemes[(index + 1)...].prefix(4).first { lexeme in
      lexeme.term != .filler && lexeme.term != .article
    }
    guard let next, !next.isChinese else { return false }
    switch next.term {
    case .verb(.say), .verb(.write): return false
    case .verb, .tempo, .playback, .split, .duplicate, .swap, .reorder, .duck, .preposition(.with),
      .opensWith, .closesWith, .extra:
      return true
    case .fade, .mute: return !clause.isOnlyFading
    case .move, .family: return clause.hasRemoval || clause.hasTitle || clause.hasMusic
    case .target(.music): return Self.hasFigure(lexemes, index) && !clause.hasMusic
    case .noun(.title), .noun(.text): return Self.hasFigure(lexemes, index) && !clause.hasTitle
    case .treatment, .animate: return clause.hasRemoval
    default: return false
    }
  }

  /// Whether something with a figure or a change follows before the next comma.
  private static func hasFigure(_ lexemes: [Lexeme], _ index: Int) -> Bool {
    lexemes[(index + 1)...].prefix(12).prefix { $0.term != .comma && $0.term != .then }
      .contains { lexeme in
        switch lexeme.term {
        case .percent, .factor, .change, .place, .fade, .color, .textSize, .mute: true
        default: false
        }
      }
  }

  /// Words that only English has a use for; nil for all others.
  func englishRole(_ index: Int, _ clause: Clause) -> Role? {
    let lexeme = lexemes[index]
    guard !lexeme.isChinese else { return nil }
    switch lexeme.term {
    case .extra:
      return clause.isAboutTitle && !clause.hasClip
        ? .atom(lexeme.term) : .head(.stretch(isLonger: true))
    case .opensWith: return clause.hasClip ? .head(.placing(isFirst: true)) : .unknown
    case .closesWith: return clause.hasClip ? .head(.placing(isFirst: false)) : .unknown
    case .both, .except, .rest, .pieces, .throughout: return .atom(lexeme.term)
    case .goesTo: return clause.hasClip ? .head(.reorder) : .unknown
    case .animate where clause.hasTitle && clause.hasRemoval,
      .fade where clause.hasTitle && clause.hasRemoval:
      return .atom(.titleAnimation(.none, .both))
    case .factor(2, .bare) where lexeme.word == "twice" && clause.hasClip && endsClause(index):
      return .head(.duplicate)
    case .holdsEnd: return .head(.playback(.freeze))
    case .sway: return hasRegion ? .silent : .unknown
    case .blur:
      return clause.hasFace
        ? .request(.unsupported(Feature("face blurring")))
        : clause.hasBackground ? .head(.fit(.blurPad)) : .unknown
    case .verb(.move) where clause.hasMusic && !clause.hasClip: return .silent
    case .move(.static), .playback(.freeze), .animate, .verb(.move), .noun(.motion):
      return movesRegion ? .silent : nil
    default: return nil
    }
  }

  private func endsClause(_ index: Int) -> Bool {
    switch term(index + 1) {
    case .stop, .comma, .and, .then: true
    default: false
    }
  }

  /// Whether a part of the picture is said to move, so that nothing else is.
  private var movesRegion: Bool { hasRegion && speaksOfMotion }

  /// Whether a move there is taken off: "remove the zoom".
  func isUnmoved(_ index: Int, _ clause: Clause) -> Bool {
    guard !lexemes[index].isChinese, clause.hasRemoval, !clause.hasTime, !clause.hasTitle else {
      return false
    }
    return lexemes[..<index].suffix(8).contains { $0.term == .verb(.remove) }
      || lexemes[(index + 1)...].prefix(4).contains { $0.term == .verb(.remove) }
  }

  /// Whether a verb of removal takes moves or a fade away, and no clip.
  func takesMovesAway(_ index: Int, _ clause: Clause) -> Bool {
    guard !lexemes[index].isChinese, !clause.hasTime, !clause.hasTitle else { return false }
    return clause.hasCamera || clause.namesMotion || clause.fades
  }

  /// "Clip 2 goes first", "move it one back", "put it before the sunset".
  func setsOrder(_ clause: Clause) -> Bool {
    clause.hasClip && !clause.isAboutTitle && !clause.hasMusic && !clause.hasCamera
  }

  /// "Make the beach last": a clip, and its place at the clause's end.
  func makesLast(_ index: Int) -> Bool {
    let rest = lexemes[(index + 1)...].prefix { $0.term != .comma && $0.term != .then }
    let said = rest.filter { $0.term != .filler && $0.term != .article }
    guard said.count == 2, !said[said.startIndex].isChinese,
      case .target(.clip) = said[said.startIndex].term
    else { return false }
    switch said[said.index(after: said.startIndex)].term {
    case .ordinal, .second: return true
    default: return false
    }
  }
}
