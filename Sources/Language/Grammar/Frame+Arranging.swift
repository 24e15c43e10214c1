import MediaTime
import Timeline

/// Frames that rearrange, stretch or treat clips: their slots, and what they ask for.
extension Frame {
  // MARK: Slots

  /// All that says which clip goes where belongs to it, so that nothing else happens to that clip.
  mutating func takeOrder(_ term: Term) -> Bool {
    switch term {
    case .target(.clip(let number)):
      slots.clips.append(number)
      return true
    case .target(.clipList(let numbers)):
      slots.clips += numbers
      return true
    case .number(let value) where kind == .arrange && value > 0: return takePlaces(value)
    case .ordinal(let number) where kind == .arrange:
      slots.clips.append(number)
      return true
    case .after(let number): return put(number, &slots.after)
    case .before(let number): return put(number, &slots.before)
    case .change(.later), .change(.earlier):
      if case .change(let change) = term { return put(change, &slots.change) }
      return false
    case .ordinal(let number): return put(number, &slots.position)
    case .second: return put(2, &slots.position)
    case .number(let value) where (1...999).contains(value):
      return put(Int(value), &slots.position)
    case .noun(.start): return put(1, &slots.position)
    case .noun(.end): return put(-1, &slots.position)
    case .place(.top, _), .side(.in): return put(1, &slots.position)
    case .place(.bottom, _): return put(-1, &slots.position)
    case .target(.clips), .place, .side: return true
    default: return false
    }
  }

  /// 3142 names four places, 12 one.
  private mutating func takePlaces(_ value: Double) -> Bool {
    guard value == value.rounded(), value < 1e9 else { return false }
    let digits = String(Int(value)).compactMap(\.wholeNumberValue)
    let isRow = digits.count > 2 && Set(digits).count == digits.count && !digits.contains(0)
    slots.clips += isRow ? digits : [Int(value)]
    return slots.clips.count < 100
  }

  mutating func takePlacing(_ term: Term) -> Bool {
    guard case .target(.clip(let number)) = term, slots.clips.isEmpty else { return false }
    slots.clips.append(number)
    return true
  }

  mutating func takeMusic(_ term: Term) -> Bool {
    switch term {
    case .target(.music): return takeTarget(term)
    case .time(let value, .at): return put(value, &slots.start)
    case .strength, .side: return true
    default: return false
    }
  }

  /// When a frame is held, and how long.
  mutating func takeHold(_ term: Term) -> Bool {
    switch term {
    case .time(let value, .at), .time(let value, .clock): return put(value, &slots.start)
    case .time(let value, .bare), .time(let value, .lasting): return put(value, &slots.lasting)
    case .noun(.end), .ordinal(-1): return put(false, &slots.edge)
    default: return false
    }
  }

  mutating func takeStretch(_ term: Term) -> Bool {
    switch term {
    case .target(let target): return put(target, &slots.target)
    case .time(let value, .by), .time(let value, .bare), .time(let value, .lasting):
      return put(value, &slots.by)
    case .time(let value, .to), .time(let value, .until): return put(value, &slots.to)
    case .extra(let value): return put(value, &slots.by)
    case .noun(.start): return put(true, &slots.edge)
    case .noun(.end): return put(false, &slots.edge)
    case .percent(let value, let role): return put((value, role), &slots.percent)
    case .factor(let value, let role): return put((value, role), &slots.factor)
    case .fraction(let value):
      slots.isPart = true
      return put((value, .bare), &slots.factor)
    case .strength(let strength): return put(strength, &slots.strength)
    default: return false
    }
  }

  mutating func takeSplit(_ term: Term) -> Bool {
    switch term {
    case .each(let time): return put(time, &slots.each)
    case .target(let target) where target.isClips: return put(target, &slots.target)
    case .time(let value, _):
      if slots.start == nil { return put(value, &slots.start) }
      slots.moments.append(value)
      return true
    case .place(.center, _): return put(2, &slots.number) || true
    case .part(isFirst: true, let value): return put(value, &slots.start)
    case .number(let value) where (2...50).contains(value) && value == value.rounded():
      return put(value, &slots.number)
    case .pieces:
      slots.isPart = true
      return true
    case .place(.top, .bare): return true
    case .fraction(0.5): return put(2, &slots.number)
    default: return false
    }
  }

  mutating func takeTreatment(_ term: Term) -> Bool {
    switch term {
    case .target(let target) where target.isClips || target == .film:
      return put(target, &slots.target)
    case .strength(let strength):
      slots.strength = slots.strength ?? strength
      return true
    case .percent(let value, let role) where value <= 100: return put((value, role), &slots.percent)
    case .treatmentSort: return true
    case .change(let change) where change == .up || change == .down:
      return put(change, &slots.change)
    case .change(.larger): return put(.strong, &slots.strength)
    case .change(.smaller): return put(.slight, &slots.strength)
    case .place(.top, .bare): return put(.up, &slots.change)
    case .place(.bottom, .bare): return put(.down, &slots.change)
    default: return false
    }
  }

  mutating func takeColor(_ term: Term) -> Bool {
    guard case .color(let color) = term else { return false }
    return put(color, &slots.color)
  }

  // MARK: Requests

