import Timeline

/// Words whose meaning hangs on an order of words that only Chinese has.
extension Sentence {
  /// The role of a lexeme that means in speech what it doesn't mean elsewhere; nil for all others.
  func spokenRole(_ index: Int, _ clause: Clause) -> Role? {
    switch lexemes[index].term {
    case .preposition(.with) where putsClip(index): return .head(.reorder)
    case .given: return .boundary
    case .colored: return .head(.treat(.look, "black_and_white", isRemoved: true))
    case .unmuted: return .head(.volume)
    case .opensWith where lexemes[index].isChinese: return .head(.placing(isFirst: true))
    case .closesWith where lexemes[index].isChinese: return .head(.placing(isFirst: false))
    case .after where followsClip(index): return .head(.reorder)
    case .fraction
    where lexemes[index].isChinese && (clause.hasMusic || clause.hasSound) && !clause.hasVolume
      && !clause.hasLoudness && !clause.changesLevel && !clause.fades && !clause.hasTime:
      return .head(.volume)
    case .move(.pedestalUp) where isLevelled(clause), .move(.pedestalDown) where isLevelled(clause):
      if speaksOfPace { return .head(.speed(nil)) }
      let isUp = lexemes[index].term == .move(.pedestalUp)
      return clause.hasVolume ? .atom(.change(isUp ? .up : .down)) : .head(.volume)
    case .change(.larger) where isLevelAfter(index, clause),
      .change(.smaller) where isLevelAfter(index, clause):
      return .head(.volume)
    case .swap where clause.isAboutTitle && !clause.hasClip: return .silent
    case .blackout(let edge) where lexemes[index].isChinese || !clause.namesTransition:
      if clause.isAboutTitle { return .atom(.titleAnimation(.fade, edge)) }
      return .head(.fade(edge))
    case .arrange: return .head(.arrange)
    case .speech:
      let isElse = clause.hasMusic || clause.hasSound || clause.hasTitle || clause.hasQuote
      let isLast = isInLastClause(index)
      return isElse || !isLast ? .silent : .request(.unsupported(Feature("lip sync")))
    case .ordinal(-1)
    where lexemes[index].isChinese && (clause.hasQuote || clause.hasTitle || clause.hasFade):
      return .atom(.noun(.end))
    case .shift(let time) where clause.hasMusic && !clause.isAboutTitle: return .head(.shift(time))
    case .unmoved: return .head(.move(.static))
    case .fontName where !clause.hasTitle && !clause.hasQuote && !clause.followsTitle:
      return .head(.title(nil))
    case .lettering: return lettering(index, clause)
    case .unfade(let edge): return unfading(edge, index, clause)
    case .quote where clause.hasSoundEffect: return .silent
    case .move where isBodily(index, clause), .family where isBodily(index, clause):
      return .silent
    case .move(.static) where isRemoved(index): return .head(.move(.static))
    case .move where isRemoved(index), .family where isRemoved(index): return .head(.unmove)
    case .move(.zoomIn) where isLouder(index, clause),
      .move(.zoomOut) where isLouder(index, clause):
      return .head(.volume)
    case .mute where isRemoved(index): return .head(.volume)
    case .family(.push) where clause.namesTransition && clause.hasWay && lexemes[index].isChinese:
      return .head(.slide)
    case .noun(.background)
    where changesBackground(index) && !clause.hasColor && !clause.namesColor
      && !clause.padsWithBlur && !clause.hasMusic:
      return .request(.unsupported(Feature("background removal")))
    case .family(.roll) where clause.hasPassage && lexemes[index].isChinese: return .silent
    case .fit where clause.hasBackground && clause.hasColor: return .silent
    default: return nil
    }
  }

  /// 市场紧跟着日出.
  private func followsClip(_ index: Int) -> Bool {
    guard lexemes[index].isChinese, case .target(.clip) = term(index - 1) else { return false }
    switch term(index + 1) {
    case .stop, .comma, .then, .filler: return true
    default: return false
    }
  }

  /// 音乐降10%: of sound, and no move of the camera.
  private func isLevelled(_ clause: Clause) -> Bool {
    (clause.hasMusic || clause.hasSound || clause.hasVolume) && !clause.namesCamera
  }

