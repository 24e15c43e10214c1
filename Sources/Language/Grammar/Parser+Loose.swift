import MediaTime
import Timeline

/// What no frame took, and what one frame leaves to the next.
extension Parser {
  // MARK: What no frame took

  /// Lengths and stretches that stand alone are the film's, or the clip's beside them.
  mutating func resolveLoose() {
    let isChinese = loose.contains(where: \.isChinese)
    let isSubject = loose.contains { $0.term == .target(.music) || ($0.isClip && isChinese) }
    if frames.isEmpty, isSubject { beginMusic() }
    if frames.isEmpty { orderLoose() }
    let targets = loose.indices.filter { index in
      if case .target(let target) = loose[index].term { target.isClips } else { false }
    }
    let hasUnknown = sentence.lexemes.contains { $0.term == .unknown && $0.isChinese }
    let hasMusic = loose.contains { $0.term == .target(.music) }
    var used: Set<Int> = []
    let hasLength = loose.contains { if case .time = $0.term { true } else { false } }
    for (index, lexeme) in loose.enumerated() {
      let near = targetBehind(lexeme) ?? targets.last { $0 < index } ?? targets.first
      var subject = Target.film
      if let near, case .target(let named) = loose[near].term { subject = named }
      let span = near.map { loose[$0].span.joined(lexeme.span) } ?? lexeme.span
      switch lexeme.term {
      case .window where !frames.isEmpty: unused.append(lexeme.span)
      case .time(_, .bare) where near == nil && lexeme.isChinese && (hasUnknown || hasMusic):
        unused.append(lexeme.span)
      case .window where lexeme.isChinese && hasUnknown: unused.append(lexeme.span)
      case .time(let value, .bare)
      where near == nil && lexeme.isChinese && frames.count == 1 && lengthens(frames[0]):
        let preset: TextStyle.Preset? =
          if case .title(let preset) = frames[0].kind { preset } else { nil }
        add(.title(TitleRequest(preset: preset, duration: value)), span)
        frames.removeAll()
      case .time(let value, .bare)
      where (near ?? loose.count) > index && value > 0 && settleLength(value, lexeme):
        continue
      case .time(let value, .lasting)
      where near == nil && value > 0 && !frames.isEmpty && settleLength(value, lexeme):
        continue
      case .time(let value, let role)
      where role != .at && role != .by && role != .until && value > 0:
        if let near { used.insert(near) } else if role == .bare { assumed.insert(span) }
        add(.length(subject, value), span)
      case .window(let from, let to):
        if let near { used.insert(near) }
        add(.trim(subject, .keep(from: from, to: to)), span)
      case .percent(let value, .bare) where frames.isEmpty && hasMusic && value <= 200:
        add(.volume(.music, .to(value / 100)), span)
      case .target(.music) where frames.isEmpty && levelsMusic: break
      case .percent(let value, .at) where value <= 200 && fadesMusic:
        add(.volume(.music, .to(value / 100)), span)
      case .percent(let value, .to) where frames.isEmpty && value <= 200:
        add(.volume(subject, .to(value / 100)), span)
      case .target(.music):
        add(.unsupported(Feature("music generation")), lexeme.span)
      case .part(let isFirst, let value) where near != nil:
        if let near { used.insert(near) }
        add(.trim(subject, isFirst ? .dropFirst(value) : .dropLast(value)), span)
      case .number(let value) where hasLength && value > 0 && value <= 600 && near != nil:
        if let near { used.insert(near) }
        add(.length(subject, Milliseconds(seconds: value)), span)
      case .target, .noun, .side(.in), .side(.out), .aligning, .throughout, .pieces, .both, .rest:
        break
      default: unused.append(lexeme.span)
      }
    }
    for index in targets
    where !used.contains(index) && loose[index].term != .target(.clips) && !loose[index].isImplied {
      unused.append(loose[index].span)
    }
  }

  /// "5 for the sunset": the clips that follow a figure with a "for" between.
  private func targetBehind(_ lexeme: Lexeme) -> Int? {
    switch lexeme.term {
    case .time, .number: break
    default: return nil
    }
    guard !lexeme.isChinese, let place = place(of: lexeme.span) else { return nil }
    let rest = sentence.lexemes[(place + 1)...].prefix(4)
    guard rest.first?.term == .preposition(.for),
      let target = rest.first(where: { $0.target?.isClips ?? false })
    else { return nil }
    return loose.firstIndex { $0.span == target.span }
  }

