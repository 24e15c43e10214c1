import Timeline

/// The lexemes between two stops, with what their clauses speak of.
struct Sentence {
  let lexemes: [Lexeme]
  /// The clause of each lexeme.
  private let membership: [Int]
  private var clauses: [Clause]
  /// Whether a part of the picture that can move is named in any clause.
  let hasRegion: Bool
  /// Whether something is said to move in any clause.
  let speaksOfMotion: Bool
  /// Whether something is to be there twice, and whether a factor is named.
  let hasDuplicate, hasFactor: Bool

  init(_ lexemes: [Lexeme]) {
    self.lexemes = lexemes
    var membership: [Int] = []
    var clauses = [Clause()]
    for (index, lexeme) in lexemes.enumerated() {
      let isNext =
        lexeme.term == .comma || lexeme.term == .then
        || Self.divides(lexemes, index, clauses[clauses.count - 1])
      if isNext { clauses.append(Clause()) }
      membership.append(clauses.count - 1)
      clauses[clauses.count - 1].note(lexeme.term)
      if Self.setsLetters(lexemes, index) { clauses[clauses.count - 1].setsLetters = true }
    }
    var wasAboutTitle = false
    for index in clauses.indices {
      let clause = clauses[index]
      let isOwn = clause.hasTitle || clause.hasQuote || clause.hasFont
      clauses[index].followsTitle = wasAboutTitle
      if index > 0, clauses[index - 1].hasSpeech { clauses[index].hasSpeech = true }
      let former = index > 0 ? clauses[index - 1] : Clause()
      clauses[index].followsSound = former.hasSound || former.hasMusic || former.hasVolume
      clauses[index].followsPassage = former.namesTransition && !former.hasClip
      clauses[index].followsCamera = index > 0 && clauses[index - 1].hasCamera
      wasAboutTitle = isOwn || (wasAboutTitle && clause.onlyModifies)
      clauses[index].isAboutTitle = wasAboutTitle
    }
    self.membership = membership
    self.clauses = clauses
    hasDuplicate = lexemes.contains { $0.term == .duplicate }
    hasFactor = lexemes.contains { $0.term.isFactor }
    hasRegion = clauses.contains(where: \.hasRegion)
    speaksOfMotion = clauses.contains(where: \.speaksOfMotion)
  }

  /// How one lexeme is read in its clause.
  enum Role {
    case head(Frame.Kind)
    case atom(Term)
    case request(Request)
    case boundary
    case silent
    case unknown
  }

  /// Whether a lexeme stands in the last clause.
  func isInLastClause(_ index: Int) -> Bool { membership[index] == clauses.count - 1 }

  /// What the clause of a lexeme speaks of.
  func clause(of index: Int) -> Clause { clauses[membership[index]] }

  func term(_ index: Int) -> Term {
    lexemes.indices.contains(index) ? lexemes[index].term : .stop
  }

