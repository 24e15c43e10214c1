public import Timeline

/// Why a request was not served: a code of the contract and one sentence.
///
/// The studio throws it, the server answers with it, the client reads it back.
public struct ServiceError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The contract's code.
  public var code: Code
  /// One sentence: what happened and what to do next.
  public var message: String
  /// Seconds to wait before asking again, where waiting helps.
  public var retryAfter: Int?

  /// A failure; codes that ask for patience wait 30 seconds unless told otherwise.
  public init(_ code: Code, _ message: String, retryAfter: Int? = nil) {
    self.code = code
    self.message = message
    self.retryAfter = retryAfter ?? (code == .rateLimited || code == .unavailable ? 30 : nil)
  }

  /// The sentence.
  public var description: String { message }

  /// The codes of the contract, by their numbers.
  public struct Code: RawRepresentable, Hashable, Sendable {
    /// As in `code` of a reply.
    public let rawValue: Int

    /// The code of that number.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// No failure.
    public static let success = Self(rawValue: 0)
    /// The token is unknown, revoked or expired.
    public static let badToken = Self(rawValue: 1001)
    /// There is no such session, or it is another's.
    public static let sessionNotFound = Self(rawValue: 1002)
    /// The account has too few credits.
    public static let noCredits = Self(rawValue: 2001)
    /// The file is of no kind that can be used.
    public static let unsupportedFile = Self(rawValue: 4001)
    /// The file is larger than the plan allows.
    public static let fileTooLarge = Self(rawValue: 4002)
    /// The request is malformed.
    public static let badRequest = Self(rawValue: 400)
    /// The plan does not allow exports, or the attribution headers are missing.
    public static let exportBlocked = Self(rawValue: 402)
    /// There is no such thing.
    public static let notFound = Self(rawValue: 404)
    /// The address is there, the method is not.
    public static let methodNotAllowed = Self(rawValue: 405)
    /// The same name stands for something else already.
    public static let conflict = Self(rawValue: 409)
    /// The body is larger than any that is read.
    public static let bodyTooLarge = Self(rawValue: 413)
    /// The body is of a type that isn't read here.
    public static let unsupportedMediaType = Self(rawValue: 415)
    /// The draft can't be rendered.
    public static let badDraft = Self(rawValue: 422)
    /// Too many requests.
    public static let rateLimited = Self(rawValue: 429)
    /// Something failed that should not have.
    public static let internalError = Self(rawValue: 500)
    /// The server is about to stop, or too busy.
    public static let unavailable = Self(rawValue: 503)
    /// The disk is full.
    public static let diskFull = Self(rawValue: 507)

    /// The HTTP status that goes with it.
    public var httpStatus: Int {
      switch self {
      case .success: 200
      case .badToken: 401
      case .sessionNotFound: 404
      case .noCredits: 403
      case .unsupportedFile: 415
      case .fileTooLarge: 413
      default: (400...599).contains(rawValue) ? rawValue : 500
      }
    }
  }
}

extension ServiceError {
  /// The HTTP status that goes with its code.
  public var httpStatus: Int { code.httpStatus }

  /// The reply's body: `{"code":N,"message":"…","data":null}`.
  public var json: JSONValue {
    .object(["code": .integer(code.rawValue), "message": .string(message), "data": .null])
  }

  /// The failure that a reply's body tells, nil where it tells none.
  public init?(reply json: JSONValue) {
    guard case .object(let members) = json, case .integer(let number)? = members["code"],
      number != 0
    else { return nil }
    var message = "The server refused with code \(number)."
    if case .string(let sentence)? = members["message"] { message = sentence }
    self.init(Code(rawValue: number), message)
  }
}
