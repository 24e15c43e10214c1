import HTTPTypes
import Hummingbird
import Studio
import Timeline
import Wire

extension Routes {
  /// Films.
  var exportRoutes: [Route] { [orderFilm, films, film, cancelFilm] }

  private var orderFilm: Route {
    Route(
      .post, "/api/render/proxy/lambda", startsWork: true,
      RouteDocument(
        name: "orderFilm",
        summary: "Orders a film. The same id with the same draft is the same job.",
        tag: .exports,
        parameters: [
          HTTPField.Name.skillSource, .skillVersion, .skillPlatform,
        ].map {
          .init(
            name: $0.rawName, place: .header,
            summary: "Which skill the request comes from; without it 402.",
            schema: .text(pattern: "^[!-~]{1,200}$"))
        },
        body: .json(
          "RenderRequest",
          example: .object([
            "id": .string("render_1795347178"), "sessionId": .string("1795347178"),
            "output": .object(["format": .string("mp4"), "quality": .string("high")]),
          ])),
        replies: [
          .json(
            .reference("RenderJob"), "The job.",
            links: [
              .init(operation: "film", parameters: ["id": "$response.body#/data/id"]),
              .init(operation: "cancelFilm", parameters: ["id": "$response.body#/data/id"]),
              .init(operation: "downloadFilm", parameters: ["id": "$response.body#/data/id"]),
            ])
        ],
        failures: [402, 404, 409, 422, 429, 503])
    ) { call in
      // A draft may be larger than other bodies; a little more stands around it.
      let limit = studio.settings.largestDraft + (64 << 10)
      let request = try RenderRequest(json: try await call.json(upTo: limit) ?? .object([:]))
      _ = try await studio.session(request.sessionID, for: call.owner)
      for name in [HTTPField.Name.skillSource, .skillVersion, .skillPlatform]
      where call.header(name) == nil {
        throw ServiceError(
          .exportBlocked,
          "An export needs the header \(name.rawName); send X-Skill-Source, X-Skill-Version and "
            + "X-Skill-Platform.")
      }
      return .json(try await studio.order(request, for: call.owner).json)
    }
  }

  private var films: Route {
    Route(
      .get, "/api/render/proxy/lambda",
      RouteDocument(
        name: "films", summary: "Lists a session's films, the newest first.", tag: .exports,
        parameters: [
          .init(
            name: "sessionId", place: .query, isRequired: true, summary: "The session.",
            schema: .text(pattern: "^[A-Za-z0-9_-]{1,64}$"))
        ],
        replies: [.data("RenderJobs", "The jobs.")], failures: [404])
    ) { call in
      guard let session = try call.query("sessionId"), !session.isEmpty else {
        throw ServiceError(.badRequest, "\"sessionId\" is missing in the address; name a session.")
      }
      let films = try await studio.films(of: session, for: call.owner)
      return .data(.object(["renders": .array(films.map(\.listed))]))
    }
  }

  private var film: Route {
    Route(
      .get, "/api/render/proxy/lambda/{id}",
      RouteDocument(
        name: "film", summary: "Tells how far a film is.", tag: .exports,
        replies: [.json(.reference("RenderJob"), "The job.")])
    ) { call in
      .json(try await studio.job(call.parameter("id"), for: call.owner).json)
    }
  }

  private var cancelFilm: Route {
    Route(
      .post, "/api/render/proxy/lambda/{id}/cancel",
      RouteDocument(
        name: "cancelFilm", summary: "Ends a film that is not finished.", tag: .exports,
        replies: [.json(.reference("RenderJob"), "The job.")])
    ) { call in
      .json(try await studio.cancel(call.parameter("id"), for: call.owner).json)
    }
  }
}
