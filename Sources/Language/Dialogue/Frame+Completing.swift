import MediaTime
import Timeline

/// Frames of requests that were made, so that a later utterance can say the rest: "over five
/// seconds", "the market too".
extension Frame {
  /// The frame that would make `request`, its slots empty; nil for requests without one.
  init?(completing request: Request, _ span: Span) {
    guard let frame = Self.made(of: request, span) else { return nil }
    self = frame
    completes = true
  }

  private static func made(of request: Request, _ span: Span) -> Frame? {
    switch request {
    case .camera(let camera): return Frame(.move(camera.move), span)
    case .title(let title): return Frame(.title(title.preset), span)
    case .transition(let transition): return Frame(.transition(transition.kind), span)
    case .volume: return Frame(.volume, span)
    case .mute: return Frame(.mute, span)
    case .fade(let fade): return Frame(.fade(fade.edge), span)
    case .trim(_, let trim): return Frame(trim.isKept ? .keep : .trim, span)
    case .speed(let target, _): return target.role == nil ? Frame(.speed(nil), span) : nil
    case .playback(_, let playback): return Frame(.playback(playback), span)
    case .fit(_, let fit): return Frame(.fit(fit), span)
    case .remove: return Frame(.remove, span)
    case .length: return Frame(.length, span)
    case .stretch(_, .times(let factor)): return Frame(.stretch(isLonger: factor > 1), span)
    case .stretch(_, .plus(let time)): return Frame(.stretch(isLonger: time > 0), span)
    case .split: return Frame(.split, span)
    case .duplicate: return Frame(.duplicate, span)
    case .treat(_, let treatment):
      return Frame(
        .treat(treatment.kind, treatment.name, isRemoved: treatment.isRemoved), span)
    case .hold: return Frame(.playback(.freeze), span)
    case .animate: return Frame(.animate, span)
    case .cinematic: return Frame(.cinematic, span)
    case .order(.swap): return Frame(.swap, span)
    case .order: return Frame(.reorder, span)
    case .given(_, let request): return made(of: request, span)
    default: return nil
    }
  }

  /// `old` with what the slots say about it.
  func completed(_ old: Request) -> Request? {
    let target = slots.target
    let base = target.map { old.about($0) } ?? old
    switch base {
    case .camera(let camera): return completed(camera)
    case .title(let title): return completed(title)
    case .transition(let transition): return completed(transition)
    case .fade(var fade):
      fade.duration = slots.lasting ?? lengthened(fade.duration, usual: 2000)
      if let isStart = slots.edge { fade.edge = isStart ? .in : .out }
      return .fade(fade)
    case .volume(let whose, let level): return .volume(whose, self.level(after: level))
    case .speed(let whose, let factor): return .speed(whose, speed(after: factor))
    case .length(let whose, let length): return .length(whose, slots.lasting ?? length)
    case .hold(let whose, let time, let length):
      return .hold(whose, at: slots.start ?? time, for: slots.lasting ?? length)
    case .trim(let whose, let trim): return .trim(whose, self.trim(after: trim))
    case .stretch(let whose, let change):
      guard slots.to != nil || slots.by != nil || slots.factor != nil || slots.percent != nil else {
        return .stretch(whose, change)
      }
      return stretch?.about(whose)
    case .split(let whose, let split):
      guard slots.start != nil || slots.number != nil else { return .split(whose, split) }
      return splits.first?.about(whose)
    case .treat(let whose, var treatment):
      treatment.strength = slots.strength ?? treatment.strength
      treatment.amount = slots.percent.map { $0.value / 100 } ?? treatment.amount
      return .treat(whose, treatment)
    case .animate(let whose, let strength): return .animate(whose, slots.strength ?? strength)
    case .order(let order): return completed(order)
    default: return base
    }
  }

  private func completed(_ old: CameraRequest) -> Request {
    var camera = old
    if let other = Request.camera(old).opposite, case .camera(let turned) = other,
      turned.move.goes(slots.depth, slots.focus)
    {
      camera.move = turned.move
      if slots.depth == nil { return .camera(camera) }
    }
    if let strength = slots.strength { (camera.strength, camera.amount) = (strength, nil) }
    camera.ease = slots.ease ?? camera.ease
    camera.focus = slots.focus ?? camera.focus
    camera.degrees = slots.degrees ?? camera.degrees
    camera.amount = slots.percent.map { $0.value / 100 } ?? camera.amount
    camera.start = slots.window?.0 ?? slots.start ?? camera.start
    camera.duration = slots.window.map { $0.1 - $0.0 } ?? slots.lasting ?? camera.duration
    return .camera(camera)
  }

