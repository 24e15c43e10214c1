/// One component of a camera path: a change, when it happens, and how its speed is spread.
///
/// Before it begins a change stands at its start, afterwards at its end.
public struct CameraMotion: Hashable, Sendable {
  /// What changes.
  public var change: Change
  /// How speed is spread.
  public var ease: Ease
  /// When, as shares of the shot.
  public var span: ClosedRange<Double>
  /// Whether a zoom goes to the subject, once it is known where that is.
  public var isAimedAtSubject: Bool

  /// A change over `span` of the shot.
  public init(
    _ change: Change, ease: Ease = .inOut, span: ClosedRange<Double> = 0...1,
    isAimedAtSubject: Bool = false
  ) {
    precondition(span.lowerBound < span.upperBound, "a move takes some time")
    self.change = change
    self.ease = ease
    self.span = span
    self.isAimedAtSubject = isAimedAtSubject
  }

  /// What a camera can do to a flat picture.
  public enum Change: Hashable, Sendable {
    /// The scale goes from one value to another, evenly to the eye (exponentially), while the
    /// point `about` (0…1 of the frame) stays where it is on the screen.
    case zoom(from: Double, to: Double, about: UnitPoint)
    /// The view travels by these shares of the frame, right and down positive, half of it
    /// before the middle of the picture and half after.
    case travel(x: Double, y: Double)
    /// The camera turns about its axis, clockwise positive, in degrees.
    case roll(from: Double, to: Double)
    /// The camera circles the picture, right and up positive, in degrees in all, half of it
    /// before and half after the frontal view.
    case orbit(yaw: Double, pitch: Double)
    /// The camera slides by these shares of the frame, right and down positive, half of it before
    /// and half after, always aimed at the plane of disparity ½, which stays where it is.
    case slide(x: Double, y: Double)
    /// The camera goes ahead while the lens widens, so that the plane of disparity ½ keeps its
    /// size; `scale` is the change of scale that going ahead alone would make.
    case dolly(scale: Double)
    /// The focus goes from one disparity to another, the lens opened as in
    /// ``CameraPose/Focus/aperture``.
    case rackFocus(from: Double, to: Double, aperture: Double)
    /// The camera trembles: `amplitude` in shares of the frame's width, `roll` in degrees,
    /// `frequency` in hertz.
    case tremble(amplitude: Double, roll: Double, frequency: Double, seed: UInt64)
  }
}

/// A place in the frame, 0…1 from the left and from the top.
public struct UnitPoint: Hashable, Sendable {
  /// From the left.
  public var x: Double
  /// From the top.
  public var y: Double

  /// A place, kept within the frame.
  public init(x: Double, y: Double) {
    self.x = max(0, min(1, x))
    self.y = max(0, min(1, y))
  }

  /// The middle.
  public static let center = UnitPoint(x: 0.5, y: 0.5)
}
