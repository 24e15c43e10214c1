/// Why an edit doesn't fit a draft: one sentence that says what to do instead.
public struct EditError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What kind of failure it is.
  public var code: Code
  /// The track or segment it is about, by id; nil where it is about the whole draft.
  public var subject: String?
  /// One sentence: what happened and what to do.
  public var message: String

  /// An error about `subject`.
  public init(_ code: Code, about subject: String? = nil, _ message: String) {
    self.code = code
    self.subject = subject
    self.message = message
  }

  /// The message.
  public var description: String { message }

  /// Kinds of failure; more may come.
  public struct Code: RawRepresentable, Hashable, Sendable {
    /// A short stable name.
    public var rawValue: String

    /// The kind of that name.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// No track has that id.
    public static let unknownTrack = Self(rawValue: "unknown_track")
    /// No segment has that id.
    public static let unknownSegment = Self(rawValue: "unknown_segment")
    /// Something of that id is already there.
    public static let duplicateID = Self(rawValue: "duplicate_id")
    /// A value that no draft can hold.
    public static let badValue = Self(rawValue: "bad_value")
    /// The source, the track or the neighbours leave no room for it.
    public static let noRoom = Self(rawValue: "no_room")
    /// It makes no sense for this kind of track or segment.
    public static let notApplicable = Self(rawValue: "not_applicable")
    /// No version has that number.
    public static let unknownVersion = Self(rawValue: "unknown_version")
  }
}
