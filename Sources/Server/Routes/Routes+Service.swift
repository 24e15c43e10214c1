import Foundation
import Hummingbird
import Metrics
import Studio
import Timeline
import Wire

extension Routes {
  /// What is told about the server itself.
  var serviceRoutes: [Route] { [health, version, metricsPage, openAPI, administration] }

  private var health: Route {
    Route(
      .get, "/health", access: .anyone,
      RouteDocument(
        name: "health", summary: "Whether the server takes work.", tag: .service,
        replies: [.json(.reference("Health"), "It does.")], failures: [503])
    ) { _ in
      try drain.refuseWork()
      return .json(.object(["status": .string("ok")]))
    }
  }

  private var version: Route {
    Route(
      .get, "/version", access: .anyone,
      RouteDocument(
        name: "version", summary: "Which server this is.", tag: .service,
        replies: [.json(.reference("Version"), "Its version.")])
    ) { _ in
      .json(
        .object([
          "version": .string(configuration.version), "language": .string("swift"),
          "language_version": .string("6"),
        ]))
    }
  }

  private var metricsPage: Route {
    Route(
      .get, "/metrics", access: .machine,
      RouteDocument(
        name: "metrics", summary: "Figures for Prometheus.", tag: .service,
        replies: [
          .init(status: 200, summary: "The figures.", content: ["text/plain": .text()])
        ])
    ) { _ in
      ProcessFigures.measure(into: metrics)
      for (kind, count) in try await studio.counts() {
        metrics.makeMeter(label: "kinora_\(kind)", dimensions: []).set(Int64(count))
      }
      return .text(metrics.page(), type: "text/plain; version=0.0.4; charset=utf-8")
    }
  }

  private var openAPI: Route {
    Route(
      .get, "/openapi.yaml", access: .anyone,
      RouteDocument(
        name: "openAPI", summary: "This document.", tag: .service,
        replies: [
          .init(status: 200, summary: "OpenAPI 3.1.", content: ["application/yaml": .text()])
        ])
    ) { _ in
      .text(
        page.text { OpenAPIDocument(routes: all, configuration: configuration).yaml },
        type: "application/yaml")
    }
  }

  private var administration: Route {
    Route(
      .post, "/admin", access: .administrator,
      RouteDocument(
        name: "administer", summary: "Does what the operator asks; only from this machine.",
        tag: .service, body: .json("AdminRequest"),
        replies: [.json(.reference("AdminReply"), "What was done.")], failures: [404])
    ) { call in
      let body = try await call.bytes(upTo: configuration.largestBody)
      let decoder = JSONDecoder()
      guard let request = try? decoder.decode(AdminRequest.self, from: Data(body.readableBytesView))
      else {
        throw ServiceError(
          .badRequest, "The body is no request of the operator's; see /openapi.yaml.")
      }
      let encoder = JSONEncoder()
      encoder.dateEncodingStrategy = .iso8601
      encoder.outputFormatting = .sortedKeys
      let reply = try encoder.encode(try await studio.administer(request))
      return .text(String(decoding: reply, as: UTF8.self), type: "application/json")
    }
  }
}
