import Accounts
import HTTPTypes
import Hummingbird
import NIOCore
import Records
import Timeline
import Wire

extension ServiceError {
  /// The failure that a client is told of where `error` was thrown. What it can't know stays here.
  init(telling error: any Error) {
    switch error {
    case let error as ServiceError: self = error
    case let error as StorageError: self.init(storage: error)
    case let error as DraftError: self.init(.badDraft, error.message)
    case let error as HTTPError: self.init(http: error)
    case is NIOTooManyBytesError:
      self.init(.bodyTooLarge, "The body is larger than any that is read here.")
    case is CancellationError:
      self.init(.unavailable, "The server is about to stop; ask again in a moment.")
    default:
      self.init(.internalError, "Something failed here that should not have; ask again.")
    }
  }

  private init(http error: HTTPError) {
    let status = error.status
    let code = (400...599).contains(status.code) ? status.code : 500
    self.init(Code(rawValue: code), error.body ?? "\(status.reasonPhrase).")
  }

  /// Whether someone who runs the server should know of it.
  var isOurFault: Bool { httpStatus >= 500 && code != .unavailable }

  /// The reply that tells it.
  var response: Response {
    var response = Response.json(json, status: HTTPResponse.Status(code: httpStatus))
    if let retryAfter { response.headers[.retryAfter] = String(retryAfter) }
    if code == .badToken { response.headers[.wwwAuthenticate] = "Bearer" }
    return response
  }
}
