public import Timeline

/// A request or reply of the contract, written as JSON and read back from it.
public protocol WireMessage: Sendable {
  /// Reads the message.
  /// - Throws: `ServiceError` with code 400, naming the field.
  init(json: JSONValue) throws(ServiceError)
  /// As it is sent.
  var json: JSONValue { get }
}
