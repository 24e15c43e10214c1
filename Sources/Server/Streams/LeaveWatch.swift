import NIOCore

/// Notices that a client has closed its side of a connection over which a stream is open, and
/// closes the other: nobody listens there any more. Without it a stream would go on until a
/// heartbeat can't be sent.
final class LeaveWatch: ChannelDuplexHandler, RemovableChannelHandler {
  typealias InboundIn = NIOAny
  typealias OutboundIn = NIOAny

  /// What a stream tells the connection that it opens over.
  struct StreamOpens: Sendable {}

  /// What follows it where the connection goes on.
  struct StreamEnds: Sendable {}

  private var isStreaming = false
  private var hasLeft = false

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    context.fireUserInboundEventTriggered(event)
    guard case .inputClosed? = event as? ChannelEvent else { return }
    hasLeft = true
    if isStreaming { context.close(promise: nil) }
  }

  func triggerUserOutboundEvent(
    context: ChannelHandlerContext, event: Any, promise: EventLoopPromise<Void>?
  ) {
    if event is StreamEnds {
      isStreaming = false
      promise?.succeed(())
      return
    }
    guard event is StreamOpens else {
      context.triggerUserOutboundEvent(event, promise: promise)
      return
    }
    isStreaming = true
    promise?.succeed(())
    if hasLeft { context.close(promise: nil) }
  }
}
