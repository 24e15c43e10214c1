import Hummingbird
import Records
import Studio
import Timeline
import Wire

extension Routes {
  /// Messages and the streams that answer them.
  var messageRoutes: [Route] { [sendMessage, followSession, runMessage] }

  private var sendMessage: Route {
    Route(
      .post, "/run_sse", startsWork: true,
      RouteDocument(
        name: "sendMessage",
        summary: "Says something to a session and streams what is done about it.",
        tag: .messages, parameters: Self.messageParameters,
        body: .json("RunRequest", example: Self.messageExample),
        replies: [
          .init(
            status: 200,
            summary: "One event a message; an empty one in silence. The stream's end is the end.",
            content: ["text/event-stream": .reference("StreamEvent")])
        ],
        failures: [403, 404, 409, 422, 429, 503])
    ) { call in
      let request = try RunRequest(json: try await call.json() ?? .object([:]))
      try check(app: request.appName)
      try check(user: request.userID, call)
      try streams.requireRoom()
      let (turn, feed) = try await events(for: request, call)
      return EventStream.response(feed, turn: turn, call: call, streams: streams)
    }
  }

  private var followSession: Route {
    Route(
      .get, "/run_sse/{session}",
      RouteDocument(
        name: "followSession",
        summary: "Streams what was missed, then what comes; it starts nothing.",
        tag: .messages,
        parameters: [
          .init(
            name: "after", place: .query,
            summary: "The id of the last event that is known; 0 for all.",
            schema: .wholeNumber(from: 0, to: Call.largestNumber)),
          .init(
            name: "Last-Event-ID", place: .header,
            summary: "The same, as browsers send it; the query goes first.",
            schema: .text(pattern: "^[0-9]{1,18}$")),
        ],
        replies: [
          .init(
            status: 200, summary: "The events.",
            content: ["text/event-stream": .reference("StreamEvent")])
        ],
        failures: [400, 503])
    ) { call in
      try streams.requireRoom()
      let last = try lastEvent(call)
      let after = try call.queryNumber("after") ?? last ?? 0
      let feed = try await studio.follow(
        call.parameter("session"), after: after, turn: nil, for: call.owner)
      return EventStream.response(feed, turn: nil, call: call, streams: streams)
    }
  }

  private var runMessage: Route {
    Route(
      .post, "/run", startsWork: true,
      RouteDocument(
        name: "runMessage",
        summary: "Says something to a session and answers when all is done about it.",
        tag: .kit, parameters: Self.messageParameters,
        body: .json("RunRequest", example: Self.messageExample),
        replies: [.json(.list(of: .reference("Event")), "The events.")],
        failures: [403, 404, 409, 422, 429, 503])
    ) { call in
      let request = try RunRequest(json: try await call.json() ?? .object([:]))
      try check(app: request.appName)
      try check(user: request.userID, call)
      let (_, feed) = try await events(for: request, call)
      var events: [JSONValue] = []
      for try await event in feed {
        let json = try JSONValue.parse(body: event.body)
        if case .object(let members) = json, members["partial"] == .bool(true) { continue }
        events.append(json)
      }
      return .json(.array(events))
    }
  }

  /// The turn of a request, begun or resumed, and its events.
  private func events(
    for request: RunRequest, _ call: Call
  ) async throws -> (turn: String, feed: EventFeed) {
    let session = request.sessionID
    let after = try lastEvent(call) ?? 0
    let key = try call.idempotencyKey()
    if let turn = request.invocationID {
      return (turn, try await studio.follow(session, after: after, turn: turn, for: call.owner))
    }
    guard let message = request.message else {
      throw ServiceError(
        .badRequest, "The body has no \"new_message\"; add it, or an \"invocation_id\".")
    }
    // What was said before this turn need not be looked through for its events. A turn that is
    // asked for again by its key may have begun long ago.
    let known = try await studio.session(session, for: call.owner).lastEvent
    let turn = try await studio.submit(message, to: session, key: key, for: call.owner)
    let feed = try await studio.follow(
      session, after: key == nil ? known : 0, turn: turn.id, for: call.owner)
    return (turn.id, feed)
  }

  private func lastEvent(_ call: Call) throws(ServiceError) -> Int? {
    guard let text = call.request.headers[.lastEventID]?.trimmed else { return nil }
    guard let number = Int(text), number >= 0 else {
      throw ServiceError(
        .badRequest, "\"Last-Event-ID\" is no id of an event here; send the last one's.")
    }
    return number
  }

  private static let messageExample: JSONValue = .object([
    "app_name": .string("nemo_agent"), "user_id": .string("me"),
    "session_id": .string("1795347178"),
    "new_message": .object([
      "parts": .array([.object(["text": .string("make the title \"Dawn\"")])])
    ]),
  ])

  private static let messageParameters: [RouteDocument.Parameter] = [
    .init(
      name: "Idempotency-Key", place: .header,
      summary: "The same key and message give the same turn, never a second charge.",
      schema: .text(pattern: "^[!-~]{1,255}$")),
    .init(
      name: "Last-Event-ID", place: .header,
      summary: "With the body's invocation_id: the last event that is known.",
      schema: .text(pattern: "^[0-9]{1,18}$")),
  ]
}
