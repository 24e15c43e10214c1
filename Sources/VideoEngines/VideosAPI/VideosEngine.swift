import Foundation
import MediaTime
import NIOHTTP1
import Timeline

/// An engine of the `/v1/videos` shape, as OpenAI has it, and vLLM-Omni, SGLang, NVIDIA NIM,
/// LiteLLM and Kinora's own worker speak it.
public struct VideosEngine: VideoEngine {
  /// What the user calls it.
  public let name: String
  private let transport: EngineTransport
  private let model: String?
  private let downloader: any ClipDownloader

  /// An engine at `base`.
  /// - Parameters:
  ///   - name: what the user calls it.
  ///   - base: where it answers, such as `http://127.0.0.1:8000/v1`.
  ///   - key: sent as a bearer token, and to that address only.
  ///   - model: the model that is asked; nil for the engine's own choice.
  ///   - downloader: gets results that lie on another server.
  public init(
    name: String, base: String, key: String? = nil, model: String? = nil,
    downloader: any ClipDownloader
  ) {
    self.name = name
    self.model = model
    self.downloader = downloader
    transport = EngineTransport(
      engine: name, base: Self.versioned(base), authorization: key.map { "Bearer \($0)" })
  }

  private static func versioned(_ base: String) -> String {
    let trimmed = base.hasSuffix("/") ? String(base.dropLast()) : base
    return trimmed.hasSuffix("/v1") ? trimmed : trimmed + "/v1"
  }

  /// What it says of itself; of engines that say nothing, what the shape allows.
  public func capabilities() async throws(VideoEngineError) -> VideoCapabilities {
    let reply = try await transport.exchange(.GET, "/capabilities")
    if reply.status == 200, let value = reply.json, let told = VideoCapabilities(worker: value) {
      return told
    }
    if reply.status == 401 || reply.status == 403 { throw transport.refusal(reply) }
    // Others tell no more than their models' names.
    let models = try await transport.json(.GET, "/models")
    var usual = VideoCapabilities(tasks: [.text, .picture])
    usual.model = model ?? models["data"]?.elements.first?["id"]?.words
    usual.takes = [.negativePrompt, .seed, .steps, .guidance, .size, .frameRate]
    return usual
  }

  /// Has a clip begun; the key is sent along as `Idempotency-Key`.
  public func start(
    _ request: ClipRequest, key: String
  ) async throws(VideoEngineError) -> ClipTicket {
    let value = try await transport.json(.POST, "/videos", .form(try form(of: request)), key: key)
    guard let id = value["id"]?.words, !id.isEmpty else { throw strange("gave no id") }
    return ClipTicket(id: id)
  }

  private func form(of request: ClipRequest) throws(VideoEngineError) -> MultipartForm {
    var form = MultipartForm()
    form.add("prompt", request.prompt)
    if let model = request.model ?? model { form.add("model", model) }
    // The shape has whole seconds as text; what takes frames is told them beside.
    form.add("seconds", String(request.wholeSeconds))
    form.add("size", request.size.description)
    form.add("seed", String(request.seed))
    if let rate = request.frameRate {
      form.add("fps", Self.plain(rate))
      form.add("num_frames", String(request.frames(at: rate)))
    }
    if let text = request.negativePrompt { form.add("negative_prompt", text) }
    if let steps = request.steps { form.add("num_inference_steps", String(steps)) }
    if let guidance = request.guidance { form.add("guidance_scale", Self.plain(guidance)) }
    for (field, path) in [
      ("input_reference", request.firstFrame), ("last_frame", request.lastFrame),
    ] {
      guard let path else { continue }
      let picture = try EnginePicture(path: path)
      form.add(field, file: picture.bytes, named: "\(field).\(picture.ending)", type: picture.type)
    }
    return form
  }

  private static func plain(_ value: Double) -> String {
    value == value.rounded() ? String(Int(value)) : String(value)
  }

