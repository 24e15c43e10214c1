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
  static func response<Events: AsyncSequence & Sendable>(
    _ events: Events, turn: String?, call: Call, streams: StreamRegister
  ) -> Response where Events.Element == StoredEvent {
    let (channel, logger) = (call.channel, call.logger)
    return Response(
      status: .ok, headers: headers,
      body: ResponseBody { writer in
        await streams.run(over: channel) { stream in
          await send(events, turn: turn, on: stream, logger: logger)
        }
        try await writer.finish(nil)
      })
  }

  private static func send<Events: AsyncSequence>(
    _ events: Events, turn: String?, on stream: OpenStream, logger: Logger
  ) async where Events.Element == StoredEvent {
    do {
      for try await event in events {
        try await stream.write(
          EventStreamEncoder.event(id: String(event.sequence), data: event.body))
      }
    } catch {
      // Whoever left, or was told to come again, hears nothing more.
      guard !(error is CancellationError), !Task.isCancelled, !(error is ChannelError) else {
        return
      }
      let told = ServiceError(telling: error)
      if told.isOurFault {
        logger.error("A stream failed.", metadata: ["error": "\(error)"])
      }
      try? await stream.write("data: \(failure(told, turn: turn ?? "").json.text())\n\n")
    }
  }

  /// The event that tells a failure in the middle of a stream.
  static func failure(_ error: ServiceError, turn: String) -> Event {
    Event(
      id: UUID().uuidString.lowercased(), invocationID: turn, author: "nemo_agent",
      timestamp: (Date().timeIntervalSince1970 * 1000).rounded() / 1000, failure: error)
  }
}
