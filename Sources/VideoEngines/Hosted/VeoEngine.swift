import Foundation
import MediaTime
import NIOHTTP1
import Timeline

/// Veo by the Gemini API: an operation is begun and asked about until it is done. A lost answer
/// stays in doubt, and what has begun can't be ended.
public struct VeoEngine: VideoEngine {
  /// What the user calls it.
  public let name: String
  private let transport: EngineTransport
  private let model: String
  private let downloader: any ClipDownloader

  /// An engine for one model.
  /// - Parameters:
  ///   - name: what the user calls it.
  ///   - base: where it answers, with the interface's version, such as `…/v1beta`;
  ///     nil for Google's own address.
  ///   - key: sent as `x-goog-api-key`, and to that address only.
  ///   - model: such as `veo-3.1-generate-preview`.
  ///   - downloader: gets results that lie on another server.
  public init(
    name: String, base: String? = nil,
    key: String, model: String = "veo-3.1-generate-preview", downloader: any ClipDownloader
  ) {
    self.name = name
    self.model = model
    self.downloader = downloader
    transport = EngineTransport(
      engine: name, base: base ?? "https://generativelanguage.googleapis.com/v1beta",
      authorization: key, header: "x-goog-api-key")
  }

  private var isSecond: Bool { model.hasPrefix("veo-2") }

  /// What is known of the model; it isn't asked. 4, 6 and 8 seconds, 720p and 1080p hold for Veo 3,
  /// where 1080p and a last picture want 8. That models of other names are no more able than
  /// Veo 3.0 at 720p is assumed. No seed is sent: this interface doesn't promise to mind one.
  public func capabilities() async throws(VideoEngineError) -> VideoCapabilities {
    var told = VideoCapabilities(model: model, tasks: [.text, .picture])
    told.sizes = ClipSize.hd
    told.seconds = isSecond ? [5, 6, 8] : [4, 6, 8]
    told.takes = [.negativePrompt, .size]
    if model.hasPrefix("veo-3") {
      told.sizes += ClipSize.fullHD
      told.fullLength = FullLength(abovePixels: 1280 * 720, tasks: [.betweenPictures])
    }
    if model.hasPrefix("veo-3.1") { told.tasks.insert(.betweenPictures) }
    return told
  }

  /// Has a clip begun.
  public func start(
    _ request: ClipRequest, key: String
  ) async throws(VideoEngineError) -> ClipTicket {
    var instance: [String: JSONValue] = ["prompt": .string(request.prompt)]
    if let path = request.firstFrame { instance["image"] = try Self.picture(path) }
    if let path = request.lastFrame { instance["lastFrame"] = try Self.picture(path) }
    var parameters: [String: JSONValue] = [
      "aspectRatio": .string(request.size.aspect < 1 ? "9:16" : "16:9"),
      "durationSeconds": .integer(request.wholeSeconds),
    ]
    if !isSecond { parameters["resolution"] = .string(request.size.resolution) }
    if let text = request.negativePrompt { parameters["negativePrompt"] = .string(text) }
    let body: [String: JSONValue] = [
      "instances": .array([.object(instance)]), "parameters": .object(parameters),
    ]
    let value = try await transport.json(
      .POST, "/models/\(model):predictLongRunning", .json(.object(body)))
    guard let id = value["name"]?.words, !id.isEmpty else { throw strange("named no operation") }
    return ClipTicket(id: id)
  }

  private static func picture(_ path: String) throws(VideoEngineError) -> JSONValue {
    let picture = try EnginePicture(path: path)
    return .object([
      "bytesBase64Encoded": .string(picture.base64), "mimeType": .string(picture.type),
    ])
  }

  /// Its operations don't say what they were asked: nobody can tell.
  public func find(
    _ request: ClipRequest, key: String, since time: Double
  ) async throws(VideoEngineError) -> ClipSearch { .unknown }

  private func operation(_ ticket: ClipTicket) async throws(VideoEngineError) -> JSONValue {
    try await transport.json(.GET, "/\(ticket.id)")
  }

  /// How far a clip is: it tells no more than whether it is done, and why there is nothing.
  public func progress(of ticket: ClipTicket) async throws(VideoEngineError) -> ClipProgress {
    let value = try await operation(ticket)
    guard value["done"] == .bool(true) else { return ClipProgress(.running) }
    if let error = value["error"] {
      // 1 is CANCELLED in google.rpc.Code.
      if error["code"]?.count == 1 { return ClipProgress(.cancelled) }
      return ClipProgress(.failed, failure: EngineTransport.message(in: error))
    }
    guard Self.address(in: value) == nil else { return ClipProgress(.done) }
    let reasons = value["response"]?["generateVideoResponse"]?["raiMediaFilteredReasons"]
    let why = reasons?.elements.first?.words.map(EngineTransport.short)
    return ClipProgress(.failed, failure: why ?? "it tells of no clip")
  }

  private static func address(in value: JSONValue) -> String? {
    value["response"]?["generateVideoResponse"]?["generatedSamples"]?.elements.first?["video"]?[
      "uri"]?.words
  }

  /// Asks as operations are ended; where that isn't known, the clip is finished for nobody.
  public func cancel(_ ticket: ClipTicket) async throws(VideoEngineError) {
    let reply = try await transport.exchange(.POST, "/\(ticket.id):cancel")
    guard (200...299).contains(reply.status) else {
      throw VideoEngineError(
        .refused, "\(name) can't end a clip that it has begun; it finishes what nobody waits for.")
    }
  }

  /// Puts the clip at `path`; it is kept for two days.
  public func fetch(
    _ ticket: ClipTicket, to path: String
  ) async throws(VideoEngineError) {
    guard let address = Self.address(in: try await operation(ticket)) else {
      throw strange("tells of no clip")
    }
    try await transport.clip(at: address, to: path, by: downloader)
  }

  private func strange(_ what: String) -> VideoEngineError {
    VideoEngineError(.badReply, "\(name) \(what); check that its address is the Gemini API's.")
  }
}
