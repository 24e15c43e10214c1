import MediaTime
import Timeline

/// Utterances that refer to what the last one was about.
extension Resolver {
  // MARK: Others

  /// "Then pan right": after the moves that are there.
  mutating func goOn() -> Bool {
    guard case .camera(let first)? = found.first?.request, first.follows else { return false }
    let moves = prior.filter { if case .camera = $0 { true } else { false } }
    guard !moves.isEmpty, moves.count == prior.count else { return false }
    put(moves + found.map { $0.request.about(moves[0].target ?? .film) })
    return true
  }

  /// "Not before the sunset", 最后一个不要: of passages that were put between all clips.
  mutating func exclude() -> Bool {
    guard has(.except) || takesPassageOut, prior.count == 1, case .transition(let all) = prior[0],
      all.after == nil,
      all.kind != .cut
    else { return false }
    let place = content.compactMap { lexeme -> Int? in
      switch lexeme.term {
      case .after(let number): number
      case .before(let number): number - 1
      case .target(.clip(let number)):
        number < 0 || preposition == .before ? number - 1 : number
      case .ordinal(let number): number < 0 ? number - 1 : number
      default: nil
      }
    }.first
    guard let place else { return false }
    put([.transition(TransitionRequest(.cut, after: place))])
    return true
  }

  /// "And the market right before it".
  mutating func orderBesideSpoken() -> Bool {
    guard case .clip(let spoken)? = scene.spoken, has(.pronoun) || content.count == 1,
      found.allSatisfy({ $0.request.isOrder }), case .order? = dialogue.requests.last,
      let clip = content.compactMap(\.target).first, case .clip(let number) = clip,
      let side = preposition
    else { return false }
    // 排在港口前面: where what was moved last goes instead.
    let named = content.first { $0.target == clip }?.span.end
    if let named, named == sideSpan?.start, case .order(let last)? = dialogue.requests.last,
      case .clip(let moved)? = Request.order(last).target, moved != number
    {
      retracts = has(.correction)
      put([.order(side == .after ? .moveAfter(moved, number) : .moveBefore(moved, number))])
      return true
    }
    put([.order(side == .after ? .moveAfter(number, spoken) : .moveBefore(number, spoken))])
    return true
  }

  /// 去掉第一个: of passages, since no clip is spoken of.
  private var takesPassageOut: Bool {
    content.first?.term == .verb(.remove) && content.count == 2
      && content[1].said.hasSuffix("个")
  }

  func rest() -> [Request] {
    prior.map { request in
      switch request.target {
      case .clip(let number)?: request.about(.clipsBut([number]))
      case .clipList(let numbers)?: request.about(.clipsBut(numbers))
      default: request
      }
    }
  }

  /// What "the other one" is, where there are only two that it can be.
  func other() -> Target? {
    switch prior.first?.target {
    case .clip(let number)?:
      let same = scene.clips.indices.filter {
        scene.footage.contains($0 + 1) == scene.footage.contains(number)
      }
      let others = (same.count == 2 ? same : Array(scene.clips.indices)).filter { $0 + 1 != number }
      return others.count == 1 ? .clip(others[0] + 1) : nil
    case .text(let number)?:
      let others = scene.texts.indices.filter { $0 + 1 != number }
      return others.count == 1 ? .text(others[0] + 1) : nil
    case .texts(let preset)?:
      let others = scene.texts.indices.filter { scene.texts[$0].preset != preset }
      return others.count == 1 ? .text(others[0] + 1) : nil
    default: return nil
    }
  }

  func flip() -> [Request]? {
    guard has(.opposite), found.isEmpty, content.isEmpty else { return nil }
    let flipped = prior.compactMap(\.opposite)
    return flipped.isEmpty ? nil : flipped
  }

  /// 太快了, of what was made faster: half of the way back; further where it still is too slow.
  mutating func pace() -> Bool {
    guard has(.less), content.isEmpty, found.count == 1,
      case .speed(.film, let wanted) = found[0].request,
      case .speed(_, let former)? = dialogue.requests.last
    else { return false }
    adjustment = (wanted > 1) == (former > 1) ? .more : .less
    put([])
    return true
  }

