import HTTPTypes
import NIOCore
import NIOHTTPTypes

/// How a connection treats bodies that are announced, and bodies that nobody reads.
///
/// - `Expect: 100-continue` is answered when a route begins to read, not before: a client that is
///   refused never sends its 200 MB.
/// - A reply that comes before the body was read says `Connection: close`. What the client still
///   sends is thrown away for a moment, since a connection closed over unread bytes is reset, and
///   the reset can overtake the reply.
final class BodyManners: ChannelDuplexHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPRequestPart
  typealias InboundOut = HTTPRequestPart
  typealias OutboundIn = HTTPResponsePart
  typealias OutboundOut = HTTPResponsePart

  /// Sent down the channel by whoever is about to read a body.
  struct BodyIsWanted: Sendable {}

  /// Bytes of a body that are read in vain rather than closing the connection.
  private static let bearable = 64 << 10
  private static let lingering = TimeAmount.seconds(3)

  private var waitsForContinue = false
  private var isBodyWhole = true
  private var remaining: Int?
  private var closesAfterReply = false
  private var isClosing = false
  private var deadline: Scheduled<Void>?

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    guard !isClosing else { return }
    switch unwrapInboundIn(data) {
    case .head(let head):
      isBodyWhole = false
      remaining = head.headerFields[.contentLength].flatMap { Int($0) }
      waitsForContinue = head.headerFields[.expect]?.lowercased() == "100-continue"
      closesAfterReply = head.headerFields[.connection]?.lowercased() == "close"
    case .body(let bytes):
      remaining = remaining.map { $0 - bytes.readableBytes }
      waitsForContinue = false
    case .end:
      isBodyWhole = true
      waitsForContinue = false
    }
    context.fireChannelRead(data)
  }

  func triggerUserOutboundEvent(
    context: ChannelHandlerContext, event: Any, promise: EventLoopPromise<Void>?
  ) {
    guard event is BodyIsWanted else {
      return context.triggerUserOutboundEvent(event, promise: promise)
    }
    if waitsForContinue {
      waitsForContinue = false
      context.writeAndFlush(wrapOutboundOut(.head(HTTPResponse(status: .continue))), promise: nil)
    }
    promise?.succeed()
  }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    switch unwrapOutboundIn(data) {
    case .head(var head) where head.status.kind != .informational:
      if waitsForContinue || !isBodyWhole && (remaining ?? .max) > Self.bearable {
        head.headerFields[.connection] = "close"
      }
      waitsForContinue = false
      if head.headerFields[.connection]?.lowercased() == "close" { closesAfterReply = true }
      context.write(wrapOutboundOut(.head(head)), promise: promise)
    case .end where closesAfterReply && !isBodyWhole:
      isClosing = true
      context.writeAndFlush(data, promise: promise)
      context.close(mode: .output, promise: nil)
      let context = NIOLoopBound(context, eventLoop: context.eventLoop)
      deadline = context.eventLoop.scheduleTask(in: Self.lingering) {
        context.value.close(promise: nil)
      }
    case .end where closesAfterReply:
      isClosing = true
      context.writeAndFlush(data, promise: promise)
      context.close(promise: nil)
    default:
      context.write(data, promise: promise)
    }
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    context.fireUserInboundEventTriggered(event)
    if isClosing, case .inputClosed? = event as? ChannelEvent { context.close(promise: nil) }
  }

  func handlerRemoved(context: ChannelHandlerContext) {
    deadline?.cancel()
  }
}

extension Call {
  /// Says that the body is about to be read, for clients that wait to be told.
  func askForBody() {
    channel.triggerUserOutboundEvent(BodyManners.BodyIsWanted(), promise: nil)
  }
}