  /// 音乐声压过人声了，小点.
  private func isLevelAfter(_ index: Int, _ clause: Clause) -> Bool {
    let isElse =
      clause.hasClip || clause.isAboutTitle || clause.hasTitle || clause.hasCamera
      || clause.hasTreatment || clause.hasMusic || clause.hasSound || clause.hasVolume
    return clause.followsSound && !isElse && lexemes[index].isChinese
  }

  /// 背景换成海边: what is behind somebody is to be something else.
  private func changesBackground(_ index: Int) -> Bool {
    guard lexemes[index].isChinese else { return false }
    switch term(index + 1) {
    case .verb(.make), .preposition(.to): break
    default: return false
    }
    switch term(index + 2) {
    case .unknown, .treatment(.region, _), .target(.clip): return true
    default: return false
    }
  }

  /// 声音太小了，放大一点: of sound, and no zoom.
  func isLouder(_ index: Int, _ clause: Clause) -> Bool {
    let isElse = clause.namesCamera || clause.hasClip || clause.hasTitle || !clause.isOnlyZoomed
    return clause.followsSound && !isElse && lexemes[index].isChinese && isGraded(index)
  }

  /// Whether the clause of a lexeme is about words on screen.
  func isAboutTitle(_ index: Int) -> Bool { clause(of: index).isAboutTitle }

  /// 放大一点: whether a word for "a bit" follows.
  func isGraded(_ index: Int) -> Bool {
    term(index + 1) == .filler || term(index + 1) == .noun(.point)
  }

  /// 让树叶晃一晃: what a part of the picture does, and not the camera.
  func isBodily(_ index: Int, _ clause: Clause) -> Bool {
    guard clause.hasRegion, !clause.namesCamera, lexemes[index].isChinese else { return false }
    switch lexemes[index].term {
    case .move(.shake), .move(.handheld), .family(.pan), .family(.roll): return true
    case .move(.pedestalUp), .move(.pedestalDown): return true
    default: return false
    }
  }

  /// 第三段放最前面: where a clip comes, said with a verb that adds things elsewhere.
  func putsClip(_ index: Int) -> Bool {
    guard lexemes[index].isChinese else { return false }
    var back = index - 1
    while index - back < 4, isPassed(back), term(back) == .filler { back -= 1 }
    guard case .target(.clip) = term(back) else { return false }
    switch term(index + 1) {
    case .noun(.start), .noun(.end), .target(.clip), .ordinal, .after, .place(.top, _): return true
    default: return false
    }
  }

  /// 去掉第一段的推近, 推近不要了: whether a verb beside a move takes it away.
  func isRemoved(_ index: Int) -> Bool {
    guard lexemes[index].isChinese else { return false }
    var back = index - 1
    while index - back < 5, isPassed(back) { back -= 1 }
    if term(back) == .verb(.remove) { return true }
    var next = index + 1
    while next - index < 3, term(next) == .filler || term(next) == .all { next += 1 }
    return term(next) == .verb(.remove)
  }

  private func isPassed(_ index: Int) -> Bool {
    switch term(index) {
    case .target(let target): target.isClips
    case .filler, .all, .noun(.camera): true
    default: false
    }
  }

  /// Whether a verb of removal takes a move or a fade away, and no clip.
  func takesAway(_ index: Int, _ clause: Clause) -> Bool {
    if clause.hasBackground, !clause.hasClip, !clause.hasTime, !clause.hasMusic { return true }
    guard lexemes[index].isChinese, !clause.hasTime else { return false }
    if clause.hasFade { return true }
    return (max(0, index - 5)..<min(lexemes.count, index + 6)).contains { place in
      switch term(place) {
      case .move, .family, .noun(.motion): return isRemoved(place)
      default: return false
      }
    }
  }

  /// A fade that is to be none.
  func unfading(_ edge: FadeRequest.Edge?, _ index: Int, _ clause: Clause) -> Role {
    if clause.isAboutTitle { return .atom(.titleAnimation(.none, edge)) }
    if clause.namesTransition { return .head(.transition(.cut)) }
    return .head(.unfade(edge))
  }
}
