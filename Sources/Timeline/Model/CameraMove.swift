public import MediaTime

/// One move of the camera over a segment.
public struct CameraMove: Hashable, Sendable {
  /// Which move.
  public var move: Kind
  /// Of zooms and dollies the change of scale over the move (0.15: 1.00 → 1.15); of pans, tilts,
  /// trucks and pedestals the share of the frame travelled. Nil takes the move's default.
  public var amount: Double?
  /// Of rolls, dutch angles and orbits, instead of `amount`.
  public var degrees: Double?
  /// How speed is spread over the move; `inOut` where nothing is said.
  public var ease: Ease?
  /// What the move looks at.
  public var at: Focus?
  /// When it begins, counted from the segment's start; nil for the start.
  public var from: Milliseconds?
  /// When it ends, counted from the segment's start; nil for the segment's end.
  public var to: Milliseconds?

  /// A move.
  public init(
    _ move: Kind, amount: Double? = nil, degrees: Double? = nil, ease: Ease? = nil,
    at: Focus? = nil, from: Milliseconds? = nil, to: Milliseconds? = nil
  ) {
    self.move = move
    self.amount = amount
    self.degrees = degrees
    self.ease = ease
    self.at = at
    self.from = from
    self.to = to
  }

  /// How speed is spread over a move.
  public enum Ease: String, Hashable, Sendable, Codable, CaseIterable {
    case linear
    case easeIn = "in"
    case easeOut = "out"
    case inOut = "in_out"
  }

  /// What a move looks at.
  public enum Focus: Hashable, Sendable {
    /// A place in the frame, 0 to 1 from the left and from the top.
    case point(x: Double, y: Double)
    /// The most prominent face.
    case face
  }

  /// Moves, by their names in a draft.
  public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    case `static`
    case pushIn = "push_in"
    case pullOut = "pull_out"
    case zoomIn = "zoom_in"
    case zoomOut = "zoom_out"
    case crashZoom = "crash_zoom"
    case panLeft = "pan_left"
    case panRight = "pan_right"
    case tiltUp = "tilt_up"
    case tiltDown = "tilt_down"
    case truckLeft = "truck_left"
    case truckRight = "truck_right"
    case pedestalUp = "pedestal_up"
    case pedestalDown = "pedestal_down"
    case craneUp = "crane_up"
    case craneDown = "crane_down"
    case rollClockwise = "roll_cw"
    case rollCounterclockwise = "roll_ccw"
    case dutch
    case orbitLeft = "orbit_left"
    case orbitRight = "orbit_right"
    case follow
    case whipLeft = "whip_left"
    case whipRight = "whip_right"
    case dollyZoom = "dolly_zoom"
    case handheld, shake, drone, overhead
    case rackFocus = "rack_focus"
    case parallax
    case kenBurns = "ken_burns"
    case hyperlapse
  }
}