  /// The role of the lexeme at `index`.
  func role(_ index: Int) -> Role {
    let clause = clauses[membership[index]]
    if let role = spokenRole(index, clause) { return role }
    if let role = englishRole(index, clause) { return role }
    switch lexemes[index].term {
    case .request(.fit), .request(.aspect): return standing(index)
    case .request(let request): return .request(request)
    case .preposition(.at), .preposition(.to):
      return clause.hasClip && ordersClips(index, clause) ? .head(.reorder) : .silent
    case .preposition(.with) where placesClip(index, clause): return .head(.reorder)
    case .verb(.make) where makesLast(index): return .head(.reorder)
    case .comma, .and, .then, .preposition(.with): return .boundary
    case .noun(let noun): return self.noun(noun, index, clause)
    case .verb(let verb): return self.verb(verb, index, clause)
    case .move where isUnmoved(index, clause), .family where isUnmoved(index, clause):
      return .head(.unmove)
    case .move(let move):
      let isSize = clause.hasTitle || (clause.isAboutTitle && isGraded(index))
      if isSize, !clause.namesCamera, lexemes[index].isChinese {
        if move == .zoomIn { return .atom(.change(.larger)) }
        if move == .zoomOut { return .atom(.change(.smaller)) }
      }
      return .head(.move(move))
    case .family(let family): return .head(.family(family))
    case .animation, .slide, .fade: return passing(index, clause)
    case .passage(let kind): return .head(.transition(kind))
    case .wipe: return .head(.wipe)
    case .playback(let playback):
      if playback == .reverse, case .family = term(index - 1) { return .atom(.side(.out)) }
      return .head(.playback(playback))
    case .ordinal(1) where index == 0 || term(index - 1) == .comma: return .silent
    case .fraction where clause.hasLength && !clause.isAboutTitle:
      return .head(.stretch(isLonger: false))
    case .fit(.fill) where isTime(index + 1): return .silent
    case .fit(let fit) where fit != .blurPad && clause.padsWithBlur && lexemes[index].isChinese:
      return .silent
    case .fit(let fit):
      guard clause.hasAspect else { return .head(.fit(fit)) }
      return fit == .crop ? .head(.fit(.fill)) : fit == .fit ? .silent : .head(.fit(fit))
    case .tempo(let factor): return .head(.speed(factor))
    case .mute: return .head(.mute)
    case .split: return .head(.split)
    case .duplicate: return .head(.duplicate)
    case .swap: return .head(.swap)
    case .reorder: return .head(.reverseOrder)
    case .duck: return .head(.duck(!clause.hasRemoval))
    case .treatment(let kind, let name): return treatment(kind, name, clause)
    case .renamed where !clause.hasTitle: return .head(.title(nil))
    case .treatmentSort(let kind) where clause.hasRemoval && !clause.namesTreatment:
      return .head(.treat(kind, nil, isRemoved: true))
    case .treatmentSort: return clause.namesTreatment ? .atom(lexemes[index].term) : .unknown
    case .cinematic: return .head(.cinematic)
    case .animate where clause.hasTitle && clause.hasRemoval && lexemes[index].isChinese:
      return .atom(.titleAnimation(.none, nil))
    case .animate: return clause.hasTitle || clause.hasRegion ? .silent : .head(.animate)
    case .change(let change): return self.change(change, clause)
    case .factor, .percent, .target: return figure(index, clause)
    case .place(.top, .bare), .place(.bottom, .bare):
      let isLevel =
        (clause.hasMusic || clause.hasSound) && !clause.isAboutTitle && !clause.hasCamera
        && !clause.hasVolume && !clause.hasPercent && !clause.hasFade && !clause.hasLoudness
      if isLevel, speaksOfPace, !clause.hasSpeed { return .head(.speed(nil)) }
      return isLevel && !clause.hasSpeed ? .head(.volume) : .atom(lexemes[index].term)
    case .filler, .article, .preposition, .all, .colon, .stop: return .silent
    case .unknown, .flag, .not: return .unknown
    default: return .atom(lexemes[index].term)
    }
  }

  private func standing(_ index: Int) -> Role {
    guard case .request(let request) = lexemes[index].term else { return .unknown }
    return .request(request)
  }

  private func noun(_ noun: Term.Noun, _ index: Int, _ clause: Clause) -> Role {
    switch noun {
    case .film, .clip: return .boundary
    case .text:
      if clause.namesText { return .silent }
      if removesText(clause, index) { return .request(.remove(.titles)) }
      return term(index - 1).isText || term(index + 1).isText ? .silent : .head(.title(nil))
    case .title(let preset):
      if clause.namesText { return .silent }
      if clause.hasFeature, !clause.hasQuote, lexemes[index].isChinese { return .silent }
      if clause.changesLength, !clause.hasQuote { return .atom(.target(.texts(preset ?? .title))) }
      if removesText(clause, index) {
        return .request(.remove(.texts(preset ?? .title)))
      }
      if preset == nil, case .noun(.title) = term(index - 1) { return .silent }
      if case .noun(.title(let next)) = term(index + 1), preset == nil, next != nil {
        return .silent
      }
      return .head(.title(preset))
    case .transition:
      if clause.hasRemoval { return .head(.transition(.cut)) }
      if term(index - 1) == .animation(.slideUp) { return .silent }
      return clause.hasPassage || clause.hasFade ? .silent : .head(.transition(.dissolve))
    case .motion where isRemoved(index): return .head(.unmove)
    case .motion:
      if isUnmoved(index, clause) { return .head(.unmove) }
      if case .place(_, .bare) = term(index + 1) { return .head(.family(.travel)) }
      return clause.hasCamera || clause.hasTempo || clause.namesTransition
        ? .silent : .head(.animate)
    case .volume: return .head(.volume)
    case .ends: return .atom(.noun(.ends))
    case .sound:
      if clause.hasFade { return .atom(.noun(.sound)) }
      if clause.hasVolume { return .silent }
      if clause.hasRemoval { return .head(.mute) }
      return clause.hasFigure ? .head(.volume) : clause.hasLoudness ? .silent : .unknown
    case .ownSound:
      if clause.hasRemoval, !clause.hasTime { return .head(.mute) }
      var isNumber = false
      if case .number = term(index + 1) { isNumber = true }
      let isLevel =
        (clause.hasFigure || isNumber) && !clause.hasLoudness && !clause.hasVolume
        && !clause.hasFade
      if clause.hasFade { return .atom(.noun(.ownSound)) }
      return isLevel ? .head(.volume) : .atom(.target(.clips))
    case .speed:
      if clause.hasTempo || clause.hasCamera { return .silent }
      return clause.hasFigure || clause.hasWay || clause.hasDecimal ? .head(.speed(nil)) : .silent
    case .start, .end: return .atom(.noun(noun))
    case .frame: return clause.hasFade ? .atom(.noun(.frame)) : .silent
    case .background
    where clause.hasRemoval && !clause.hasClip && !clause.hasTreatment && !clause.hasMusic:
      return .request(.unsupported(Feature("background removal")))
    case .background: return clause.hasColor && !clause.hasTitle ? .head(.background) : .silent
    default: return .silent
    }
  }

