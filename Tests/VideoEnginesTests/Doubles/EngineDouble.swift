import Foundation
import NIOCore
import NIOHTTP1
import NIOPosix
import Synchronization

/// A server of this machine that stands for an engine: what it answers is a function's affair.
final class EngineDouble: Sendable {
  /// What it is asked.
  struct Question: Sendable {
    var method: HTTPMethod
    var path: String
    var headers: HTTPHeaders
    var body: [UInt8]

    /// The body as text.
    var text: String { String(decoding: body, as: UTF8.self) }

    /// The address of the server that is asked.
    var base: String { "http://\(headers.first(name: "host") ?? "")" }

    /// A field of a form.
    func field(_ name: String) -> String? {
      guard let start = text.range(of: "name=\"\(name)\"") else { return nil }
      let rest = text[start.upperBound...]
      guard let head = rest.range(of: "\r\n\r\n"),
        let end = rest[head.upperBound...].range(of: "\r\n--")
      else { return nil }
      return String(rest[head.upperBound..<end.lowerBound])
    }
  }

  /// What it answers.
  struct Answer: Sendable {
    var status = HTTPResponseStatus.ok
    var headers: HTTPHeaders = ["Content-Type": "application/json"]
    var body: [UInt8] = []
    /// Whether the line breaks instead.
    var breaksOff = false

    static func json(_ text: String, _ status: HTTPResponseStatus = .ok) -> Answer {
      Answer(status: status, body: Array(text.utf8))
    }

    static func bytes(_ bytes: [UInt8], _ type: String) -> Answer {
      Answer(headers: ["Content-Type": type], body: bytes)
    }

    static var lost: Answer { Answer(breaksOff: true) }
    static var notFound: Answer { json(#"{"error":{"message":"Not found"}}"#, .notFound) }
  }

  private let channel: any Channel
  private let asked: Heard

  private final class Heard: Sendable {
    private let questions = Mutex<[Question]>([])
    var all: [Question] { questions.withLock { $0 } }
    func add(_ question: Question) { questions.withLock { $0.append(question) } }
  }

  /// Where it listens.
  var base: String { "http://127.0.0.1:\(channel.localAddress?.port ?? 0)" }
  /// What it was asked so far.
  var questions: [Question] { asked.all }

  private init(_ channel: any Channel, _ asked: Heard) {
    self.channel = channel
    self.asked = asked
  }

  /// Runs `body` beside a double that answers with `reply`.
  static func with<Result: Sendable>(
    _ reply: @escaping @Sendable (Question) -> Answer,
    _ body: (EngineDouble) async throws -> Result
  ) async throws -> Result {
    let asked = Heard()
    let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .childChannelInitializer { child in
        child.pipeline.configureHTTPServerPipeline().flatMapThrowing {
          try child.pipeline.syncOperations.addHandler(Handler(asked, reply))
        }
      }
      .bind(host: "127.0.0.1", port: 0).get()
    do {
      let result = try await body(EngineDouble(channel, asked))
      try await channel.close()
      return result
    } catch {
      try? await channel.close()
      throw error
    }
  }

  private final class Handler: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    private let asked: Heard
    private let reply: @Sendable (Question) -> Answer
    private var question: Question?

    init(_ asked: Heard, _ reply: @escaping @Sendable (Question) -> Answer) {
      self.asked = asked
      self.reply = reply
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
      switch unwrapInboundIn(data) {
      case .head(let head):
        question = Question(method: head.method, path: head.uri, headers: head.headers, body: [])
      case .body(let bytes): question?.body += Array(buffer: bytes)
      case .end:
        guard let question else { return }
        asked.add(question)
        answer(reply(question), context)
      }
    }

    private func answer(_ answer: Answer, _ context: ChannelHandlerContext) {
      guard !answer.breaksOff else { return context.close(promise: nil) }
      var head = HTTPResponseHead(version: .http1_1, status: answer.status)
      head.headers = answer.headers
      head.headers.replaceOrAdd(name: "Content-Length", value: String(answer.body.count))
      context.write(wrapOutboundOut(.head(head)), promise: nil)
      context.write(
        wrapOutboundOut(.body(.byteBuffer(ByteBuffer(bytes: answer.body)))), promise: nil)
      context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
    }
  }
}