  /// Words once put on screen are there; what is said now changes them.
  private func completed(_ old: TitleRequest) -> Request {
    var title = old
    if slots.target != nil, old.text != nil { title.text = nil }
    if let text = slots.quotes.first { title.text = text }
    title.place = slots.place ?? title.place
    title.color = slots.color ?? title.color
    title.size = size ?? (slots.target == nil ? title.size?.absolute : title.size)
    title.font = slots.font ?? title.font
    title.bold = slots.bold ?? title.bold
    title.plate = slots.plate ?? title.plate
    title.vertical = slots.vertical ?? title.vertical
    title.entrance = slots.entrance ?? title.entrance
    title.exit = slots.exit ?? title.exit
    title.start = slots.start ?? title.start
    title.duration = slots.lasting ?? title.duration
    title.shift = slots.shift
    return .title(title)
  }

  private func completed(_ old: TransitionRequest) -> Request {
    var transition = old
    transition.after = slots.after ?? transition.after
    if let color = slots.color {
      transition.kind = color == "#FFFFFF" ? .dipWhite : color == "#000000" ? .dipBlack : old.kind
    }
    if let (factor, _) = slots.factor {
      let length = Double((old.duration ?? 500).count) * factor
      transition.duration = Milliseconds(Int(length.rounded()))
    }
    transition.duration = slots.lasting ?? lengthened(transition.duration, usual: 500)
    return .transition(transition)
  }

  /// A length that is to be longer or shorter where a word says so.
  private func lengthened(_ length: Milliseconds?, usual: Milliseconds) -> Milliseconds? {
    guard let change = slots.change else { return length }
    let factor = change == .longer ? 1.5 : 0.67
    return Milliseconds(Int((Double((length ?? usual).count) * factor).rounded()))
  }

  private func completed(_ old: OrderRequest) -> Request? {
    if slots.clips.count != 1 || slots.after != nil || slots.position != nil, let order {
      return .order(order)
    }
    guard let clip = Request.order(old).target, case .clip(let number) = clip else { return nil }
    if let other = slots.before { return .order(.moveBefore(number, other)) }
    if let other = slots.after {
      return .order(other == 0 ? .move(number, to: 1) : .moveAfter(number, other))
    }
    return (slots.position ?? slots.clips.first).map { .order(.move(number, to: $0)) }
  }

  /// A bare time is taken off the same end as before.
  private func trim(after old: Trim) -> Trim {
    if let isStart = slots.edge, slots.by == nil, slots.bare == nil, slots.to == nil {
      switch old {
      case .dropFirst(let time), .dropLast(let time):
        return isStart ? .dropFirst(time) : .dropLast(time)
      case .keepFirst(let time), .keepLast(let time):
        return isStart ? .keepFirst(time) : .keepLast(time)
      default: break
      }
    }
    let isBare = slots.window == nil && slots.part == nil && slots.to == nil && slots.edge == nil
    guard isBare, let time = slots.by ?? slots.bare else { return trim ?? old }
    switch old {
    case .dropFirst: return .dropFirst(time)
    case .dropLast: return .dropLast(time)
    case .keepFirst: return .keepFirst(time)
    case .keepLast: return .keepLast(time)
    case .keep, .drop, .keepShare, .dropShare: return trim ?? old
    }
  }

  private func level(after old: Level) -> Level {
    if slots.isPart, let (value, _) = slots.factor { return .times(value) }
    return level.map(Self.rounded) ?? old
  }

  private func speed(after old: Double) -> Double {
    if let change = slots.change, slots.factor == nil, slots.percent == nil {
      return Self.rounded(change == .slower || change == .down ? old * 0.8 : old * 1.25)
    }
    return speed(nil).map(Self.rounded) ?? old
  }
}

extension CameraMove.Kind {
  /// Whether it is the way that is named: "out", "right".
  fileprivate func goes(_ depth: Term.Side?, _ way: CameraRequest.Focus?) -> Bool {
    switch self {
    case .pullOut, .zoomOut: depth == .out
    case .pushIn, .zoomIn: depth == .in
    case .panLeft, .truckLeft: way == .place(.left)
    case .panRight, .truckRight: way == .place(.right)
    case .tiltUp, .pedestalUp, .craneUp: way == .place(.top)
    case .tiltDown, .pedestalDown, .craneDown: way == .place(.bottom)
    default: false
    }
  }
}

extension Trim {
  /// Whether it says what stays.
  fileprivate var isKept: Bool {
    switch self {
    case .keepFirst, .keepLast, .keepShare: true
    default: false
    }
  }
}
