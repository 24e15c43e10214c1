import HTTPTypes
import Hummingbird
import Studio
import Timeline
import Wire

extension Routes {
  /// Contents: by signed link, and films by token.
  var mediaRoutes: [Route] {
    [HTTPRequest.Method.get, .head].flatMap { method in
      [
        Route(
          method, "/media/{id}", access: .anyone, Self.linkDocument(method),
          answer: { try await sendMedium($0) }),
        Route(
          method, "/api/render/proxy/{id}/download", Self.filmDocument(method),
          answer: { try await sendFilm($0) }),
      ]
    }
  }

  private func sendMedium(_ call: Call) async throws -> Response {
    guard let expires = try call.query("expires").flatMap({ Int($0) }),
      let signature = try call.query("signature")
    else {
      throw ServiceError(
        .notFound, "This link is not whole; copy all of it, or ask the session for a new one.")
    }
    let id = call.parameter("id")
    if Studio.isOfCaptions(id) {
      return Self.response(
        with: try await studio.captions(link: id, expires: expires, signature: signature))
    }
    let file = try await studio.openMedia(link: id, expires: expires, signature: signature)
    return FileReply(file, to: call.request.head, isInline: true)
      .response(to: call.request.method)
  }

  private func sendFilm(_ call: Call) async throws -> Response {
    let file = try await studio.openFilm(call.parameter("id"), for: call.owner)
    return FileReply(file, to: call.request.head, isInline: false)
      .response(to: call.request.method)
  }

  private static func linkDocument(_ method: HTTPRequest.Method) -> RouteDocument {
    var document = fileDocument(method)
    document.name = method == .head ? "headMedia" : "getMedia"
    document.summary = "A medium, a film or its captions by a signed link."
    document.tag = .media
    document.failures += [404, 409]
    document.parameters += [
      .init(
        name: "expires", place: .query, isRequired: true,
        summary: "Seconds since 1970 until which the link holds.",
        schema: .wholeNumber(from: 0)),
      .init(
        name: "signature", place: .query, isRequired: true,
        summary: "What makes the link valid.", schema: .text(pattern: "^[0-9a-f]{64}$")),
    ]
    return document
  }

  private static func filmDocument(_ method: HTTPRequest.Method) -> RouteDocument {
    var document = fileDocument(method)
    document.name = method == .head ? "headFilm" : "downloadFilm"
    document.summary = "The film of a completed export."
    document.tag = .exports
    document.failures += [409]
    return document
  }

  private static func fileDocument(_ method: HTTPRequest.Method) -> RouteDocument {
    let text: JSONValue = .object(["type": .string("string")])
    let content: [String: JSONValue] = method == .head ? [:] : ["*/*": .object([:])]
    let headers = [
      "ETag": "Names the content; it never changes.", "Accept-Ranges": "`bytes`.",
      "Content-Disposition": "What the file is called.",
    ]
    return RouteDocument(
      name: "", summary: "", tag: .media,
      parameters: [
        .init(
          name: "Range", place: .header, summary: "One range of bytes to send.", schema: text),
        .init(
          name: "If-Range", place: .header,
          summary: "Send the range only where the content still has this tag.", schema: text),
        .init(
          name: "If-None-Match", place: .header,
          summary: "Send nothing where the content has this tag.", schema: text),
      ],
      replies: [
        .init(status: 200, summary: "All of it.", content: content, headers: headers),
        .init(status: 206, summary: "The range.", content: content, headers: headers),
        .init(status: 304, summary: "It has not changed.", headers: ["ETag": "The tag."]),
      ],
      failures: [416])
  }
}