  private func treatment(
    _ kind: Treatment.Kind, _ name: String, _ clause: Clause
  ) -> Role {
    if kind == .region, !clause.speaksOfMotion, !speaksOfMotion {
      return clause.hasSoundEffect ? .silent : .unknown
    }
    if kind == .effect, name == "levitate", clause.hasRegion || clause.hasAtmosphere {
      return .silent
    }
    if clause.hasSoundEffect { return .silent }
    return .head(.treat(kind, name, isRemoved: clause.hasRemoval))
  }

  private func verb(_ verb: Term.Verb, _ index: Int, _ clause: Clause) -> Role {
    let trims = clause.hasTime || clause.hasGoal
    switch verb {
    case .make, .say, .write: return .silent
    case .move:
      if clause.hasRegion { return .silent }
      if clause.isAboutTitle, !clause.namesCamera { return .silent }
      if clause.hasCamera, !lexemes[index].isChinese, !clause.namesCamera { return .silent }
      if clause.hasClip, !clause.namesCamera, !(clause.hasWay && lexemes[index].isChinese) {
        return .head(.reorder)
      }
      guard !clause.hasCamera || clause.namesCamera else { return .silent }
      if clause.hasWay { return .head(.family(.travel)) }
      return clause.hasCamera ? .silent : .head(.animate)
    case .trim:
      if clause.hasPieces { return .head(.split) }
      return clause.namesTransition ? .silent : .head(.trim)
    case .cut:
      if clause.hasPieces { return .head(.split) }
      if trims || clause.hasClip && !clause.namesTransition { return .head(.remove) }
      return .head(.transition(.cut))
    case .remove:
      if clause.ducks || clause.hasTreatment || clause.setsLetters || takesAway(index, clause)
        || takesMovesAway(index, clause)
      {
        return .silent
      }
      if clause.namesText && !trims { return .head(.remove) }
      if clause.hasPassage, !clause.hasClip, !trims { return .silent }
      if clause.hasTitle && !trims || clause.namesTransition || clause.hasSound && !trims {
        return .silent
      }
      return .head(.remove)
    case .keep:
      if trims { return .head(.keep) }
      let isElse = clause.hasSound || clause.hasMusic || clause.isAboutTitle || clause.hasCamera
      guard clause.hasClip, !isElse, !keepsElse(index) else { return .silent }
      if lexemes[index].isChinese || keepsOnly(index) { return .head(.keep) }
      return .head(.leave)
    }
  }

  /// Words that are entrances of titles, passages between clips, or fades.
  private func passing(_ index: Int, _ clause: Clause) -> Role {
    let edge = self.edge(index)
    switch lexemes[index].term {
    case .fade(let own) where clause.hasRemoval && lexemes[index].isChinese && !clause.hasTime:
      return unfading(own ?? edge, index, clause)
    case .fade(let own) where clause.hasRemoval && !clause.hasTime && !clause.isAboutTitle:
      return unfading(own ?? edge, index, clause)
    case .fade(let own):
      if clause.isAboutTitle { return .atom(.titleAnimation(.fade, own ?? edge)) }
      let joins = clause.namesTransition && !clause.hasMusic
      return joins && own != .in && own != .out ? .head(.transition(.dissolve)) : .head(.fade(own))
    case .animation(let animation):
      if clause.isAboutTitle { return .atom(.titleAnimation(animation, edge)) }
      if animation == .slideUp {
        return clause.namesCamera
          ? .head(.move(.pedestalUp)) : .head(.transition(.slideUp))
      }
      return .unknown
    default:
      if clause.isAboutTitle, !clause.namesTransition {
        return .atom(.titleAnimation(.slideUp, edge))
      }
      return clause.namesCamera ? .head(.family(.travel)) : .head(.slide)
    }
  }

  /// The end of a title that an animation is for, where a word beside it says so.
  private func edge(_ index: Int) -> FadeRequest.Edge? {
    for near in [index - 1, index + 1] {
      if term(near) == .noun(.entrance) { return .in }
      if term(near) == .noun(.exit) { return .out }
    }
    switch term(index + 1) {
    case .side(.out): return .out
    case .side(.in), .preposition(.in): return .in
    default: break
    }
    return nil
  }

