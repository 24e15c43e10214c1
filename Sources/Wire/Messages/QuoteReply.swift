public import Timeline

/// What a message would cost, as `POST /api/quote/…` answers.
public struct QuoteReply: WireMessage, Hashable {
  /// Credits that it would cost.
  public var credits: Int
  /// Credits that there are.
  public var available: Int
  /// New versions of the draft.
  public var edits: Int
  /// Stills that are set in motion.
  public var animations: Int
  /// Media that are looked at.
  public var analyses: Int
  /// Whether the answer would be a question.
  public var asks: Bool

  /// A quote.
  public init(
    credits: Int, available: Int, edits: Int, animations: Int, analyses: Int, asks: Bool
  ) {
    self.credits = credits
    self.available = available
    self.edits = edits
    self.animations = animations
    self.analyses = analyses
    self.asks = asks
  }

  /// Reads the reply's data.
  public init(json: JSONValue) throws(ServiceError) {
    let fields = try Fields(json, place: "The quote")
    credits = try fields.integer("credits") ?? 0
    available = try fields.integer("available") ?? 0
    edits = try fields.integer("edits") ?? 0
    animations = try fields.integer("animations") ?? 0
    analyses = try fields.integer("analyses") ?? 0
    asks = try fields.bool("asks") ?? false
  }

  /// The reply's data.
  public var json: JSONValue {
    .object([
      "credits": .integer(credits), "available": .integer(available), "edits": .integer(edits),
      "animations": .integer(animations), "analyses": .integer(analyses), "asks": .bool(asks),
    ])
  }
}
