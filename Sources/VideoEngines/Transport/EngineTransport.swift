import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1
import NIOPosix
import Timeline

/// Speaks HTTP with one engine: its key goes to its own address and nowhere else, redirects are
/// not followed, and no answer is larger than is sensible.
struct EngineTransport: Sendable {
  /// What sentences call the engine.
  let engine: String
  /// Where it answers, without a slash at the end.
  let base: String
  private let authorization: String?
  private let header: String
  private let timeLimit: TimeAmount

  /// Replies of JSON larger than this are none.
  static let largestReply = 8 << 20

  /// One for all: it follows no redirect, so that no key goes astray.
  static let client: HTTPClient = {
    var configuration = HTTPClient.Configuration(
      redirectConfiguration: .disallow, timeout: .init(connect: .seconds(10)))
    // Who isn't there is told at once; whoever asks again decides when.
    configuration.connectionPool.retryConnectionEstablishment = false
    return HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
  }()

  /// - Parameters:
  ///   - base: where the engine answers.
  ///   - authorization: what proves who asks, such as `Bearer abc`.
  ///   - header: the header that holds it.
  ///   - timeLimit: seconds for an exchange.
  init(
    engine: String, base: String, authorization: String? = nil,
    header: String = "Authorization", timeLimit: Int = 60
  ) {
    self.engine = engine
    self.base = base.hasSuffix("/") ? String(base.dropLast()) : base
    self.authorization = authorization
    self.header = header
    self.timeLimit = .seconds(Int64(timeLimit))
  }

  /// What an engine answered.
  struct Reply {
    let status: UInt
    let headers: HTTPHeaders
    let body: [UInt8]

    var json: JSONValue? { try? JSONValue.parse(String(decoding: body, as: UTF8.self)) }
  }

  /// A body to be sent.
  enum Body {
    case none
    case json(JSONValue)
    case form(MultipartForm)
  }

  /// Asks, and takes any status for an answer.
  /// - Throws: `unreachable` where nothing was sent, `lost` where the line broke afterwards.
  func exchange(
    _ method: HTTPMethod, _ path: String, _ body: Body = .none, key: String? = nil,
    upTo limit: Int = EngineTransport.largestReply
  ) async throws(VideoEngineError) -> Reply {
    var request = try request(method, path)
    if let key { request.headers.add(name: "Idempotency-Key", value: key) }
    switch body {
    case .none: break
    case .json(let value):
      request.headers.add(name: "Content-Type", value: "application/json")
      request.body = .bytes(ByteBuffer(string: value.text()))
    case .form(let form):
      request.headers.add(name: "Content-Type", value: form.contentType)
      request.body = .bytes(ByteBuffer(bytes: form.content))
    }
    do {
      let reply = try await Self.client.execute(request, timeout: timeLimit)
      let bytes = try await reply.body.collect(upTo: limit)
      return Reply(
        status: reply.status.code, headers: reply.headers, body: Array(buffer: bytes))
    } catch {
      throw failure(error)
    }
  }

  /// Asks, and wants JSON.
  func json(
    _ method: HTTPMethod, _ path: String, _ body: Body = .none, key: String? = nil,
    upTo limit: Int = EngineTransport.largestReply
  ) async throws(VideoEngineError) -> JSONValue {
    try value(of: try await exchange(method, path, body, key: key, upTo: limit))
  }

  /// What a reply says, where it is one of success and JSON.
  func value(of reply: Reply) throws(VideoEngineError) -> JSONValue {
    guard (200...299).contains(reply.status) else { throw refusal(reply) }
    guard let value = reply.json else {
      let isPage = String(decoding: reply.body.prefix(200), as: UTF8.self).contains("<")
      throw VideoEngineError(
        .badReply,
        "\(engine) at \(base) answered \(isPage ? "a web page" : "something") that is no JSON; "
          + "check that its address leads to the engine itself.")
    }
    return value
  }

