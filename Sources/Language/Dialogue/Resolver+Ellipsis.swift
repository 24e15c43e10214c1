import MediaTime
import Timeline

/// Utterances that say of another what was asked last, or spare a part of it.
extension Resolver {
  /// "Same on the forest but slower", 第二段也加，长一点，1秒: a pace or a length only says how what
  /// was asked last is meant.
  mutating func repeatWithManner() -> Bool {
    guard has(.same), !found.isEmpty, prior.count == 1, content.count <= 8,
      content.contains(where: \.isTarget), found.allSatisfy({ isManner($0.request) })
    else { return false }
    switch prior[0] {
    case .camera, .transition, .treat, .fade: return complete()
    default: return false
    }
  }

  private func isManner(_ request: Request) -> Bool {
    switch request {
    case .speed, .stretch, .length: true
    default: false
    }
  }

  /// "Pull out on the others": all but what the last request was about.
  mutating func turnToOthers() -> Bool {
    guard has(.rest), found.count == 1, let target = found[0].request.target, target == .film,
      found[0].request.suits(.clip(1))
    else { return false }
    let named = prior.flatMap { $0.target?.places ?? [] }
    guard !named.isEmpty else { return false }
    put([found[0].request.about(.clipsBut(named))])
    return true
  }

  /// "Not on the sunset", "not the city": what was done to all is not to be done to that.
  mutating func spare() -> Bool {
    guard has(.except), dialogue.hasChanged, prior.count == 1, !content.isEmpty,
      let old = dialogue.requests[0].target, old == .film || old == .clips,
      found.allSatisfy({ isWeak($0) || refuses($0.request) })
    else { return false }
    var places: [Int] = []
    for lexeme in content where lexeme.term != .not {
      guard let named = lexeme.target?.places else { return false }
      places += named
    }
    guard !places.isEmpty, dialogue.requests[0].suits(.clip(1)) else { return false }
    if case .remove = dialogue.requests[0] { return false }
    retracts = true
    put([dialogue.requests[0].about(.clipsBut(places))])
    return true
  }

  /// 港口不要, of what was put on all clips.
  private func refuses(_ request: Request) -> Bool {
    guard dialogue.requests[0].putsOn, case .remove(let target) = request else { return false }
    return target.places != nil && !content.contains { $0.term == .verb(.remove) }
  }

  /// "The whole film actually", 全部都要: what was done to one clip, to all.
  mutating func widen() -> Bool {
    if namesFilm, found.isEmpty, has(.same, .pronoun), content.count <= 1, prior.count == 1,
      case .transition(var passage) = prior[0], passage.after != nil
    {
      passage.after = nil
      put([.transition(passage)])
      return true
    }
    guard namesFilm, found.isEmpty, has(.correction, .same, .only), prior.count == 1,
      let old = prior[0].target, old.isClips, old != .clips, prior[0].putsOn || prior[0].isOfSound,
      content.allSatisfy({ lexeme in
        switch lexeme.term {
        case .target(.film), .target(.clips), .all, .throughout: true
        default: false
        }
      })
    else { return false }
    put([prior[0].about(.clips)])
    return true
  }

  /// "No wait, Lisbon 2024": other words in the place of those just put on screen.
  mutating func rewordSpoken() -> Bool {
    guard dialogue.requests.count == 1, found.allSatisfy(isWeak),
      case .title(let title) = dialogue.requests[0], title.text != nil, content.count <= 8,
      let spoken = scene.spoken ?? title.target, spoken.isText
    else { return false }
    let said = content.drop { ["call", "name", "rename", "say", "says", "read"].contains($0.word) }
    guard let first = said.first, let last = said.last,
      said.contains(where: { $0.term == .unknown || $0.said.first?.isUppercase ?? false })
    else { return false }
    let isPlain = said.allSatisfy { lexeme in
      switch lexeme.term {
      case .unknown, .number, .filler, .article, .noun, .target(.clip), .target(.text): true
      default: false
      }
    }
    let opens =
      said.count < content.count
      || marks.contains { $0.mark == .correction && $0.span.end <= first.span.start }
    guard isPlain, opens else { return false }
    let scalars = Array(text.unicodeScalars)
    let (start, end) = (first.span.start - whole.start, last.span.end - whole.start)
    guard start >= 0, end <= scalars.count, start < end else { return false }
    var words = String.UnicodeScalarView()
    words.append(contentsOf: scalars[start..<end])
    put([.title(TitleRequest(String(words), target: spoken))])
    return true
  }

  /// "A bit less", of a level: lower than it is, and no way back.
  mutating func lower() -> Bool {
    guard marks.contains(where: { $0.mark == .lesser }), prior.count == 1,
      case .volume(let target, let level) = prior[0], found.allSatisfy(isWeak),
      content.allSatisfy({ if case .strength = $0.term { true } else { false } })
    else { return false }
    if case .times(let factor) = level, factor > 1 { return false }
    put([.volume(target, .times(0.8))])
    return true
  }

