import Timeline

/// What decides whether words place, keep or take away.
extension Sentence {
  /// 放到, 移到 and their like say where a clip comes in the film, unless they speak of words.
  func ordersClips(_ index: Int, _ clause: Clause) -> Bool {
    let isElse = clause.hasCamera || clause.hasMusic || clause.hasSound || clause.isAboutTitle
    guard lexemes[index].isChinese, !isElse else { return false }
    switch term(index + 1) {
    case .noun(.start), .noun(.end), .target(.clip), .ordinal, .preposition(.before), .after,
      .before:
      return !clause.holdsFrame
    case .place(.top, _): return true
    default: return false
    }
  }

  /// "Put the harbour last", 放最前面: a clip that is there gets another place.
  func placesClip(_ index: Int, _ clause: Clause) -> Bool {
    let isElse = clause.hasMusic || clause.isAboutTitle || clause.hasQuote || clause.hasTreatment
    guard clause.hasClip, !isElse, !clause.hasPassage, lexemes[index].isPlacing else {
      return false
    }
    let rest = lexemes[(index + 1)...].prefix { $0.term != .comma && $0.term != .then }.prefix(10)
    guard !rest.contains(where: { $0.term == .noun(.transition) }) else { return false }
    return rest.contains { lexeme in
      switch lexeme.term {
      case .noun(.start), .noun(.end), .after, .before, .ordinal, .second: true
      default: false
      }
    }
  }

  /// "Keep the sunrise only".
  private func endsOnly(_ index: Int) -> Bool {
    let clause = lexemes[(index + 1)...].prefix { $0.term != .comma && $0.term != .then }
    return clause.count < 10 && clause.last?.isOnly ?? false
  }

  /// "Keep only", "just keep".
  func keepsOnly(_ index: Int) -> Bool {
    lexemes[index].isOnly || endsOnly(index) || (index > 0 && lexemes[index - 1].isOnly)
      || (index + 1 < lexemes.count && lexemes[index + 1].isOnly)
  }

  /// 保留彩色: what is kept is no clip.
  func keepsElse(_ index: Int) -> Bool {
    guard lexemes[index].isChinese else { return false }
    switch term(index + 1) {
    case .unknown, .treatment, .color, .noun(.color), .noun(.background): return true
    default: return false
    }
  }

  /// Whether words on screen are to go, and not only how they come.
  func removesText(_ clause: Clause, _ index: Int) -> Bool {
    let isOnlyAnimation =
      clause.namesAnimation && (!lexemes[index].isChinese || isAnimation(index + 1))
    return clause.hasRemoval && !clause.hasQuote && !clause.hasTime && !isOnlyAnimation
      && !clause.setsLetters
  }

  /// 标题动画, 标题的动画.
  private func isAnimation(_ index: Int) -> Bool {
    let next = term(index) == .filler ? index + 1 : index
    switch term(next) {
    case .animate, .animation: return true
    default: return false
    }
  }

  /// "Slow the music down": of pace, and not of loudness.
  var speaksOfPace: Bool { lexemes.contains { ["slow", "speed"].contains($0.word) } }

  func isTime(_ index: Int) -> Bool {
    if case .time = term(index) { true } else { false }
  }

  var hasVerbOfMoving: Bool {
    lexemes.contains { lexeme in
      switch lexeme.term {
      case .verb(.move): true
      case .preposition(.with): lexeme.isPlacing
      default: false
      }
    }
  }
}
