public import AsyncHTTPClient
internal import Foundation
internal import NIOCore
internal import NIOHTTP1
internal import Synchronization
internal import Timeline
internal import Wire

/// Speaks the contract with one server.
///
/// It brings a token of its own where none was given, gets a new one once where the server calls
/// it bad (1001), and asks once more after a rest where the server has too many requests (429).
public final class KinoraClient: Sendable {
  /// Which server, as whom.
  public let configuration: ClientConfiguration
  let http: HTTPClient
  let rest: @Sendable (Duration) async throws -> Void
  private let state: Mutex<State>

  private struct State {
    var token: String?
    var userID: String?
    /// Whether the server is one of ours, by its `X-API-Version`; nil until it has answered.
    var isKinora: Bool?
  }

  /// The connections of all clients that bring none of their own. A server that refuses a
  /// connection is not asked again and again.
  public static let connections: HTTPClient = {
    var configuration = HTTPClient.Configuration()
    configuration.connectionPool.retryConnectionEstablishment = false
    configuration.timeout.connect = .seconds(10)
    return HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
  }()

  /// A client of `configuration.server`.
  ///
  /// `http` sends the requests, `rest` waits between two tries; tests don't wait.
  public init(
    _ configuration: ClientConfiguration, http: HTTPClient = KinoraClient.connections,
    rest: @escaping @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) }
  ) {
    self.configuration = configuration
    self.http = http
    self.rest = rest
    let known = configuration.acquaintance
    let given = configuration.token
    state = Mutex(State(token: given ?? known.token, userID: given == nil ? known.userID : nil))
  }

  /// Whose token is used, once that is known.
  public var userID: String? { state.withLock(\.userID) }

  /// Whether the server is one of ours.
  public var isKinora: Bool { state.withLock { $0.isKinora ?? false } }

  /// Whether a server answers at the address.
  public func isReachable() async -> Bool {
    var request = HTTPClientRequest(url: configuration.server + "/health")
    request.method = .GET
    guard let response = try? await http.execute(request, timeout: .seconds(2)) else {
      return false
    }
    note(response)
    return response.status == .ok
  }

  // MARK: Tokens

  /// The token in use; asks for an anonymous one where there is none.
  func token() async throws -> String {
    if let token = state.withLock(\.token) { return token }
    return try await newToken()
  }

  /// A new anonymous token, kept for the next run.
  @discardableResult
  func newToken() async throws -> String {
    var request = HTTPClientRequest(url: configuration.server + "/api/auth/anonymous-token")
    request.method = .POST
    request.headers.add(name: "X-Client-Id", value: configuration.clientID)
    addAttribution(to: &request)
    let reply = try TokenReply(json: try await data(of: try await execute(request)))
    state.withLock {
      $0.token = reply.token
      $0.userID = reply.userID
    }
    try configuration.remember {
      $0.token = reply.token
      $0.userID = reply.userID
    }
    return reply.token
  }

  // MARK: Requests

  /// A request to `path` with the token and the attribution.
  func request(
    _ method: HTTPMethod, _ path: String, json: JSONValue? = nil
  ) async throws -> HTTPClientRequest {
    var request = HTTPClientRequest(
      url: path.hasPrefix("http") ? path : configuration.server + path)
    request.method = method
    request.headers.add(name: "Authorization", value: "Bearer \(try await token())")
    addAttribution(to: &request)
    if let json {
      request.headers.add(name: "Content-Type", value: "application/json")
      request.body = .bytes(ByteBuffer(string: json.text()))
    }
    return request
  }

  /// What the server answers, after a second try where the contract allows one.
  ///
  /// - Parameter make: makes the request, again for the second try.
  func send(
    _ make: () async throws -> HTTPClientRequest
  ) async throws -> HTTPClientResponse {
    var hasRenewed = false
    var hasRested = false
    while true {
      let response = try await execute(try await make())
      if response.status == .unauthorized, !hasRenewed {
        hasRenewed = true
        try await newToken()
      } else if response.status == .tooManyRequests, !hasRested {
        hasRested = true
        let seconds = response.headers.first(name: "Retry-After").flatMap(Int.init) ?? 30
        try await rest(.seconds(min(max(seconds, 1), 60)))
      } else {
        return response
      }
    }
  }

  /// The `data` of what the server answers to a request with a JSON body or none.
  func call(
    _ method: HTTPMethod, _ path: String, json: JSONValue? = nil
  ) async throws -> JSONValue {
    try await data(of: try await send { try await request(method, path, json: json) })
  }

  /// The whole JSON body of an answer.
  /// - Throws: `ServiceError` where it tells a failure; `ClientError` where it is no JSON.
  func json(of response: HTTPClientResponse) async throws -> JSONValue {
    let body = try await response.body.collect(upTo: 64 << 20)
    guard let json = try? JSONValue.parse(body: String(buffer: body)) else {
      throw badReply(response)
    }
    if let failure = ServiceError(reply: json) { throw failure }
    guard response.status.code < 400 else { throw badReply(response) }
    return json
  }

  /// The `data` of an answer.
  func data(of response: HTTPClientResponse) async throws -> JSONValue {
    try Envelope.data(of: try await json(of: response))
  }

  func execute(
    _ request: HTTPClientRequest, timeout: TimeAmount = .seconds(120)
  ) async throws -> HTTPClientResponse {
    do {
      let response = try await http.execute(request, deadline: .now() + timeout)
      note(response)
      return response
    } catch is CancellationError {
      throw CancellationError()
    } catch {
      throw unreachable(error)
    }
  }

  func unreachable(_ error: any Error) -> ClientError {
    ClientError(
      .unreachable,
      "The server at \(configuration.server) can't be reached; start it (kinora serve) or set "
        + "NEMO_API_URL.", cause: error)
  }

  private func badReply(_ response: HTTPClientResponse) -> ClientError {
    ClientError(
      .badReply,
      "The server at \(configuration.server) answered \(response.status.code) with something "
        + "that isn't of the contract; is the address right?")
  }

  private func note(_ response: HTTPClientResponse) {
    let isKinora = response.headers.contains(name: "X-API-Version")
    state.withLock { $0.isKinora = isKinora }
  }

  private func addAttribution(to request: inout HTTPClientRequest) {
    let attribution = configuration.attribution
    request.headers.add(name: Attribution.sourceHeader, value: attribution.source)
    request.headers.add(name: Attribution.versionHeader, value: attribution.version)
    request.headers.add(name: Attribution.platformHeader, value: attribution.platform)
  }
}
