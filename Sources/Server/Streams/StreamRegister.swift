import Metrics
import NIOCore
import Synchronization
import Wire

/// The streams that are open, so that they can be counted, bounded and ended.
final class StreamRegister: Sendable {
  private struct State {
    var streams: [ObjectIdentifier: OpenStream] = [:]
    var isClosed = false
  }

  private let state = Mutex(State())
  private let most: Int
  private let heartbeat: TimeAmount
  private let longest: TimeAmount
  private let gauge: any MeterHandler

  init(_ configuration: KinoraServer.Configuration, metrics: PrometheusMetrics) {
    most = configuration.streams
    heartbeat = configuration.heartbeat
    longest = configuration.longestStream
    gauge = metrics.makeMeter(label: "kinora_open_streams", dimensions: [])
  }

  /// How many are open.
  var count: Int { state.withLock { $0.streams.count } }

  /// - Throws: `ServiceError` with code 503 where no more streams are opened.
  func requireRoom() throws(ServiceError) {
    let (count, isClosed) = state.withLock { ($0.streams.count, $0.isClosed) }
    guard !isClosed else { throw Drain.refusal }
    guard count < most else {
      throw ServiceError(
        .unavailable, "Too many streams are open; ask again in a moment, or poll the state.")
    }
  }

  /// Opens a stream over a connection and runs `body` until it, or the stream, ends.
  func run(
    over channel: any Channel, _ body: @escaping @Sendable (OpenStream) async throws -> Void
  ) async throws {
    let stream = OpenStream(
      channel, clock: StreamClock(now: .now(), heartbeat: heartbeat, longest: longest))
    let isClosed = state.withLock { state in
      state.streams[ObjectIdentifier(stream)] = stream
      gauge.set(Int64(state.streams.count))
      return state.isClosed
    }
    if isClosed { stream.end() }
    defer {
      state.withLock { state in
        state.streams[ObjectIdentifier(stream)] = nil
        gauge.set(Int64(state.streams.count))
      }
    }
    try await stream.run(body)
  }

  /// Ends all streams, and each that is opened later.
  func close() {
    let open = state.withLock { state in
      state.isClosed = true
      return Array(state.streams.values)
    }
    for stream in open { stream.end() }
  }
}
