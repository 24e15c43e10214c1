import Foundation
import MediaTime
import NIOHTTP1
import Timeline

/// A model in fal's queue. Results lie on fal's other servers and are left to a `ClipDownloader`;
/// a lost answer stays in doubt, as the queue lists nothing.
public struct FalEngine: VideoEngine {
  /// What the user calls it.
  public let name: String
  private let transport: EngineTransport
  private let model: HostedModel
  private let downloader: any ClipDownloader

  /// An engine for one model.
  /// - Parameters:
  ///   - name: what the user calls it.
  ///   - base: where the queue answers; nil for fal's own address.
  ///   - key: sent to that address only.
  ///   - model: such as `fal-ai/wan/v2.2-a14b/text-to-video`.
  ///   - downloader: gets the results.
  public init(
    name: String, base: String? = nil, key: String, model: String,
    downloader: any ClipDownloader
  ) {
    self.name = name
    self.downloader = downloader
    self.model =
      HostedModel.fal.first { $0.id == model.lowercased() }
      ?? .unknown(model, picture: "image_url")
    transport = EngineTransport(
      engine: name, base: base ?? "https://queue.fal.run", authorization: "Key \(key)")
  }

  /// What the tables say of the model; fal isn't asked.
  public func capabilities() async throws(VideoEngineError) -> VideoCapabilities {
    model.capabilities
  }

  /// Has a clip begun.
  public func start(
    _ request: ClipRequest, key: String
  ) async throws(VideoEngineError) -> ClipTicket {
    let input = try model.input(for: request)
    let value = try await transport.json(.POST, "/\(model.id)", .json(.object(input)))
    guard let id = value["request_id"]?.words, !id.isEmpty else { throw strange("gave no id") }
    return ClipTicket(
      id: id, statusURL: transport.own(value["status_url"]),
      resultURL: transport.own(value["response_url"]),
      cancelURL: transport.own(value["cancel_url"]))
  }

  /// Where a request is asked about: under the application, which is a name of two parts.
  private func place(of ticket: ClipTicket) -> String {
    let application = model.id.split(separator: "/").prefix(2).joined(separator: "/")
    return "/\(application)/requests/\(ticket.id)"
  }

  /// It has no list of what it was asked: nobody can tell.
  public func find(
    _ request: ClipRequest, key: String, since time: Double
  ) async throws(VideoEngineError) -> ClipSearch { .unknown }

  /// How far a clip is. Completed is also what failed: only the result tells.
  public func progress(of ticket: ClipTicket) async throws(VideoEngineError) -> ClipProgress {
    let status = try await transport.json(.GET, ticket.statusURL ?? place(of: ticket) + "/status")
    switch status["status"]?.words {
    case "IN_QUEUE": return ClipProgress(.queued)
    case "IN_PROGRESS": return ClipProgress(.running)
    case "COMPLETED": break
    default: throw strange("tells no state of the clip that is known here")
    }
    if let why = EngineTransport.message(in: .object(["error": status["error"] ?? .null])) {
      return ClipProgress(.failed, failure: why)
    }
    let reply = try await result(of: ticket)
    // What is refused now will be refused again, unless it is a matter of the moment or the key.
    if reply.status >= 400, ![401, 403, 404, 408, 429, 502, 503, 504].contains(reply.status) {
      return ClipProgress(.failed, failure: reply.json.flatMap(EngineTransport.message))
    }
    guard try Self.address(in: transport.value(of: reply)) != nil else {
      return ClipProgress(.failed, failure: "it tells of no clip")
    }
    return ClipProgress(.done)
  }

  private func result(
    of ticket: ClipTicket
  ) async throws(VideoEngineError) -> EngineTransport.Reply {
    try await transport.exchange(.GET, ticket.resultURL ?? place(of: ticket))
  }

  private static func address(in value: JSONValue) -> String? {
    (value["video"]?["url"] ?? value["videos"]?.elements.first?["url"])?.words
  }

  /// Ends a clip; one that is over answers 400 or 404.
  public func cancel(_ ticket: ClipTicket) async throws(VideoEngineError) {
    let reply = try await transport.exchange(
      .PUT, ticket.cancelURL ?? place(of: ticket) + "/cancel")
    guard (200...299).contains(reply.status) || [400, 404].contains(reply.status) else {
      throw transport.refusal(reply)
    }
  }

  /// Puts the clip at `path`.
  public func fetch(
    _ ticket: ClipTicket, to path: String
  ) async throws(VideoEngineError) {
    let value = try transport.value(of: try await result(of: ticket))
    guard let address = Self.address(in: value) else { throw strange("tells of no clip") }
    try await transport.clip(at: address, to: path, by: downloader)
  }

  private func strange(_ what: String) -> VideoEngineError {
    VideoEngineError(.badReply, "\(name) \(what); check that its address is that of fal's queue.")
  }
}
