/// Something in a draft that keeps it from being a film, or that a renderer would ignore.
public struct DraftProblem: Hashable, Sendable, CustomStringConvertible {
  /// What kind of problem it is.
  public var code: Code
  /// Whether the draft can still be rendered.
  public var severity: Severity
  /// The track it is on, by id; nil where it is about the whole draft.
  public var track: String?
  /// The segment it is about, by id.
  public var segment: String?
  /// One sentence that names track and segment, what is wrong, and what to do.
  public var message: String

  /// The message.
  public var description: String { message }

  /// How much a problem matters.
  public enum Severity: String, Hashable, Sendable, Codable {
    /// The draft can't be rendered.
    case error
    /// It can; something in it has no effect.
    case warning
  }

  /// Kinds of problem; more may come.
  public struct Code: RawRepresentable, Hashable, Sendable {
    /// A short stable name.
    public var rawValue: String

    /// The kind of that name.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// No track has a segment.
    public static let nothingToShow = Self(rawValue: "nothing_to_show")
    /// A size, rate or background that can't be drawn.
    public static let badCanvas = Self(rawValue: "bad_canvas")
    /// Two tracks or two segments of one id, or one without.
    public static let badID = Self(rawValue: "bad_id")
    /// A negative, empty or far too long time.
    public static let badTime = Self(rawValue: "bad_time")
    /// A speed or volume out of bounds.
    public static let badValue = Self(rawValue: "bad_value")
    /// A colour that isn't `#RRGGBB`.
    public static let badColor = Self(rawValue: "bad_color")
    /// A medium that isn't there.
    public static let unknownMedia = Self(rawValue: "unknown_media")
    /// A medium on a track that can't carry it.
    public static let wrongMedia = Self(rawValue: "wrong_media")
    /// A segment with nothing to show or say.
    public static let noContent = Self(rawValue: "no_content")
    /// A source on a text track, or words elsewhere.
    public static let wrongTrack = Self(rawValue: "wrong_track")
    /// A segment that starts before the one in front of it.
    public static let outOfOrder = Self(rawValue: "out_of_order")
    /// Two segments that overlap without a transition that says so.
    public static let overlap = Self(rawValue: "overlap")
    /// A transition that its neighbours don't fit.
    public static let badTransition = Self(rawValue: "bad_transition")
    /// A camera move that ends before it begins.
    public static let badMove = Self(rawValue: "bad_move")
    /// A segment that uses more than its source has.
    public static let pastSource = Self(rawValue: "past_source")
    /// A length that its segments don't give.
    public static let wrongDuration = Self(rawValue: "wrong_duration")
  }
}
