import Accounts
import Hummingbird
import Records
import Studio
import Timeline
import Wire

extension Routes {
  /// Sessions, as the contract has them.
  var sessionRoutes: [Route] { [beginSession, latestState] }

  private var beginSession: Route {
    Route(
      .post, "/api/tasks/me/with-session/nemo_agent", startsWork: true,
      RouteDocument(
        name: "beginSession", summary: "Begins a session.", tag: .sessions,
        body: .json(
          "SessionRequest", isRequired: false,
          example: .object(["task_name": .string("project"), "language": .string("en")])),
        replies: [
          .data(
            "Session", "The session's ids.",
            links: RouteDocument.Link.session("$response.body#/data/session_id"))
        ])
    ) { call in
      let request = try SessionRequest(json: try await call.json() ?? .object([:]))
      let session = try await studio.createSession(request, for: call.owner)
      return .data(
        SessionReply(
          taskID: session.task, sessionID: session.id, userID: call.owner.account
        ).json)
    }
  }

  private var latestState: Route {
    Route(
      .get, "/api/state/nemo_agent/me/{session}/latest",
      RouteDocument(
        name: "latestState", summary: "Tells what a session holds now.", tag: .sessions,
        replies: [.data("SessionState", "The draft and the media.")])
    ) { call in
      .text(
        try await studio.latestState(of: call.parameter("session"), for: call.owner),
        type: "application/json")
    }
  }
}
