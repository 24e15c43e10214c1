import Hummingbird
import Records
import Studio
import Timeline
import Wire

extension Routes {
  var kitSessionRoutes: [Route] {
    [
      kitSessions, beginKitSession, beginNamedKitSession, kitSession, changeKitSession,
      removeKitSession,
    ]
  }

  private static let path: RoutePath = "/apps/{app}/users/{user}/sessions/{session}"

  func check(_ call: Call) throws(ServiceError) {
    try check(app: call.parameter("app"))
    try check(user: call.parameter("user"), call)
  }

  private var kitSessions: Route {
    Route(
      .get, "/apps/{app}/users/{user}/sessions",
      RouteDocument(
        name: "kitSessions", summary: "Lists the owner's sessions, without their events.",
        tag: .kit, replies: [.json(.list(of: .reference("KitSession")), "The sessions.")])
    ) { call in
      try check(call)
      let user = call.parameter("user")
      let sessions = try await studio.sessions(for: call.owner)
      return .json(
        .array(
          try sessions.map { try KitSession(session: $0, user: user, state: $0.state).json() }))
    }
  }

  private var beginKitSession: Route {
    Route(
      .post, "/apps/{app}/users/{user}/sessions", startsWork: true,
      RouteDocument(
        name: "beginKitSession", summary: "Begins a session.", tag: .kit,
        body: .json("KitSessionRequest", isRequired: false),
        replies: [
          .json(
            .reference("KitSession"), "The session.",
            links: RouteDocument.Link.session("$response.body#/id"))
        ], failures: [409])
    ) { call in
      try check(call)
      let fields = try await call.fields()
      if let events = try fields.list("events"), !events.isEmpty {
        throw ServiceError(
          .badRequest, "A session can't begin with events; leave \"events\" out.")
      }
      return try await begin(
        id: try fields.string("session_id"),
        state: try fields.object("state")?.members ?? [:], call)
    }
  }

  private var beginNamedKitSession: Route {
    Route(
      .post, Self.path, startsWork: true,
      RouteDocument(
        name: "beginNamedKitSession", summary: "Begins a session of that id.", tag: .kit,
        body: .json("State", isRequired: false),
        replies: [
          .json(
            .reference("KitSession"), "The session.",
            links: RouteDocument.Link.session("$response.body#/id"))
        ], failures: [409])
    ) { call in
      try check(call)
      return try await begin(
        id: call.parameter("session"), state: try await call.fields().members, call)
    }
  }

  private var kitSession: Route {
    Route(
      .get, Self.path,
      RouteDocument(
        name: "kitSession", summary: "A session with its events.", tag: .kit,
        replies: [.json(.reference("KitSession"), "The session.")])
    ) { call in
      try check(call)
      let session = try await studio.session(call.parameter("session"), for: call.owner)
      return try await reply(session, call)
    }
  }

  private var changeKitSession: Route {
    Route(
      .patch, Self.path, startsWork: true,
      RouteDocument(
        name: "changeKitSession", summary: "Changes what clients keep in a session.", tag: .kit,
        body: .json("StateChange"),
        replies: [.json(.reference("KitSession"), "The session.")])
    ) { call in
      try check(call)
      let fields = try await call.fields()
      guard let delta = try fields.object("state_delta")?.members else {
        throw fields.missing("state_delta", "an object of what changes")
      }
      let session = try await studio.changeState(
        of: call.parameter("session"), by: delta, for: call.owner)
      return try await reply(session, call)
    }
  }

  private var removeKitSession: Route {
    Route(
      .delete, Self.path,
      RouteDocument(
        name: "removeKitSession", summary: "Removes a session with all it has.", tag: .kit,
        replies: [.json(.object(["type": .string("null")]), "It is gone.")])
    ) { call in
      try check(call)
      try await studio.removeSession(call.parameter("session"), for: call.owner)
      return .json(.null)
    }
  }

  private func begin(
    id: String?, state: [String: JSONValue], _ call: Call
  ) async throws -> Response {
    var request = SessionRequest()
    if case .string(let locale)? = state["locale"] { request.language = locale }
    let session = try await studio.createSession(
      request, id: id, state: state, for: call.owner)
    return try await reply(session, call)
  }

  private func reply(_ session: Session, _ call: Call) async throws -> Response {
    let events = try await studio.storedEvents(of: session.id, for: call.owner)
    let latest = try JSONValue.parse(
      try await studio.latestState(of: session.id, for: call.owner))
    let state = try Fields(try Envelope.data(of: latest)).object("state")?.members ?? [:]
    return .json(
      try KitSession(
        session: session, user: call.parameter("user"), state: state, events: events
      ).json())
  }
}
