public import Timeline

/// The frame around every reply of the contract.
public enum Envelope {
  /// `{"code":0,"data":…}`.
  public static func success(_ data: JSONValue) -> JSONValue {
    .object(["code": .integer(0), "data": data])
  }

  /// What a reply carries.
  /// - Throws: `ServiceError` where the reply tells a failure or isn't a reply of the contract.
  public static func data(of reply: JSONValue) throws(ServiceError) -> JSONValue {
    if let failure = ServiceError(reply: reply) { throw failure }
    guard case .object(let members) = reply, let data = members["data"] else {
      throw ServiceError(.internalError, "The server's reply has no \"data\".")
    }
    return data
  }
}
