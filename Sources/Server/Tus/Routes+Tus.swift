import Accounts
import HTTPTypes
import Hummingbird
import NIOCore
import Records
import Studio
import Timeline
import Wire

extension Routes {
  /// Resumable uploads by tus 1.0 (https://tus.io/protocols/resumable-upload), with its extensions
  /// creation, creation-with-upload, expiration and termination.
  var resumableUploadRoutes: [Route] {
    [
      Route(.options, "/files", access: .anyone, TusDocument.options) { options($0) },
      Route(.options, "/files/{id}", access: .anyone, TusDocument.optionsOfUpload) {
        let id = $0.parameter("id")
        guard PercentEncoding.encode(id) == id else { throw Gate.nothingThere }
        return options($0)
      },
      Route(.post, "/files", startsWork: true, TusDocument.create) { try await create($0) },
      Route(.head, "/files/{id}", TusDocument.head) { try await head($0) },
      Route(.patch, "/files/{id}", startsWork: true, TusDocument.patch) {
        try await patch($0)
      },
      Route(.delete, "/files/{id}", TusDocument.delete) { try await delete($0) },
      Route(.post, "/files/{id}", TusDocument.override) { try await override($0) },
    ].map { route in
      var route = route
      // The protocol wants them on each reply; the version list tells whoever is refused with 412.
      route.failureHeaders = Self.tusHeaders
      route.failureHeaders[.tusVersion] = Self.version
      return route
    }
  }

  private func options(_ call: Call) -> Response {
    var headers = Self.tusHeaders
    headers[.tusVersion] = Self.version
    headers[.tusExtension] = "creation,creation-with-upload,expiration,termination"
    let largest = PlanName.allCases.map { accounts.policy(of: $0).maximumFileSize }.max() ?? 0
    headers[.tusMaxSize] = String(largest)
    return Response(status: .noContent, headers: headers)
  }

  private func create(_ call: Call) async throws -> Response {
    try Self.requireVersion(call)
    guard call.header(.uploadDeferLength) == nil else {
      throw ServiceError(
        .badRequest, "An upload's length must be known when it begins; send Upload-Length.")
    }
    guard let length = call.header(.uploadLength).flatMap({ Int($0) }), length >= 0 else {
      throw ServiceError(
        .badRequest, "The request has no Upload-Length; send the file's size in bytes.")
    }
    let header = call.header(.uploadMetadata) ?? ""
    guard header.utf8.count <= 8192, let metadata = TusMetadata(header) else {
      throw ServiceError(
        .badRequest, "Upload-Metadata can't be read; write keys with values in base64.")
    }
    let session = metadata.values["session_id"] ?? metadata.values["sessionId"]
    guard let session else {
      throw ServiceError(
        .badRequest, "Upload-Metadata has no session_id; say which session the file is for.")
    }
    let name = FileName.cleaned(metadata.values["filename"] ?? metadata.values["name"] ?? "file")
    let upload = try await studio.createPartial(
      length: length, filename: name, metadata: header, session: session, for: call.owner)
    var reply = UploadProgress(upload: upload, offset: 0)
    if Self.carriesBytes(call) {
      reply = try await append(call, to: upload.id, at: 0)
    }
    var headers = Self.headers(of: reply)
    headers[.location] = location(of: upload, call)
    return Response(status: .created, headers: headers)
  }

  private func head(_ call: Call) async throws -> Response {
    try Self.requireVersion(call)
    let (upload, offset) = try await studio.partial(call.parameter("id"), for: call.owner)
    var headers = Self.headers(of: UploadProgress(upload: upload, offset: offset))
    headers[.uploadLength] = String(upload.length)
    headers[.cacheControl] = "no-store"
    if !upload.metadata.isEmpty { headers[.uploadMetadata] = upload.metadata }
    return Response(status: .ok, headers: headers)
  }

  private func patch(_ call: Call) async throws -> Response {
    try Self.requireVersion(call)
    guard Self.carriesBytes(call) else {
      throw ServiceError(
        .unsupportedMediaType,
        "Bytes of an upload are sent as application/offset+octet-stream.")
    }
    guard let offset = call.header(.uploadOffset).flatMap({ Int($0) }), offset >= 0 else {
      throw ServiceError(
        .badRequest, "The request has no Upload-Offset; ask with HEAD where to go on.")
    }
    let reply = try await append(call, to: call.parameter("id"), at: offset)
    return Response(status: .noContent, headers: Self.headers(of: reply))
  }

  private func delete(_ call: Call) async throws -> Response {
    try Self.requireVersion(call)
    try await studio.removePartial(call.parameter("id"), for: call.owner)
    return Response(status: .noContent, headers: Self.tusHeaders)
  }

  /// `X-HTTP-Method-Override`, for surroundings that know GET and POST alone.
  private func override(_ call: Call) async throws -> Response {
    switch call.header(.methodOverride)?.uppercased() {
    case "PATCH": return try await patch(call)
    case "DELETE": return try await delete(call)
    case "HEAD": return try await head(call)
    default:
      throw ServiceError(
        .methodNotAllowed,
        "An upload that exists takes no POST; send PATCH, or X-HTTP-Method-Override.")
    }
  }

  private func append(
    _ call: Call, to id: String, at offset: Int
  ) async throws -> UploadProgress {
    call.askForBody()
    return try await call.withUploadBody { body in
      let (upload, offset) = try await studio.appendToPartial(
        id, offset: offset, from: UploadChunks(body: body), for: call.owner)
      return UploadProgress(upload: upload, offset: offset)
    }
  }

  private func location(of upload: PartialUpload, _ call: Call) -> String {
    "\(studio.publicURL)/files/\(upload.id)"
  }

  private static func carriesBytes(_ call: Call) -> Bool {
    call.header(.contentType)?.lowercased() == "application/offset+octet-stream"
  }

  private static func requireVersion(_ call: Call) throws(ServiceError) {
    guard call.header(.tusResumable) == version else {
      throw ServiceError(
        ServiceError.Code(rawValue: 412),
        "The request must say Tus-Resumable: \(version), the version that is spoken here.")
    }
  }

  private static let version = "1.0.0"
  private static let tusHeaders: HTTPFields = [.tusResumable: version]

  private static func headers(of progress: UploadProgress) -> HTTPFields {
    var headers = tusHeaders
    headers[.uploadOffset] = String(progress.offset)
    if let media = progress.upload.media {
      headers[.mediaID] = media
    } else {
      headers[.uploadExpires] = HTTPDate.text(progress.upload.expiresAt)
    }
    return headers
  }
}

/// An upload and how many of its bytes are safe.
private struct UploadProgress: Sendable {
  var upload: PartialUpload
  var offset: Int
}
