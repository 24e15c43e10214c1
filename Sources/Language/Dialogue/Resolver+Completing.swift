import MediaTime
import Timeline

/// Utterances that leave out what the last one said.
extension Resolver {
  // MARK: What was spoken of

  /// "Move it to the bottom", "再大点", where it is a text.
  mutating func dressSpokenText() -> Bool {
    let points = has(.pronoun, .more, .correction, .back, .same)
    guard let spoken = scene.spoken, spoken.isText, points || found.isEmpty && !namesFilm,
      !content.isEmpty, content.count <= 6
    else { return false }
    let wanted = content.map(\.asAnimation).filter { lexeme in
      switch lexeme.term {
      case .noun(.text): !lexeme.isChinese
      case .verb(.move), .move, .request, .strength: false
      default: true
      }
    }
    var frame = Frame(.title(nil), whole)
    guard !wanted.isEmpty, wanted.allSatisfy({ !$0.isTarget && frame.fill($0) }),
      !frame.slots.isOnlyTimed
    else { return false }
    frame.slots.target = spoken
    let requests = frame.requests()
    guard !requests.isEmpty else { return false }
    put(requests)
    return true
  }

  /// "Delete the second half", of what was split in the last turn.
  mutating func takePart() -> Bool {
    guard case .split(let whole, let split)? = dialogue.requests.last, found.count == 1,
      case .trim(.film, let trim) = found[0].request
    else { return false }
    let parts: [Int]
    switch (whole, split, scene.spoken) {
    case (.clip(let number), .at, _) where number > 0: parts = [number, number + 1]
    case (.clip(let number), .parts(let count), _) where number > 0:
      parts = Array(number..<number + count)
    case (_, .at, .clip(let number)?) where number > 1: parts = [number - 1, number]
    case (_, _, .clipList(let numbers)?): parts = numbers
    default: return false
    }
    let share: Double
    var isKept = false
    switch trim {
    case .dropShare(let from, _): share = from
    case .keepShare(let from, _): (share, isKept) = (from, true)
    default: return false
    }
    let index = min(Int((share * Double(parts.count)).rounded()), parts.count - 1)
    let others = parts.enumerated().filter { $0.offset != index }.map(\.element)
    put([.remove(isKept ? .clipList(others) : .clip(parts[index]))])
    return true
  }

  /// "Swap them back", "put it back": a verb that only says to take the change back.
  func putsBack(_ lexeme: Lexeme) -> Bool {
    switch (lexeme.term, dialogue.requests.last) {
    case (.swap, .order?), (.verb(.move), _): !lexeme.isChinese
    default: false
    }
  }

  /// "Bring it back at 25 %": sound that was silenced or taken out.
  var restoredLevel: Request? {
    guard has(.back), case .mute(let target)? = dialogue.requests.last else { return nil }
    let isBare = content.allSatisfy { [.verb(.move), .target(.clips)].contains($0.term) }
    if isBare, namesSound { return .volume(target, .to(1)) }
    guard found.isEmpty, content.count == 1 else { return nil }
    guard case .percent(let value, _) = content[0].term else { return nil }
    return .volume(target, .to(Frame.rounded(min(value / 100, 2))))
  }

  /// "Take it off again": what the last turn put on, and not the clip that it was put on.
  mutating func takeOff() -> Bool {
    guard found.isEmpty, content.map(\.term) == [.verb(.remove)], has(.pronoun, .more),
      dialogue.hasChanged, !content[0].isChinese, !dialogue.requests.isEmpty,
      dialogue.requests.allSatisfy(\.putsOn)
    else { return false }
    retracts = true
    put([])
    return true
  }

  /// "Take it out", 算了，去掉吧.
  mutating func removeSpoken() -> Bool {
    guard let spoken = scene.spoken, found.isEmpty, content.map(\.term) == [.verb(.remove)] else {
      return false
    }
    put([.remove(spoken)])
    return true
  }

  /// "A bit longer", 再长两秒.
  mutating func stretchSpoken() -> Bool {
    guard let spoken = scene.spoken, has(.more) || !namesFilm && !dialogue.requests.isEmpty,
      found.count == 1, case .stretch(.film, let change) = found[0].request
    else { return false }
    switch dialogue.requests.last {
    case .fade?, .transition?: return false
    case .title(let title)? where title.shift != nil: return false
    default: break
    }
    put([.stretch(spoken, change)])
    return true
  }

