import Timeline

/// Sounds of the film that are spoken of by their names: what holds of music holds of any sound.
extension Scanner {
  /// The requests that an understood one becomes where it is about sounds that its words name:
  /// one for each.
  func heard(_ understood: Understood) -> [Understood] {
    guard understood.request.target == .music, !sounds.isEmpty else { return [understood] }
    let music = lexemes.filter { lexeme in
      lexeme.term == .noun(.music) && !sounds.contains { $0.span.overlaps(lexeme.span) }
    }
    let spoken = sounds + music.map { ($0.span, [.music]) }
    let nearest = spoken.min {
      understood.span.distance(to: $0.span) < understood.span.distance(to: $1.span)
    }
    return (nearest?.targets ?? [.music]).map { target in
      Understood(request: understood.request.about(target), span: understood.span)
    }
  }

  /// The sound that is named here, and how many tokens name it: an effect, or somebody's voice.
  func namedSound() -> (targets: [Target], count: Int)? {
    if case .quote(let name) = tokens[index].kind {
      let tail = SoundNames.tail(spoken[(index + 1)...])
      return tail > 0 ? ([.effect(name)], tail + 1) : nil
    }
    return namedVoice() ?? namedEffect()
  }

  /// Whether the sound that is named here is listed right behind another: "the rain and the wind".
  var isListed: Bool {
    guard let last = sounds.last else { return false }
    let between = lexemes.filter { $0.span.start >= last.span.end }
    return !between.isEmpty && between.count < 4
      && between.allSatisfy { lexeme in
        switch lexeme.term {
        case .and, .article, .filler: true
        case .comma: tokenizer.text(lexeme.span) == "、"
        default: false
        }
      } && between.contains { $0.term == .and || $0.term == .comma }
  }

  private func namedVoice() -> (targets: [Target], count: Int)? {
    let isThere = scene.sounds["voice-over"] != nil
    let count: Int
    switch (spoken[index].kind, index + 1 < spoken.count ? spoken[index + 1].kind : nil) {
    case (.word(let word), let next)
    where ["voice", "voices", "narrator", "speaker"].contains(word):
      if case .word(let word)? = next, word.hasPrefix("over") { return nil }
      count = 1
    case (.han("人"), .han("声")?), (.han("语"), .han("音")?): count = 2
    default: return nil
    }
    // "Lower the music under the voice" is about the music, "the voice in clip 2" about a clip.
    let isElse = tokens.indices.contains { place in
      switch Lexicon.shared.match(tokens, at: place)?.term {
      case .noun(.music), .duck: true
      case .noun(.clip), .noun(.clips), .ordinal: !isThere
      default: false
      }
    }
    if !isThere {
      guard count == 1, wish(around: index, strictly: true) != nil else { return nil }
    }
    return isElse ? nil : ([.voice], count)
  }

  private func namedEffect() -> (targets: [Target], count: Int)? {
    guard let match = scene.soundNames.match(spoken, at: index) else { return nil }
    let known = Lexicon.shared.match(tokens, at: index)
    let end = index + match.count
    if let known, known.count > match.count { return nil }
    if end < tokens.count, let next = Lexicon.shared.match(tokens, at: end)?.term,
      [.noun(.clip), .noun(.clips)].contains(next)
    {
      return nil
    }
    if let names = scene.effects[match.index] {
      guard isMeant(match, known?.term) else { return nil }
      return (names.map(Target.effect), match.count)
    }
    if case .animation? = known?.term { return nil }
    let wish = wish(around: index, strictly: true)
    let isAsked = wish == .level || (wish == .removal && !match.isSight)
    guard isAsked, scene.match(spoken, at: index) == nil else { return nil }
    let isChinese = if case .han = spoken[index].kind { true } else { false }
    let name = match.sound.names[isChinese ? .chinese : .english]
    return name.map { ([.effect($0)], match.count) }
  }

  /// Whether words mean the sound that the film has, and not a sight or an animation of words.
  private func isMeant(_ match: SoundNames.Match, _ known: Term?) -> Bool {
    if case .animation? = known { return false }
    guard match.isSight else { return true }
    switch wish(around: index) {
    case .level: return true
    case .removal:
      if case .treatment(_, let name)? = known { return !scene.treatments.contains(name) }
      return scene.match(spoken, at: index) == nil
    case nil: return false
    }
  }

  private enum Wish { case level, removal }

  /// Whether words around a place say how loud something is to be, or take something away.
  /// - Parameter strictly: whether words are left out that are said of sights too.
  private func wish(around index: Int, strictly: Bool = false) -> Wish? {
    var (start, end) = (index, index)
    while start > 0, !isEdge(start - 1) { start -= 1 }
    while end < spoken.count, !isEdge(end) { end += 1 }
    // "Mute the rain and the wind": what stands before the "and" holds behind it.
    if end - start < 4, start > 1, spoken[start - 1].kind != .mark(".") {
      start -= 1
      while start > 0, !isEdge(start - 1) { start -= 1 }
    }
    var (words, characters): (Set<String>, String) = ([], "")
    for token in spoken[start..<end] {
      switch token.kind {
      case .word(let word): words.insert(word)
      case .han(let character): characters += character
      case .mark("%") where !strictly: return .level
      default: break
      }
    }
    let turns = words.contains("turn") && !words.isDisjoint(with: ["up", "down"])
    if turns || !words.isDisjoint(with: Self.levelWords)
      || !strictly && !words.isDisjoint(with: Self.looseLevelWords)
      || Self.chineseLevels.contains(where: characters.contains)
    {
      return .level
    }
    let removes =
      !words.isDisjoint(with: Self.removalWords)
      || Self.chineseRemovals.contains(where: characters.contains)
    return removes ? .removal : nil
  }

  private func isEdge(_ index: Int) -> Bool {
    switch spoken[index].kind {
    case .mark(let mark): ",.;!?，。；！？、".contains(mark)
    case .word(let word): ["and", "then", "but"].contains(word)
    default: false
    }
  }

  private static let voiceWords: Set = ["voice", "voices", "narrator", "speaker"]
  private static let levelWords: Set = [
    "mute", "unmute", "silence", "quieter", "louder", "volume",
  ]
  private static let looseLevelWords: Set = [
    "quiet", "softer", "loud", "level", "silent", "percent",
  ]
  private static let chineseLevels = [
    "静音", "音量", "关小", "调小", "调大", "开大", "小声", "大声", "响", "轻一点", "轻点", "调低", "调高",
  ]
  private static let removalWords: Set = [
    "remove", "delete", "drop", "lose", "kill", "without", "no", "rid", "take",
  ]
  private static let chineseRemovals = ["去掉", "删", "不要", "拿掉", "移除", "去除", "关掉", "取消"]
}

extension Span {
  /// How many scalars lie between this and another; none where they meet.
  fileprivate func distance(to other: Span) -> Int {
    max(0, other.start - end, start - other.end)
  }

  fileprivate func overlaps(_ other: Span) -> Bool {
    start < other.end && other.start < end
  }
}
