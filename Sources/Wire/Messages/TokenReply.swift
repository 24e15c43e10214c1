public import Timeline

/// A token, as `POST /api/auth/anonymous-token` and the sign-in give it. It is told once.
public struct TokenReply: WireMessage, Hashable {
  /// `nmv_usr_…`, to be sent as `Authorization: Bearer`.
  public var token: String
  /// Whose it is: `anon_…` or `user_…`.
  public var userID: String
  /// When it ends, ISO 8601 in UTC.
  public var expiresAt: String
  /// Credits that can be spent.
  public var credits: Int

  /// A token.
  public init(token: String, userID: String, expiresAt: String, credits: Int) {
    self.token = token
    self.userID = userID
    self.expiresAt = expiresAt
    self.credits = credits
  }

  /// Reads a reply's data.
  public init(json: JSONValue) throws(ServiceError) {
    let fields = try Fields(json, place: "The token")
    token = try fields.requiredString("token")
    userID = try fields.string("user_id") ?? ""
    expiresAt = try fields.string("expires_at") ?? ""
    credits = try fields.integer("credits") ?? 0
  }

  /// The reply's data.
  public var json: JSONValue {
    .object([
      "token": .string(token), "user_id": .string(userID), "expires_at": .string(expiresAt),
      "credits": .integer(credits),
    ])
  }
}
