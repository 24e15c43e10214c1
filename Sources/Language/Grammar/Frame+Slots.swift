import MediaTime
import Timeline

extension Frame {
  /// Fills the slot that `lexeme` is for; false where there is none, or it is taken.
  mutating func fill(_ lexeme: Lexeme) -> Bool {
    var trial = self
    guard trial.take(lexeme.term) else { return false }
    trial.span = trial.span.joined(lexeme.span)
    self = trial
    return true
  }

  /// Whether `fill` would take `lexeme`.
  func accepts(_ lexeme: Lexeme) -> Bool {
    var trial = self
    return trial.take(lexeme.term)
  }

  private mutating func take(_ term: Term) -> Bool {
    switch kind {
    case .move, .family: takeCamera(term)
    case .title: takeTitle(term)
    case .transition, .wipe, .slide: takeTransition(term)
    case .volume: takeVolume(term)
    case .fade, .unfade: takeFade(term)
    case .placing: takePlacing(term)
    case .unmove, .leave: takeTarget(term)
    case .shiftMusic: takeMusic(term)
    case .trim, .remove, .keep: takeTrim(term)
    case .speed: takeSpeed(term)
    case .mute: takeTarget(term) || takeStretch(of: term)
    case .fit, .shift: takeTarget(term)
    case .playback(let playback):
      takeTarget(term) || takeStretch(of: term) || (playback == .freeze && takeHold(term))
    case .animate, .cinematic: takeTarget(term) || takeStrength(term)
    case .length: takeLength(term)
    case .reorder, .swap, .arrange: takeOrder(term)
    case .duck: term == .target(.music)
    case .reverseOrder: false
    case .stretch: takeStretch(term)
    case .split: takeSplit(term)
    case .duplicate: takeTarget(term) || takeCount(term)
    case .treat: takeTreatment(term)
    case .background: takeColor(term)
    }
  }

  /// Puts `value` where nothing is yet.
  func put<Value>(_ value: Value, _ slot: inout Value?) -> Bool {
    guard slot == nil else { return false }
    slot = value
    return true
  }

  /// The stretch of the film that is meant.
  private mutating func takeStretch(of term: Term) -> Bool {
    switch term {
    case .window(let from, let to): put((from, to), &slots.window)
    case .part(isFirst: true, let time): put((true, time), &slots.part)
    default: false
    }
  }

  private mutating func takeCount(_ term: Term) -> Bool {
    switch term {
    case .noun(.start): return put(true, &slots.edge)
    case .noun(.end): return put(false, &slots.edge)
    case .after(let clip): return put(clip, &slots.after)
    case .before(let clip): return put(clip, &slots.before)
    default: break
    }
    guard case .number(let value) = term, (1...10).contains(value), value == value.rounded() else {
      return false
    }
    return put(value, &slots.number)
  }

  mutating func takeTarget(_ term: Term) -> Bool {
    guard case .target(let target) = term else { return false }
    return put(target, &slots.target)
  }

  private mutating func takeStrength(_ term: Term) -> Bool {
    switch term {
    case .strength(let strength):
      if slots.strength == nil || strength == .strong || strength == .fast {
        slots.strength = strength
      }
      return true
    case .change(.slower):
      slots.strength = .slow
      return true
    case .change(.faster):
      slots.strength = .fast
      return true
    default: return false
    }
  }

  private mutating func takeCamera(_ term: Term) -> Bool {
    switch term {
    case .target(.music), .target(.titles), .target(.text), .target(.texts): return false
    case .target, .strength, .change(.slower), .change(.faster):
      return takeTarget(term) || takeStrength(term)
    case .ease(let ease): return put(ease, &slots.ease)
    case .percent(let value, let role): return put((value, role), &slots.percent)
    case .factor(let value, let role): return put((value, role), &slots.factor)
    case .degrees(let value): return put(value, &slots.degrees)
    case .focus(let focus): return put(focus, &slots.focus)
    case .place(let place, let role): return takeWay(place, role)
    case .side(let side): return takesDepth && put(side, &slots.depth)
    case .preposition(.in) where completes: return put(.in, &slots.depth)
    case .time(let value, .at): return put(value, &slots.start)
    case .time(let value, .lasting): return put(value, &slots.lasting)
    case .window(let from, let to): return put((from, to), &slots.window)
    case .part(isFirst: true, let value):
      return slots.start == nil && put((0, value), &slots.window)
    default: return false
    }
  }

  /// Whether "in", "out", "clockwise" say more about the move.
  private var takesDepth: Bool {
    guard case .family(let family) = kind else { return completes }
    return [.zoom, .push, .dolly, .roll, .orbit, .travel].contains(family)
  }

  private mutating func takeWay(_ place: Place, _ role: Term.Role) -> Bool {
    var takesWay = false
    if case .family(let family) = kind { takesWay = family != .zoom && family != .push }
    guard takesWay, role != .at else { return put(.place(place), &slots.focus) }
    guard let way = slots.way else { return put(place, &slots.way) }
    if way == place, role == .bare { return true }
    let (a, b) = (way.coordinates, place.coordinates)
    if role == .bare, (a.x == 0) != (b.x == 0), (a.y == 0) != (b.y == 0) {
      slots.way = Place(x: a.x + b.x, y: a.y + b.y)
      return true
    }
    return put(.place(place), &slots.focus)
  }

