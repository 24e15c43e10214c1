import HTTPTypes
import NIOCore
import NIOHTTPTypes
import Timeline
import Wire

/// Gives the contract's body to the bare 400 with which requests are refused that are no HTTP.
///
/// Such a request never reaches a route: the connection answers it and closes.
final class ParserErrorReply: ChannelDuplexHandler, RemovableChannelHandler {
  typealias InboundIn = NIOAny
  typealias OutboundIn = HTTPResponsePart
  typealias OutboundOut = HTTPResponsePart

  private var hasFailed = false

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    hasFailed = true
    context.fireErrorCaught(error)
  }

  func write(
    context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?
  ) {
    guard hasFailed, case .head(let head) = unwrapOutboundIn(data), head.status == .badRequest,
      head.headerFields[.contentLength] == "0"
    else {
      context.write(data, promise: promise)
      return
    }
    let refusal = ServiceError(
      .badRequest, "The request is no HTTP/1.1, or its head is too large; send it anew.")
    let body = ByteBuffer(string: refusal.json.text())
    var full = head
    full.headerFields[.contentLength] = String(body.readableBytes)
    full.headerFields[.contentType] = "application/json"
    full.headerFields[.apiVersion] = "1"
    full.headerFields[.xContentTypeOptions] = "nosniff"
    context.write(wrapOutboundOut(.head(full)), promise: nil)
    context.write(wrapOutboundOut(.body(body)), promise: promise)
  }
}
