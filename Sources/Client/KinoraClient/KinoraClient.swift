public import AsyncHTTPClient
internal import Foundation
internal import NIOCore
internal import NIOHTTP1
internal import NIOPosix
internal import Synchronization
internal import Timeline
internal import Wire

/// Speaks the contract with one server.
///
/// It brings a token of its own where none was given, gets a new one once where the server calls
/// it bad (1001), and asks once more after a rest where the server has too many requests (429) or
/// is about to stop (503). Hosted servers tell the same codes with status 200 as well.
public final class KinoraClient: Sendable {
  /// Which server, as whom.
  public let configuration: ClientConfiguration
  private let http: HTTPClient
  private let streams: HTTPClient
  private let patience: Duration
  let rest: @Sendable (Duration) async throws -> Void
  private let state: Mutex<State>

  private struct State {
    var token: String?
    var userID: String?
    /// Whether the server is one of ours, by its `X-API-Version`. Once it is, a reply without
    /// that header is a proxy's.
    var isKinora = false
  }

  /// The connections of all clients that bring none of their own. A server that refuses a
  /// connection is not asked again and again.
  public static let connections = HTTPClient(
    eventLoopGroupProvider: .singleton, configuration: connecting)

  /// The same for streams of our servers, which promise a heartbeat every 10 s: one that is silent
  /// for much longer is dead.
  public static let streams: HTTPClient = {
    var configuration = connecting
    configuration.timeout.read = .seconds(45)
    return HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
  }()

  private static var connecting: HTTPClient.Configuration {
    var configuration = HTTPClient.Configuration()
    configuration.connectionPool.retryConnectionEstablishment = false
    configuration.timeout.connect = .seconds(10)
    configuration.timeout.write = .seconds(60)
    return configuration
  }