  private func change(_ change: Term.Change, _ clause: Clause) -> Role {
    let isLess = [.down, .quieter, .smaller].contains(change)
    if clause.hasSpeech, clause.hasMusic, isLess { return .head(.duck(true)) }
    let isAudible = clause.hasMusic || clause.hasSound
    switch change {
    case .louder, .quieter:
      if clause.namesColor, !isAudible { return .silent }
      return clause.hasVolume ? .atom(.change(change)) : .head(.volume)
    case .up, .down:
      if isAudible, speaksOfPace { return .head(.speed(nil)) }
      let waits = clause.hasVolume || clause.hasSpeed || clause.hasSound
      return waits || !isAudible ? .atom(.change(change)) : .head(.volume)
    case .faster where clause.namesTransition: return .atom(.strength(.fast))
    case .slower where clause.namesTransition: return .atom(.strength(.slow))
    case .faster, .slower:
      if clause.followsPassage, clause.hasGoal, !clause.hasClip { return .atom(.change(change)) }
      return self.pace(change, clause)
    case .larger, .smaller:
      let isLevel =
        clause.hasMusic && !clause.hasVolume && !clause.hasSound && !clause.isAboutTitle
      return isLevel ? .head(.volume) : .atom(.change(change))
    case .longer where clause.namesTransition && !clause.hasClip: return .atom(.change(change))
    case .shorter where clause.namesTransition && !clause.hasClip: return .atom(.change(change))
    case .longer, .shorter:
      let isPassage = clause.hasPassage || (clause.namesTransition && !clause.hasClip)
      if isPassage, !clause.hasTime { return .atom(.change(change)) }
      if clause.fades, !clause.hasClip, !clause.isAboutTitle, clause.hasMusic {
        return .atom(.change(change))
      }
      return .head(.stretch(isLonger: change == .longer))
    case .later, .earlier:
      guard setsOrder(clause), !clause.hasTime else { return .silent }
      return hasVerbOfMoving ? .atom(.change(change)) : .head(.reorder)
    }
  }

  private func pace(_ change: Term.Change, _ clause: Clause) -> Role {
    if clause.hasPassage, !clause.hasClip { return .atom(.change(change)) }
    let isManner = clause.followsCamera && !clause.hasClip && !clause.hasFigure
    return clause.hasCamera || clause.hasSpeed || isManner
      ? .atom(.change(change)) : .head(.speed(nil))
  }

  /// Figures and things that open a frame where the clause has no word for it.
  private func figure(_ index: Int, _ clause: Clause) -> Role {
    let term = lexemes[index].term
    let hasFrame =
      clause.hasCamera || clause.hasVolume || clause.hasSpeed || clause.hasTempo
      || clause.hasLoudness || clause.isAboutTitle
    switch term {
    case .target(let target) where target.isText:
      let isOther = clause.hasRemoval || clause.changesLength
      return isOther ? .atom(term) : .head(.title(nil))
    case .target(.music)
    where clause.hasPercent && !hasFrame && !clause.fades && !clause.changesLevel:
      return .head(.volume)
    case .target(.music)
    where clause.hasMoment && !hasFrame && !clause.hasFade && !clause.cuts && !clause.hasClip
      && !lexemes[index].isChinese:
      return .head(.shiftMusic)
    case .percent(_, .at) where clause.hasClip && !hasFrame && plays(index):
      return .head(.speed(nil))
    case .factor where clause.changesLength && lexemes[index].isChinese: return .atom(term)
    case .factor where clause.hasLength && !hasFrame && !clause.hasMusic:
      return .head(.stretch(isLonger: true))
    case .factor where (clause.hasMusic || clause.hasSound) && !hasFrame && !clause.hasFade:
      return .head(.volume)
    case .factor where clause.hasLoop && !hasFrame: return .unknown
    case .factor where !hasFrame && !clause.hasMusic && !clause.hasSound:
      return .head(.speed(nil))
    default: return .atom(term)
    }
  }

  /// What opens a frame may fill a slot of it as well: "music at 35 %", "make it louder".
  func opening(_ index: Int) -> Term? {
    switch lexemes[index].term {
    case .percent(let value, .at): .percent(value, .to)
    case .target, .factor, .change, .place, .renamed, .fraction: lexemes[index].term
    case .extra(let time): .time(time, .by)
    case .holdsEnd: .noun(.end)
    case .goesTo(let number): .ordinal(number)
    case .noun(.ownSound) where !clause(of: index).hasClip: .target(.clips)
    case .noun(.text): .target(.titles)
    case .fontName: lexemes[index].term
    case .lettering, .not: ownLettering(index)
    case .mute: .number(1)
    case .unmuted: .percent(100, .to)
    case .reworded: lexemes[index].term
    case .after: lexemes[index].term
    case .move(.pedestalUp): .change(.up)
    case .move(.pedestalDown): .change(.down)
    case .move(.zoomIn): .change(.up)
    case .move(.zoomOut): .change(.down)
    default: nil
    }
  }
}
