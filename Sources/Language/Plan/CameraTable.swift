import Timeline

/// How large moves are where a word says so.
enum CameraTable {
  /// The change of scale of zooms and dollies.
  static func scale(_ strength: CameraRequest.Strength?) -> Double {
    switch strength {
    case nil: 0.12
    case .slight: 0.06
    case .slow: 0.10
    case .fast: 0.25
    case .strong: 0.30
    }
  }

  /// A factor for moves whose usual size is another.
  private static func factor(_ strength: CameraRequest.Strength?) -> Double {
    switch strength {
    case nil: 1
    case .slight: 0.5
    case .slow: 0.8
    case .fast: 1.5
    case .strong: 2
    }
  }

  static func rounded(_ value: Double) -> Double { (value * 1e4).rounded() / 1e4 }

  /// The move of a draft that a request means.
  static func move(_ wish: CameraRequest, scale factor: Double) -> CameraMove {
    var move = CameraMove(wish.move, ease: wish.ease)
    switch wish.focus {
    case nil: break
    case .face: move.at = .face
    case .place(let place): move.at = point(place)
    case .point(let x, let y): move.at = .point(x: x, y: y)
    }
    if let degrees = wish.degrees {
      move.degrees = degrees
      move.amount = wish.amount
    } else if let amount = wish.amount {
      move.amount = amount
    } else {
      (move.amount, move.degrees) = size(of: wish.move, wish.strength)
    }
    move.amount = move.amount.map { rounded(min($0 * factor, 3)) }
    move.degrees = move.degrees.map { rounded(min($0 * factor, 360)) }
    return move
  }

  /// The centre of a field, a quarter of the frame from its middle.
  static func point(_ place: Place) -> CameraMove.Focus {
    let (x, y) = place.coordinates
    return .point(x: 0.5 + 0.25 * Double(x), y: 0.5 + 0.25 * Double(y))
  }

  private static func size(
    of move: CameraMove.Kind, _ strength: CameraRequest.Strength?
  ) -> (amount: Double?, degrees: Double?) {
    let factor = factor(strength)
    switch move {
    case .static, .rackFocus: return (nil, nil)
    case .crashZoom: return (rounded(0.6 * factor), nil)
    case .whipLeft, .whipRight: return (0.5, nil)
    case .rollClockwise, .rollCounterclockwise: return (nil, rounded(6 * factor))
    case .dutch: return (nil, rounded(8 * factor))
    case .orbitLeft, .orbitRight: return (nil, rounded(12 * factor))
    case .handheld, .shake: return (rounded(0.5 * factor), nil)
    case .follow: return (rounded(0.08 * factor), nil)
    case .drone, .kenBurns: return (rounded(0.15 * factor), nil)
    case .overhead: return (rounded(0.1 * factor), nil)
    case .hyperlapse: return (rounded(0.35 * factor), nil)
    case .pushIn, .pullOut, .zoomIn, .zoomOut, .dollyZoom, .parallax: return (scale(strength), nil)
    case .panLeft, .panRight, .tiltUp, .tiltDown, .truckLeft, .truckRight, .pedestalUp,
      .pedestalDown, .craneUp, .craneDown:
      return (min(scale(strength), 0.25), nil)
    }
  }
}
