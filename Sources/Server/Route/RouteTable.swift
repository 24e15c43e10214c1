import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import Wire

/// Answers requests by the list of routes.
struct RouteTable: HTTPResponder {
  let configuration: KinoraServer.Configuration
  private let tree: RouteTree
  private let gate: Gate
  private let drain: Drain
  private let strangers: RouteMeter

  init(
    _ routes: [Route], gate: Gate, drain: Drain, configuration: KinoraServer.Configuration,
    metrics: PrometheusMetrics
  ) {
    self.configuration = configuration
    self.gate = gate
    self.drain = drain
    tree = RouteTree(
      routes.map {
        RouteEntry(
          route: $0,
          meter: RouteMeter($0.path.description, method: $0.method.rawValue, metrics: metrics))
      })
    strangers = RouteMeter("none", method: "any", metrics: metrics)
  }

  func respond(to request: Request, context: ConnectionContext) async throws -> Response {
    let start = ContinuousClock.now
    var meter = strangers
    var headers: HTTPFields = [:]
    var response: Response
    do {
      let (endpoint, parameters) = try find(request)
      guard let entry = endpoint.entry(request.method) else {
        var refusal = Self.methodRefusal(endpoint).response
        refusal.headers[.allow] = endpoint.allowed
        return finish(refusal, request, context, meter: meter, since: start)
      }
      meter = entry.meter
      headers = entry.route.failureHeaders
      response = try await answer(request, context, entry.route, parameters)
    } catch let error as HTTPError {
      response = failure(error, request, context)
      headers.append(contentsOf: error.headers.filter { $0.name != .contentType })
      response.headers.append(contentsOf: headers)
    } catch {
      response = failure(error, request, context)
      response.headers.append(contentsOf: headers)
    }
    return finish(response, request, context, meter: meter, since: start)
  }

  private func find(
    _ request: Request
  ) throws(ServiceError) -> (RouteTree.Endpoint, PathParameters) {
    switch tree.find(request.uri.path) {
    case .endpoint(let endpoint, let parameters): return (endpoint, parameters)
    case .nothing: throw Gate.nothingThere
    case .malformed:
      throw ServiceError(
        .badRequest, "The address is badly encoded; write each byte as % and two digits.")
    }
  }

  private static func methodRefusal(_ endpoint: RouteTree.Endpoint) -> ServiceError {
    ServiceError(
      .methodNotAllowed, "\(endpoint.path) knows only the methods \(endpoint.allowed).")
  }

  private func answer(
    _ request: Request, _ context: ConnectionContext, _ route: Route,
    _ parameters: PathParameters
  ) async throws -> Response {
    let client = ClientAddress(
      peer: context.channel.remoteAddress, headers: request.headers,
      trustsProxy: configuration.trustsProxy)
    let identity = try await gate.admit(request, to: route.access, from: client)
    if route.startsWork { try drain.refuseWork() }
    return try await route.answer(
      Call(
        request: request, parameters: parameters, identity: identity, client: client,
        channel: context.channel, configuration: configuration, logger: context.logger))
  }

  private func failure(
    _ error: any Error, _ request: Request, _ context: ConnectionContext
  ) -> Response {
    let told = ServiceError(telling: error)
    if told.isOurFault {
      context.logger.error(
        "A request failed.",
        metadata: ["method": "\(request.method)", "error": "\(error)"])
    }
    return told.response
  }

  private func finish(
    _ answer: Response, _ request: Request, _ context: ConnectionContext, meter: RouteMeter,
    since start: ContinuousClock.Instant
  ) -> Response {
    var response = answer
    if request.method == .head, response.body.contentLength != 0 {
      let length = response.headers[.contentLength]
      response.body = ResponseBody()
      response.headers[.contentLength] = length
    }
    response.headers.append(HTTPField(name: .apiVersion, value: "1"))
    response.headers.append(HTTPField(name: .xContentTypeOptions, value: "nosniff"))
    if !response.headers.contains(.contentSecurityPolicy) {
      response.headers.append(
        HTTPField(name: .contentSecurityPolicy, value: "default-src 'none'"))
    }
    if !response.headers.contains(.cacheControl) {
      response.headers.append(HTTPField(name: .cacheControl, value: "no-store"))
    }
    let duration = ContinuousClock.now - start
    meter.record(status: response.status.code, duration: duration)
    if context.logger.logLevel <= .debug {
      context.logger.debug(
        "Answered.",
        metadata: [
          "method": "\(request.method)", "route": "\(meter.path)",
          "status": "\(response.status.code)", "duration": "\(duration)",
        ])
    }
    return response
  }
}
