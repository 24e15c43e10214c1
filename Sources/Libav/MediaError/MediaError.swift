/// What went wrong with a media file, in one sentence that a person can act on.
public struct MediaError: Error, Hashable, Sendable {
  /// The kind of failure, for programs.
  public let code: Code
  /// One sentence: what happened and what to do.
  public let message: String
  /// What the library below said, where it said anything.
  public let cause: String?

  /// A failure of kind `code`.
  public init(_ code: Code, _ message: String, cause: String? = nil) {
    self.code = code
    self.message = message
    self.cause = cause
  }

  /// A kind of failure; later versions may add kinds.
  public struct Code: RawRepresentable, Hashable, Sendable {
    /// The kind's name, as it appears in logs.
    public let rawValue: String

    /// The kind named `rawValue`.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// There is no file of that name.
    public static let notFound = Code(rawValue: "not_found")
    /// The name is that of a folder, a device or a pipe.
    public static let notAFile = Code(rawValue: "not_a_file")
    /// The file may not be read, or the folder may not be written to.
    public static let permissionDenied = Code(rawValue: "permission_denied")
    /// The file holds nothing.
    public static let empty = Code(rawValue: "empty")
    /// The file ends before the part that tells how to play it.
    public static let truncated = Code(rawValue: "truncated")
    /// The file's contents are locked by a key.
    public static let encrypted = Code(rawValue: "encrypted")
    /// The file is not of a kind that is read here.
    public static let unsupportedFormat = Code(rawValue: "unsupported_format")
    /// The file is coded in a way that is not read here.
    public static let unsupportedCodec = Code(rawValue: "unsupported_codec")
    /// The file is larger, longer or more than the limits allow.
    public static let limitExceeded = Code(rawValue: "limit_exceeded")
    /// The file is damaged beyond use.
    public static let corrupt = Code(rawValue: "corrupt")
    /// The file has no picture in it.
    public static let noVideo = Code(rawValue: "no_video")
    /// The file has no sound in it.
    public static let noAudio = Code(rawValue: "no_audio")
    /// There is no room left on the disk.
    public static let diskFull = Code(rawValue: "disk_full")
    /// A file could not be written.
    public static let writeFailed = Code(rawValue: "write_failed")
    /// The media libraries installed here lack something, or memory ran out.
    public static let unavailable = Code(rawValue: "unavailable")
  }
}

extension MediaError: CustomStringConvertible {
  /// The sentence, and the cause in brackets.
  public var description: String {
    guard let cause else { return message }
    return "\(message) (\(cause))"
  }
}
