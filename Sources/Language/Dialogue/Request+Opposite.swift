import Timeline

extension Request {
  /// The same the other way; nil where there is no other way.
  var opposite: Request? {
    switch self {
    case .camera(var camera):
      guard let move = camera.move.opposite else { return nil }
      camera.move = move
      return .camera(camera)
    case .transition(var transition):
      guard let kind = transition.kind.opposite else { return nil }
      transition.kind = kind
      return .transition(transition)
    case .playback(let target, .reverse): return .playback(target, .normal)
    case .playback(let target, .normal): return .playback(target, .reverse)
    default: return nil
    }
  }
}

extension CameraMove.Kind {
  /// The move the other way.
  fileprivate var opposite: CameraMove.Kind? {
    let pairs: [(CameraMove.Kind, CameraMove.Kind)] = [
      (.pushIn, .pullOut), (.zoomIn, .zoomOut), (.panLeft, .panRight), (.tiltUp, .tiltDown),
      (.truckLeft, .truckRight), (.pedestalUp, .pedestalDown), (.craneUp, .craneDown),
      (.rollClockwise, .rollCounterclockwise), (.orbitLeft, .orbitRight),
      (.whipLeft, .whipRight),
    ]
    for (first, second) in pairs {
      if self == first { return second }
      if self == second { return first }
    }
    return nil
  }
}

extension Transition.Kind {
  /// The passage the other way.
  fileprivate var opposite: Transition.Kind? {
    switch self {
    case .wipeLeft: .wipeRight
    case .wipeRight: .wipeLeft
    case .wipeUp: .wipeDown
    case .wipeDown: .wipeUp
    case .slideLeft: .slideRight
    case .slideRight: .slideLeft
    case .slideUp: .slideDown
    case .slideDown: .slideUp
    case .dipBlack: .dipWhite
    case .dipWhite: .dipBlack
    case .cut, .dissolve: nil
    }
  }
}
