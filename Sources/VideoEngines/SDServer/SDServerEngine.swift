import Foundation
import MediaTime
import NIOHTTP1
import Timeline

/// stable-diffusion.cpp's `sd-server`: models in GGUF on processors and cards of all kinds, without
/// Python. It keeps jobs in memory and lists them nowhere, so a lost answer stays in doubt.
public struct SDServerEngine: VideoEngine {
  /// What the user calls it.
  public let name: String
  private let transport: EngineTransport

  /// Bytes of the largest clip that is taken: it comes within an answer, and that in memory.
  static let largestClip = 128 << 20
  /// Three bytes are four letters, and the job's other words are few.
  private static let largestReply = largestClip / 3 * 4 + (1 << 20)
  /// What it makes where nothing is said.
  private static let usualRate = 16.0

  /// An engine at `base`.
  /// - Parameters:
  ///   - name: what the user calls it.
  ///   - base: where it answers, such as `http://127.0.0.1:1234`.
  ///   - key: sent as a bearer token, for servers behind a gate; it has none itself.
  public init(name: String, base: String, key: String? = nil) {
    self.name = name
    transport = EngineTransport(
      engine: name, base: base, authorization: key.map { "Bearer \($0)" })
  }

  /// What it says of itself. It tells which pictures its interface takes, not which the loaded
  /// model minds; that frames come as 4n+1 and sides by sixteens is assumed, as for Wan.
  /// - Throws: `VideoEngineError` with code `refused` where its model makes no clips.
  public func capabilities() async throws(VideoEngineError) -> VideoCapabilities {
    let value = try await transport.json(.GET, "/sdcpp/v1/capabilities")
    let modes = value["supported_modes"]?.elements ?? []
    guard modes.contains(.string("vid_gen")) else {
      throw VideoEngineError(
        .refused, "\(name) has no model loaded that makes clips; start it with one, such as Wan.")
    }
    let features = value["features_by_mode"]?["vid_gen"]
    var tasks: Set<ClipTask> = [.text]
    if features?["init_image"] == .bool(true) {
      tasks.insert(.picture)
      if features?["end_image"] == .bool(true) { tasks.insert(.betweenPictures) }
    }
    var told = VideoCapabilities(tasks: tasks)
    told.model = value["model"]?["stem"]?.words ?? value["model"]?["name"]?.words
    let sides = ["max_width", "max_height"].compactMap { value["limits"]?[$0]?.count }
    told.longestSide = sides.filter { $0 > 0 }.min()
    told.frames = FrameRule(step: 4, offset: 1, least: 5)
    told.frameRate = value["defaults_by_mode"]?["vid_gen"]?["fps"]?.amount ?? Self.usualRate
    if told.frameRate < 1 { told.frameRate = Self.usualRate }
    told.takes = [.negativePrompt, .seed, .steps, .guidance, .size, .frameRate]
    return told
  }

  /// Has a clip begun.
  public func start(
    _ request: ClipRequest, key: String
  ) async throws(VideoEngineError) -> ClipTicket {
    let body = try Self.body(of: request)
    let value = try await transport.json(.POST, "/sdcpp/v1/vid_gen", .json(.object(body)))
    guard let id = value["id"]?.words, !id.isEmpty else { throw strange("gave no job") }
    return ClipTicket(id: id)
  }

  private static func body(
    of request: ClipRequest
  ) throws(VideoEngineError) -> [String: JSONValue] {
    let rate = request.frameRate ?? usualRate
    var body: [String: JSONValue] = [
      "prompt": .string(request.prompt), "seed": .integer(request.seed),
      "width": .integer(request.size.width), "height": .integer(request.size.height),
      "video_frames": .integer(
        FrameRule(step: 4, offset: 1, least: 5).nearest(to: request.frames(at: rate))),
      "fps": .integer(max(1, Int(rate.rounded()))), "output_format": .string("webm"),
    ]
    if let text = request.negativePrompt { body["negative_prompt"] = .string(text) }
    var sampling: [String: JSONValue] = [:]
    if let steps = request.steps { sampling["sample_steps"] = .integer(steps) }
    if let guidance = request.guidance {
      sampling["guidance"] = .object(["txt_cfg": JSONValue(guidance)])
    }
    if !sampling.isEmpty { body["sample_params"] = .object(sampling) }
    if let path = request.firstFrame {
      body["init_image"] = .string(try EnginePicture(path: path).base64)
    }
    if let path = request.lastFrame {
      body["end_image"] = .string(try EnginePicture(path: path).base64)
    }
    return body
  }

  /// It has no list of its jobs: nobody can tell.
  public func find(
    _ request: ClipRequest, key: String, since time: Double
  ) async throws(VideoEngineError) -> ClipSearch { .unknown }

  /// How far a clip is; it tells no share.
  public func progress(of ticket: ClipTicket) async throws(VideoEngineError) -> ClipProgress {
    let job = try await job(ticket)
    guard let state = job["status"]?.words.flatMap({ Self.states[$0] }) else {
      throw strange("tells no state of the clip that is known here")
    }
    if state == .done, job["result"]?["frame_count"]?.count == 0 {
      return ClipProgress(.failed, failure: "it made no clip, a film of no frames")
    }
    let failure = job["error"].flatMap { $0.words ?? EngineTransport.message(in: $0) }
    return ClipProgress(state, failure: failure)
  }

  private static let states: [String: ClipProgress.State] = [
    "queued": .queued, "generating": .running, "completed": .done, "failed": .failed,
    "cancelled": .cancelled,
  ]

  private func job(_ ticket: ClipTicket) async throws(VideoEngineError) -> JSONValue {
    try await transport.json(.GET, "/sdcpp/v1/jobs/\(ticket.id)", upTo: Self.largestReply)
  }

  /// Ends a clip; 409 and 410 say that it is over.
  public func cancel(_ ticket: ClipTicket) async throws(VideoEngineError) {
    let reply = try await transport.exchange(.POST, "/sdcpp/v1/jobs/\(ticket.id)/cancel")
    guard (200...299).contains(reply.status) || [404, 409, 410].contains(reply.status) else {
      throw transport.refusal(reply)
    }
  }

  /// Puts the clip at `path`; it lies within the job, in base64.
  public func fetch(
    _ ticket: ClipTicket, to path: String
  ) async throws(VideoEngineError) {
    guard let text = try await job(ticket)["result"]?["b64_json"]?.words,
      let film = Data(base64Encoded: text)
    else { throw strange("has no clip in a job that it calls completed") }
    guard film.count <= Self.largestClip else {
      throw VideoEngineError(
        .badReply,
        "\(name) made a clip of more than \(Self.largestClip >> 20) MB; ask for a shorter one.")
    }
    try ClipFile.write(film, to: path, from: name)
  }

  private func strange(_ what: String) -> VideoEngineError {
    VideoEngineError(.badReply, "\(name) \(what); check that it is sd-server, and a recent one.")
  }
}
