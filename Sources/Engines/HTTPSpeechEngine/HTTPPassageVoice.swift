import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1
import Speech

/// Asks a server for passages.
struct HTTPPassageVoice: PassageVoice {
  let address: String
  let model: String
  let voice: String
  let key: String?
  let timeLimit: TimeAmount
  let client: HTTPClient

  var name: String { model }

  /// Larger replies are no passages: ten minutes at 48 kHz.
  static let largestReply = 64 << 20

  private struct Body: Encodable {
    var model: String
    var input: String
    var voice: String
    var responseFormat = "wav"
    var speed: Double

    enum CodingKeys: String, CodingKey {
      case model, input, voice, speed
      case responseFormat = "response_format"
    }
  }

  /// Where speech is asked for, whether the base has its version and path or not.
  static func address(_ base: String) -> String {
    var trimmed = base[...]
    while trimmed.last == "/" { trimmed.removeLast() }
    if trimmed.hasSuffix("/audio/speech") { return String(trimmed) }
    return trimmed + (trimmed.hasSuffix("/v1") ? "/audio/speech" : "/v1/audio/speech")
  }

  func wave(
    of passage: String, for request: SpeechRequest
  ) async throws(SpeechError) -> [UInt8] {
    let body = Body(
      model: model, input: passage, voice: request.voice ?? voice, speed: request.rate)
    do {
      return try await reply(to: JSONEncoder().encode(body))
    } catch let error as SpeechError {
      throw error
    } catch is NIOTooManyBytesError {
      throw SpeechError(
        .badSound, "The voice at \(address) gave more sound than is read; try a shorter text.")
    } catch {
      throw SpeechError(
        .engineFailed, "The voice at \(address) did not answer; is it running?")
    }
  }

  private func reply(to body: Data) async throws -> [UInt8] {
    var request = HTTPClientRequest(url: address)
    request.method = .POST
    request.headers.add(name: "Content-Type", value: "application/json")
    request.headers.add(name: "Accept", value: "audio/wav")
    if let key { request.headers.add(name: "Authorization", value: "Bearer \(key)") }
    request.body = .bytes(body)
    let reply = try await client.execute(request, timeout: timeLimit)
    guard reply.status == .ok else { throw refusal(reply.status) }
    return Array(buffer: try await reply.body.collect(upTo: Self.largestReply))
  }

  private func refusal(_ status: HTTPResponseStatus) -> SpeechError {
    let advice =
      switch status {
      case .unauthorized, .forbidden: "check its key"
      case .notFound: "check its address and model"
      case .tooManyRequests: "wait a little and try again"
      case .badRequest, .unprocessableEntity: "check its model and voice"
      default: "try again later"
      }
    return SpeechError(
      .engineFailed, "The voice at \(address) answered \(status.code); \(advice).")
  }
}