  /// "And again": what takes off so much, or adds it, once more.
  mutating func doAgain() -> Bool {
    guard marks.contains(where: { $0.mark == .again }), found.isEmpty, content.isEmpty,
      dialogue.hasChanged, prior.count == 1
    else { return false }
    switch prior[0] {
    case .trim(_, .dropFirst), .trim(_, .dropLast), .stretch, .duplicate, .shift,
      .volume(_, .times):
      put(prior)
      return true
    default: return false
    }
  }

  /// "Only its first 2 seconds", of a clip that was spoken of.
  mutating func keepPart() -> Bool {
    guard has(.only), let spoken = scene.spoken, spoken.isClips, content.count == 1,
      found.allSatisfy(isWeak), case .part(let isFirst, let time) = content[0].term
    else { return false }
    put([.trim(spoken, isFirst ? .keepFirst(time) : .keepLast(time))])
    return true
  }

  /// "Mute the first part", of what was split in the last turn.
  mutating func namePart() -> Bool {
    guard case .split(let whole, let split)? = dialogue.requests.last, found.count == 1,
      case .part(let number)? = found[0].request.target
    else { return false }
    var parts: [Int] = []
    switch (whole, split, scene.spoken) {
    case (.clip(let clip), .at, _) where clip > 0: parts = [clip, clip + 1]
    case (.clip(let clip), .parts(let count), _) where clip > 0: parts = Array(clip..<clip + count)
    case (_, .at, .clip(let clip)?) where clip > 1: parts = [clip - 1, clip]
    default: parts = Array(scene.clips.indices.map { $0 + 1 })
    }
    let index = number > 0 ? number - 1 : parts.count + number
    guard parts.indices.contains(index) else { return false }
    put([found[0].request.about(.clip(parts[index]))])
    return true
  }

  /// "Just the first one, I mean": the last request again, about less than before.
  mutating func narrow() -> Bool {
    guard has(.only), dialogue.hasChanged, prior.count == 1, let old = dialogue.requests[0].target
    else { return false }
    if case .remove = dialogue.requests[0] { return false }
    guard content.allSatisfy({ $0.isOnly || $0.isTarget }) else { return false }
    let places: [Int]
    switch found.first?.request {
    case .remove(.clipsBut(let numbers))? where found.count == 1: places = numbers
    case nil: places = content.compactMap(\.target).flatMap { $0.places ?? [] }
    default: return false
    }
    guard !places.isEmpty else { return false }
    retracts = true
    var meant = Target.clipList(places)
    if places.count == 1 { meant = .clip(places[0]) }
    if old.isText || dialogue.requests[0].isTitle {
      guard places.count == 1 else { return false }
      let lexeme = Lexeme(.target(meant), whole)
      guard case .target(let text) = adapt(lexeme, to: dialogue.requests[0]).term else {
        return false
      }
      meant = text
    }
    put([dialogue.requests[0].about(meant)])
    return true
  }

  /// "And the one after that", 下一段也删: the clip beside the one that was spoken of.
  mutating func goBeside() -> Bool {
    guard has(.next, .previous), dialogue.requests.count == 1, found.allSatisfy(isWeakOrSame)
    else { return false }
    let last = dialogue.requests[0]
    let isNext = has(.next)
    if case .transition(let passage) = last, let after = passage.after, after > 0 {
      let next = isNext ? after + 1 : after - 1
      guard scene.clips.indices.contains(next), next > 0 else { return false }
      var other = passage
      other.after = next
      put([.transition(other)])
      return true
    }
    guard case .clip(let number)? = last.target, number > 0 else { return false }
    var isGone = false
    if case .remove = last { isGone = dialogue.hasChanged }
    let next = isNext ? (isGone ? number : number + 1) : number - 1
    guard scene.clips.indices.contains(next - 1) else { return false }
    let isSame = !found.isEmpty && !found.contains(where: isWeak)
    var frame = Frame(completing: last, whole)
    for lexeme in content where lexeme.term != frame?.verb && !isSame {
      guard frame?.fill(lexeme) ?? false else { return false }
    }
    let meant = frame.flatMap { $0.completed(last) } ?? last
    put([meant.about(.clip(next))])
    return true
  }

  /// Whether a reading may only look like a request of its own, or asks the same as the last.
  private func isWeakOrSame(_ understood: Understood) -> Bool {
    if isWeak(understood) { return true }
    guard let old = dialogue.requests.first?.target else { return false }
    return understood.request.about(old) == dialogue.requests[0]
  }

  /// "Then the harbour", 然后是港口: behind the clip that got another place.
  mutating func orderNext() -> Bool {
    guard isContinued, case .order? = dialogue.requests.last, dialogue.requests.count == 1,
      case .clip(let spoken)? = scene.spoken, content.count == 1,
      case .target(.clip(let number)) = content[0].term, number != spoken,
      found.allSatisfy({ $0.request.isOrder || isWeak($0) })
    else { return false }
    put([.order(.moveAfter(number, spoken))])
    return true
  }

