internal import MediaTime
internal import Motion
internal import Timeline

/// A draft's camera moves as the camera understands them.
struct CameraScript {
  /// What the camera does.
  var motions: [CameraMotion] = []
  /// How much more near places move than far ones; 0 for a flat picture.
  var parallax = 0.0
  /// Whether the moves need to know how near places are.
  var needsDepth = false
  /// Moves that footage can't do as asked, with what is done instead.
  var notes: [String] = []

  init(
    _ moves: [CameraMove], duration: Milliseconds, seed: UInt64, hasDepth: Bool
  ) {
    for (index, move) in moves.enumerated() {
      let time = move.time(within: duration)
      let start = Self.share(time.start, of: duration)
      let end = Self.share(time.end, of: duration)
      guard start < end else { continue }
      let moveSeed = seed &+ UInt64(index) &* 0x1000
      let isAlone = moves.count == 1
      let components =
        hasDepth && move.move.needsDepth
        ? move.inDepth(isAlone: isAlone) : move.components(seed: moveSeed)
      motions += components.map { change, ease in
        CameraMotion(change, ease: ease, span: start...end, isAimedAtSubject: move.at == .face)
      }
      if hasDepth {
        parallax = max(parallax, move.parallax)
        needsDepth = needsDepth || move.move.needsDepth
      } else if let substitute = move.move.flatSubstitute {
        notes.append(substitute)
      }
    }
  }

  private static func share(_ time: Milliseconds, of duration: Milliseconds) -> Double {
    Double(time.count) / Double(max(duration.count, 1))
  }
}

/// Moves that live by depth.
extension CameraMove {
  /// How much more near places move than far ones under this move, 1 as usual.
  fileprivate var parallax: Double {
    switch move {
    case .parallax: max(0, min(2, (amount ?? 0.12) / 0.12))
    case .orbitLeft, .orbitRight, .dollyZoom: 1
    default: 0
    }
  }

  /// Parallax alone slides past the subject and a little towards it; beside other moves it gives
  /// them depth and adds nothing.
  fileprivate func inDepth(isAlone: Bool) -> [Component] {
    switch move {
    case .parallax:
      let size = size(0.12)
      return isAlone
        ? [(.slide(x: size, y: 0), curve), (zoom(from: 1, to: 1 + size / 3), curve)] : []
    case .dollyZoom: return [(.dolly(scale: 1 + 4 * size(0.12)), curve)]
    case .rackFocus:
      return [(.rackFocus(from: 0.05, to: 0.6, aperture: 0.016), curve)]
    default: return components(seed: 0)
    }
  }
}

extension CameraMove {
  typealias Component = (CameraMotion.Change, Motion.Ease)

  fileprivate func components(seed: UInt64) -> [Component] {
    let spread = curve
    switch move {
    case .static: return []
    case .pushIn, .zoomIn: return [(zoom(from: 1, to: 1 + size(0.12)), spread)]
    case .pullOut, .zoomOut: return [(zoom(from: 1 + size(0.12), to: 1), spread)]
    case .crashZoom: return [(zoom(from: 1, to: 1 + size(0.6)), ease == nil ? .easeIn : spread)]
    case .dollyZoom, .parallax: return [(zoom(from: 1, to: 1 + size(0.12)), spread)]
    case .panLeft, .truckLeft: return [(.travel(x: -size(0.12), y: 0), spread)]
    case .panRight, .truckRight: return [(.travel(x: size(0.12), y: 0), spread)]
    case .tiltUp, .pedestalUp: return [(.travel(x: 0, y: -size(0.12)), spread)]
    case .tiltDown, .pedestalDown: return [(.travel(x: 0, y: size(0.12)), spread)]
    case .whipLeft: return [(.travel(x: -size(0.5), y: 0), .inOut)]
    case .whipRight: return [(.travel(x: size(0.5), y: 0), .inOut)]
    case .rollClockwise: return [(.roll(from: 0, to: degrees ?? 6), spread)]
    case .rollCounterclockwise: return [(.roll(from: 0, to: -(degrees ?? 6)), spread)]
    case .dutch: return [(.roll(from: degrees ?? 8, to: degrees ?? 8), spread)]
    case .orbitLeft: return [(.orbit(yaw: -(degrees ?? 12), pitch: 0), spread)]
    case .orbitRight: return [(.orbit(yaw: degrees ?? 12, pitch: 0), spread)]
    default: return compound(seed: seed, spread)
    }
  }

