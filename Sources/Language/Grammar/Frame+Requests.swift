import MediaTime
import Timeline

extension Frame {
  /// What it asks for; empty where too little was said.
  func requests() -> [Request] {
    let target = slots.target ?? .film
    switch kind {
    case .move, .family: return camera()
    case .title(let preset): return title(preset)
    case .transition(let kind): return transitions(kind)
    case .wipe: return transitions(passage([.wipeLeft, .wipeRight, .wipeUp, .wipeDown]))
    case .slide: return transitions(passage([.slideLeft, .slideRight, .slideUp, .slideDown]))
    case .volume: return level.map(Self.rounded).map { [.volume(target, $0)] } ?? []
    case .mute: return within { .mute($0) }
    case .fade(let edge): return [.fade(fade(edge, target))]
    case .placing: return order.map { [.order($0)] } ?? []
    case .unmove: return [.removeMotion(target)]
    case .leave: return []
    case .shiftMusic: return slots.start.map { [.begin(.music, $0)] } ?? []
    case .unfade(let edge):
      let resolved = edge ?? slots.edge.map { $0 ? .in : .out } ?? .both
      return [.fade(FadeRequest(target, resolved, duration: 0))]
    case .trim, .remove, .keep:
      if slots.isBothEnds, let time = slots.bare ?? slots.by, kind != .keep {
        return [.trim(target, .dropFirst(time)), .trim(target, .dropLast(time))]
      }
      if let trim { return [.trim(target, trim)] }
      if kind != .keep, let moment = slots.start { return [.split(target, .at(moment))] }
      if kind == .keep { return kept }
      return kind == .remove && slots.target != nil ? [.remove(target)] : []
    case .speed(let factor):
      guard let speed = speed(factor).map(Self.rounded), speed > 0 else { return [] }
      return within { .speed($0, speed) }
    case .playback(let playback):
      let isHeld = slots.lasting != nil || (playback == .freeze && slots.edge == false)
      return isHeld ? [played(playback)] : within { .playback($0, playback) }
    case .fit(let fit): return [.fit(target, fit)]
    case .animate: return [.animate(target, slots.strength)]
    case .cinematic:
      let gently: [Request] = slots.strength.map { [.animate(target, $0)] } ?? []
      return [.cinematic(target)] + gently
    case .reorder, .swap, .reverseOrder: return order.map { [.order($0)] } ?? []
    case .arrange: return arranged
    case .shift(let time): return slots.target.map { [.shift($0, time)] } ?? []
    case .stretch: return stretch.map { [$0] } ?? []
    case .split: return splits
    case .duplicate:
      let count = Int(slots.number ?? 1)
      let copies = slots.target.map { Array(repeating: Request.duplicate($0), count: count) } ?? []
      guard let place = copyPlace else { return copies }
      return copies + [.order(place)]
    case .treat: return treatment.map { [$0] } ?? []
    case .duck(let isOn): return [.duck(isOn)]
    case .background: return slots.color.map { [.background($0)] } ?? []
    case .length: return slots.lasting.map { [.length(target, $0)] } ?? []
    }
  }

  static func rounded(_ level: Level) -> Level {
    switch level {
    case .to(let gain): .to(rounded(gain))
    case .times(let factor): .times(rounded(factor))
    }
  }

  // MARK: Camera

  private func camera() -> [Request] {
    moves().enumerated().map { index, move in
      var request = CameraRequest(move, target: slots.target ?? .film)
      request.strength = slots.strength
      request.ease = slots.ease
      request.focus = slots.focus
      request.degrees = slots.degrees
      request.amount = amount(of: move)
      request.follows = follows && index == 0
      request.start = slots.window?.0 ?? slots.start
      request.duration = slots.window.map { $0.1 - $0.0 } ?? slots.lasting
      return .camera(request)
    }
  }

  private func moves() -> [CameraMove.Kind] {
    guard case .family(let family) = kind else {
      if case .move(let move) = kind { return [move] }
      return []
    }
    let (x, y) = slots.way?.coordinates ?? (0, 0)
    switch family {
    case .zoom: return [slots.depth == .out ? .zoomOut : .zoomIn]
    case .push: return [slots.depth == .out ? .pullOut : .pushIn]
    case .pan, .tilt: return turns(x, y)
    case .truck, .dolly, .travel, .pedestal, .crane: return travels(family, x, y)
    case .roll:
      let isLeft = slots.depth == .counterclockwise || (slots.depth == nil && x < 0)
      return [isLeft ? .rollCounterclockwise : .rollClockwise]
    case .orbit: return [slots.depth == .clockwise || x < 0 ? .orbitLeft : .orbitRight]
    case .whip: return [x < 0 ? .whipLeft : .whipRight]
    }
  }