  /// "Start it at 2 seconds", 从第2秒开始, of music that was spoken of.
  mutating func beginSpoken() -> Bool {
    guard scene.spoken == .music, content.count <= 3, !namesFilm else { return false }
    var moment: Milliseconds?
    for lexeme in content {
      switch lexeme.term {
      case .shift(let time) where found.isEmpty:
        put([.shift(.music, time)])
        return true
      case .percent(let value, _) where found.allSatisfy(isWeak) && value <= 200:
        put([.volume(.music, .to(Frame.rounded(value / 100)))])
        return true
      case .time(let time, .at), .time(let time, .clock), .part(isFirst: true, let time):
        guard moment == nil else { return false }
        moment = time
      case .noun(.start), .verb(.move): continue
      default: return false
      }
    }
    let isOther = found.contains { understood in
      switch understood.request {
      case .trim, .begin, .split: false
      default: true
      }
    }
    guard let moment, !isOther else { return false }
    put([.begin(.music, moment)])
    return true
  }

  /// "Move it to the front", 挪到最前面, of a clip that was spoken of.
  mutating func orderSpoken() -> Bool {
    guard case .clip(let number)? = scene.spoken, !content.isEmpty,
      found.isEmpty || found.map(\.request) == [.animate(.film, nil)]
    else { return false }
    var (isMoved, place): (Bool, Int?) = (hasPlacing, nil)
    for lexeme in content {
      switch lexeme.term {
      case .verb(.move): isMoved = true
      case .noun(.start), .place(.top, _): place = 1
      case .noun(.end), .place(.bottom, _): place = -1
      case .ordinal(let number): place = number
      case .second: place = 2
      default: return false
      }
    }
    guard isMoved || has(.pronoun), let place else { return false }
    put([.order(.move(number, to: place))])
    return true
  }

  /// "Three seconds" beside something else, or after it: not the whole film's length, which would
  /// cut most of it away.
  mutating func withholdAssumed() {
    guard scene.clips.count > 1, !namesFilm, !namesLength, !assumed.isEmpty else { return }
    let isAlone = found.count == 1
    guard isAlone ? !dialogue.requests.isEmpty && !hasMaking && !has(.pronoun) : true else {
      return
    }
    for understood in found where assumed.contains(understood.span) {
      guard case .length(.film, _) = understood.request else { continue }
      let former = found.last { $0.span.end <= understood.span.start }
      let isOther = former?.request.target.map { $0.isClips || $0.isText } ?? false
      guard isAlone || isOther else { continue }
      unused.append(understood.span)
      found.removeAll { $0 == understood }
    }
  }

  /// Fog that is to be "lighter" is to be less, and no brighter.
  mutating func thin() -> Bool {
    guard has(.more, .less), found.count == 1, content.count <= 1,
      case .treat(.film, let look) = found[0].request, look.kind == .look,
      case .treat(_, let last)? = dialogue.requests.last, last.kind == .atmosphere,
      last.name != nil
    else { return false }
    adjustment = has(.less) ? .less : .more
    put([])
    return true
  }

  /// 第二条也删, where the first subtitle has gone: a text by its number, and no clip.
  mutating func removeNumberedText() -> Bool {
    guard has(.same), case .remove(let gone)? = dialogue.requests.last, gone.isText,
      dialogue.requests.count == 1, !content.isEmpty
    else { return false }
    var number: Int?
    for lexeme in content where lexeme.term != .verb(.remove) {
      guard case .target(.clip(let place)) = lexeme.term, !lexeme.isName else { return false }
      number = place
    }
    guard let number else { return false }
    let former = max(number - 1, 1)
    let text =
      scene.text(number, of: .subtitle) ?? scene.text(former, of: .subtitle)
      ?? scene.text(former, of: nil)
    guard let text else { return false }
    put([.remove(.text(text))])
    return true
  }

  /// 另一个字幕也删: the words that are left, where some were taken off.
  mutating func removeOtherText() -> Bool {
    guard has(.other), case .remove(let gone)? = dialogue.requests.last, gone.isText,
      scene.texts.count == 1,
      content.allSatisfy({ $0.term == .verb(.remove) || $0.target?.isText ?? false })
    else { return false }
    put([.remove(.text(1))])
    return true
  }
}

extension Frame {
  /// The verb that asks for it.
  fileprivate var verb: Term? {
    switch kind {
    case .remove: .verb(.remove)
    case .trim: .verb(.trim)
    case .keep: .verb(.keep)
    default: nil
    }
  }
}

extension Request {
  /// Whether it is about what is heard.
  fileprivate var isOfSound: Bool {
    switch self {
    case .mute, .volume: true
    default: false
    }
  }

  /// Whether it is about words on screen.
  fileprivate var isTitle: Bool { if case .title = self { true } else { false } }
}
