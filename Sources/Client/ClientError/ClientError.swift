internal import Wire

/// Why a server could not be talked to, or a file not be sent or kept. What a server refuses is
/// a `ServiceError`.
public struct ClientError: Error, Sendable, CustomStringConvertible {
  /// What kind of failure it is.
  public var code: Code
  /// One sentence: what happened and what to do.
  public var message: String
  /// What lies beneath.
  public var cause: (any Error)?

  /// A failure.
  public init(_ code: Code, _ message: String, cause: (any Error)? = nil) {
    self.code = code
    self.message = message
    self.cause = cause
  }

  /// The sentence.
  public var description: String { message }

  /// Kinds of failure; more may come.
  public struct Code: RawRepresentable, Hashable, Sendable {
    /// A short stable name.
    public let rawValue: String

    /// The kind of that name.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Nobody answers at the server's address.
    public static let unreachable = Self(rawValue: "unreachable")
    /// The connection ended after the request was sent.
    public static let dropped = Self(rawValue: "dropped")
    /// The server is about to stop, or a proxy before it finds nobody.
    public static let unavailable = Self(rawValue: "unavailable")
    /// Nothing came for too long.
    public static let timedOut = Self(rawValue: "timed_out")
    /// What came is not what the contract says.
    public static let badReply = Self(rawValue: "bad_reply")
    /// A file can't be read.
    public static let unreadable = Self(rawValue: "unreadable")
    /// A file can't be written.
    public static let unwritable = Self(rawValue: "unwritable")
    /// A setting is wrong.
    public static let badSetting = Self(rawValue: "bad_setting")
    /// The film could not be made.
    public static let exportFailed = Self(rawValue: "export_failed")
  }
}

extension ClientError {
  /// Whether asking again later may help: a line that was cut, or a server that comes back.
  static func isPassing(_ error: any Error) -> Bool {
    switch error {
    case let error as ClientError:
      [.unreachable, .dropped, .timedOut, .unavailable].contains(error.code)
    case let error as ServiceError: error.code == .unavailable
    default: false
    }
  }
}
