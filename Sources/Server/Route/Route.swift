import HTTPTypes
import Hummingbird

/// One method of one path: who may use it, what it does, and how the document describes it.
///
/// The server and its OpenAPI document are both made from the same list of these.
struct Route: Sendable {
  /// What a request must bring.
  enum Access: Hashable, Sendable {
    /// Nothing; what it brings is not looked at.
    case anyone
    /// A token, as `Bearer` or as the password of `Basic`; its owner is ``Call/owner``.
    case token
    /// The administrator's secret, from this machine.
    case administrator
    /// To come from this machine, unless the configuration opens it.
    case machine
  }

  let method: HTTPRequest.Method
  let path: RoutePath
  let access: Access
  /// Whether it begins work; such requests are refused while the server is about to stop.
  let startsWork: Bool
  let document: RouteDocument
  let answer: @Sendable (Call) async throws -> Response
  /// What its failures carry besides the usual.
  var failureHeaders: HTTPFields = [:]

  init(
    _ method: HTTPRequest.Method, _ path: RoutePath, access: Access = .token,
    startsWork: Bool = false, _ document: RouteDocument,
    answer: @escaping @Sendable (Call) async throws -> Response
  ) {
    self.method = method
    self.path = path
    self.access = access
    self.startsWork = startsWork
    self.document = document
    self.answer = answer
  }
}
