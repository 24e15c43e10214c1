public import MediaTime

/// A segment's `m`: how it looks, moves and sounds. Everything is optional.
public struct SegmentStyle: Hashable, Sendable {
  /// What people call it: "city timelapse".
  public var name: String?
  /// Camera moves over the segment; moves without `from` and `to` act together.
  public var motion: [CameraMove]
  /// How the source is played.
  public var playback: Playback?
  /// How the source fills the frame.
  public var fit: Fit?
  /// The passage into the next segment of the track.
  public var transition: Transition?
  /// How text is drawn; nil on media.
  public var text: TextStyle?
  /// Length of the fade from silence; for media on a video track of picture and sound, see
  /// ``fadesSoundOnly(at:)``.
  public var fadeIn: Milliseconds?
  /// Length of the fade to silence, likewise.
  public var fadeOut: Milliseconds?
  /// Whether it gives way to speech.
  public var duck: Bool?
  /// Everything else under `m` (`look`, `atmosphere`, …): kept and passed through.
  public var unknown: [String: JSONValue]

  /// A style; what is left out keeps the renderer's default.
  public init(
    name: String? = nil, motion: [CameraMove] = [], playback: Playback? = nil, fit: Fit? = nil,
    transition: Transition? = nil, text: TextStyle? = nil, fadeIn: Milliseconds? = nil,
    fadeOut: Milliseconds? = nil, duck: Bool? = nil, unknown: [String: JSONValue] = [:]
  ) {
    self.name = name
    self.motion = motion
    self.playback = playback
    self.fit = fit
    self.transition = transition
    self.text = text
    self.fadeIn = fadeIn
    self.fadeOut = fadeOut
    self.duck = duck
    self.unknown = unknown
  }
}

/// How a source is played.
public enum Playback: String, Hashable, Sendable, Codable, CaseIterable {
  case normal, reverse, loop, boomerang, freeze
}

/// How a source of another shape fills the frame.
public enum Fit: String, Hashable, Sendable, Codable, CaseIterable {
  /// Covers the frame; what stands over is cut off evenly. The default.
  case fill
  /// Wholly visible, over the canvas's background.
  case fit
  /// Wholly visible, over a blurred copy of itself that covers the frame.
  case blurPad = "blur_pad"
  /// At its own size, centred; what stands over is cut off.
  case crop
}

/// The passage from one segment into the next.
public struct Transition: Hashable, Sendable {
  /// Its kind.
  public var kind: Kind
  /// How long both are on screen; 0 for a cut.
  public var duration: Milliseconds

  /// A transition of `kind` lasting `duration`.
  public init(kind: Kind, duration: Milliseconds) {
    self.kind = kind
    self.duration = duration
  }

  /// Kinds of transition, by their names in a draft.
  public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    case cut, dissolve
    case wipeLeft = "wipe_left"
    case wipeRight = "wipe_right"
    case wipeUp = "wipe_up"
    case wipeDown = "wipe_down"
    case slideLeft = "slide_left"
    case slideRight = "slide_right"
    case slideUp = "slide_up"
    case slideDown = "slide_down"
    case dipBlack = "dip_black"
    case dipWhite = "dip_white"
  }
}