  private func turns(_ x: Int, _ y: Int) -> [CameraMove.Kind] {
    var moves: [CameraMove.Kind] = []
    if x != 0 { moves.append(x < 0 ? .panLeft : .panRight) }
    if y != 0 { moves.append(y < 0 ? .tiltUp : .tiltDown) }
    if moves.isEmpty { moves.append(kind == .family(.pan) ? .panRight : .tiltUp) }
    return moves
  }

  private func travels(_ family: CameraFamily, _ x: Int, _ y: Int) -> [CameraMove.Kind] {
    var moves: [CameraMove.Kind] = []
    if slots.depth == .in { moves.append(.pushIn) }
    if slots.depth == .out { moves.append(.pullOut) }
    if x != 0 { moves.append(x < 0 ? .truckLeft : .truckRight) }
    if y != 0, family == .crane { moves.append(y < 0 ? .craneUp : .craneDown) }
    if y != 0, family != .crane { moves.append(y < 0 ? .pedestalUp : .pedestalDown) }
    guard moves.isEmpty else { return moves }
    switch family {
    case .truck: return [.truckRight]
    case .pedestal: return [.pedestalUp]
    case .crane: return [.craneUp]
    default: return [.pushIn]
    }
  }

  /// The change of scale, or the share of the frame, that a figure names.
  private func amount(of move: CameraMove.Kind) -> Double? {
    let opens = move == .zoomOut || move == .pullOut
    let scales = opens || [.zoomIn, .pushIn, .crashZoom, .dollyZoom, .kenBurns].contains(move)
    if let (value, _) = slots.factor, value > 0, scales {
      return Self.rounded(value >= 1 ? value - 1 : 1 / value - 1)
    }
    guard let (value, role) = slots.percent, value > 0 else { return nil }
    guard scales, role == .to || (role != .by && value > 100) else {
      return Self.rounded(value / 100)
    }
    if value >= 100 { return Self.rounded(value / 100 - 1) }
    return Self.rounded(opens ? 100 / value - 1 : value / 100)
  }

  static func rounded(_ value: Double) -> Double { (value * 1e6).rounded() / 1e6 }

  // MARK: Words

  private func title(_ preset: TextStyle.Preset?) -> [Request] {
    var request = TitleRequest(slots.quotes.first, target: slots.target, preset: preset)
    if request.text != nil, request.target == .titles { request.target = nil }
    request.alignment = slots.alignment
    request.shift = slots.shift
    request.over = slots.over
    request.end = slots.to
    request.isThroughout = slots.isThroughout
    if slots.isRenamed, request.target == nil {
      request.target = .texts(preset ?? .title)
      request.preset = nil
    }
    request.place = slots.place
    if slots.isAligning, let place = slots.place, place.coordinates.y == 0 {
      request.alignment = place == .left ? .left : place == .right ? .right : .center
      request.place = nil
    }
    request.color = slots.color
    request.size = size
    request.font = slots.font
    (request.bold, request.plate, request.vertical) = (slots.bold, slots.plate, slots.vertical)
    request.entrance = slots.entrance
    request.exit = slots.exit
    request.start = slots.start
    request.isAtEnd = slots.start == nil && slots.edge == false
    request.duration = slots.lasting
    if slots.edge == false, request.text == nil, let end = request.start {
      (request.end, request.start) = (end, nil)
    }
    return [.title(request)]
  }

  /// How tall letters become; 大一倍 is twice as tall.
  var size: TitleRequest.Size? {
    if let (value, _) = slots.percent {
      let change = [.larger, .smaller].contains(slots.size) ? slots.size : nil
      guard let change else {
        return slots.size ?? (value <= 50 ? .share(value / 100) : .times(value / 100))
      }
      return .times(Self.rounded(change == .larger ? 1 + value / 100 : max(1 - value / 100, 0.1)))
    }
    guard let (value, role) = slots.factor else { return slots.size }
    let isSmaller = slots.size == .smaller || slots.size == .small
    if isSmaller { return .times(Self.rounded(value > 1 ? 1 / value : value == 1 ? 0.5 : value)) }
    let isMore = value == 1 && role != .to
    return .times(isMore ? 2 : value)
  }

  // MARK: Passages

  private func transitions(_ kind: Transition.Kind) -> [Request] {
    guard !slots.clips.isEmpty else { return [transition(kind, after: slots.after)] }
    return slots.clips.map { transition(kind, after: $0) }
  }

  private func transition(_ kind: Transition.Kind, after clip: Int?) -> Request {
    var duration = kind == .cut ? nil : slots.lasting
    switch slots.strength {
    case _ where duration != nil || kind == .cut: break
    case .slow, .slight: duration = 1500
    case .fast, .strong: duration = 300
    case nil:
      if let change = slots.change {
        duration = change == .longer || change == .slower ? 1000 : 300
      }
    }
    return .transition(
      TransitionRequest(
        kind, duration: duration, after: clip, before: clip == nil ? slots.before : nil))
  }

