/// Why a draft couldn't be read: one sentence that names the place and says what to write there.
public struct DraftError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What kind of failure it is.
  public var code: Code
  /// Where in the draft: `tracks[0].segments[2].sp`; empty for the draft as a whole.
  public var place: String
  /// One sentence: what happened and what to do.
  public var message: String

  /// An error at `place`.
  public init(_ code: Code, at place: String = "", _ message: String) {
    self.code = code
    self.place = place
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

    /// The bytes are no JSON.
    public static let badJSON = Self(rawValue: "bad_json")
    /// The draft is of a schema that this version doesn't read.
    public static let wrongSchema = Self(rawValue: "wrong_schema")
    /// Something that must be there isn't.
    public static let missing = Self(rawValue: "missing")
    /// A value of the wrong type.
    public static let wrongType = Self(rawValue: "wrong_type")
    /// A value of the right type that means nothing here.
    public static let badValue = Self(rawValue: "bad_value")
  }
}