  private func compound(seed: UInt64, _ spread: Motion.Ease) -> [Component] {
    switch move {
    case .craneUp:
      return [(.travel(x: 0, y: -size(0.12)), spread), (.orbit(yaw: 0, pitch: 5), spread)]
    case .craneDown:
      return [(.travel(x: 0, y: size(0.12)), spread), (.orbit(yaw: 0, pitch: -5), spread)]
    case .follow:
      return [(.travel(x: size(0.08), y: 0), spread), tremble(0.25, hertz: 0.6, seed: seed)]
    case .handheld: return [tremble(size(0.5), hertz: 0.7, seed: seed)]
    case .shake: return [tremble(2.5 * size(0.5), hertz: 7, seed: seed)]
    case .drone:
      return [
        (zoom(from: 1, to: 1 + size(0.15)), spread), (.travel(x: 0, y: 0.05), spread),
        (.orbit(yaw: 0, pitch: 4), spread),
      ]
    case .overhead:
      return [(zoom(from: 1 + size(0.1), to: 1), spread), (.roll(from: -2, to: 2), spread)]
    case .kenBurns:
      let toRight = seed & 1 == 0 ? 1.0 : -1.0
      return [
        (zoom(from: 1, to: 1 + size(0.15)), spread),
        (.travel(x: 0.05 * toRight, y: 0.025), spread),
      ]
    case .hyperlapse:
      return [
        (zoom(from: 1, to: 1 + size(0.35)), .linear), tremble(0.3, hertz: 5, seed: seed),
      ]
    default: return []
    }
  }

  /// When it happens in a clip of `duration`: as asked, or all the way through. Sudden moves that
  /// weren't given a time come in the clip's middle and are over at once.
  fileprivate func time(
    within duration: Milliseconds
  ) -> (start: Milliseconds, end: Milliseconds) {
    guard from == nil, to == nil, let length = move.suddenLength, length < duration else {
      return (from ?? 0, to ?? duration)
    }
    let start = Milliseconds((duration.count - length.count) / 2)
    return (start, start + length)
  }

  private func size(_ usual: Double) -> Double { max(0, min(3, amount ?? usual)) }

  private var curve: Motion.Ease {
    switch ease ?? .inOut {
    case .linear: .linear
    case .easeIn: .easeIn
    case .easeOut: .easeOut
    case .inOut: .inOut
    }
  }

  private func zoom(from: Double, to: Double) -> CameraMotion.Change {
    switch at {
    case .point(let x, let y): .zoom(from: from, to: to, about: UnitPoint(x: x, y: y))
    case .face: .zoom(from: from, to: to, about: UnitPoint(x: 0.5, y: 1.0 / 3))
    case nil: .zoom(from: from, to: to, about: .center)
    }
  }

  /// At `strength` 1 a heavy hand: 1 % of the frame and 0.4°.
  private func tremble(_ strength: Double, hertz: Double, seed: UInt64) -> Component {
    (
      .tremble(
        amplitude: 0.01 * strength, roll: 0.4 * strength, frequency: hertz, seed: seed),
      .linear
    )
  }
}

extension CameraMove.Kind {
  /// How long a move takes that is over at once.
  fileprivate var suddenLength: Milliseconds? {
    switch self {
    case .whipLeft, .whipRight: 400
    case .crashZoom: 600
    default: nil
    }
  }

  /// Whether it is done by how near places are.
  fileprivate var needsDepth: Bool {
    switch self {
    case .parallax, .dollyZoom, .rackFocus, .orbitLeft, .orbitRight: true
    default: false
    }
  }

  /// What is done where the move asks for a depth that footage doesn't give.
  fileprivate var flatSubstitute: String? {
    switch self {
    case .dollyZoom: "dolly zoom needs an opaque still; the picture is pushed in instead"
    case .parallax: "parallax needs an opaque still; the picture moves flat instead"
    case .rackFocus: "rack focus needs an opaque still; the focus stays where it is"
    default: nil
    }
  }
}
