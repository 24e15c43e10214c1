import HTTPTypes
import Hummingbird
import NIOCore
import Timeline
import Wire

extension Call {
  /// The JSON object that came as the body; an empty body is an empty object.
  /// - Throws: `ServiceError` with code 400, 413 or 415.
  func fields() async throws -> Fields {
    guard let json = try await json() else { return try Fields(.object([:])) }
    return try Fields(json)
  }

  /// The JSON value that came as the body, nil where the body is empty. It has at most as many
  /// bytes as the configuration says, or `limit` where that is more.
  /// - Throws: `ServiceError` with code 400, 413 or 415.
  func json(upTo limit: Int? = nil) async throws -> JSONValue? {
    let body = try await bytes(upTo: max(limit ?? 0, configuration.largestBody))
    guard body.readableBytes > 0 else { return nil }
    try requireJSON()
    guard let text = String(validating: body.readableBytesView, as: UTF8.self) else {
      throw ServiceError(.badRequest, "The body is no valid UTF-8; send JSON in UTF-8.")
    }
    return try JSONValue.parse(body: text)
  }

  /// The whole body.
  /// - Throws: `ServiceError` with code 413 where it has more than `limit` bytes.
  func bytes(upTo limit: Int) async throws -> ByteBuffer {
    if let length = header(.contentLength).flatMap({ Int($0) }), length > limit {
      throw tooLarge(limit)
    }
    askForBody()
    // A body that trickles in would hold the connection for good.
    let deadline = channel.eventLoop.scheduleTask(in: configuration.bodyTimeout) {
      [channel] in channel.close(promise: nil)
    }
    defer { deadline.cancel() }
    do {
      return try await request.body.collect(upTo: limit)
    } catch is NIOTooManyBytesError {
      throw tooLarge(limit)
    }
  }

  private func tooLarge(_ limit: Int) -> ServiceError {
    ServiceError(
      .bodyTooLarge, "The body has more than \(limit) bytes; send less, or upload a file.")
  }

  private func requireJSON() throws(ServiceError) {
    guard let type = header(.contentType) else { return }
    let essence = type.prefix { $0 != ";" }.lowercased().trimmed
    guard essence == "application/json" || essence.hasSuffix("+json") else {
      throw ServiceError(
        .unsupportedMediaType,
        "The body's Content-Type is not read here; send application/json.")
    }
  }
}
