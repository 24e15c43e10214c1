import HTTPTypes
import Hummingbird
import NIOCore
import Studio
import Wire

/// A file as a reply, whole or in part (RFC 9110): settled before a byte of it is read.
struct FileReply: Sendable {
  let file: OpenedFile
  let status: HTTPResponse.Status
  let headers: HTTPFields
  /// The bytes to send; empty for none.
  let range: Range<Int>

  /// Bytes that are read at a time. A reader that is slow makes the next ones wait on disk.
  private static let chunk = 128 << 10

  /// What a request for the file is answered with.
  /// - Parameter isInline: whether browsers may show it rather than save it.
  init(_ file: OpenedFile, to request: HTTPRequest, isInline: Bool) {
    let fields = request.headerFields
    self.file = file
    var headers: HTTPFields = [
      .eTag: "\"\(file.entityTag)\"", .acceptRanges: "bytes",
      // A content never changes, but it is for whoever has the link alone.
      .cacheControl: "private, max-age=86400, immutable",
      .contentSecurityPolicy: "default-src 'none'; sandbox",
      .crossOriginResourcePolicy: "cross-origin",
    ]
    if let known = fields[.ifNoneMatch], EntityTag.list(known, names: file.entityTag) {
      (status, range, self.headers) = (.notModified, 0..<0, headers)
      return
    }
    headers[.contentType] = file.contentType
    headers[.contentDisposition] = ContentDisposition.header(
      filename: file.filename, isInline: isInline)
    let isRanged =
      request.method == .get && EntityTag.allowsRange(fields[.ifRange], tag: file.entityTag)
    switch ByteRange(header: isRanged ? fields[.range] : nil, size: file.size) {
    case .whole:
      (status, range) = (.ok, 0..<file.size)
    case .part(let part):
      (status, range) = (.partialContent, part)
      headers[.contentRange] = "bytes \(part.lowerBound)-\(part.upperBound - 1)/\(file.size)"
    case .unsatisfiable:
      (status, range) = (.rangeNotSatisfiable, 0..<0)
      headers[.contentRange] = "bytes */\(file.size)"
      headers[.contentType] = nil
      headers[.contentDisposition] = nil
    }
    if status != .rangeNotSatisfiable { headers[.contentLength] = String(range.count) }
    self.headers = headers
  }

  /// The reply; its file stays open for as long as it is sent.
  func response(to method: HTTPRequest.Method) -> Response {
    if status == .rangeNotSatisfiable {
      var response = ServiceError(
        ServiceError.Code(rawValue: 416),
        "The file has \(file.size) bytes; ask for a range that begins before its end."
      ).response
      for field in headers { response.headers[field.name] = field.value }
      return response
    }
    guard method != .head, !range.isEmpty else {
      return Response(status: status, headers: headers)
    }
    let body = ResponseBody(contentLength: range.count) { writer in
      let reader = try await FileReader(path: file.path)
      var position = range.lowerBound
      while position < range.upperBound {
        let end = min(position + Self.chunk, range.upperBound)
        let bytes = try await reader.read(position..<end)
        // A file that has become shorter than announced ends the connection.
        guard bytes.readableBytes > 0 else { throw ChannelError.eof }
        position += bytes.readableBytes
        try await writer.write(bytes)
      }
      try await writer.finish(nil)
    }
    return Response(status: status, headers: headers, body: body)
  }
}

extension HTTPField.Name {
  static let crossOriginResourcePolicy = known("Cross-Origin-Resource-Policy")
}