  /// Where a lexeme stands in its sentence.
  private func place(of span: Span) -> Int? {
    var range = sentence.lexemes.indices
    while !range.isEmpty {
      let middle = range.lowerBound + range.count / 2
      if sentence.lexemes[middle].span == span { return middle }
      if sentence.lexemes[middle].span.start < span.start {
        range = middle + 1..<range.upperBound
      } else {
        range = range.lowerBound..<middle
      }
    }
    return nil
  }

  /// "The music, 30 %".
  private var levelsMusic: Bool {
    loose.contains { if case .percent(_, .bare) = $0.term { true } else { false } }
  }

  /// "The piano at 20 %, with a fade": whether music is only faded.
  private var fadesMusic: Bool {
    let isMusic =
      loose.contains { $0.term == .target(.music) } || frames.contains { $0.slots.target == .music }
    let isFading = frames.allSatisfy { if case .fade = $0.kind { true } else { false } }
    return isMusic && isFading && !frames.isEmpty
  }

  /// "The market a touch shorter, say 4 seconds": the length that the frame before it names, or
  /// that of the words that are put on screen there.
  private mutating func settleLength(_ value: Milliseconds, _ lexeme: Lexeme) -> Bool {
    guard let index = frames.lastIndex(where: { $0.span.start < lexeme.span.start }) else {
      return false
    }
    let frame = frames[index]
    let between = sentence.lexemes.filter {
      $0.span.start >= frame.span.end && $0.span.end <= lexeme.span.start
    }
    guard !between.contains(where: { $0.term == .verb(.make) || $0.term == .then }) else {
      return false
    }
    switch frame.kind {
    case .stretch(let isLonger):
      guard let target = frame.slots.target, target != .film,
        frame.requests() == [.stretch(target, .times(isLonger ? 1.25 : 0.8))]
          || frame.slots.strength != nil && frame.slots.by == nil && frame.slots.to == nil
      else { return false }
      add(.length(target, value), frame.span.joined(lexeme.span))
      frames.remove(at: index)
      return true
    case .title where !frame.slots.quotes.isEmpty && frame.slots.lasting == nil:
      let isShown = between.contains { ["显示", "出现", "停留", "停", "持续"].contains($0.said) }
      guard isShown || frame.slots.over != nil else { return false }
      frames[index].slots.lasting = value
      frames[index].span = frame.span.joined(lexeme.span)
      return true
    default: return false
    }
  }

  /// "The harbour last", "the sunset right after the sunrise": a clip and its place.
  private mutating func orderLoose() {
    let said = loose.filter { !$0.isChinese && !$0.isImplied }
    guard said.count == 2, loose.count == 2, unused.isEmpty, let clip = said.first(where: \.isClip),
      let place = said.first(where: { !$0.isClip }), case .target(.clip(let number)) = clip.term
    else { return }
    let order: OrderRequest
    switch place.term {
    case .ordinal(let position) where abs(position) == 1: order = .move(number, to: position)
    case .after(let other): order = other == 0 ? .move(number, to: 1) : .moveAfter(number, other)
    case .before(let other): order = .moveBefore(number, other)
    default: return
    }
    guard order != .moveAfter(number, number), order != .moveBefore(number, number) else { return }
    add(.order(order), clip.span.joined(place.span))
    loose = []
  }

  /// "Add slow motion and grain to the market": what stands behind both is meant for both.
  private mutating func shareTarget(_ lexemes: [Lexeme], _ heads: [Int]) {
    guard heads.count == frames.count else { return }
    let firstClip = lexemes.firstIndex { $0.target?.isClips ?? false } ?? lexemes.count
    for index in frames.indices.dropLast().reversed() {
      let (first, last) = (frames[index], frames[index + 1])
      guard first.slots.target == nil, first.takesClip, last.takesClip,
        let target = last.slots.target, target.isClips, heads[index] < heads[index + 1],
        isJoined(lexemes[(heads[index] + 1)..<heads[index + 1]]),
        firstClip > heads[index]
      else { continue }
      let isBehind = lexemes[(heads[index + 1] + 1)...].prefix(6).contains { $0.target == target }
      if isBehind { _ = frames[index].fill(Lexeme(.target(target), first.span)) }
    }
  }

