public import Timeline

/// What `GET /api/credits/balance/simple` answers; `total` is available and frozen together.
public struct CreditBalance: WireMessage, Hashable {
  /// Credits that can be spent.
  public var available: Int
  /// Credits held by work that has not ended.
  public var frozen: Int

  /// A balance.
  public init(available: Int, frozen: Int) {
    self.available = available
    self.frozen = frozen
  }

  /// Reads a reply's data.
  public init(json: JSONValue) throws(ServiceError) {
    let fields = try Fields(json, place: "The balance")
    available = try fields.integer("available") ?? 0
    frozen = try fields.integer("frozen") ?? 0
  }

  /// The reply's data.
  public var json: JSONValue {
    .object([
      "available": .integer(available), "frozen": .integer(frozen),
      "total": .integer(available + frozen),
    ])
  }
}
