import Timeline

/// Words whose meaning hangs on an order of words that English has.
extension Sentence {
  /// Whether an "and" begins a clause of its own: "mute it and add a dissolve".
  static func divides(_ lexemes: [Lexeme], _ index: Int, _ clause: Clause) -> Bool {
    guard lexemes[index].term == .and, !lexemes[index].isChinese else { return false }
    if index > 0, lexemes[index - 1].term == .verb(.remove) { return true }
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
    if let role = everydayRole(index, clause) { return role }
    switch lexeme.term {
    case .extra:
      return clause.isAboutTitle && !clause.hasClip
        ? .atom(lexeme.term) : .head(.stretch(isLonger: true))
    case .opensWith: return clause.hasClip ? .head(.placing(isFirst: true)) : .unknown
    case .closesWith: return clause.hasClip ? .head(.placing(isFirst: false)) : .unknown
    case .both, .except, .rest, .pieces, .throughout: return .atom(lexeme.term)
    case .reworded: return .head(.title(nil))
    case .unmuted: return .head(.volume)
    case .colored: return .head(.treat(.look, "black_and_white", isRemoved: true))
    case .noun(.clips) where clause.mutes || clause.hasVolume || clause.hasLoudness:
      return .atom(.target(.clips))
    case .blackout where clause.namesTransition: return .head(.transition(.dipBlack))
    case .passage, .wipe, .slide:
      return takesPassageAway(index) ? .head(.transition(.cut)) : nil
    case .ease where clause.hasMusic && !clause.hasCamera: return .head(.fade(nil))
    case .change(let change):
      return clause.isAboutTitle ? height(change, lexeme.word, clause) : nil
    case .verb(.remove) where lowersForSpeech(index, clause): return .head(.duck(true))
    case .verb(.cut) where clause.hasMoment && !clause.hasTime && !clause.hasGoal:
      return .head(.split)
    case .verb(.move) where clause.hasPlayback || clause.hasAtmosphere: return .silent
    case .factor
    where lexeme.word == "halve" && !clause.hasMusic && !clause.hasSound
      && !clause.hasVolume && !clause.isAboutTitle && !clause.hasSpeed:
      return .head(.stretch(isLonger: true))
    case .move(.hyperlapse) where hasFactor: return .silent
    case .treatment(.effect, "explode") where clause.isAboutTitle || clause.followsTitle:
      return .atom(.change(.larger))
    case .treatment(.effect, "squish") where clause.hasTime || clause.hasGoal: return .silent
    case .playback(.loop) where clause.hasClip && repeatsOnce(index): return .head(.duplicate)
    case .goesTo: return clause.hasClip ? .head(.reorder) : .unknown
    case .animate where clause.hasTitle && clause.hasRemoval,
      .fade where clause.hasTitle && clause.hasRemoval:
      return .atom(.titleAnimation(.none, .both))
    case .factor(let factor, .bare)
    where hasDuplicate && !clause.hasLength:
      return .atom(.number(factor))
    case .factor(2, .bare) where Self.onceMore.contains(lexeme.word) && clause.hasPlayback:
      return .silent
    case .factor(2, .bare) where Self.onceMore.contains(lexeme.word) && clause.hasClip:
      return .head(.duplicate)
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

  /// What words mean in everyday talk.
  private func everydayRole(_ index: Int, _ clause: Clause) -> Role? {
    let lexeme = lexemes[index]
    switch lexeme.term {
    case .fraction
    where (clause.hasMusic || clause.hasSound) && !clause.hasVolume && !clause.hasLoudness
      && !clause.changesLevel && !clause.fades && !clause.hasTime && isGoal(index):
      return .head(.volume)
    case .verb(.keep)
    where clause.hasSound && !clause.hasClip && !clause.hasTime && keepsOnly(index):
      return .request(.remove(.music))
    case .verb(.trim) where lexeme.word.hasPrefix("shorten") && isScaled(index):
      return .head(.stretch(isLonger: false))
    case .verb(.move)
    where clause.hasWay && !clause.isAboutTitle && !clause.hasMusic
      && ["drift", "drifts", "drifting", "glide", "glides", "gliding"].contains(lexeme.word):
      return .head(.family(.truck))
    case .fit(.fit) where clause.hasCamera && lexeme.word.contains("whole"): return .silent
    default: return nil
    }
  }

  /// "Down to a quarter".
  private func isGoal(_ index: Int) -> Bool {
    let before = term(index - 1) == .article ? index - 2 : index - 1
    return term(before) == .preposition(.to)
  }

  /// "Shorten it by half".
  private func isScaled(_ index: Int) -> Bool {
    lexemes[(index + 1)...].prefix(6).contains { lexeme in
      switch lexeme.term {
      case .fraction, .factor, .percent: true
      default: false
      }
    }
  }

  /// "Run the market at 120 %".
  func plays(_ index: Int) -> Bool {
    lexemes[max(0, index - 8)..<index].contains { lexeme in
      ["run", "play", "runs", "plays", "running", "playing"].contains(lexeme.word)
    }
  }

  /// "Remove the first dissolve": whether a verb of removal stands before a passage, and no "and".
  private func takesPassageAway(_ index: Int) -> Bool {
    for back in stride(from: index - 1, through: max(0, index - 6), by: -1) {
      switch term(back) {
      case .verb(.remove), .not: return true
      case .and, .comma, .then, .preposition(.with), .target: return false
      default: continue
      }
    }
    return false
  }

  /// "Lower on the screen", "higher", "too low": of words on screen, where they stand.
  private func height(_ change: Term.Change, _ word: String, _ clause: Clause) -> Role? {
    guard !clause.namesSize, !clause.hasMusic, !clause.hasSound else { return nil }
    if ["lower", "too high", "a bit high", "way too high"].contains(word) {
      return .atom(.place(.bottom, .bare))
    }
    if ["higher", "raise", "too low", "a bit low", "way too low"].contains(word) {
      return .atom(.place(.top, .bare))
    }
    return nil
  }

  /// "Drop the music under the voices".
  private func lowersForSpeech(_ index: Int, _ clause: Clause) -> Bool {
    lexemes[index].word == "drop" && clause.hasMusic && clause.hasSpeech
  }

  private static let onceMore: Set = [
    "one more time", "once more", "a second time", "another time",
  ]

  /// "Repeat the market one more time": a clip that comes twice, as against a loop.
  private func repeatsOnce(_ index: Int) -> Bool {
    lexemes[index].word == "repeat"
      && lexemes[(index + 1)...].prefix(8).contains { lexeme in
        switch lexeme.term {
        case .factor(2, .bare), .noun(.start), .noun(.end), .after, .before: true
        default: lexeme.word == "again"
        }
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
