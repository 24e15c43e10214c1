internal import AsyncHTTPClient
public import Foundation
internal import NIOHTTP1
internal import Timeline
public import Wire

extension KinoraClient {
  /// Sends a file to a session.
  ///
  /// Files of more than ``resumableSize`` go by tus where the server has it, so that a cut
  /// connection costs nothing that has arrived.
  /// `progress` is told the share that was sent, 0 to 1.
  /// - Throws: `ClientError` where the file can't be read; `ServiceError` where it is refused.
  public func upload(
    _ file: URL, to session: String, progress: @escaping @Sendable (Double) -> Void = { _ in }
  ) async throws -> UploadReply {
    let size = try Self.size(of: file)
    if size > Self.resumableSize, let upload = try await createUpload(file, size, session) {
      return try await resumeUpload(upload, file, size, session, progress)
    }
    let boundary = "kinora-\(UUID().uuidString)"
    let name = file.lastPathComponent.replacing("\\", with: "_").replacing("\"", with: "%22")
    let head =
      "--\(boundary)\r\nContent-Disposition: form-data; name=\"files\"; filename=\"\(name)\"\r\n"
      + "Content-Type: application/octet-stream\r\n\r\n"
    let tail = "\r\n--\(boundary)--\r\n"
    let length = head.utf8.count + size + tail.utf8.count
    let response = try await send(allowing: Self.time(toSend: length)) {
      var request = try await request(.POST, "/api/upload-video/nemo_agent/me/\(session)")
      request.headers.add(
        name: "Content-Type", value: "multipart/form-data; boundary=\(boundary)")
      let body = FileBody(head: head, file: file, tail: tail) { sent in
        progress(Double(sent) / Double(max(size, 1)))
      }
      request.body = .stream(body, length: .known(Int64(length)))
      return request
    }
    return try UploadReply(json: try await data(of: response))
  }

  /// Lets the server fetch files.
  public func upload(urls: [String], to session: String) async throws -> UploadReply {
    let body = URLUploadRequest(urls: urls).json
    // The answer comes when the last of them is there; ours give each five minutes.
    let response = try await send(allowing: .seconds(300) * urls.count) {
      try await request(.POST, "/api/upload-video/nemo_agent/me/\(session)", json: body)
    }
    return try UploadReply(json: try await data(of: response))
  }

  /// From this size on, files are sent so that they can be resumed.
  public static let resumableSize = 8 << 20

  /// How long `bytes` may take on a slow line, 16 kB a second. A line that takes nothing at all is
  /// noticed earlier, by the connection.
  static func time(toSend bytes: Int) -> Duration { .seconds(bytes / 16_000) }

  /// The bytes of a file.
  static func size(of file: URL) throws(ClientError) -> Int {
    let attributes = try? FileManager.default.attributesOfItem(
      atPath: file.resolvingSymlinksInPath().path)
    guard let attributes, attributes[.type] as? FileAttributeType == .typeRegular,
      FileManager.default.isReadableFile(atPath: file.path),
      let size = (attributes[.size] as? NSNumber)?.intValue
    else {
      throw ClientError(
        .unreadable, "\(file.path) is no file that can be read; check the name.")
    }
    return size
  }
}
