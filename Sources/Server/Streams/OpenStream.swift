import Foundation
import NIOCore
import NIOHTTPTypes
import Synchronization
import HTTPTypes
import Wire

/// A stream that someone listens to.
///
/// Events are written by one task. Heartbeats are written by the connection's event loop itself,
/// from its own list of timers, so that a silent stream holds no timer task.
final class OpenStream: NIOScheduledCallbackHandler, Sendable {
  private struct State {
    var clock: StreamClock
    var callback: NIOScheduledCallback?
    var task: Task<Void, any Error>?
    var hasEnded = false
  }

  private let channel: any Channel
  private let state: Mutex<State>

  init(_ channel: any Channel, clock: StreamClock) {
    self.channel = channel
    state = Mutex(State(clock: clock))
  }

  /// Runs `body`, which writes the events, until it ends or the stream does.
  /// - Throws: what `body` throws; `CancellationError` where the stream ended first.
  func run(_ body: @escaping @Sendable (OpenStream) async throws -> Void) async throws {
    let task = Task { try await body(self) }
    let hasEnded = state.withLock { state in
      state.task = task
      return state.hasEnded
    }
    if hasEnded { task.cancel() }
    channel.closeFuture.whenComplete { [weak self] _ in self?.end() }
    channel.triggerUserOutboundEvent(LeaveWatch.StreamOpens(), promise: nil)
    schedule(at: .now())
    let result = await withTaskCancellationHandler {
      await task.result
    } onCancel: {
      self.end()
    }
    await settle()
    try result.get()
  }

  /// Ends the stream; its events can be asked for again.
  func end() {
    let task = state.withLock { state in
      state.hasEnded = true
      state.callback?.cancel()
      state.callback = nil
      return state.task
    }
    task?.cancel()
  }

  /// Sends a piece; returns once the system has taken it.
  func write(_ text: String) async throws {
    try Task.checkCancellation()
    try await channel.writeAndFlush(HTTPResponsePart.body(ByteBuffer(string: text)))
    state.withLock { $0.clock.wrote(at: .now()) }
  }

  /// Returns once the event loop will write nothing more by itself.
  private func settle() async {
    end()
    _ = try? await channel.eventLoop.submit {}.get()
  }

  private func schedule(at time: NIODeadline) {
    let callback = try? channel.eventLoop.scheduleCallback(at: time, handler: self)
    let isLate = state.withLock { state in
      if !state.hasEnded { state.callback = callback }
      return state.hasEnded
    }
    if isLate { callback?.cancel() }
  }

  func handleScheduledCallback(eventLoop: some EventLoop) {
    let action = state.withLock { state -> StreamClock.Action in
      guard !state.hasEnded else { return .end }
      let now = NIODeadline.now()
      let action = state.clock.action(at: now)
      if action == .beat { state.clock.wrote(at: now) }
      return action
    }
    switch action {
    case .end: end()
    case .sleep(let time): schedule(at: time)
    case .beat:
      // Whoever doesn't read gets no heartbeats either: they would only pile up here.
      if channel.isWritable {
        channel.writeAndFlush(HTTPResponsePart.body(Self.beat), promise: nil)
      }
      handleScheduledCallback(eventLoop: eventLoop)
    }
  }

  private static let beat = ByteBuffer(string: EventStreamEncoder.heartbeat)
}
