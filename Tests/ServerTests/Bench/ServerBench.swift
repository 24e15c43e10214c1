import Accounts
import AsyncHTTPClient
import FakeWorkshop
import Foundation
import Logging
import NIOCore
import NIOHTTP1
import Records
import ServiceLifecycle
import Store
import Studio
import Timeline
import Wire

@testable import Server

/// A server over real stores on a free port, and a client.
final class ServerBench: Sendable {
  let studio: Studio
  let store: EmbeddedStore
  let server: KinoraServer
  let group: ServiceGroup
  let root: String

  private init(
    studio: Studio, store: EmbeddedStore, server: KinoraServer, group: ServiceGroup, root: String
  ) {
    self.studio = studio
    self.store = store
    self.server = server
    self.group = group
    self.root = root
  }

  static let silence: Logger = {
    var logger = Logger(label: "kinora.test")
    logger.logLevel = .critical
    return logger
  }()

  /// Runs `body` with a server, and clears everything away afterwards.
  static func with(
    accounts change: (inout AccountSettings) -> Void = { _ in }, clips: FakeClips? = nil,
    _ configure: (inout KinoraServer.Configuration) -> Void = { _ in },
    _ body: @Sendable (ServerBench) async throws -> Void
  ) async throws {
    let folder =
      FileManager.default.temporaryDirectory.path + "/kinora-server-" + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let store = try EmbeddedStore(folder: folder)
    var settings = AccountSettings()
    settings.issuesPerClient = 0
    settings.issuesPerAddress = 0
    change(&settings)
    var studioSettings = StudioSettings(workFolder: folder + "/work")
    studioSettings.pollInterval = .milliseconds(200)
    let studio = Studio(
      store: store, queue: store, blobs: try DiskBlobStore(folder: folder, reserve: 0),
      workshop: FakeWorkshop(), accounts: Accounts(store: store, settings: settings),
      settings: studioSettings, logger: silence, clips: clips)
    try await studio.prepare()
    var configuration = KinoraServer.Configuration()
    configuration.port = 0
    configuration.drainNotice = .milliseconds(20)
    configuration.administratorSecret = "the secret"
    configure(&configuration)
    let (ports, port) = AsyncStream.makeStream(of: Int.self)
    let server = KinoraServer(studio: studio, configuration: configuration, logger: silence) {
      port.yield($0)
    }
    let group = ServiceGroup(
      configuration: .init(services: [.init(service: server)], logger: silence))
    let running = Task { try await group.run() }
    let work = Task { await studio.run() }
    var first = ports.makeAsyncIterator()
    let number = await first.next() ?? 0
    let bench = ServerBench(
      studio: studio, store: store, server: server, group: group,
      root: "http://127.0.0.1:\(number)")
    let result = await Result { try await body(bench) }
    await group.triggerGracefulShutdown()
    try await running.value
    work.cancel()
    await work.value
    store.close()
    try result.get()
  }
}

extension Result where Failure == any Error {
  fileprivate init(_ body: () async throws -> Success) async {
    do { self = .success(try await body()) } catch { self = .failure(error) }
  }
}

/// What a server answered.
struct Answer: Sendable {
  var status: Int
  var headers: HTTPHeaders
  var body: String

  var json: JSONValue { get throws { try JSONValue.parse(body) } }
  var code: Int? { get throws { try Fields(json).integer("code") } }
  /// Whether it has that status and that code.
  func tells(_ status: Int, _ code: Int) throws -> Bool {
    try self.status == status && self.code == code
  }
  var data: Fields { get throws { try Fields(Envelope.data(of: json), place: "data") } }
  /// The events of a stream, heartbeats left out.
  var events: [Event] {
    get throws {
      var parser = EventStreamParser()
      return try parser.parse(body.utf8).filter { !$0.data.isEmpty }
        .map { try Event(json: JSONValue.parse($0.data)) }
    }
  }
}

extension ServerBench {
  func request(
    _ method: String, _ path: String, token: String? = nil, headers: [String: String] = [:],
    body: String? = nil
  ) -> HTTPClientRequest {
    var request = HTTPClientRequest(url: root + path)
    request.method = HTTPMethod(rawValue: method)
    if let token { request.headers.add(name: "Authorization", value: "Bearer \(token)") }
    for (name, value) in headers { request.headers.replaceOrAdd(name: name, value: value) }
    if let body {
      if !request.headers.contains(name: "Content-Type") {
        request.headers.add(name: "Content-Type", value: "application/json")
      }
      request.body = .bytes(ByteBuffer(string: body))
    }
    return request
  }

  func send(
    _ method: String, _ path: String, token: String? = nil, headers: [String: String] = [:],
    body: String? = nil
  ) async throws -> Answer {
    let response = try await HTTPClient.shared.execute(
      request(method, path, token: token, headers: headers, body: body), timeout: .seconds(20))
    let bytes = try await response.body.collect(upTo: 1 << 24)
    return Answer(
      status: Int(response.status.code), headers: response.headers, body: String(buffer: bytes))
  }

  /// A new anonymous user's token.
  func token() async throws -> String {
    try await studio.accounts.issueAnonymousToken(
      client: UUID().uuidString, address: "127.0.0.1"
    ).token
  }

  func session(_ token: String, language: String = "en") async throws -> String {
    let answer = try await send(
      "POST", "/api/tasks/me/with-session/nemo_agent", token: token,
      body: #"{"task_name":"project","language":"\#(language)"}"#)
    return try answer.data.requiredString("session_id")
  }

  /// Puts a picture into a session.
  func upload(
    to session: String, token: String, named name: String = "dawn.jpg", kind: String = "image"
  ) async throws {
    let identity = try await studio.accounts.identity(bearer: token)
    let file = try await studio.receiveUpload(named: name, to: session, for: identity)
    try await file.append(Array("\(kind) \(name)".utf8))
    _ = try await file.finish()
  }

  /// A turn of the session that nobody works on, so that its stream stays silent.
  func silentTurn(in session: String, token: String) async throws -> String {
    let identity = try await studio.accounts.identity(bearer: token)
    let turn = Turn(
      id: "e-" + UUID().uuidString.lowercased(), session: session, account: identity.account,
      message: "{}", digest: "", status: .running, createdAt: Date())
    try await store.write { try $0.insert(turn) }
    return turn.id
  }

  static func message(_ text: String, to session: String) -> String {
    RunRequest(sessionID: session, message: Content(role: "user", text: text)).json.text()
  }

  /// Waits until something is so.
  func until(_ condition: () async throws -> Bool) async throws {
    let end = ContinuousClock.now + .seconds(15)
    while try await !condition() {
      guard ContinuousClock.now < end else { throw CancellationError() }
      try await Task.sleep(for: .milliseconds(2))
    }
  }
}
