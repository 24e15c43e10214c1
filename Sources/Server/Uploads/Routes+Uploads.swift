import Accounts
import HTTPTypes
import Hummingbird
import NIOCore
import Records
import Studio
import Timeline
import Wire

extension Routes {
  /// Files into a session: sent as parts of a form, or fetched from addresses.
  var uploadRoutes: [Route] {
    [
      Route(
        .post, "/api/upload-video/nemo_agent/me/{session}", startsWork: true,
        Self.uploadDocument,
        answer: { call in
          let items = try await receive(call)
          return .data(UploadReply(files: items.map { studio.describe($0) }).json)
        })
    ]
  }

  private func receive(_ call: Call) async throws -> [MediaItem] {
    _ = try await studio.session(call.parameter("session"), for: call.owner)
    let type = HeaderParameters(call.header(.contentType) ?? "application/json")
    switch type.value {
    case "application/json": return try await fetchFiles(call)
    case "multipart/form-data":
      guard let boundary = type.parameters["boundary"] else {
        throw ServiceError(
          .badRequest, "The Content-Type names no boundary; let your library set that header.")
      }
      return try await receiveParts(call, boundary)
    default:
      throw ServiceError(
        .unsupportedMediaType,
        "Uploads are sent as multipart/form-data, or as JSON with \"urls\"; not as \(type.value).")
    }
  }

  private func receiveParts(_ call: Call, _ boundary: String) async throws -> [MediaItem] {
    let limit =
      accounts.policy(of: call.owner.plan).maximumFileSize * call.configuration.largestUploadFactor
    if let length = call.header(.contentLength).flatMap({ Int($0) }), length > limit {
      throw Self.tooMuch(limit)
    }
    let parser = try MultipartParser(boundary: boundary)
    let session = call.parameter("session")
    call.askForBody()
    return try await call.withUploadBody { body in
      var receiver = UploadReceiver(studio: studio, session: session, identity: call.owner)
      do {
        try await Self.take(body, parser, into: &receiver, limit)
        return try await receiver.keep()
      } catch {
        await receiver.discard()
        throw error
      }
    }
  }

  private static func take(
    _ body: UploadBody, _ parser: consuming MultipartParser, into receiver: inout UploadReceiver,
    _ limit: Int
  ) async throws {
    var received = 0
    for try await bytes in body {
      received += bytes.readableBytes
      guard received <= limit else { throw tooMuch(limit) }
      for element in try parser.parse(bytes) {
        switch element {
        case .part(let headers):
          // Other fields of the form are no business of ours.
          guard let name = headers.filename, headers.name == "files" else { continue }
          try await receiver.begin(name, length: headers.contentLength)
        case .bytes(let bytes): try await receiver.take(bytes)
        case .endOfPart: try await receiver.end()
        case .end: break
        }
      }
    }
    try parser.finish()
  }

  private func fetchFiles(_ call: Call) async throws -> [MediaItem] {
    call.askForBody()
    let request = try URLUploadRequest(json: try await call.json() ?? .object([:]))
    let settings = call.configuration.fetching
    guard request.urls.count <= settings.files else {
      throw ServiceError(
        .badRequest, "At most \(settings.files) addresses are fetched at a time; send fewer.")
    }
    for url in request.urls { _ = try FetchTarget(url, settings: settings) }
    let fetcher = Fetcher(settings: settings)
    var receiver = UploadReceiver(
      studio: studio, session: call.parameter("session"), identity: call.owner)
    do {
      for url in request.urls { try await receiver.fetch(url, with: fetcher) }
      return try await receiver.keep()
    } catch {
      await receiver.discard()
      throw error
    }
  }

  private static func tooMuch(_ limit: Int) -> ServiceError {
    ServiceError(
      .fileTooLarge,
      "The request is larger than the \(limit >> 20) MB that are taken at once; send fewer or "
        + "smaller files at a time.")
  }
}

extension UploadReceiver {
  /// Fetches a file and takes it in.
  mutating func fetch(_ url: String, with fetcher: Fetcher) async throws {
    try await fetcher.fetch(url) { piece in
      switch piece {
      case .head(let head): try await begin(head.filename, length: head.length)
      case .bytes(let bytes): try await take(bytes)
      }
    }
    try await end()
  }
}