  // MARK: Completing

  /// Where the last change goes first, what it was about counts as it was then.
  mutating func complete() -> Bool {
    let isAdded = dialogue.requests.contains { request in
      if case .title(let title) = request { title.text != nil } else { false }
    }
    return complete(has(.correction) && !isAdded ? dialogue.requests : prior)
  }

  mutating func complete(_ requests: [Request]) -> Bool {
    var completed: [Request] = []
    var retargets = false
    for old in requests {
      guard var frame = Frame(completing: old, whole), fill(&frame, old) else { continue }
      if case .title(let title) = old, title.duration == nil, frame.slots.isOnlyTimed,
        !found.isEmpty
      {
        continue
      }
      guard let new = frame.completed(old) else { continue }
      retargets = retargets || (frame.slots.target != nil && old.target != nil)
      completed.append(new)
    }
    guard !completed.isEmpty else { return false }
    let isMoved = completed.contains { request in
      switch request {
      case .order, .trim: true
      default: false
      }
    }
    if has(.correction), !has(.same), retargets || isMoved { retracts = true }
    if has(.only), retargets { retracts = true }
    if dialogue.hasChanged, completed.count == 1, requests.count == 1, !has(.more),
      !has(.same) || has(.instead, .correction),
      completed[0].corrects(requests[0])
    {
      retracts = true
    }
    if dialogue.hasChanged, completed.contains(where: \.sparesClips),
      requests.allSatisfy({ $0.target == .film || $0.target == .clips })
    {
      retracts = true
    }
    put(completed)
    return true
  }

  /// Fills a frame with all that is said; false where something doesn't fit.
  func fill(_ frame: inout Frame, _ old: Request) -> Bool {
    for lexeme in joined(content, for: old) where !isRefused(lexeme) {
      if case .trim = old, [.verb(.trim), .verb(.cut), .verb(.remove)].contains(lexeme.term) {
        continue
      }
      let adapted = adapt(lexeme, to: old)
      guard frame.fill(adapted) else { return false }
    }
    return true
  }

  /// "The last 3": an end and how much of it, where a stretch was spoken of.
  private func joined(_ content: [Lexeme], for old: Request) -> [Lexeme] {
    guard case .trim = old, content.count > 1 else { return content }
    var joined: [Lexeme] = []
    for lexeme in content {
      if let last = joined.last, case .ordinal(let place) = last.term, abs(place) == 1,
        case .number(let value) = lexeme.term, (0...600).contains(value)
      {
        let part = Term.part(isFirst: place == 1, Milliseconds(seconds: value))
        joined[joined.count - 1] = Lexeme(part, last.span.joined(lexeme.span))
      } else {
        joined.append(lexeme)
      }
    }
    return joined
  }

  /// "Not green, orange": whether a value is refused, and another of its sort is named.
  private func isRefused(_ lexeme: Lexeme) -> Bool {
    guard let sort = lexeme.sort else { return false }
    let isDenied = marks.contains { mark in
      mark.mark == .except && mark.span.end <= lexeme.span.start
        && lexeme.span.start - mark.span.end <= 1
    }
    return isDenied && content.contains { $0.sort == sort && $0.span != lexeme.span }
  }

