/// Why work on media was not done: what happened, and what to do.
public struct WorkshopError: Error, Hashable, Sendable, Codable, CustomStringConvertible {
  /// The kind of failure.
  public var code: Code
  /// One sentence: what happened and what to do. It never holds a path of the server's.
  public var message: String
  /// What lies beneath, for a log: the last words of the process, or another library's name of
  /// the failure. It may hold paths.
  public var cause: String?

  /// A failure of kind `code`.
  public init(_ code: Code, _ message: String, cause: String? = nil) {
    self.code = code
    self.message = message
    self.cause = cause
  }

  /// The sentence.
  public var description: String { message }

  /// Kinds of failure; more may come.
  public struct Code: RawRepresentable, Hashable, Sendable, Codable {
    /// A short stable name.
    public let rawValue: String

    /// The kind of that name.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The file is of no kind that is accepted, damaged, or larger than is read. Its message says
    /// what is accepted.
    public static let unsupportedFile = Self(rawValue: "unsupported_file")
    /// The draft can't be rendered. Its message names track and segment.
    public static let badDraft = Self(rawValue: "bad_draft")
    /// A file or a medium isn't there.
    public static let missingMedia = Self(rawValue: "missing_media")
    /// The caller's task was cancelled; nothing was left behind.
    public static let cancelled = Self(rawValue: "cancelled")
    /// The work came to a standstill, or took longer than it may, and was ended.
    public static let stalled = Self(rawValue: "stalled")
    /// The process that did the work died of the file, or gave no sensible answer.
    public static let crashed = Self(rawValue: "crashed")
    /// There is no room left on the disk.
    public static let diskFull = Self(rawValue: "disk_full")
    /// Something that the work needs isn't there: the program, a font, a right, the sandbox.
    public static let unavailable = Self(rawValue: "unavailable")
  }
}
