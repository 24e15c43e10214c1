import Hummingbird
import Studio
import Timeline
import Wire

extension Routes {
  /// Turns that wait or go on.
  var turnRoutes: [Route] { [cancelTurn] }

  private var cancelTurn: Route {
    Route(
      .post, "/api/turns/nemo_agent/me/{session}/{turn}/cancel",
      RouteDocument(
        name: "cancelTurn",
        summary: "Ends a turn; what it did stays, and what it didn't isn't charged.",
        tag: .messages,
        replies: [.data("CancelledTurn", "The turn has ended.")])
    ) { call in
      let turn = call.parameter("turn")
      _ = try await studio.session(call.parameter("session"), for: call.owner)
      try await studio.cancelTurn(turn, for: call.owner)
      return .data(.object(["id": .string(turn), "ended": .bool(true)]))
    }
  }
}
