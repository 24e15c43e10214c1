import Accounts
import Crypto
import Foundation
import HTTPTypes
import Hummingbird
import Wire

/// Lets requests in by what they bring.
struct Gate: Sendable {
  let accounts: Accounts
  let configuration: KinoraServer.Configuration

  /// Whose token came along; nil where the route asks for none.
  /// - Throws: `ServiceError` with code 1001, or 404 where the route is not for this client.
  func admit(
    _ request: Request, to access: Route.Access, from client: ClientAddress
  ) async throws -> Identity? {
    switch access {
    case .anyone: return nil
    case .token:
      return try await accounts.identity(bearer: Self.secret(request.headers[.authorization]))
    case .administrator:
      guard client.isThisMachine, let secret = configuration.administratorSecret else {
        throw Self.nothingThere
      }
      let given = Self.secret(request.headers[.authorization])
      guard let given, Self.isEqual(given, secret) else {
        throw ServiceError(.badToken, "This is not the administrator's secret.")
      }
      return nil
    case .machine:
      guard client.isThisMachine || configuration.showsMetricsToAll else {
        throw Self.nothingThere
      }
      return nil
    }
  }

  static let nothingThere = ServiceError(
    .notFound, "There is nothing at this address; /openapi.yaml lists what there is.")

  /// The token of an `Authorization` header: what follows `Bearer`, or the password of `Basic`.
  static func secret(_ header: String?) -> String? {
    guard let header, let space = header.utf8.firstIndex(of: UInt8(ascii: " ")) else {
      return nil
    }
    let value = header[space...].trimmed
    switch header[..<space] {
    case "Bearer": return value
    case let scheme where scheme.lowercased() == "bearer": return value
    case let scheme where scheme.lowercased() == "basic":
      guard let data = Data(base64Encoded: value),
        let pair = String(validating: data, as: UTF8.self),
        let colon = pair.firstIndex(of: ":")
      else { return nil }
      return String(pair[pair.index(after: colon)...])
    default: return nil
    }
  }

  /// Compares digests, so that the time taken tells nothing.
  private static func isEqual(_ left: String, _ right: String) -> Bool {
    let key = SymmetricKey(size: .bits256)
    let code = HMAC<SHA256>.authenticationCode(for: Array(left.utf8), using: key)
    return HMAC<SHA256>.isValidAuthenticationCode(
      code, authenticating: Array(right.utf8), using: key)
  }
}