  private func passage(_ ways: [Transition.Kind]) -> Transition.Kind {
    let (x, y) = slots.way?.coordinates ?? (-1, 0)
    return x < 0 ? ways[0] : x > 0 ? ways[1] : y < 0 ? ways[2] : ways[3]
  }

  private func fade(_ edge: FadeRequest.Edge?, _ target: Target) -> FadeRequest {
    var resolved = edge
    if edge == nil, slots.isBothEnds { resolved = .both }
    if edge == nil, let isStart = slots.edge { resolved = isStart ? .in : .out }
    var duration = slots.lasting
    if duration == nil, let strength = slots.strength {
      duration = strength == .fast || strength == .strong ? 500 : 3000
    }
    if duration == nil, let change = slots.change { duration = change == .longer ? 3000 : 1000 }
    let whose = target == .film && slots.isPicture ? .clips : target
    return FadeRequest(
      whose, resolved ?? .out, duration: duration,
      isSoundOnly: slots.isSound && !slots.isPicture && whose != .music && !whose.isText)
  }

  // MARK: Figures

  private var isLess: Bool {
    [.down, .quieter, .smaller, .slower, .shorter].contains(slots.change)
  }

  var level: Level? {
    if let (value, role) = slots.percent {
      let isRelative = role == .by || (role == .bare && slots.change != nil)
      guard isRelative else { return .to(min(value / 100, 2)) }
      return .times(Self.rounded(isLess ? max(0, 1 - value / 100) : 1 + value / 100))
    }
    if let number = slots.number { return .to(min(number > 2 ? number / 100 : number, 2)) }
    if let (value, role) = slots.factor {
      if slots.change != nil, isLess, value >= 1 {
        return .times(value == 1 ? 0.5 : Self.rounded(1 / value))
      }
      // 大一倍 is twice as much.
      if slots.change != nil, value == 1, role != .to { return .times(2) }
      return role == .to || (slots.isPart && slots.change == nil) ? .to(value) : .times(value)
    }
    guard slots.change != nil else { return nil }
    return .times(slots.strength == .strong ? (isLess ? 0.5 : 1.6) : isLess ? 0.8 : 1.25)
  }

  func speed(_ factor: Double?) -> Double? {
    if let factor {
      guard let (value, _) = slots.factor else { return factor }
      // 慢放两倍 is half as fast, 快进一倍 twice as fast.
      if value == 1 { return factor }
      return factor < 1 && value > 1 ? Self.rounded(1 / value) : value
    }
    let isFaster = slots.change == .faster || slots.change == .up
    if let (value, role) = slots.percent, value > 0 {
      guard role != .to, role == .by || slots.change != nil else { return value / 100 }
      return Self.rounded(isLess ? 1 - value / 100 : isFaster ? 1 + value / 100 : value / 100)
    }
    if let (value, _) = slots.factor, value > 0 {
      if value == 1, slots.change != nil { return isLess ? 0.5 : 2 }
      return isLess && value > 1 ? Self.rounded(1 / value) : value
    }
    return slots.change.map { _ in isLess ? 0.5 : 1.5 }
  }

  var trim: Trim? {
    let cuts = kind != .keep
    if let (from, to) = slots.window {
      return kind == .remove ? .drop(from: from, to: to) : .keep(from: from, to: to)
    }
    if let (from, to) = slots.share {
      return cuts ? .dropShare(from: from, to: to) : .keepShare(from: from, to: to)
    }
    if let (isFirst, time) = slots.part {
      if cuts { return isFirst ? .dropFirst(time) : .dropLast(time) }
      return isFirst ? .keepFirst(time) : .keepLast(time)
    }
    if let from = slots.start, let to = slots.to, from < to {
      return kind == .remove ? .drop(from: from, to: to) : .keep(from: from, to: to)
    }
    if let from = slots.start, slots.edge == false {
      return kind == .keep ? .dropFirst(from) : .keepFirst(from)
    }
    if let to = slots.to { return .keepFirst(to) }
    guard let time = slots.by ?? slots.bare else { return nil }
    guard cuts else { return slots.edge == false ? .keepLast(time) : .keepFirst(time) }
    return slots.edge == true ? .dropFirst(time) : .dropLast(time)
  }
}

extension Target {
  /// The clips that it names by their places; nil where it names none so.
  var places: [Int]? {
    switch self {
    case .clip(let number): [number]
    case .clipList(let numbers): numbers
    default: nil
    }
  }
}
