public import MediaTime

/// A film in the making: tracks of segments over one canvas.
///
/// A draft is a value. It names media by id and holds no pixels; drawing it is `Render`'s work.
/// Later tracks lie above earlier ones.
public struct Draft: Hashable, Sendable {
  /// The schema this library reads and writes.
  public static let schema = "Draft.1"

  /// Length of the film: the latest end of any segment once `normalized()`.
  public var duration: Milliseconds
  /// Title, size, rate and background.
  public var canvas: Canvas
  /// From the lowest to the highest.
  public var tracks: [Track]
  /// Keys under `m` that this version does not know; kept and passed through.
  public var unknown: [String: JSONValue]

  /// A draft of the given tracks.
  public init(
    duration: Milliseconds = 0, canvas: Canvas = Canvas(), tracks: [Track] = [],
    unknown: [String: JSONValue] = [:]
  ) {
    self.duration = duration
    self.canvas = canvas
    self.tracks = tracks
    self.unknown = unknown
  }
}

/// The frame that everything is drawn on.
public struct Canvas: Hashable, Sendable {
  /// The film's title, where it has one.
  public var title: String?
  /// Width in pixels, even.
  public var width: Int
  /// Height in pixels, even.
  public var height: Int
  /// Frames a second, 1 to 120.
  public var framesPerSecond: Int
  /// What shows where no segment does, `#RRGGBB`.
  public var background: String

  /// A canvas; 1920 × 1080 at 30 frames a second over black where nothing else is said.
  public init(
    title: String? = nil, width: Int = 1920, height: Int = 1080, framesPerSecond: Int = 30,
    background: String = "#000000"
  ) {
    self.title = title
    self.width = width
    self.height = height
    self.framesPerSecond = framesPerSecond
    self.background = background
  }
}

/// What a track carries; the raw value is the draft's `tt`.
public enum TrackKind: Int, Hashable, Sendable, Codable {
  /// Pictures and footage.
  case video = 0
  /// Sound alone.
  case audio = 1
  /// Words drawn over the picture.
  case text = 7
}

/// Segments of one kind, in order.
public struct Track: Hashable, Sendable {
  /// Unique in the draft.
  public var id: String
  /// What it carries.
  public var kind: TrackKind
  /// Its name for people: "Video", "BGM", "Title".
  public var name: String?
  /// In order of `start`.
  public var segments: [Segment]
  /// Keys under `m` that this version does not know.
  public var unknown: [String: JSONValue]

  /// A track.
  public init(
    id: String, kind: TrackKind, name: String? = nil, segments: [Segment] = [],
    unknown: [String: JSONValue] = [:]
  ) {
    self.id = id
    self.kind = kind
    self.name = name
    self.segments = segments
    self.unknown = unknown
  }
}

/// A stretch of one medium, or of text, on a track.
public struct Segment: Hashable, Sendable {
  /// Unique in the draft.
  public var id: String
  /// The medium it shows or plays, by id; nil for text.
  public var source: String?
  /// The words it draws; nil for media.
  public var text: String?
  /// Where it begins on the timeline.
  public var start: Milliseconds
  /// Where it begins in its source.
  public var inPoint: Milliseconds
  /// How long it lasts on the timeline; it uses `duration × speed` of its source.
  public var duration: Milliseconds
  /// Source time over timeline time: 2 is twice as fast.
  public var speed: Double
  /// Gain of its sound, 0 to 2; 1 leaves it as it is.
  public var volume: Double
  /// How it looks, moves and sounds.
  public var style: SegmentStyle

  /// A segment.
  public init(
    id: String, source: String? = nil, text: String? = nil, start: Milliseconds = 0,
    inPoint: Milliseconds = 0, duration: Milliseconds, speed: Double = 1, volume: Double = 1,
    style: SegmentStyle = SegmentStyle()
  ) {
    self.id = id
    self.source = source
    self.text = text
    self.start = start
    self.inPoint = inPoint
    self.duration = duration
    self.speed = speed
    self.volume = volume
    self.style = style
  }

  /// The first moment after it.
  public var end: Milliseconds { start + duration }
}