  func request(
    _ method: HTTPMethod, _ path: String
  ) throws(VideoEngineError) -> HTTPClientRequest {
    let address = path.hasPrefix("http") ? path : base + path
    guard isOwn(address) else {
      throw VideoEngineError(
        .badReply,
        "\(engine) points at another server, \(Self.host(of: address)), for its own "
          + "answers; that isn't followed.")
    }
    var request = HTTPClientRequest(url: address)
    request.method = method
    request.headers.add(name: "Accept", value: "application/json")
    request.headers.add(name: "User-Agent", value: "Kinora")
    if let authorization { request.headers.add(name: header, value: authorization) }
    return request
  }

  /// Whether an address is on the engine's own server.
  func isOwn(_ address: String) -> Bool {
    guard let own = URLComponents(string: base), let other = URLComponents(string: address) else {
      return false
    }
    return own.scheme == other.scheme && own.host == other.host && own.port == other.port
  }

  /// An address that an engine tells, where it is on its own server.
  func own(_ told: JSONValue?) -> String? {
    told?.words.flatMap { isOwn($0) ? $0 : nil }
  }

  static func host(of address: String) -> String {
    URLComponents(string: address)?.host ?? "somewhere"
  }

  /// The error that a status other than 2xx stands for.
  func refusal(_ reply: Reply) -> VideoEngineError {
    let told = reply.json.flatMap(Self.message)
    let said = told.map { ": \($0)" } ?? ""
    switch reply.status {
    case 401, 403:
      return VideoEngineError(
        .unauthorized, "\(engine) doesn't accept the key; check it\(said).")
    case 404, 410:
      return VideoEngineError(.gone, "\(engine) doesn't know that\(said).")
    case 408, 425, 429, 503:
      return VideoEngineError(.busy, "\(engine) has too much to do; try again later\(said).")
    case 300...399:
      return VideoEngineError(
        .badReply, "\(engine) at \(base) sends elsewhere; give the address where it answers itself."
      )
    case 500...:
      return VideoEngineError(
        .failed, "\(engine) broke on the request (\(reply.status)); look at its log\(said).")
    default:
      return VideoEngineError(
        .refused, "\(engine) refused the request (\(reply.status))\(said).")
    }
  }

  /// What a reply says went wrong, as the many engines say it.
  static func message(in value: JSONValue) -> String? {
    for path in [["error", "message"], ["message"], ["detail"], ["error"], ["title"]] {
      let found = path.reduce(JSONValue?.some(value)) { $0?[$1] }
      if let text = found?.words, !text.isEmpty { return Self.short(text) }
    }
    return value["detail"]?.elements.first?["msg"]?.words.map(Self.short)
  }

  static func short(_ text: String) -> String {
    let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    let trimmed = line.hasSuffix(".") ? String(line.dropLast()) : line
    return trimmed.count > 300 ? trimmed.prefix(300) + "…" : trimmed
  }

  private func failure(_ error: any Error) -> VideoEngineError {
    if let error = error as? VideoEngineError { return error }
    if error is NIOTooManyBytesError {
      return VideoEngineError(
        .badReply, "\(engine) answered more than can be an answer; check its address.", cause: error
      )
    }
    guard Self.isUnsent(error) else {
      // Whatever else went wrong may have done so after the request had arrived.
      return VideoEngineError(
        .lost, "\(engine) at \(base) broke off before it answered.", cause: error)
    }
    return VideoEngineError(
      .unreachable, "\(engine) at \(base) can't be reached; is it running?", cause: error)
  }

  /// Whether it is certain that nothing has arrived.
  private static func isUnsent(_ error: any Error) -> Bool {
    switch error {
    case let error as HTTPClientError:
      [
        .connectTimeout, .tlsHandshakeTimeout, .getConnectionFromPoolTimeout, .invalidURL,
        .emptyHost, .emptyScheme,
      ].contains(error)
    case let error as IOError:
      [ECONNREFUSED, EHOSTUNREACH, ENETUNREACH, ENETDOWN].contains(error.errnoCode)
    default: error is NIOConnectionError
    }
  }
}
