internal import Libav

/// Why a draft could not be rendered: what happened, and what to do.
public struct RenderError: Error, Sendable, CustomStringConvertible {
  /// What kind of failure it is; more may be added.
  public struct Code: Hashable, Sendable {
    let name: String

    /// The draft breaks a rule of its own.
    public static let invalidDraft = Code(name: "invalid draft")
    /// A medium that the draft names is not there.
    public static let missingMedia = Code(name: "missing media")
    /// A medium is there and can't be read.
    public static let unreadableMedia = Code(name: "unreadable media")
    /// The film can't be written where it should go.
    public static let unwritable = Code(name: "unwritable")
    /// The disk is full.
    public static let diskFull = Code(name: "disk full")
    /// The caller stopped the work.
    public static let cancelled = Code(name: "cancelled")
    /// No font can draw the text.
    public static let noFont = Code(name: "no font")
    /// Something that rendering needs isn't installed, or there is no memory for it.
    public static let unavailable = Code(name: "unavailable")
  }

  /// The kind of failure.
  public var code: Code
  /// One sentence: what happened and what to do.
  public var message: String
  /// What lies beneath, where another library failed.
  public var cause: (any Error)?

  /// A failure of kind `code`.
  public init(_ code: Code, _ message: String, cause: (any Error)? = nil) {
    self.code = code
    self.message = message
    self.cause = cause
  }

  /// The sentence.
  public var description: String { message }
}

extension RenderError {
  /// A failure of a library below, under the code that fits it.
  init(wrapping error: any Error) {
    switch error {
    case let error as RenderError: self = error
    case let error as MediaError:
      self.init(Self.code(for: error.code), error.message, cause: error)
    default: self.init(.unavailable, "\(error)", cause: error)
    }
  }

  private static func code(for code: MediaError.Code) -> Code {
    switch code {
    case .diskFull: .diskFull
    case .writeFailed, .permissionDenied: .unwritable
    case .unavailable: .unavailable
    default: .unreadableMedia
    }
  }
}
