import Hummingbird
import Studio
import Timeline
import Wire

extension Routes {
  /// What would come of something, before it is done.
  var askingRoutes: [Route] { [quote, check] }

  private var quote: Route {
    Route(
      .post, "/api/quote/nemo_agent/me/{session}",
      RouteDocument(
        name: "quote", summary: "What a message would cost; it isn't sent.", tag: .messages,
        body: .json("QuoteRequest", example: .object(["text": .string("make the title bigger")])),
        replies: [.data("Quote", "The price.")])
    ) { call in
      let text = try await call.fields().requiredString("text")
      return .data(
        try await studio.quote(text, in: call.parameter("session"), for: call.owner).json)
    }
  }

  private var check: Route {
    Route(
      .get, "/api/check/nemo_agent/me/{session}",
      RouteDocument(
        name: "check", summary: "What a viewer would stumble over, before the film is made.",
        tag: .exports, parameters: [Self.language],
        replies: [.data("Check", "The findings, each with what mends it when it is said.")],
        failures: [409, 422, 503])
    ) { call in
      .data(
        try await studio.check(
          call.parameter("session"), in: try call.language(), for: call.owner
        ).json)
    }
  }
}
