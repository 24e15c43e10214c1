internal import AsyncHTTPClient
internal import NIOCore
internal import NIOHTTP1
internal import Timeline
public import Wire

/// What comes on a turn's stream.
public enum StreamItem: Hashable, Sendable {
  /// An event, with the id to resume after it.
  case event(Event, id: String?)
  /// A sign of life.
  case heartbeat
}

extension KinoraClient {
  /// Says something to a session.
  ///
  /// `key` is the same for each try, so that one message is one turn; `receive` is told each item
  /// as it comes.
  /// - Throws: `ServiceError` where the server refuses; `ClientError` with code `unreachable`
  ///   where it never got the message, `dropped` or `timedOut` where it may have.
  public func run(
    _ message: String, in session: String, key: String,
    receive: (StreamItem) async throws -> Void
  ) async throws {
    let body = RunRequest(
      sessionID: session, message: Content(role: "user", text: message))
    let response = try await send(isStream: true) {
      var request = try await request(.POST, "/run_sse", json: body.json)
      request.headers.add(name: "Accept", value: "text/event-stream")
      request.headers.add(name: "Idempotency-Key", value: key)
      return request
    }
    try await read(response, receive)
  }

  /// Goes on with a turn's stream after the event `id`; starts nothing anew.
  public func resume(
    _ invocation: String, in session: String, after id: String,
    receive: (StreamItem) async throws -> Void
  ) async throws {
    let body = RunRequest(sessionID: session, invocationID: invocation)
    let response = try await send(isStream: true) {
      var request = try await request(.POST, "/run_sse", json: body.json)
      request.headers.add(name: "Accept", value: "text/event-stream")
      request.headers.add(name: "Last-Event-ID", value: id)
      return request
    }
    try await read(response, receive)
  }

  private func read(
    _ response: HTTPClientResponse, _ receive: (StreamItem) async throws -> Void
  ) async throws {
    guard response.status == .ok,
      response.headers.first(name: "Content-Type")?.hasPrefix("text/event-stream") == true
    else {
      _ = try await data(of: response)
      throw ClientError(.badReply, "The server answered without a stream; is the address right?")
    }
    var parser = EventStreamParser()
    var blocks = response.body.makeAsyncIterator()
    while let block = try await next(&blocks) {
      for message in try parser.parse(block.readableBytesView) {
        guard !message.data.allSatisfy(\.isWhitespace) else {
          try await receive(.heartbeat)
          continue
        }
        guard let json = try? JSONValue.parse(body: message.data),
          let event = try? Event(json: json)
        else { continue }
        try await receive(.event(event, id: message.id))
      }
    }
  }

  private func next(
    _ blocks: inout HTTPClientResponse.Body.AsyncIterator
  ) async throws -> ByteBuffer? {
    do {
      return try await blocks.next()
    } catch is CancellationError {
      throw CancellationError()
    } catch {
      throw ClientError(
        .dropped, "The connection to the server ended in the middle of an answer.",
        cause: error)
    }
  }
}
