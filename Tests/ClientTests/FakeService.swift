import Foundation
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import ServiceLifecycle
import Synchronization
import Timeline
import Wire

/// A server that plays the contract, ours or the hosted service with its quirks.
final class FakeService: Sendable {
  /// What it does and what was asked of it.
  struct State {
    /// Whether it sends `X-API-Version`, ids on its streams, and resumes them.
    var isKinora = true
    /// What a turn's stream carries.
    var stream: [Event] = []
    /// Heartbeats before the first event.
    var heartbeats = 0
    /// Sent streams break before the event of that index, once each.
    var drops: Set<Int> = []
    /// The draft, and the one that a turn leaves.
    var draft: JSONValue = .object([:])
    var draftAfterTurn: JSONValue?
    /// Answers to come before the real ones, by path prefix.
    var refusals: [String: [ServiceError]] = [:]
    /// Polls until a film is done; the first films that fail.
    var polls = 1
    var failingFilms = 0
    /// Whether polls answer in the shape without `data`.
    var hasFlatJobs = false
    /// Bytes of the film; a download breaks after so many, once.
    var film = [UInt8]("the film".utf8)
    var downloadBreaks: Int?
    /// Whether a stream hangs after its last event.
    var hangs = false
    /// Whether only the next stream does.
    var hangsOnce = false
    /// What the next turn's stream carries in the place of the others.
    var streamOnce: [Event]?
    /// Reads of the state after which a broken turn's draft is there.
    var statesUntilChange: Int?
    /// Answers of a proxy to come once a stream was dropped.
    var proxiesAfterDrop: [HTTPResponse.Status] = []
    /// Whether failures come with status 200, as the hosted service tells some.
    var tellsFailuresQuietly = false
    /// The only token that is taken; nil to take any.
    var goodToken: String?
    /// Answers of a proxy to come before the real ones, by path prefix.
    var proxyAnswers: [String: [HTTPResponse.Status]] = [:]
    /// How long an upload takes until it is answered.
    var uploadDelay: Duration = .zero

    // What happened.
    var tokens = 0
    var sessions = 0
    var messages: [String] = []
    var keys: Set<String> = []
    var resumes: [String] = []
    var uploads: [(name: String, bytes: Int)] = []
    var orders: [String] = []
    var cancelled: [String] = []
    var pollCounts: [String: Int] = [:]
    var ranges: [String] = []
    var attributions: Set<String> = []
    var tus: [String: [UInt8]] = [:]
    var tusLength = 0
    var orderedDrafts: [JSONValue] = []
    /// What the state tells as the hash of each file.
    var uploadHash = ""
    /// A resumable upload breaks after so many bytes, so often.
    var tusBreaks: Int?
    var tusBreaksLeft = 1
    /// Refusals of the next requests to send bytes.
    var tusRefusals: [ServiceError] = []
    /// Whether a whole upload is not told to be one.
    var tusForgetsMedia = false
    var tusPatches = 0
  }

  let state = Mutex(State())

  func change(_ body: (inout State) -> Void) { state.withLock { body(&$0) } }
  func ask<Value: Sendable>(_ body: (State) -> Value) -> Value { state.withLock { body($0) } }

  /// Runs `body` with the address of this service.
  func whileRunning(_ body: @Sendable @escaping (String) async throws -> Void) async throws {
    let (ports, port) = AsyncStream.makeStream(of: Int.self)
    var logger = Logger(label: "fake")
    logger.logLevel = .critical
    let application = Application(
      router: router(), configuration: .init(address: .hostname("127.0.0.1", port: 0)),
      onServerRunning: { port.yield($0.localAddress?.port ?? 0) }, logger: logger)
    let group = ServiceGroup(
      configuration: .init(services: [.init(service: application)], logger: logger))
    try await withThrowingTaskGroup(of: Void.self) { tasks in
      tasks.addTask { try await group.run() }
      var listening = ports.makeAsyncIterator()
      let number = await listening.next() ?? 0
      do { try await body("http://127.0.0.1:\(number)") } catch {
        tasks.cancelAll()
        throw error
      }
      tasks.cancelAll()
    }
  }

  // MARK: Routes