  /// Looks through the engine's list, where it has one.
  public func find(
    _ request: ClipRequest, key: String, since time: Double
  ) async throws(VideoEngineError) -> ClipSearch {
    let capabilities = try await capabilities()
    // Sent again under the same key, it is the same clip.
    if capabilities.knowsKeys { return .absent }
    let reply = try await transport.exchange(.GET, "/videos?limit=100&order=desc")
    guard reply.status == 200, let value = reply.json, let data = value["data"] else {
      return .unknown
    }
    let items = data.elements
    let found = items.first { item in
      item["prompt"] == .string(request.prompt) && (item["created_at"]?.amount ?? 0) >= time - 5
    }
    if let id = found?["id"]?.words { return .found(ClipTicket(id: id)) }
    let tellsPrompts = items.allSatisfy { $0["prompt"] != nil }
    return tellsPrompts && value["has_more"] != .bool(true) ? .absent : .unknown
  }

  /// How far a clip is.
  public func progress(of ticket: ClipTicket) async throws(VideoEngineError) -> ClipProgress {
    let value = try await transport.json(.GET, "/videos/\(ticket.id)")
    guard let word = value["status"]?.words, var state = Self.states[word.lowercased()] else {
      throw strange("tells no state of the clip that is known here")
    }
    // The shape has no word for it, so some call it a failure.
    if state == .failed, value["error"]?["code"]?.words == "cancelled" { state = .cancelled }
    let share = value["progress"]?.amount.map { $0 / 100 }
    let failure = value["error"].flatMap { $0.words ?? EngineTransport.message(in: $0) }
    return ClipProgress(state, share: share, failure: failure)
  }

  private static let states: [String: ClipProgress.State] = [
    "queued": .queued, "pending": .queued, "in_progress": .running, "processing": .running,
    "running": .running, "generating": .running, "completed": .done, "succeeded": .done,
    "failed": .failed, "error": .failed, "cancelled": .cancelled, "canceled": .cancelled,
  ]

  /// Ends a clip, or has the engine forget it where that is all it can do.
  public func cancel(_ ticket: ClipTicket) async throws(VideoEngineError) {
    let reply = try await transport.exchange(.POST, "/videos/\(ticket.id)/cancel")
    if (200...299).contains(reply.status) { return }
    let removed = try await transport.exchange(.DELETE, "/videos/\(ticket.id)")
    guard (200...299).contains(removed.status) || removed.status == 404 else {
      throw VideoEngineError(
        .refused, "\(name) can't end a clip that it has begun; it finishes what nobody waits for.")
    }
  }

  /// Puts the clip at `path`, also where the engine answers with an address.
  public func fetch(
    _ ticket: ClipTicket, to path: String
  ) async throws(VideoEngineError) {
    try await transport.clip(
      at: "/videos/\(ticket.id)/content", to: path, by: downloader, mayTell: true)
  }

  private func strange(_ what: String) -> VideoEngineError {
    VideoEngineError(
      .badReply, "\(name) \(what); check that it speaks the /v1/videos interface.")
  }
}

extension VideoCapabilities {
  /// What Kinora's worker says of itself.
  init?(worker value: JSONValue) {
    let names: [String: ClipTask] = [
      "text": .text, "image": .picture, "picture": .picture, "last_frame": .betweenPictures,
      "last-frame": .betweenPictures,
    ]
    let known = value["tasks"]?.elements.compactMap { $0.words.flatMap { names[$0] } } ?? []
    guard !known.isEmpty else { return nil }
    self.init(tasks: Set(known))
    model = value["model"]?.words
    sizeStep = value["size_multiple"]?.count ?? sizeStep
    mostPixels = value["max_pixels"]?.count
    frames = FrameRule(
      step: value["frame_step"]?.count ?? 1,
      offset: value["frame_offset"]?.count ?? 0,
      least: value["min_frames"]?.count ?? 1,
      most: value["max_frames"]?.count ?? 100_000)
    frameRate = value["fps"]?.amount ?? frameRate
    takes = [.seed, .steps]
    if value["takes_negative_prompt"] != .bool(false) { takes.insert(.negativePrompt) }
    if value["guidance_scale"] != .null { takes.insert(.guidance) }
    if value["is_fps_fixed"] != .bool(true) { takes.insert(.frameRate) }
    if value["is_size_fixed"] == .bool(true), let size = value["size"]?.words.flatMap(ClipSize.init)
    {
      sizes = [size]
    } else {
      takes.insert(.size)
    }
    knowsKeys = value["idempotency"] == .bool(true)
  }
}
