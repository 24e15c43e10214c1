import Foundation
import MediaTime
import NIOHTTP1
import Timeline

/// A model at Replicate. Its predictions are listed with what they were asked, so that a lost
/// answer is found again.
public struct ReplicateEngine: VideoEngine {
  /// What the user calls it.
  public let name: String
  private let transport: EngineTransport
  private let model: HostedModel
  private let downloader: any ClipDownloader

  /// An engine for one model.
  /// - Parameters:
  ///   - name: what the user calls it.
  ///   - base: where it answers, without `/v1`; nil for Replicate's own address.
  ///   - key: sent as a bearer token, and to that address only.
  ///   - model: such as `bytedance/seedance-1-lite`; a version may follow after a colon.
  ///   - downloader: gets the results, which lie on another server.
  public init(
    name: String, base: String? = nil, key: String, model: String,
    downloader: any ClipDownloader
  ) {
    self.name = name
    self.downloader = downloader
    let plain = model.split(separator: ":").first.map(String.init) ?? model
    var known =
      HostedModel.replicate.first { $0.id == plain } ?? .unknown(plain, picture: "image")
    known.id = model
    self.model = known
    transport = EngineTransport(
      engine: name, base: base ?? "https://api.replicate.com", authorization: "Bearer \(key)")
  }

  /// What the tables say of the model; Replicate isn't asked.
  public func capabilities() async throws(VideoEngineError) -> VideoCapabilities {
    model.capabilities
  }

  /// Has a clip begun.
  public func start(
    _ request: ClipRequest, key: String
  ) async throws(VideoEngineError) -> ClipTicket {
    let body: [String: JSONValue] = [
      "version": .string(model.id), "input": .object(try model.input(for: request)),
    ]
    return try ticket(
      in: try await transport.json(.POST, "/v1/predictions", .json(.object(body))))
  }

  private func ticket(in value: JSONValue) throws(VideoEngineError) -> ClipTicket {
    guard let id = value["id"]?.words, !id.isEmpty else { throw strange("gave no id") }
    let places = value["urls"]
    return ClipTicket(
      id: id, statusURL: transport.own(places?["get"]),
      cancelURL: transport.own(places?["cancel"]))
  }

  /// Looks among the latest predictions for one that was asked the same.
  public func find(
    _ request: ClipRequest, key: String, since time: Double
  ) async throws(VideoEngineError) -> ClipSearch {
    let value = try await transport.json(.GET, "/v1/predictions")
    // Pictures are stored under addresses, so they can't be compared.
    let asked = try model.input(for: request).filter {
      $0.value.words?.hasPrefix("data:") != true
    }
    var isDoubtful = false
    var isWhole = value["next"]?.words == nil
    for item in value["results"]?.elements ?? [] {
      guard let begun = item["created_at"]?.words.flatMap(Self.seconds) else {
        isDoubtful = true
        continue
      }
      // Lists begin with the latest; what is older wasn't begun by us.
      if begun < time - Self.doubt {
        isWhole = true
        break
      }
      guard let input = item["input"]?.members, item["data_removed"] != .bool(true) else {
        isDoubtful = true
        continue
      }
      guard asked.allSatisfy({ input[$0.key] == $0.value }) else { continue }
      if begun >= time - 5 { return .found(try ticket(in: item)) }
      // Its clock and ours may differ.
      return .unknown
    }
    return isWhole && !isDoubtful ? .absent : .unknown
  }

  /// Seconds by which clocks may differ.
  private static let doubt = 300.0

  /// Seconds since 1970 of a moment such as `2026-03-01T10:00:00.123456Z`.
  private static func seconds(_ text: String) -> Double? {
    try? Date("\(text.prefix(19))Z", strategy: .iso8601).timeIntervalSince1970
  }

  private func prediction(
    _ ticket: ClipTicket
  ) async throws(VideoEngineError) -> JSONValue {
    try await transport.json(.GET, ticket.statusURL ?? "/v1/predictions/\(ticket.id)")
  }

  /// How far a clip is; it tells no share.
  public func progress(of ticket: ClipTicket) async throws(VideoEngineError) -> ClipProgress {
    let value = try await prediction(ticket)
    guard let state = value["status"]?.words.flatMap({ Self.states[$0] }) else {
      throw strange("tells no state of the clip that is known here")
    }
    if state == .done, Self.address(in: value) == nil {
      return ClipProgress(.failed, failure: "it tells of no clip")
    }
    let failure = EngineTransport.message(in: .object(["error": value["error"] ?? .null]))
    return ClipProgress(state, failure: failure)
  }

  private static let states: [String: ClipProgress.State] = [
    "starting": .queued, "processing": .running, "succeeded": .done, "failed": .failed,
    "canceled": .cancelled, "aborted": .cancelled,
  ]

  /// An output is an address, or a list whose first is the clip.
  private static func address(in value: JSONValue) -> String? {
    guard let output = value["output"] else { return nil }
    return output.words ?? output.elements.first?.words
  }

  /// Ends a clip.
  public func cancel(_ ticket: ClipTicket) async throws(VideoEngineError) {
    let reply = try await transport.exchange(
      .POST, ticket.cancelURL ?? "/v1/predictions/\(ticket.id)/cancel")
    guard (200...299).contains(reply.status) || reply.status == 404 else {
      throw transport.refusal(reply)
    }
  }

  /// Puts the clip at `path`; Replicate keeps it for an hour.
  public func fetch(
    _ ticket: ClipTicket, to path: String
  ) async throws(VideoEngineError) {
    guard let address = Self.address(in: try await prediction(ticket)) else {
      throw VideoEngineError(
        .gone, "\(name) has the clip no more; it keeps results for an hour. Ask for a new one.")
    }
    try await transport.clip(at: address, to: path, by: downloader)
  }

  private func strange(_ what: String) -> VideoEngineError {
    VideoEngineError(.badReply, "\(name) \(what); check that its address is Replicate's.")
  }
}
