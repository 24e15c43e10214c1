import HTTPTypes
import Hummingbird
import Studio
import Timeline
import Wire

extension Routes {
  /// The draft changed without words, and its versions.
  var editingRoutes: [Route] { [editDraft, history, version] }

  private var editDraft: Route {
    Route(
      .post, "/api/edit/nemo_agent/me/{session}", startsWork: true,
      RouteDocument(
        name: "editDraft",
        summary: "Changes the draft without words, as one step to undo. It costs nothing.",
        tag: .editing, parameters: [Self.after, Self.language, Self.editKey],
        body: .json(
          "EditRequest",
          example: .object([
            "edits": .array([
              .object([
                "set_volume": .object(["segment": .string("s1"), "volume": .number(0.5)])
              ])
            ]), "label": .string("softer"), "base": .integer(3),
          ])),
        replies: [.data("DraftHistory", "The history and the draft, as they are now.")],
        failures: [409, 422])
    ) { call in
      let request = try EditRequest(json: try await call.json() ?? .object([:]))
      return .data(
        try await studio.edit(
          request, in: call.parameter("session"), after: try call.queryNumber("after") ?? 0,
          key: try call.idempotencyKey(), language: try call.language(), for: call.owner
        ).json)
    }
  }

  private var history: Route {
    Route(
      .get, "/api/history/nemo_agent/me/{session}",
      RouteDocument(
        name: "history", summary: "Lists the draft's versions with what each changed.",
        tag: .editing, parameters: [Self.after, Self.language],
        replies: [.data("DraftHistory", "The versions, oldest first.")])
    ) { call in
      .data(
        try await studio.history(
          of: call.parameter("session"), after: try call.queryNumber("after") ?? 0,
          in: try call.language(), for: call.owner
        ).json)
    }
  }

  private var version: Route {
    Route(
      .get, "/api/history/nemo_agent/me/{session}/{version}",
      RouteDocument(
        name: "draftVersion", summary: "A version of the draft; `latest` is the current one.",
        tag: .editing,
        parameters: [
          .init(
            name: "against", place: .query,
            summary: "A version whose differences from it are told.",
            schema: .wholeNumber(from: 1, to: Call.largestNumber)),
          Self.language,
        ],
        replies: [.data("DraftVersion", "The draft as it was then.")])
    ) { call in
      let name = call.parameter("version")
      let number = name == "latest" ? nil : Int(name)
      guard name == "latest" || number != nil else {
        throw ServiceError(
          .badRequest, "A version is a number or \"latest\"; the history lists them.")
      }
      return .data(
        try await studio.version(
          number, of: call.parameter("session"), against: try call.queryNumber("against"),
          in: try call.language(), for: call.owner
        ).json)
    }
  }

  private static let editKey = RouteDocument.Parameter(
    name: "Idempotency-Key", place: .header,
    summary: "The same key and body change the draft once; the answer tells how things stand.",
    schema: .text(pattern: "^[!-~]{1,255}$"))

  private static let after = RouteDocument.Parameter(
    name: "after", place: .query, summary: "Versions up to this one are left out.",
    schema: .wholeNumber(from: 0, to: Call.largestNumber))

  static let language = RouteDocument.Parameter(
    name: "language", place: .query,
    summary: "The language of the differences; the session's where it is left out.",
    schema: .text(oneOf: SpokenLanguage.allCases.map(\.rawValue)))
}

extension Call {
  /// The name by which the client knows a request from its repeats; nil where it sent none.
  /// - Throws: `ServiceError` with code 400 where it can't be one.
  func idempotencyKey() throws(ServiceError) -> String? {
    guard let key = request.headers[.idempotencyKey]?.trimmed else { return nil }
    guard (1...255).contains(key.utf8.count), key.utf8.allSatisfy({ (0x21...0x7E).contains($0) })
    else {
      throw ServiceError(
        .badRequest, "\"Idempotency-Key\" must be 1 to 255 letters, digits and signs.")
    }
    return key
  }

  /// The language in the query; nil where there is none.
  /// - Throws: `ServiceError` with code 400 where it is unknown.
  func language() throws(ServiceError) -> SpokenLanguage? {
    guard let name = try query("language") else { return nil }
    guard let language = SpokenLanguage(rawValue: name) else {
      throw ServiceError(
        .badRequest, "\"language\" in the address must be \"en\" or \"zh\".")
    }
    return language
  }
}