  /// A client of `configuration.server`.
  ///
  /// `http` sends the requests, `streams` those that our servers answer with a stream. `patience`
  /// is how long an answer to a small request may take to begin; `rest` waits between two tries;
  /// tests don't wait.
  public init(
    _ configuration: ClientConfiguration, http: HTTPClient = KinoraClient.connections,
    streams: HTTPClient = KinoraClient.streams, patience: Duration = .seconds(120),
    rest: @escaping @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) }
  ) {
    self.configuration = configuration
    self.http = http
    self.streams = streams
    self.patience = patience
    self.rest = rest
    let known = configuration.acquaintance
    let given = configuration.token
    state = Mutex(
      State(
        token: given ?? known.token, userID: given == nil ? known.userID : known.sessionUserID))
  }

  /// Whose token is used, once that is known.
  public var userID: String? { state.withLock(\.userID) }

  /// Whether the server is one of ours.
  public var isKinora: Bool { state.withLock(\.isKinora) }

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

  /// Remembers whose session was begun, where the token doesn't tell.
  func note(userID: String) {
    guard !userID.isEmpty else { return }
    state.withLock { $0.userID = $0.userID ?? userID }
  }

  /// Another token in the place of one that the server calls bad: the one that is kept, where a
  /// bad one was given, else a new one. A server gives few new ones.
  /// - Returns: whether it is new.
  private func replaceToken() async throws -> Bool {
    let known = configuration.acquaintance
    let hasKept = state.withLock { state in
      guard let kept = known.token, kept != state.token else { return false }
      (state.token, state.userID) = (kept, known.userID)
      return true
    }
    if hasKept { return false }
    try await newToken()
    return true
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
  /// - Parameters:
  ///   - time: how long the answer may take to begin beyond the usual.
  ///   - isStream: whether it is a stream.
  ///   - make: makes the request, again for the second try.
  func send(
    allowing time: Duration = .zero, isStream: Bool = false,
    _ make: () async throws -> HTTPClientRequest
  ) async throws -> HTTPClientResponse {
    var hasRenewed = false
    var hasRested = false
    while true {
      let request = try await make()
      let answer = try await execute(request, allowing: time, isStream: isStream)
      let (response, code) = try await told(answer)
      if code == .badToken, !hasRenewed {
        hasRenewed = try await replaceToken()
      } else if !hasRested, Self.mayRepeat(request, after: response, code) {
        hasRested = true
        let seconds =
          response.headers.first(name: "Retry-After").flatMap(Int.init)
          ?? (code == .rateLimited ? 30 : 5)
        try await rest(.seconds(min(max(seconds, 1), 60)))
      } else {
        return response
      }
    }
  }

  /// The answer with the code that it tells: by its status, on hosted servers by its body alone.
  private func told(
    _ answer: HTTPClientResponse
  ) async throws -> (HTTPClientResponse, ServiceError.Code) {
    var answer = answer
    let type = answer.headers.first(name: "Content-Type") ?? ""
    guard answer.status == .ok, type.hasPrefix("application/json") else {
      let code: ServiceError.Code? =
        switch answer.status {
        case .unauthorized: .badToken
        case .tooManyRequests: .rateLimited
        case .serviceUnavailable: .unavailable
        default: nil
        }
      return (answer, code ?? .success)
    }
    let body = try await self.body(of: answer)
    answer.body = .bytes(body)
    // Failures are short; a large state is read once.
    guard body.readableBytes < 1 << 16,
      let failure = (try? JSONValue.parse(body: String(buffer: body)))
        .flatMap(ServiceError.init(reply:))
    else { return (answer, .success) }
    return (answer, failure.code)
  }

  /// Whether a refused request may be made again: nothing was begun where the contract's own words
  /// refuse it. A proxy's 503 says less.
  private static func mayRepeat(
    _ request: HTTPClientRequest, after response: HTTPClientResponse, _ code: ServiceError.Code
  ) -> Bool {
    code == .rateLimited
      || code == .unavailable
        && (response.headers.contains(name: versionHeader)
          || [.GET, .HEAD].contains(request.method))
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
    let body = try await body(of: response)
    guard let json = try? JSONValue.parse(body: String(buffer: body)) else {
      throw badReply(response)
    }
    if let failure = ServiceError(reply: json) { throw failure }
    guard response.status.code < 400 else { throw badReply(response) }
    return json
  }

  private func body(of response: HTTPClientResponse) async throws -> ByteBuffer {
    do {
      return try await response.body.collect(upTo: 64 << 20)
    } catch {
      throw try failure(error)
    }
  }

  /// The `data` of an answer.
  func data(of response: HTTPClientResponse) async throws -> JSONValue {
    try Envelope.data(of: try await json(of: response))
  }

  private func execute(
    _ request: HTTPClientRequest, allowing time: Duration = .zero, isStream: Bool = false
  ) async throws -> HTTPClientResponse {
    let http = isStream && isKinora ? streams : http
    do {
      let response = try await http.execute(
        request, deadline: .now() + TimeAmount(patience + time))
      note(response)
      return response
    } catch {
      throw try failure(error)
    }
  }

  /// What a failure of the client library means: only where no connection was made, it is certain
  /// that the server never got the request.
  /// - Throws: `CancellationError` where nobody waits any more.
  private func failure(_ error: any Error) throws -> ClientError {
    if error is CancellationError || Task.isCancelled { throw CancellationError() }
    let server = configuration.server
    switch error {
    case is NIOConnectionError: return unreachable(error)
    case let error as IOError where Self.connectionErrors.contains(error.errnoCode):
      return unreachable(error)
    case let error as HTTPClientError where Self.connectionTimeouts.contains(error):
      return unreachable(error)
    case let error as HTTPClientError where Self.timeouts.contains(error):
      return ClientError(
        .timedOut, "The server at \(server) took too long to answer; ask for the status later.",
        cause: error)
    default:
      return ClientError(
        .dropped, "The connection to the server at \(server) broke off; ask for the status later.",
        cause: error)
    }
  }

  private static let connectionErrors: Set = [
    ECONNREFUSED, EHOSTUNREACH, ENETUNREACH, EHOSTDOWN, ENETDOWN, EADDRNOTAVAIL,
  ]
  private static let connectionTimeouts: [HTTPClientError] = [
    .connectTimeout, .getConnectionFromPoolTimeout, .tlsHandshakeTimeout,
  ]
  private static let timeouts: [HTTPClientError] = [
    .deadlineExceeded, .readTimeout, .writeTimeout,
  ]

  private func unreachable(_ error: any Error) -> ClientError {
    ClientError(
      .unreachable,
      "The server at \(configuration.server) can't be reached; start it (kinora serve) or set "
        + "NEMO_API_URL.", cause: error)
  }

  private func badReply(_ response: HTTPClientResponse) -> ClientError {
    let server = configuration.server
    switch response.status {
    case .serviceUnavailable:
      return ClientError(
        .unavailable, "The server at \(server) can't answer just now; try again in a moment.")
    case .badGateway, .gatewayTimeout:
      // A proxy has passed the request on, and knows no more of it.
      return ClientError(
        .dropped, "The server at \(server) didn't answer its proxy; ask for the status later.")
    default:
      return ClientError(
        .badReply,
        "The server at \(server) answered \(response.status.code) with something that isn't of "
          + "the contract; is the address right?")
    }
  }

  private func note(_ response: HTTPClientResponse) {
    guard response.headers.contains(name: Self.versionHeader) else { return }
    state.withLock { $0.isKinora = true }
  }

  private static let versionHeader = "X-API-Version"

  private func addAttribution(to request: inout HTTPClientRequest) {
    let attribution = configuration.attribution
    request.headers.add(name: Attribution.sourceHeader, value: attribution.source)
    request.headers.add(name: Attribution.versionHeader, value: attribution.version)
    request.headers.add(name: Attribution.platformHeader, value: attribution.platform)
  }
}
