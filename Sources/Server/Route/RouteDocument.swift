import Timeline

/// What the OpenAPI document says about a route, beyond what the route says itself.
struct RouteDocument: Sendable {
  /// The operation's id, unique.
  var name: String
  /// One line for people.
  var summary: String
  /// The part of the API that it belongs to.
  var tag: Tag
  /// Parameters in the query and in headers; those of the path follow from the path.
  var parameters: [Parameter] = []
  /// What is sent along; nil where nothing is.
  var body: Body?
  /// What it answers where all is well.
  var replies: [Reply]
  /// HTTP statuses of failures, beyond those that follow from access, body and path.
  var failures: [Int] = []
  /// Whether a failure is a page instead of the contract's envelope.
  var failsAsPage = false

  /// Parts of the API.
  enum Tag: String, CaseIterable, Sendable {
    case accounts, sessions, messages, editing, uploads, exports, media, kit, pages, service
  }

  /// A parameter outside the path.
  struct Parameter: Sendable {
    enum Place: String, Sendable { case query, header, cookie }
    var name: String
    var place: Place
    var isRequired = false
    var summary: String
    /// A JSON schema.
    var schema: JSONValue
  }

  /// What a request carries.
  struct Body: Sendable {
    /// Media types, each with a JSON schema.
    var content: [String: JSONValue]
    var isRequired = true
    var examples: [String: JSONValue] = [:]
  }

  /// What a route answers.
  struct Reply: Sendable {
    var status: Int
    var summary: String
    /// Media types, each with a JSON schema; empty for no body.
    var content: [String: JSONValue] = [:]
    /// Headers by name, with what they say.
    var headers: [String: String] = [:]
    /// Operations that can follow: which, and its parameters as runtime expressions.
    var links: [Link] = []
  }

  /// An operation that can follow.
  struct Link: Sendable {
    var operation: String
    var parameters: [String: String] = [:]
    var body: JSONValue?
  }
}

extension RouteDocument.Body {
  /// JSON of the component schema of that name.
  static func json(
    _ schema: String, isRequired: Bool = true, example: JSONValue? = nil
  ) -> Self {
    var examples: [String: JSONValue] = [:]
    if let example { examples["application/json"] = example }
    return Self(
      content: ["application/json": .reference(schema)], isRequired: isRequired,
      examples: examples)
  }
}

extension RouteDocument.Reply {
  /// `{"code":0,"data":…}` with the component schema of that name.
  static func data(
    _ schema: String, status: Int = 200, _ summary: String = "Success.",
    links: [RouteDocument.Link] = []
  ) -> Self {
    Self(
      status: status, summary: summary,
      content: ["application/json": .enveloped(.reference(schema))], links: links)
  }

  /// Bare JSON, without the envelope.
  static func json(
    _ schema: JSONValue, status: Int = 200, _ summary: String = "Success.",
    links: [RouteDocument.Link] = []
  ) -> Self {
    Self(
      status: status, summary: summary, content: ["application/json": schema], links: links)
  }
}