  /// 不对，删第三段: the last request again, about something else.
  mutating func correct() -> Bool {
    guard has(.correction), !has(.same), found.count == 1, dialogue.requests.count == 1,
      let old = dialogue.requests[0].target, let new = found[0].request.target, old != new,
      new != .film, found[0].request.about(old) == dialogue.requests[0]
    else { return false }
    retracts = true
    unused.removeAll { span in
      marks.contains { $0.span.start <= span.start && span.end <= $0.span.end }
    }
    guard case .remove(.clip(let gone)) = dialogue.requests[0], case .clip(let number) = new,
      number >= gone, content.contains(where: { $0.isName })
    else { return true }
    put([.remove(.clip(number + 1))])
    return true
  }

  // MARK: Focus

  /// Puts what was spoken of in the place of "it".
  mutating func takeFocus() {
    takePassage()
    let points =
      has(.pronoun, .more, .less, .back, .correction, .instead) || has(.same) && !namesFilm
    guard let spoken = scene.spoken, points || restores || spoken == .music && fades else {
      return takeDuration()
    }
    found = found.map { understood in
      var request = understood.request
      if case .speed(.film, let factor) = request, spoken == .music, has(.pronoun) {
        let isPace = content.contains { [.change(.faster), .change(.slower)].contains($0.term) }
        request = isPace ? .speed(.music, factor) : .volume(.music, .times(factor))
        return Understood(request: request, span: understood.span)
      }
      if case .title(let title) = request, title.target == .texts(.title), title.text != nil,
        spoken.isText, !content.contains(where: \.isTarget)
      {
        return Understood(request: request.about(spoken), span: understood.span)
      }
      if spoken.isText, case .length = request { return understood }
      guard let target = request.target, target == .film, request.suits(spoken) else {
        return understood
      }
      return Understood(request: request.about(spoken), span: understood.span)
    }
  }

  /// 市场有多长？ ▸ 剪成4秒: what a question was about, or what was just added, where nothing else is
  /// named.
  mutating func takeSubject() {
    guard dialogue.requests.isEmpty, let spoken = scene.spoken, spoken.isClips, !namesFilm,
      found.count == 1
    else { return }
    switch found[0].request {
    case .length(.film, _), .trim(.film, _), .speed(.film, _), .stretch(.film, _), .mute(.film),
      .playback(.film, _), .split(.film, _):
      put([found[0].request.about(spoken)])
    default: return
    }
  }

  /// "Make that one a wipe instead": the passage that was spoken of.
  mutating func takePassage() {
    guard has(.pronoun, .instead, .correction), found.count == 1,
      case .transition(var new) = found[0].request,
      new.after == nil, new.before == nil, case .transition(let old)? = prior.last, prior.count == 1
    else { return }
    (new.after, new.before) = (old.after, old.before)
    new.duration = new.duration ?? old.duration
    put([.transition(new)])
  }

  /// Whether something is to be as usual again, which it must have been spoken of for.
  var restores: Bool {
    found.contains { understood in
      switch understood.request {
      case .playback(.film, .normal), .speed(.film, 1), .volume(.film, .to(1)): true
      case .title(let title): title.target == .texts(.title) && title.text != nil
      default: false
      }
    }
  }

  /// Whether it speaks of sound alone.
  var fades: Bool {
    found.allSatisfy { understood in
      switch understood.request {
      case .fade, .volume: true
      default: false
      }
    }
  }

  /// "Make it 1.5 seconds", where "it" is a passage or a fade.
  mutating func takeDuration() {
    guard has(.pronoun), found.count == 1, case .length(.film, let length) = found[0].request,
      let last = dialogue.requests.last
    else { return }
    switch last {
    case .transition(var transition):
      transition.duration = length
      put([.transition(transition)])
    case .fade(var fade):
      fade.duration = length
      put([.fade(fade)])
    default: break
    }
  }

  /// "Rain would be better": the other of its sort goes.
  mutating func replace() {
    guard has(.instead, .correction), found.count == 1,
      case .treat(let target, let new) = found[0].request, !new.isRemoved
    else { return }
    for case .treat(let place, var old) in dialogue.requests
    where old.kind == new.kind && old.name != new.name && !old.isRemoved {
      old.isRemoved = true
      let whose = target == .film ? place : target
      put([.treat(whose, old), .treat(whose, new)])
    }
  }
}
