import HTTPTypes
import Timeline

/// The OpenAPI 3.1 document of the routes.
struct OpenAPIDocument: Sendable {
  let routes: [Route]
  let configuration: KinoraServer.Configuration

  /// The document as YAML.
  var yaml: String { YAML.text(json) }

  /// The document.
  var json: JSONValue {
    .object([
      "openapi": .string("3.1.0"),
      "info": .object([
        "title": .string("Kinora"),
        "version": .string(configuration.version),
        "summary": .string("Pictures, footage and a sentence become a short film."),
        "license": .object(["name": .string("Apache-2.0"), "identifier": .string("Apache-2.0")]),
      ]),
      "servers": .array([.object(["url": .string(configuration.publicURL ?? "/")])]),
      "tags": .array(
        RouteDocument.Tag.allCases.map { .object(["name": .string($0.rawValue)]) }),
      "paths": .object(paths),
      "components": .object([
        "schemas": .object(Schemas.all),
        "securitySchemes": .object([
          "token": .object(["type": .string("http"), "scheme": .string("bearer")]),
          "tokenAsPassword": .object(["type": .string("http"), "scheme": .string("basic")]),
          "administrator": .object(["type": .string("http"), "scheme": .string("bearer")]),
        ]),
      ]),
    ])
  }

  private var paths: [String: JSONValue] {
    var paths: [String: [String: JSONValue]] = [:]
    for route in routes {
      paths[route.path.description, default: [:]][route.method.rawValue.lowercased()] =
        operation(route)
    }
    return paths.mapValues(JSONValue.object)
  }

  private func operation(_ route: Route) -> JSONValue {
    let document = route.document
    var operation: [String: JSONValue] = [
      "operationId": .string(document.name),
      "summary": .string(document.summary),
      "tags": .array([.string(document.tag.rawValue)]),
      "security": security(route.access),
      "responses": .object(responses(route)),
    ]
    let parameters =
      route.path.parameters.map(pathParameter) + document.parameters.map(parameter)
    if !parameters.isEmpty { operation["parameters"] = .array(parameters) }
    if let body = document.body { operation["requestBody"] = requestBody(body) }
    return .object(operation)
  }

  private func security(_ access: Route.Access) -> JSONValue {
    switch access {
    case .token:
      .array([.object(["token": .array([])]), .object(["tokenAsPassword": .array([])])])
    case .administrator: .array([.object(["administrator": .array([])])])
    case .anyone, .machine: .array([])
    }
  }

  private func pathParameter(_ name: String) -> JSONValue {
    .object([
      "name": .string(name), "in": .string("path"), "required": .bool(true),
      "schema": Schemas.pathParameters[name] ?? .text(),
    ])
  }

  private func parameter(_ parameter: RouteDocument.Parameter) -> JSONValue {
    .object([
      "name": .string(parameter.name), "in": .string(parameter.place.rawValue),
      "required": .bool(parameter.isRequired), "description": .string(parameter.summary),
      "schema": parameter.schema,
    ])
  }

  private func requestBody(_ body: RouteDocument.Body) -> JSONValue {
    var content: [String: JSONValue] = [:]
    for (type, schema) in body.content {
      var medium = ["schema": schema]
      if let example = body.examples[type] { medium["example"] = example }
      content[type] = .object(medium)
    }
    return .object(["required": .bool(body.isRequired), "content": .object(content)])
  }

  private func responses(_ route: Route) -> [String: JSONValue] {
    var responses: [String: JSONValue] = [:]
    for status in failures(of: route) {
      responses[String(status)] = failure(status, asPage: route.document.failsAsPage)
    }
    for reply in route.document.replies { responses[String(reply.status)] = response(reply) }
    return responses
  }

  private func response(_ reply: RouteDocument.Reply) -> JSONValue {
    var response: [String: JSONValue] = ["description": .string(reply.summary)]
    if !reply.content.isEmpty {
      response["content"] = .object(reply.content.mapValues { .object(["schema": $0]) })
    }
    var headers = reply.headers
    headers["X-API-Version"] = "The version of the contract: 1."
    response["headers"] = .object(
      headers.mapValues { .object(["description": .string($0), "schema": .text()]) })
    if !reply.links.isEmpty {
      response["links"] = .object(
        Dictionary(
          reply.links.map { ($0.operation, link($0)) }, uniquingKeysWith: { first, _ in first }))
    }
    return .object(response)
  }

  private func link(_ link: RouteDocument.Link) -> JSONValue {
    var members: [String: JSONValue] = ["operationId": .string(link.operation)]
    if !link.parameters.isEmpty {
      members["parameters"] = .object(link.parameters.mapValues(JSONValue.string))
    }
    if let body = link.body { members["requestBody"] = body }
    return .object(members)
  }
}

extension OpenAPIDocument {
  /// The statuses with which a route can fail: those it names, and those that follow from what it
  /// is.
  func failures(of route: Route) -> [Int] {
    var statuses = Set(route.document.failures)
    statuses.formUnion([400, 500, 503])
    if route.access == .token || route.access == .administrator { statuses.insert(401) }
    if route.access == .machine || !route.path.parameters.isEmpty { statuses.insert(404) }
    if route.document.body != nil { statuses.formUnion([413, 415]) }
    if route.startsWork { statuses.insert(507) }
    return statuses.sorted()
  }

  private func failure(_ status: Int, asPage: Bool) -> JSONValue {
    var failure: [String: JSONValue] = [
      "description": .string(HTTPResponse.Status(code: status).reasonPhrase + "."),
      "content": .object([
        asPage ? "text/html" : "application/json": .object([
          "schema": asPage ? .text() : .reference("Failure")
        ])
      ]),
    ]
    if status == 429 || status == 503 {
      failure["headers"] = .object([
        "Retry-After": .object([
          "description": .string("Seconds to wait."), "schema": .wholeNumber(from: 0),
        ])
      ])
    }
    return .object(failure)
  }
}