  private mutating func takeTitle(_ term: Term) -> Bool {
    switch term {
    case .quote(let text):
      slots.quotes.append(text)
      return slots.quotes.count == 1
    case .shift(let value): return put(value, &slots.shift)
    case .number(let value) where (0.01...0.5).contains(value):
      return put(.share(value), &slots.size)
    case .reworded(let number, let text):
      guard slots.target == nil, slots.quotes.isEmpty else { return false }
      (slots.target, slots.isRenamed, slots.quotes) = (.text(number), true, [text])
      return true
    case .renamed(let text):
      slots.isRenamed = true
      slots.quotes.append(text)
      return slots.quotes.count == 1
    case .fontName(let name): return put(name, &slots.font)
    case .lettering(.bold, let isOn): return put(isOn, &slots.bold)
    case .lettering(.plate, let isOn): return put(isOn, &slots.plate)
    case .lettering(.vertical, let isOn): return put(isOn, &slots.vertical)
    case .aligning:
      slots.isAligning = true
      return true
    case .color(let color): return put(color, &slots.color)
    case .alignment(let alignment): return put(alignment, &slots.alignment)
    case .textSize(let size): return put(size, &slots.size)
    case .change(.larger), .change(.up): return takeSize(.larger, against: [.tiny, .small])
    case .change(.smaller), .change(.down): return takeSize(.smaller, against: [.large, .huge])
    case .factor(let value, let role) where value > 0: return put((value, role), &slots.factor)
    case .fraction(let value): return put((value, .bare), &slots.factor)
    case .percent(let value, let role):
      guard (1...400).contains(value), slots.percent == nil else { return false }
      slots.percent = (value, role)
      return true
    case .place(.center, _) where slots.place?.coordinates.x == 0: return true
    case .place(let place, _): return put(place, &slots.place)
    case .time(let value, .at), .time(let value, .clock): return put(value, &slots.start)
    case .time(let value, .lasting), .time(let value, .bare), .time(let value, .to):
      return put(value, &slots.lasting)
    case .window(let from, let to):
      guard slots.start == nil, slots.lasting == nil else { return false }
      (slots.start, slots.lasting) = (from, to - from)
      return true
    case .part(isFirst: true, let value):
      guard slots.start == nil, slots.lasting == nil else { return false }
      (slots.start, slots.lasting) = (0, value)
      return true
    case .part(isFirst: false, let value):
      guard slots.edge == nil, slots.start == nil, slots.lasting == nil else { return false }
      (slots.edge, slots.lasting) = (false, value)
      return true
    case .titleAnimation(let animation, let edge): return takeAnimation(animation, edge)
    case .strength: return slots.entrance != nil || slots.exit != nil
    case .time(let value, .until): return put(value, &slots.to)
    case .throughout:
      slots.isThroughout = true
      return true
    case .target(let target) where target.isClips && target != .clips:
      return put(target, &slots.over)
    case .noun(.start): return put(0, &slots.start)
    case .noun(.end): return put(false, &slots.edge)
    case .target(let target) where target.isText: return put(target, &slots.target)
    case .request(.unsupported): return false
    default: return false
    }
  }

  /// "The title is tiny, make it bigger": what is complained of gives way.
  private mutating func takeSize(
    _ size: TitleRequest.Size, against faults: [TitleRequest.Size]
  ) -> Bool {
    if let said = slots.size, said == size { return true }
    if let said = slots.size, faults.contains(said) { slots.size = nil }
    return put(size, &slots.size)
  }

  private mutating func takeAnimation(
    _ animation: TextStyle.Animation, _ edge: FadeRequest.Edge?
  ) -> Bool {
    switch edge {
    case .in: return put(animation, &slots.entrance)
    case .out: return put(animation, &slots.exit)
    case .both:
      guard slots.entrance == nil, slots.exit == nil else { return false }
      (slots.entrance, slots.exit) = (animation, animation)
      return true
    case nil:
      if animation == .none, slots.exit == nil { slots.exit = animation }
      if slots.entrance == .fade { slots.entrance = nil }
      return put(animation, &slots.entrance)
    }
  }

