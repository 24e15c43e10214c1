import HTTPTypes
import Timeline

/// How the pages, and what they do as JSON, are described.
enum PageDocument {
  /// A page, or a form of one.
  static func page(
    _ method: HTTPRequest.Method, _ name: String, _ summary: String, path: String
  ) -> RouteDocument {
    let html: [String: JSONValue] = ["text/html": .object(["type": .string("string")])]
    let seeOther = RouteDocument.Reply(
      status: 303, summary: "Where to go on.", headers: ["Location": "The next page."])
    let shown = RouteDocument.Reply(status: 200, summary: "The page.", content: html)
    guard method == .post else {
      var document = RouteDocument(
        name: name, summary: summary, tag: .pages,
        replies: path == "/account" ? [shown, seeOther] : [shown], failsAsPage: true)
      if path == "/register" || path == "/sign-in" {
        document.parameters = [
          .init(
            name: "bind", place: .query, summary: "The anonymous account to bind.", schema: text)
        ]
      }
      return document
    }
    let form: JSONValue = .object([
      "type": .string("object"), "additionalProperties": text,
      "required": .array([.string("seal")]),
      "properties": .object(["seal": text]),
    ])
    return RouteDocument(
      name: name, summary: summary, tag: .pages,
      body: .init(content: ["application/x-www-form-urlencoded": form], isRequired: false),
      replies: path == "/account/tokens" ? [shown, seeOther] : [seeOther],
      failures: [400, 401, 403, 404, 409, 413, 415, 429], failsAsPage: true)
  }

  static let registerByAPI = RouteDocument(
    name: "registerAccount", summary: "Registers an e-mail address and gives a token.",
    tag: .accounts, body: .init(content: ["application/json": credentials]),
    replies: [.data("Token", "The token, told once.")], failures: [400, 404, 409, 413, 415, 429])

  static let signInByAPI = RouteDocument(
    name: "signInToAccount", summary: "Gives a token to who knows the password.",
    tag: .accounts, body: .init(content: ["application/json": credentials]),
    replies: [.data("Token", "The token, told once.")],
    failures: [400, 401, 404, 409, 413, 415, 429])

  static let tokens = RouteDocument(
    name: "listTokens", summary: "The tokens that hold; never the tokens themselves.",
    tag: .accounts,
    replies: [
      .json(
        .enveloped(
          object(
            ["tokens": .object(["type": .string("array"), "items": token])],
            required: ["tokens"])))
    ])

  static let revokeByAPI = RouteDocument(
    name: "revokeToken", summary: "Takes a token back.", tag: .accounts,
    replies: [
      .json(
        .enveloped(
          object(
            ["id": text, "revoked": .object(["type": .string("boolean")])],
            required: ["id", "revoked"])))
    ], failures: [404])

  private static let text: JSONValue = .object(["type": .string("string")])

  private static let credentials = object(
    [
      "email": .text(
        pattern: #"^[A-Za-z0-9._+-]{1,64}@[A-Za-z0-9]{1,63}(\.[A-Za-z0-9]{1,63})+$"#, longest: 254),
      "password": .object([
        "type": .string("string"), "minLength": .integer(10), "maxLength": .integer(200),
      ]),
      "bind": .orNull(.text("An anonymous account's id.")),
      "label": .orNull(.text("What a list calls the token; the first 100 characters count.")),
    ], required: ["email", "password"])

  private static let token = object(
    [
      "id": text, "label": text, "created_at": text, "expires_at": text,
      "current": .object(["type": .string("boolean")]),
    ], required: ["id", "label", "created_at", "expires_at", "current"])

  private static func object(_ properties: [String: JSONValue], required: [String]) -> JSONValue {
    .object([
      "type": .string("object"), "properties": .object(properties),
      "required": .array(required.map(JSONValue.string)),
    ])
  }
}
