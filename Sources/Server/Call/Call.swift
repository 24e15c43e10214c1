import Accounts
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import Wire

/// One request that has found its route.
struct Call: Sendable {
  let request: Request
  let parameters: PathParameters
  /// Whose token came along; nil on routes that ask for none.
  let identity: Identity?
  let client: ClientAddress
  let channel: any Channel
  let configuration: KinoraServer.Configuration
  let logger: Logger

  /// Whose token came along.
  /// - Precondition: the route's access is `token`.
  var owner: Identity {
    guard let identity else { preconditionFailure("this route asks for no token") }
    return identity
  }

  /// The parameter of the path by that name, its percent-encoding undone.
  /// - Precondition: the route's path has it.
  func parameter(_ name: String) -> String {
    guard let value = parameters[name] else { preconditionFailure("the path has no {\(name)}") }
    return value
  }

  /// The value of a header, trimmed; nil where it is missing or empty.
  func header(_ name: HTTPField.Name) -> String? {
    guard let value = request.headers[name]?.trimmed, !value.isEmpty else { return nil }
    return value
  }

  /// The value in the query by that name, its percent-encoding undone; nil where there is
  /// none.
  /// - Throws: `ServiceError` with code 400 where the encoding is broken or it is there twice.
  func query(_ name: String) throws(ServiceError) -> String? {
    guard let query = request.uri.query else { return nil }
    var found: String?
    for pair in query.split(separator: "&") {
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard try Self.decoded(parts[0]) == name else { continue }
      guard found == nil else {
        throw ServiceError(.badRequest, "\"\(name)\" is in the address twice; write it once.")
      }
      found = parts.count > 1 ? try Self.decoded(parts[1]) : ""
    }
    return found
  }

  /// The largest whole number that JSON carries everywhere.
  static let largestNumber = 1 << 53

  /// A whole number in the query, from 0 to ``largestNumber``; nil where there is none.
  func queryNumber(_ name: String) throws(ServiceError) -> Int? {
    guard let text = try query(name) else { return nil }
    guard let number = Int(text), (0...Self.largestNumber).contains(number) else {
      throw ServiceError(
        .badRequest, "\"\(name)\" in the address must be a whole number from 0 to 2^53.")
    }
    return number
  }

  private static func decoded(_ text: Substring) throws(ServiceError) -> String {
    let spaced = text.contains("+") ? text.replacing("+", with: " ")[...] : text
    guard let decoded = PercentEncoding.decode(spaced) else {
      throw ServiceError(
        .badRequest, "The address is badly encoded; write each byte as % and two digits.")
    }
    return decoded
  }
}