  /// "A time-lapse of the harbour, 4x": a figure alone behind a comma goes on about the same.
  private mutating func leaveTarget(_ lexemes: [Lexeme], _ heads: [Int]) {
    guard heads.count == frames.count else { return }
    for index in frames.indices.dropFirst() {
      guard case .factor = lexemes[heads[index]].term, !lexemes[heads[index]].isChinese,
        frames[index].slots.target == nil, frames[index].takesClip,
        let target = frames[index - 1].slots.target, target.isClips
      else { continue }
      _ = frames[index].fill(Lexeme(.target(target), frames[index].span))
    }
  }

  /// Whether nothing but an "and" stands between two words.
  private func isJoined(_ lexemes: ArraySlice<Lexeme>) -> Bool {
    let isPlain = lexemes.allSatisfy { lexeme in
      switch lexeme.term {
      case .and, .article, .filler, .strength, .treatmentSort: !lexeme.isChinese
      default: false
      }
    }
    return isPlain && lexemes.contains { $0.term == .and }
  }

  /// "On the second clip, zoom in and pan left": both are meant for it.
  mutating func inheritTargets(_ lexemes: [Lexeme], _ heads: [Int]) {
    shareTarget(lexemes, heads)
    leaveTarget(lexemes, heads)
    for index in frames.indices.dropFirst() {
      guard case .fade = frames[index].kind, frames[index].slots.target == nil,
        !frames[index].slots.isPicture
      else { continue }
      switch frames[index - 1].kind {
      case .volume, .fade: break
      default: continue
      }
      frames[index].slots.target = frames[index - 1].slots.target
    }
    for index in frames.indices.dropFirst() {
      let (last, next) = (frames[index - 1], frames[index])
      guard next.follows, next.isCamera, last.isCamera, next.slots.target == nil else { continue }
      frames[index].slots.target = last.slots.target
    }
    inheritTitles()
    inheritPlaced()
    guard let first = frames.first, let head = heads.first, frames.count > 1 else { return }
    let leads = lexemes[..<head].contains { lexeme in
      if case .target(let target) = lexeme.term { return target.isClips && target != .clips }
      return false
    }
    guard leads, first.takesClip, let target = first.slots.target else { return }
    for index in frames.indices.dropFirst() {
      guard frames[index].slots.target == nil, frames[index].takesClip else { break }
      _ = frames[index].fill(Lexeme(.target(target), frames[index].span))
    }
  }

  /// 标题早点消失，1秒就行: whether a frame is of a text that is there, and says nothing else of it.
  private func lengthens(_ frame: Frame) -> Bool {
    if case .stretch = frame.kind, frame.slots.target?.isText ?? false { return true }
    guard case .title(let preset) = frame.kind else { return false }
    return frame.requests() == [.title(TitleRequest(preset: preset))]
  }

  /// 标题…，多待两秒: the length of the title that was named before, and not the film's.
  private mutating func inheritTitles() {
    for index in frames.indices.dropFirst().reversed() {
      let former = frames[index - 1]
      if case .title(let preset) = former.kind, frames[index].isTitle, former.slots.target == nil,
        frames[index].slots.quotes.isEmpty, frames[index].slots.target == nil,
        former.requests() == [.title(TitleRequest(preset: preset))]
      {
        frames[index - 1].slots = frames[index].slots
      }
      guard case .stretch = frames[index].kind, case .title(let preset) = former.kind,
        frames[index].slots.target == nil, former.slots.quotes.isEmpty
      else { continue }
      frames[index].slots.target = former.slots.target ?? .texts(preset ?? .title)
      if former.requests() == [.title(TitleRequest(preset: preset))] {
        frames.remove(at: index - 1)
      }
    }
  }

  /// 日落移到开头并且延长到6秒: the clip that gets another place is meant by what follows.
  private mutating func inheritPlaced() {
    guard let first = frames.first, first.kind == .reorder, let clip = first.slots.clips.first
    else { return }
    for index in frames.indices.dropFirst() {
      switch frames[index].kind {
      case .stretch, .trim, .speed, .playback, .mute, .treat:
        guard frames[index].slots.target == nil else { return }
        frames[index].slots.target = .clip(clip)
      default: return
      }
    }
  }
}
