internal import AsyncHTTPClient
internal import Foundation
internal import NIOCore
internal import NIOHTTP1
internal import Timeline
internal import Wire

/// tus 1.0, the protocol of resumable uploads.
extension KinoraClient {
  /// Announces an upload.
  /// - Returns: its address; nil where the server has no such uploads.
  func createUpload(_ file: URL, _ size: Int, _ session: String) async throws -> String? {
    let name = Data(file.lastPathComponent.utf8).base64EncodedString()
    let place = Data(session.utf8).base64EncodedString()
    let response = try await send {
      var request = try await tusRequest(.POST, "/files/")
      request.headers.add(name: "Upload-Length", value: String(size))
      request.headers.add(name: "Upload-Metadata", value: "filename \(name),session_id \(place)")
      return request
    }
    if response.status == .created, let place = response.headers.first(name: "Location") {
      return place.hasPrefix("http") ? place : configuration.server + place
    }
    if response.status == .notFound || response.status == .methodNotAllowed {
      // A server of ours says why in the contract's words; another has no such route.
      guard isKinora else { return nil }
    }
    _ = try await data(of: response)
    return nil
  }

  /// Sends what the server doesn't have, until it has everything.
  func resumeUpload(
    _ upload: String, _ file: URL, _ size: Int, _ session: String,
    _ progress: @escaping @Sendable (Double) -> Void
  ) async throws -> UploadReply {
    var failures = 0
    var last = 0
    while true {
      do {
        let offset = try await uploadOffset(upload)
        if offset > last { failures = 0 }
        last = max(last, offset)
        if let media = try await sendRest(upload, file, from: offset, of: size, progress) {
          return try await reply(for: media, in: session)
        }
        guard failures < Self.tries else {
          throw ClientError(.badReply, "The server doesn't take the file in; send it again.")
        }
      } catch  where failures < Self.tries && Self.mayGoOn(error) {}
      failures += 1
      try await rest(.seconds(1 << failures))
    }
  }

  /// Tries without a byte that arrives: a minute in all. The server may wait for half of that
  /// before it lets go of a connection that it doesn't know to be cut.
  private static let tries = 5

  private static func mayGoOn(_ error: any Error) -> Bool {
    if let error = error as? ServiceError {
      // Another request sends to the upload: the one that was cut, or its bytes came too slowly.
      return error.code == .conflict || error.code.rawValue == 408 || error.httpStatus == 500
        || error.code == .unavailable
    }
    return ClientError.isPassing(error)
  }

  private func reply(for media: String, in session: String) async throws -> UploadReply {
    let state = try await state(of: session)
    guard case .array(let infos)? = state.state["video_infos"] else {
      throw ClientError(
        .badReply, "The server took the file and doesn't list it; send it again.")
    }
    return UploadReply(
      files: try infos.map { try UploadedFile(json: $0) }.filter { $0.id == media })
  }

  private func uploadOffset(_ upload: String) async throws -> Int {
    let response = try await send { try await tusRequest(.HEAD, upload) }
    guard response.status.code < 500 else {
      throw ClientError(.unavailable, "The server can't take the file just now; send it again.")
    }
    guard let offset = response.headers.first(name: "Upload-Offset").flatMap(Int.init) else {
      throw ClientError(.badReply, "The server has lost the upload; send the file again.")
    }
    return offset
  }

  /// - Returns: the medium that the file became; nil where the server names none yet.
  private func sendRest(
    _ upload: String, _ file: URL, from offset: Int, of size: Int,
    _ progress: @escaping @Sendable (Double) -> Void
  ) async throws -> String? {
    let response = try await send(allowing: Self.time(toSend: size - offset)) {
      var request = try await tusRequest(.PATCH, upload)
      request.headers.add(name: "Upload-Offset", value: String(offset))
      request.headers.add(name: "Content-Type", value: "application/offset+octet-stream")
      let body = FileBody(head: "", file: file, tail: "", offset: UInt64(offset)) { sent in
        progress(Double(offset + sent) / Double(max(size, 1)))
      }
      request.body = .stream(body, length: .known(Int64(size - offset)))
      return request
    }
    guard response.status == .noContent else {
      do {
        _ = try await data(of: response)
      } catch is ClientError where response.status.code >= 500 {
        throw ClientError(.unavailable, "The server failed while it took the file; send it again.")
      }
      return nil
    }
    return response.headers.first(name: "X-Media-Id")
  }

  private func tusRequest(_ method: HTTPMethod, _ path: String) async throws -> HTTPClientRequest {
    var request = try await request(method, path)
    request.headers.add(name: "Tus-Resumable", value: "1.0.0")
    return request
  }
}
