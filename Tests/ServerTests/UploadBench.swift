import Accounts
import Director
import Foundation
import HTTPTypes

import HummingbirdTesting
import Logging
import MediaTime
import NIOCore
import Records
import Scenes
import Store
import Studio
import Testing
import Timeline
import Wire

@testable import Server

/// A server over real stores, with a workshop that believes what files say of themselves.
struct UploadBench: Sendable {
  let studio: Studio
  let folder: String
  let client: UploadClient
  let token: String
  let session: String

  /// Runs `body` with a server that listens on a free port, and clears everything away.
  static func with(
    accounts change: (inout AccountSettings) -> Void = { _ in },
    server: (inout KinoraServer.Configuration) -> Void = { _ in },
    _ body: @escaping @Sendable (UploadBench) async throws -> Void
  ) async throws {
    let folder =
      FileManager.default.temporaryDirectory.path + "/kinora-server-"
      + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let store = try EmbeddedStore(folder: folder)
    defer { store.close() }
    var settings = AccountSettings()
    settings.issuesPerClient = 0
    settings.issuesPerAddress = 0
    settings.passwordCosts = PasswordCosts(logarithm: 10, blockSize: 8, lanes: 1)
    change(&settings)
    var logger = Logger(label: "kinora.test")
    logger.logLevel = .critical
    let accounts = Accounts(store: store, settings: settings)
    let studio = Studio(
      store: store, queue: store, blobs: try DiskBlobStore(folder: folder, reserve: 0),
      workshop: UploadWorkshop(), accounts: accounts,
      settings: StudioSettings(workFolder: folder + "/work"), logger: logger)
    try await studio.prepare()
    let token = try await accounts.issueAnonymousToken(
      client: UUID().uuidString, address: "127.0.0.1"
    ).token
    let owner = try await accounts.identity(bearer: token)
    let session = try await studio.createSession(SessionRequest(), for: owner).id
    var configuration = KinoraServer.Configuration()
    configuration.port = 0
    server(&configuration)
    let (ports, port) = AsyncStream<Int>.makeStream()
    let kinora = KinoraServer(studio: studio, configuration: configuration, logger: logger) {
      port.yield($0)
    }
    let serving = Task { try await kinora.run() }
    let listening = await ports.first { _ in true }
    let client = UploadClient(port: listening ?? 0)
    let result = await Result.of {
      try await body(
        UploadBench(
          studio: studio, folder: folder, client: client, token: token, session: session))
    }
    serving.cancel()
    _ = await serving.result
    try result.get()
  }

  var uploadPath: String { "/api/upload-video/nemo_agent/me/\(session)" }
  var address: String { "http://127.0.0.1:\(client.port)" }

  /// Sends a request with the owner's token.
  @discardableResult
  func send(
    _ method: HTTPRequest.Method, _ path: String, _ headers: HTTPFields = [:],
    body: ByteBuffer? = nil, token: String? = nil
  ) async throws -> TestReply {
    var headers = headers
    if headers[.authorization] == nil {
      headers[.authorization] = "Bearer \(token ?? self.token)"
    }
    return try await client.send(method, path, headers, body: body)
  }

  /// Sends a form with these files.
  func upload(
    _ files: [(name: String, content: String)], field: String = "files"
  ) async throws -> TestReply {
    var body = ""
    for file in files {
      body +=
        "--cut\r\nContent-Disposition: form-data; name=\"\(field)\"; "
        + "filename=\"\(file.name)\"\r\n\r\n\(file.content)\r\n"
    }
    return try await send(
      .post, uploadPath, [.contentType: "multipart/form-data; boundary=cut"],
      body: ByteBuffer(string: body + "--cut--\r\n"))
  }

  /// What the session holds.
  func media() async throws -> [UploadedFile] {
    let owner = try await studio.accounts.identity(bearer: token)
    let body = try await studio.latestState(of: session, for: owner)
    let state = try SessionState(json: Envelope.data(of: JSONValue.parse(body: body)))
    guard case .array(let items)? = state.state["video_infos"] else { return [] }
    return try items.map { try UploadedFile(json: $0) }
  }

  /// Files that are on their way in.
  func parts() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder + "/parts")
  }
}

/// Takes whatever begins with `video`, `image` or `audio`.
struct UploadWorkshop: MediaWorkshop {
  func probe(path: String) async throws -> ProbedMedia {
    let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
    defer { try? handle.close() }
    let start = String(decoding: try handle.read(upToCount: 5) ?? Data(), as: UTF8.self)
    let texts = ["subti": MediaFacts.Kind.subtitles, "table": .table]
    guard let kind = MediaFacts.Kind(rawValue: start) ?? texts[start] else {
      throw ServiceError(.unsupportedFile, "The file is of no kind that can be used.")
    }
    return ProbedMedia(
      facts: MediaFacts(kind: kind), contentType: kind == .video ? "video/mp4" : "image/png")
  }

  func analyse(
    path: String, facts: MediaFacts, progress: @escaping @Sendable (Double) -> Void
  ) async throws -> MediaAnalysis {
    throw ServiceError(.internalError, "Nothing is analysed here.")
  }

  func draw(_ scene: SceneFile, to outputPath: String) async throws {
    throw ServiceError(.internalError, "Nothing is drawn here.")
  }

  func speak(_ voice: VoiceOver, to outputPath: String) async throws -> Spoken {
    throw ServiceError(.unavailable, "Only uploads are measured.")
  }

  func beats(path: String) async throws -> [Milliseconds] { [] }

  func captions(path: String) async throws -> [Segment] { [] }

  func inspect(_ order: FilmOrder) async throws -> [PreflightFinding] { [] }

  func frame(_ order: FrameOrder) async throws -> [UInt8] {
    throw ServiceError(.internalError, "Nothing is drawn here.")
  }

  func peaks(
    path: String, bins: Int, lasting length: Milliseconds?
  ) async throws -> SoundCurve {
    throw ServiceError(.internalError, "Nothing is heard here.")
  }

  func render(
    _ order: FilmOrder, progress: @escaping @Sendable (Double) -> Void
  ) async throws -> RenderedFilm {
    throw ServiceError(.internalError, "Nothing is rendered here.")
  }
}

extension Result where Failure == any Error {
  /// What `body` gives or throws.
  static func of(_ body: () async throws -> Success) async -> Self {
    do { return .success(try await body()) } catch { return .failure(error) }
  }
}

/// Asks a server, over a connection of its own each time.
struct UploadClient: Sendable {
  let port: Int

  func send(
    _ method: HTTPRequest.Method, _ path: String, _ headers: HTTPFields = [:],
    body: ByteBuffer? = nil
  ) async throws -> TestReply {
    try await TestClient.withClient(host: "127.0.0.1", port: port) { client in
      TestReply(
        try await client.execute(
          TestClient.Request(path, method: method, headers: headers, body: body)))
    }
  }
}

/// A reply, with its status as a number.
struct TestReply: Sendable {
  let status: Int
  let headers: HTTPFields
  let text: String

  init(_ response: TestClient.Response) {
    status = response.status.code
    headers = response.headers
    text = response.body.map { String(buffer: $0) } ?? ""
  }

  /// The contract's code; nil where the body is no reply of the contract.
  var code: Int? {
    guard case .object(let members)? = try? JSONValue.parse(text),
      case .integer(let code)? = members["code"]
    else { return nil }
    return code
  }

  /// The files of an upload's reply.
  var files: [UploadedFile] {
    get throws {
      try UploadReply(json: try Envelope.data(of: try JSONValue.parse(body: text))).files
    }
  }
}
