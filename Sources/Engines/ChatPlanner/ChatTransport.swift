public import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1

/// Carries a chat-completions request to a model's server and its reply back.
public protocol ChatTransport: Sendable {
  /// The reply's body to a request's body, both JSON.
  /// - Throws: `EnginesError`.
  func send(_ body: String) async throws -> String
}

/// Chat completions over HTTP, as Ollama, llama.cpp's server, vLLM and hosted services speak them.
public struct HTTPChatTransport: ChatTransport {
  private let address: String
  private let key: String?
  private let timeLimit: TimeAmount
  private let client: HTTPClient

  /// Larger replies are no plans.
  private static let largestReply = 1 << 20

  /// A transport to `base`, such as `http://127.0.0.1:11434/v1`.
  /// - Parameters:
  ///   - base: where the model answers.
  ///   - key: sent as a bearer token, and to that address only.
  ///   - timeLimit: seconds for the whole exchange.
  ///   - client: sends the requests.
  public init(
    base: String, key: String? = nil, timeLimit: Int = 20, client: HTTPClient = .engines
  ) {
    let trimmed = base.hasSuffix("/") ? String(base.dropLast()) : base
    let isWhole = trimmed.hasSuffix("/chat/completions")
    address = isWhole ? trimmed : trimmed + "/chat/completions"
    self.key = key
    self.timeLimit = .seconds(Int64(timeLimit))
    self.client = client
  }

  /// The reply's body to a request's body, both JSON.
  /// - Throws: `EnginesError`.
  public func send(_ body: String) async throws -> String {
    var request = HTTPClientRequest(url: address)
    request.method = .POST
    request.headers.add(name: "Content-Type", value: "application/json")
    if let key { request.headers.add(name: "Authorization", value: "Bearer \(key)") }
    request.body = .bytes(ByteBuffer(string: body))
    do {
      let reply = try await client.execute(request, timeout: timeLimit)
      let bytes = try await reply.body.collect(upTo: Self.largestReply)
      guard reply.status == .ok else {
        throw EnginesError(
          .refused,
          "The planner at \(address) answered \(reply.status.code); check its model and key.")
      }
      return String(buffer: bytes)
    } catch let error as EnginesError {
      throw error
    } catch {
      throw EnginesError(
        .unreachable, "The planner at \(address) did not answer; is it running?", cause: error)
    }
  }
}