  /// Where the copy of a clip goes, where that is said.
  var copyPlace: OrderRequest? {
    guard case .clip(let number)? = slots.target else { return nil }
    if let isStart = slots.edge { return .move(number, to: isStart ? 1 : -1) }
    if let other = slots.after, other != number { return .moveAfter(number, other) }
    return slots.before.map { .moveBefore(number, $0) }
  }

  /// The clips that are named come first, in the order in which they were named.
  var arranged: [Request] {
    guard slots.clips.count > 1 else { return [] }
    return slots.clips.enumerated().map { .order(.move($1, to: $0 + 1)) }
  }

  /// What is to happen to a stretch of the film only: it is cut out of its clip first.
  func within(_ make: (Target) -> Request) -> [Request] {
    let target = slots.target ?? .film
    guard target == .film else { return [make(target)] }
    if let (from, to) = slots.window {
      let cuts = [to, from].filter { $0 > 0 }.map { Request.split(.film, .at($0)) }
      return cuts + [make(.clipAt(from))]
    }
    if let (isFirst, time) = slots.part, isFirst {
      return [.split(.film, .at(time)), make(.clipAt(0))]
    }
    return [make(target)]
  }

  /// Where only some clips stay, all others go.
  var kept: [Request] {
    switch slots.target {
    case .clip(let number): [.remove(.clipsBut([number]))]
    case .clipList(let numbers): [.remove(.clipsBut(numbers))]
    case .stills: [.remove(.footage)]
    case .footage: [.remove(.stills)]
    default: []
    }
  }

  /// A frame that stands still for a while, or a clip that does throughout.
  func played(_ playback: Playback) -> Request {
    let target = slots.target ?? .film
    let usual: Milliseconds? = slots.edge == false ? 2000 : nil
    guard playback == .freeze, let length = slots.lasting ?? usual else {
      return .playback(target, playback)
    }
    return .hold(target, at: slots.start, for: length)
  }

  /// What the order of clips becomes; nil where too little was said.
  var order: OrderRequest? {
    if kind == .reverseOrder { return .reverse }
    if kind == .swap {
      guard slots.clips.count == 2 else { return nil }
      return .swap(slots.clips[0], slots.clips[1])
    }
    guard let clip = slots.clips.first else { return nil }
    if case .placing(let isFirst) = kind { return .move(clip, to: isFirst ? 1 : -1) }
    if let other = slots.before { return .moveBefore(clip, other) }
    if let change = slots.change {
      let step = slots.position ?? 1
      let place = change == .later ? clip + step : clip - step
      return .move(clip, to: clip < 0 ? min(place, -1) : max(place, 1))
    }
    if let other = slots.after {
      return other == 0 ? .move(clip, to: 1) : .moveAfter(clip, other)
    }
    if let position = slots.position { return .move(clip, to: position) }
    guard slots.clips.count > 1 else { return nil }
    return .move(clip, to: slots.clips[1])
  }

  var stretch: Request? {
    guard case .stretch(let isLonger) = kind else { return nil }
    let target = slots.target ?? .film
    if let isStart = slots.edge, target == .film || !isLonger {
      guard let time = slots.by, !isLonger else { return nil }
      return .trim(target, isStart ? .dropFirst(time) : .dropLast(time))
    }
    if let length = slots.to { return .length(target, length) }
    if let time = slots.by { return .stretch(target, .plus(isLonger ? time : 0 - time)) }
    if let (value, _) = slots.percent, value > 0 {
      let factor = isLonger ? 1 + value / 100 : max(1 - value / 100, 0.05)
      return .stretch(target, .times(Self.rounded(factor)))
    }
    if let (value, _) = slots.factor, value > 0 {
      if value == 1, !slots.isPart { return .stretch(target, .times(isLonger ? 2 : 0.5)) }
      let isInverse = isLonger ? value < 1 && slots.isPart : value > 1
      return .stretch(target, .times(Self.rounded(isInverse ? 1 / value : value)))
    }
    let isSlight = slots.strength == .slight
    let usual = isLonger ? (isSlight ? 1.15 : 1.25) : (isSlight ? 0.9 : 0.8)
    return .stretch(target, .times(usual))
  }

  /// The last moment first, so that those of a clip still count from its start.
  var splits: [Request] {
    let target = slots.target ?? .film
    if let time = slots.each { return [.split(target, .every(time))] }
    if let time = slots.start {
      return (slots.moments + [time]).sorted(by: >).map { .split(target, .at($0)) }
    }
    if let number = slots.number { return [.split(target, .parts(Int(number)))] }
    return [.split(target, .parts(2))]
  }

  var treatment: Request? {
    guard case .treat(let kind, let name, let isRemoved) = kind else { return nil }
    if slots.change == .down, !isRemoved, kind == .look, let other = Self.lesser[name ?? ""] {
      return .treat(slots.target ?? .film, Treatment(kind, other, strength: slots.strength))
    }
    let amount = slots.percent.map { Self.rounded($0.value / 100) }
    return .treat(
      slots.target ?? .film,
      Treatment(kind, name, strength: slots.strength, amount: amount, isRemoved: isRemoved))
  }

  /// The look that less of another is.
  private static let lesser = [
    "saturated": "muted", "contrast": "soft", "bright": "dark", "warm": "cool", "dark": "bright",
    "cool": "warm",
  ]
}