  /// "The second one" of texts is a text; "the title" is one of them too.
  func adapt(_ lexeme: Lexeme, to old: Request) -> Lexeme {
    var preset: TextStyle.Preset?
    var isText = old.target?.isText ?? false
    if case .title(let title) = old {
      isText = true
      if case .texts(let named)? = title.target { preset = named } else { preset = title.preset }
      if case .text(let number)? = title.target, scene.texts.indices.contains(number - 1) {
        preset = scene.texts[number - 1].preset
      }
    }
    var term = lexeme.term
    if case .order = old { return lexeme }
    switch (term, old) {
    case (.move(.pedestalDown), .volume), (.move(.pedestalDown), .speed): term = .change(.down)
    case (.move(.pedestalUp), .volume), (.move(.pedestalUp), .speed): term = .change(.up)
    case (.extra(let time), .title(let title)):
      if let shift = title.shift { term = .shift(shift < 0 ? 0 - time : time) }
    case (.extra(let time), .shift(_, let shift)): term = .shift(shift < 0 ? 0 - time : time)
    case (.number(let value), _) where value > 0 && value <= 600 && old.lasts:
      term = .time(Milliseconds(seconds: value), .bare)
    case (.ordinal(-1), .trim(_, .dropFirst(let time))),
      (.target(.clip(-1)), .trim(_, .dropFirst(let time))):
      if !lexeme.isName { term = .part(isFirst: false, time) }
    case (.ordinal(1), .trim(_, .dropLast(let time))),
      (.target(.clip(1)), .trim(_, .dropLast(let time))):
      if !lexeme.isName { term = .part(isFirst: true, time) }
    default: break
    }
    switch term {
    case .ordinal(let number): term = .target(.clip(number))
    case .second: term = .target(.clip(2))
    case .noun(.title(let named)): term = .target(.texts(named ?? .title))
    case .noun(.text): term = .target(.titles)
    default: break
    }
    if isText, case .target(.clip(let number)) = term {
      var text = scene.text(number, of: preset)
      if case .remove = old, text == nil, number > 1 { text = scene.text(number - 1, of: preset) }
      term = .target(.text(text ?? number))
    }
    // A clip's name tells its place now; what was taken out before it comes back first.
    if lexeme.isName, has(.correction), !has(.same), case .remove(.clip(let gone)) = old,
      case .target(.clip(let number)) = term, number >= gone
    {
      term = .target(.clip(number + 1))
    }
    return Lexeme(term, lexeme.span, isChinese: lexeme.isChinese)
  }
}

extension Lexeme {
  /// Of words on screen, a slide or a fade is how they come.
  fileprivate var asAnimation: Lexeme {
    switch term {
    case .slide: Lexeme(.titleAnimation(.slideUp, .in), span, isChinese: isChinese)
    case .fade(let edge): Lexeme(.titleAnimation(.fade, edge ?? .in), span, isChinese: isChinese)
    case .animation(let animation):
      Lexeme(.titleAnimation(animation, nil), span, isChinese: isChinese)
    case .change(.up) where ["higher", "raise"].contains(word):
      Lexeme(.place(.top, .bare), span, isChinese: isChinese)
    case .change(.down) where word == "lower":
      Lexeme(.place(.bottom, .bare), span, isChinese: isChinese)
    default: self
    }
  }

  /// What sort of value it names, so that one may take another's place.
  fileprivate var sort: String? {
    switch term {
    case .color: "color"
    case .time: "time"
    case .percent: "percent"
    case .place, .side(.place): "place"
    case .textSize, .change(.larger), .change(.smaller): "size"
    case .fontName: "font"
    case .titleAnimation, .animation: "animation"
    default: nil
    }
  }
}

extension Request {
  /// Whether it is about all clips but some.
  fileprivate var sparesClips: Bool { if case .clipsBut? = target { true } else { false } }

  /// Whether it does the same as another to another extent, so that the other must not stand.
  fileprivate func corrects(_ other: Request) -> Bool {
    switch (self, other) {
    case (.trim(let target, let trim), .trim(let former, let old)):
      target == former && trim != old && old.isRelative && trim.isRelative
    case (.hold(let target, _, _), .hold(let former, _, _)):
      target == former && self != other
    case (.stretch(let target, .plus), .stretch(let former, .times)): target == former
    case (.stretch(let target, .plus(let time)), .stretch(let former, .plus(let old))):
      target == former && time != old && (time < 0) == (old < 0)
    default: false
    }
  }

  /// Whether a bare number said of it counts seconds.
  fileprivate var lasts: Bool {
    switch self {
    case .fade, .trim, .length, .stretch(_, .plus), .hold, .transition, .shift: true
    default: false
    }
  }
}

extension Trim {
  /// Whether it takes something off, as against what is left.
  fileprivate var isRelative: Bool {
    switch self {
    case .dropFirst, .dropLast, .keepFirst, .keepLast: true
    default: false
    }
  }
}