  private func router() -> Router<BasicRequestContext> {
    let router = Router()
    router.add(middleware: Translation(service: self))
    router.get("/health") { _, _ in self.reply(.object(["status": .string("ok")])) }
    router.post("/api/auth/anonymous-token") { _, _ in
      try self.refuse("/api/auth")
      let number = self.state.withLock { state in
        state.tokens += 1
        return state.tokens
      }
      let token = TokenReply(
        token: "nmv_usr_\(number)", userID: "anon_\(number)", expiresAt: "", credits: 100)
      return self.reply(Envelope.success(token.json))
    }
    router.post("/api/tasks/me/with-session/nemo_agent") { _, _ in
      try self.refuse("/api/tasks")
      let number = self.state.withLock { state in
        state.sessions += 1
        return state.sessions
      }
      return self.reply(
        Envelope.success(
          SessionReply(taskID: "t", sessionID: String(number), userID: "anon_1").json))
    }
    router.get("/api/state/nemo_agent/me/:session/latest") { _, context in
      try self.refuse("/api/state")
      let session = try context.parameters.require("session")
      self.change { state in
        guard let count = state.statesUntilChange else { return }
        state.statesUntilChange = count > 0 ? count - 1 : nil
        if count == 0, let draft = state.draftAfterTurn { state.draft = draft }
      }
      let infos = self.ask { state in
        state.uploads.map { upload in
          JSONValue.object([
            "id": .string("m_" + upload.name), "filename": .string(upload.name),
            "file_type": .string("image"), "hash": .string(state.uploadHash),
          ])
        }
      }
      let state = SessionState(
        sessionID: session, taskID: "t", taskName: "project",
        state: ["draft": self.ask(\.draft), "video_infos": .array(infos)])
      return self.reply(Envelope.success(state.json))
    }
    router.get("/api/credits/balance/simple") { _, _ in
      try self.refuse("/api/credits")
      return self.reply(Envelope.success(CreditBalance(available: 90, frozen: 10).json))
    }
    addStreamRoutes(to: router)
    addUploadRoutes(to: router)
    addExportRoutes(to: router)
    return router
  }

  /// Failures as replies, and the header of ours.
  struct Translation: RouterMiddleware {
    let service: FakeService

    func handle(
      _ request: Request, context: BasicRequestContext,
      next: (Request, BasicRequestContext) async throws -> Response
    ) async throws -> Response {
      if let source = request.headers[HTTPField.Name("X-Skill-Source")!] {
        service.change { $0.attributions.insert(source) }
      }
      if let status = service.proxyAnswer(to: request.uri.path) {
        return Response(status: status, body: .init(byteBuffer: ByteBuffer(string: "<html>")))
      }
      var response: Response
      do {
        let token = request.headers[.authorization]
        if let good = service.ask(\.goodToken), let token, token != "Bearer \(good)" {
          throw ServiceError(.badToken, "Bad.")
        }
        response = try await next(request, context)
      } catch let error as ServiceError {
        let status =
          service.ask(\.tellsFailuresQuietly) ? .ok : HTTPResponse.Status(code: error.httpStatus)
        response = service.reply(error.json, status: status)
      }
      if service.ask(\.isKinora) { response.headers[HTTPField.Name("X-API-Version")!] = "1" }
      return response
    }
  }

  func refuse(_ path: String) throws {
    let error = state.withLock { state -> ServiceError? in
      guard var errors = state.refusals[path], !errors.isEmpty else { return nil }
      let first = errors.removeFirst()
      state.refusals[path] = errors
      return first
    }
    if let error { throw error }
  }

  private func proxyAnswer(to path: String) -> HTTPResponse.Status? {
    state.withLock { state in
      guard let prefix = state.proxyAnswers.keys.first(where: path.hasPrefix),
        state.proxyAnswers[prefix]?.isEmpty == false
      else { return nil }
      return state.proxyAnswers[prefix]?.removeFirst()
    }
  }

  func reply(_ json: JSONValue, status: HTTPResponse.Status = .ok) -> Response {
    Response(
      status: status, headers: [.contentType: "application/json"],
      body: .init(byteBuffer: ByteBuffer(string: json.text())))
  }
}