  private mutating func takeTransition(_ term: Term) -> Bool {
    switch term {
    case .after(let clip): return put(clip, &slots.after)
    case .before(let clip): return put(clip, &slots.before)
    case .target(.clips): return true
    case .color(let color)
    where completes && (kind == .transition(.dipBlack) || kind == .transition(.dipWhite)):
      return put(color, &slots.color)
    case .target(.clip(let clip)) where clip > 0: return put(clip, &slots.after)
    case .target(.clipList(let clips)) where clips.count > 1:
      guard slots.after == nil, slots.clips.isEmpty else { return false }
      slots.clips = clips.dropLast()
      return true
    case .place(let place, let role):
      let coordinates = place.coordinates
      guard kind == .wipe || kind == .slide, role != .at else { return false }
      return (coordinates.x == 0) != (coordinates.y == 0) && put(place, &slots.way)
    case .time(let value, .lasting), .time(let value, .bare), .time(let value, .to):
      return put(value, &slots.lasting)
    case .factor(let value, let role): return put((value, role), &slots.factor)
    case .change(let change):
      return [.longer, .shorter, .faster, .slower].contains(change) && put(change, &slots.change)
    case .strength: return takeStrength(term)
    default: return false
    }
  }

  private mutating func takeVolume(_ term: Term) -> Bool {
    switch term {
    case .target: return takeTarget(term)
    case .percent(let value, let role): return put((value, role), &slots.percent)
    case .number(let value): return value <= 200 && put(value, &slots.number)
    case .factor(let value, let role): return put((value, role), &slots.factor)
    case .fraction(let value):
      slots.isPart = true
      return put((value, .bare), &slots.factor)
    case .change(let change): return put(change, &slots.change)
    case .place(.top, .bare): return put(.up, &slots.change)
    case .place(.bottom, .bare): return put(.down, &slots.change)
    case .textSize(.small): return put(.quieter, &slots.change)
    case .textSize(.large): return put(.louder, &slots.change)
    case .strength: return takeStrength(term)
    default: return false
    }
  }

  private mutating func takeFade(_ term: Term) -> Bool {
    switch term {
    case .target: return takeTarget(term)
    case .time(let value, .lasting), .time(let value, .bare), .time(let value, .to):
      return put(value, &slots.lasting)
    case .part(let isFirst, let value):
      guard slots.edge == nil || slots.edge == isFirst else { return false }
      slots.edge = isFirst
      return put(value, &slots.lasting)
    case .change(let change):
      return [.longer, .shorter].contains(change) && put(change, &slots.change)
    case .noun(.frame):
      slots.isPicture = true
      return true
    case .noun(.sound):
      slots.isSound = true
      return true
    case .noun(.ownSound):
      slots.isSound = true
      return takeTarget(.target(.clips))
    case .side(.in): return put(true, &slots.edge)
    case .side(.out), .noun(.end): return put(false, &slots.edge)
    case .noun(.start): return put(true, &slots.edge)
    case .noun(.ends):
      slots.isBothEnds = true
      return true
    case .strength: return takeStrength(term)
    default: return false
    }
  }

  private mutating func takeTrim(_ term: Term) -> Bool {
    switch term {
    case .target(.clip(let number)) where kind == .keep && slots.target?.places != nil:
      slots.target = .clipList((slots.target?.places ?? []) + [number])
      return true
    case .target: return takeTarget(term)
    case .window(let from, let to): return put((from, to), &slots.window)
    case .share(let from, let to): return put((from, to), &slots.share)
    case .noun(.ends):
      slots.isBothEnds = true
      return true
    case .number(let value) where (1...3600).contains(value) && kind != .keep:
      return put(Milliseconds(seconds: value), &slots.to)
    case .part(let isFirst, let value): return put((isFirst, value), &slots.part)
    case .time(let value, .to), .time(let value, .until): return put(value, &slots.to)
    case .time(let value, .by): return put(value, &slots.by)
    case .time(let value, .at): return put(value, &slots.start)
    case .place(.center, _), .place(.bottom, .bare): return true
    case .time(let value, .bare), .time(let value, .lasting): return put(value, &slots.bare)
    case .noun(.start): return put(true, &slots.edge)
    case .noun(.end): return put(false, &slots.edge)
    default: return false
    }
  }

  private mutating func takeSpeed(_ term: Term) -> Bool {
    switch term {
    case .target(.titles), .target(.text), .target(.texts): return false
    case .target: return takeTarget(term)
    case .window, .part: return takeStretch(of: term)
    case .percent(let value, let role): return put((value, role), &slots.percent)
    case .factor(let value, let role): return put((value, role), &slots.factor)
    case .fraction(let value): return put((value, .bare), &slots.factor)
    case .number(let value) where (0.1...10).contains(value) && value != value.rounded():
      return put((value, .bare), &slots.factor)
    case .change(let change):
      return [.up, .down, .faster, .slower].contains(change) && put(change, &slots.change)
    case .strength(.slow) where slots.change == .down: return true
    case .strength(.slow): return put(.slower, &slots.change)
    case .strength(.fast): return put(.faster, &slots.change)
    case .place(.top, .bare): return put(.up, &slots.change)
    case .place(.bottom, .bare): return put(.down, &slots.change)
    default: return false
    }
  }

  private mutating func takeLength(_ term: Term) -> Bool {
    switch term {
    case .number(let value) where (1...3600).contains(value):
      return put(Milliseconds(seconds: value), &slots.lasting)
    case .target: return takeTarget(term)
    case .time(let value, _): return put(value, &slots.lasting)
    default: return false
    }
  }
}
