import NIOCore
import NIOHTTP1
import NIOPosix
import Synchronization

/// A server of one address on this machine that answers every request alike.
final class SpeechServer: Sendable {
  /// What it answers.
  struct Answer: Sendable {
    var status = HTTPResponseStatus.ok
    var body: [UInt8] = []
    /// Where it sends the caller, if anywhere.
    var location: String?
    /// Whether it keeps the caller waiting for ever.
    var isMute = false
  }

  /// What it was asked.
  struct Asked: Sendable {
    var path: String
    var key: String?
    var body: String
  }

  private let channel: any Channel
  private let heard: Heard

  /// Where it listens.
  var base: String { "http://127.0.0.1:\(channel.localAddress?.port ?? 0)" }
  /// What it was asked so far.
  var requests: [Asked] { heard.all }

  private init(channel: any Channel, heard: Heard) {
    self.channel = channel
    self.heard = heard
  }

  /// Runs `body` beside a server that gives `answer`.
  static func with(
    _ answer: Answer, _ body: (SpeechServer) async throws -> Void
  ) async throws {
    let heard = Heard()
    let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .childChannelInitializer { child in
        child.pipeline.configureHTTPServerPipeline().flatMapThrowing {
          try child.pipeline.syncOperations.addHandler(Handler(answer, heard))
        }
      }
      .bind(host: "127.0.0.1", port: 0).get()
    let server = SpeechServer(channel: channel, heard: heard)
    do {
      try await body(server)
    } catch {
      try await channel.close()
      throw error
    }
    try await channel.close()
  }

  private final class Heard: Sendable {
    private let requests = Mutex<[Asked]>([])
    var all: [Asked] { requests.withLock { $0 } }
    func add(_ asked: Asked) { requests.withLock { $0.append(asked) } }
  }

  private final class Handler: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    private let answer: Answer
    private let heard: Heard
    private var asked: Asked?

    init(_ answer: Answer, _ heard: Heard) {
      self.answer = answer
      self.heard = heard
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
      switch unwrapInboundIn(data) {
      case .head(let head):
        asked = Asked(path: head.uri, key: head.headers.first(name: "Authorization"), body: "")
      case .body(let buffer): asked?.body += String(buffer: buffer)
      case .end:
        if let asked { heard.add(asked) }
        if !answer.isMute { reply(context) }
      }
    }

    private func reply(_ context: ChannelHandlerContext) {
      var headers = HTTPHeaders([("Content-Length", "\(answer.body.count)")])
      if let location = answer.location { headers.add(name: "Location", value: location) }
      let head = HTTPResponseHead(version: .http1_1, status: answer.status, headers: headers)
      context.write(wrapOutboundOut(.head(head)), promise: nil)
      context.write(
        wrapOutboundOut(.body(.byteBuffer(ByteBuffer(bytes: answer.body)))), promise: nil)
      context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
    }
  }
}
