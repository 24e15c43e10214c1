import Foundation
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import Records
import Timeline
import Wire

/// The events of a turn as a reply that stays open.
enum EventStream {
  static let headers: HTTPFields = [
    .contentType: "text/event-stream; charset=utf-8",
    .cacheControl: "no-store",
    .accelBuffering: "no",
  ]

  /// A reply that sends `events` as they come, with a heartbeat in silence.
  ///
  /// It ends as a reply does only where the events do: that end tells the client that all is done.
  /// A stream that is cut short, because the server stops or its time is up, breaks off instead, so
  /// that the client asks for the rest.
  static func response<Events: AsyncSequence & Sendable>(
    _ events: Events, turn: String?, call: Call, streams: StreamRegister
  ) -> Response where Events.Element == StoredEvent {
    let (channel, logger) = (call.channel, call.logger)
    return Response(
      status: .ok, headers: headers,
      body: ResponseBody { writer in
        try await streams.run(over: channel) { stream in
          try await send(events, turn: turn, on: stream, logger: logger)
        }
        try await writer.finish(nil)
      })
  }

  private static func send<Events: AsyncSequence>(
    _ events: Events, turn: String?, on stream: OpenStream, logger: Logger
  ) async throws where Events.Element == StoredEvent {
    var last: StoredEvent?
    do {
      for try await event in events {
        last = event
        try await stream.write(
          EventStreamEncoder.event(id: String(event.sequence), data: event.body))
      }
    } catch {
      // Whoever left, or was told to come again, hears nothing more.
      guard !(error is CancellationError), !Task.isCancelled, !(error is ChannelError) else {
        throw error
      }
      let told = ServiceError(telling: error)
      if told.isOurFault {
        logger.error("A stream failed.", metadata: ["error": "\(error)"])
      }
      let event = failure(told, turn: turn ?? last?.turn ?? "").json.text()
      // It is stored nowhere: whoever goes on after it goes on after the last that is.
      try? await stream.write(
        last.map { EventStreamEncoder.event(id: String($0.sequence), data: event) }
          ?? "data: \(event)\n\n")
    }
  }

  /// The event that tells a failure in the middle of a stream.
  static func failure(_ error: ServiceError, turn: String) -> Event {
    Event(
      id: UUID().uuidString.lowercased(), invocationID: turn, author: "nemo_agent",
      timestamp: (Date().timeIntervalSince1970 * 1000).rounded() / 1000, failure: error)
  }
}
