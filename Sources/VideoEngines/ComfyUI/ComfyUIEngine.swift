import Foundation
import MediaTime
import NIOHTTP1
import Timeline

/// ComfyUI with a workflow of the user's. Its queue and history are asked; each clip carries its
/// key there, so that a lost answer is found again.
public struct ComfyUIEngine: VideoEngine {
  /// What the user calls it.
  public let name: String
  private let transport: EngineTransport
  private let workflow: ComfyWorkflow
  private let rule: FrameRule
  private let downloader: any ClipDownloader
  private let pause: Duration

  /// How often a history that is still empty is read.
  private static let readings = 5
  /// What it makes where the workflow doesn't say.
  private static let usualRate = 16.0

  /// An engine at `base`.
  /// - Parameters:
  ///   - name: what the user calls it.
  ///   - base: where it answers, such as `http://127.0.0.1:8188`.
  ///   - key: sent as a bearer token, for servers behind a gate; it has none itself.
  ///   - workflow: makes a clip; its nodes' titles say where what is asked goes.
  ///   - frames: which numbers of frames the workflow's model makes; 4n+1, as Wan and
  ///     HunyuanVideo do, where nothing is said.
  ///   - downloader: gets results that lie on another server.
  public init(
    name: String, base: String, key: String? = nil, workflow: ComfyWorkflow,
    frames: FrameRule = FrameRule(step: 4, offset: 1, least: 5),
    downloader: any ClipDownloader
  ) {
    self.init(
      name: name, base: base, key: key, workflow: workflow, frames: frames,
      downloader: downloader, pause: .milliseconds(300))
  }

  init(
    name: String, base: String, key: String?, workflow: ComfyWorkflow, frames: FrameRule,
    downloader: any ClipDownloader, pause: Duration
  ) {
    self.name = name
    self.workflow = workflow
    rule = frames
    self.downloader = downloader
    self.pause = pause
    transport = EngineTransport(
      engine: name, base: base, authorization: key.map { "Bearer \($0)" })
  }

  private var rate: Double { workflow.frameRate ?? Self.usualRate }

  /// What the workflow's titles allow, once the server has answered.
  public func capabilities() async throws(VideoEngineError) -> VideoCapabilities {
    _ = try await transport.json(.GET, "/queue")
    let needsPicture = workflow.takes(.firstFrame)
    let task: ClipTask =
      workflow.takes(.lastFrame) ? .betweenPictures : needsPicture ? .picture : .text
    var told = VideoCapabilities(tasks: [task])
    told.frames = rule
    told.frameRate = rate
    told.takes = [.size]
    if workflow.takes(.negative) { told.takes.insert(.negativePrompt) }
    if workflow.takes(.seed) { told.takes.insert(.seed) }
    if workflow.takes(.steps) { told.takes.insert(.steps) }
    return told
  }

  /// Has a clip begun: its pictures are uploaded, then the workflow is queued.
  public func start(
    _ request: ClipRequest, key: String
  ) async throws(VideoEngineError) -> ClipTicket {
    var pictures: [ComfyWorkflow.Part: String] = [:]
    for (part, path) in [
      (ComfyWorkflow.Part.firstFrame, request.firstFrame), (.lastFrame, request.lastFrame),
    ] {
      guard let path else { continue }
      do {
        pictures[part] = try await upload(path, as: "\(Self.plain(key))-\(part)")
      } catch let error where error.code == .lost {
        // A picture too many does no harm; no clip was begun.
        throw VideoEngineError(
          .unreachable, "\(name) broke off while it took a picture; try again.", cause: error)
      }
    }
    let graph = try workflow.bound(to: request, rate: rate, pictures: pictures, engine: name)
    let body: [String: JSONValue] = [
      "prompt": graph, "client_id": .string("kinora"),
      "extra_data": .object(["kinora_key": .string(key)]),
    ]
    let reply = try await transport.exchange(.POST, "/prompt", .json(.object(body)))
    if reply.status == 400, let why = reply.json.flatMap(Self.complaint) {
      throw VideoEngineError(.refused, "\(name) can't run the workflow: \(why).")
    }
    guard let id = try transport.value(of: reply)["prompt_id"]?.words, !id.isEmpty else {
      throw strange("gave no prompt_id")
    }
    return ClipTicket(id: id)
  }

  /// What is wrong with a workflow: the first node's complaint says more than the summary.
  private static func complaint(_ value: JSONValue) -> String? {
    let node = value["node_errors"]?.members.values
      .compactMap { node in
        node["errors"]?.elements.first.map { error in
          let words = [error["message"]?.words, error["details"]?.words]
          return "\(node["class_type"]?.words ?? "a node"): "
            + words.compactMap(\.self).joined(separator: ", ")
        }
      }
      .min()
    return node ?? EngineTransport.message(in: value)
  }

  private func upload(
    _ path: String, as title: String
  ) async throws(VideoEngineError) -> String {
    let picture = try EnginePicture(path: path)
    var form = MultipartForm()
    form.add(
      "image", file: picture.bytes, named: "kinora-\(title).\(picture.ending)", type: picture.type)
    form.add("type", "input")
    form.add("overwrite", "true")
    let value = try await transport.json(.POST, "/upload/image", .form(form))
    guard let stored = value["name"]?.words else { throw strange("gave a picture no name") }
    let folder = value["subfolder"]?.words ?? ""
    return folder.isEmpty ? stored : "\(folder)/\(stored)"
  }

  private static func plain(_ key: String) -> String {
    key.filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
  }

  /// Looks for the key in the queue and in the history; a restart forgets both, and the clip with
  /// them.
  public func find(
    _ request: ClipRequest, key: String, since time: Double
  ) async throws(VideoEngineError) -> ClipSearch {
    // The queue first: what ends meanwhile is in the history then.
    let queue = try await transport.json(.GET, "/queue", upTo: Self.largestHistory)
    let history = try await transport.json(
      .GET, "/history?max_items=200", upTo: Self.largestHistory)
    let entries = ["queue_running", "queue_pending"].flatMap { queue[$0]?.elements ?? [] }
    let done = history.members.values.compactMap { $0["prompt"] }
    let found = (entries + done).first {
      $0.elements.dropFirst(3).first?["kinora_key"] == .string(key)
    }
    guard let found else { return .absent }
    guard let id = found.elements.dropFirst().first?.words else {
      throw strange("has our clip under no name")
    }
    return .found(ClipTicket(id: id))
  }

  /// Ends the clip, running or waiting; another that runs is left alone.
  public func cancel(_ ticket: ClipTicket) async throws(VideoEngineError) {
    let id = JSONValue.string(ticket.id)
    if try await place(of: ticket) == .queued {
      try await tell("/queue", ["delete": .array([id])])
    }
    // It may have begun to run meanwhile.
    if try await place(of: ticket) == .running {
      // Older ones read no prompt_id and end what runs, which is this.
      try await tell("/interrupt", ["prompt_id": id])
    }
  }

  private func tell(
    _ path: String, _ body: [String: JSONValue]
  ) async throws(VideoEngineError) {
    let reply = try await transport.exchange(.POST, path, .json(.object(body)))
    guard (200...299).contains(reply.status) else { throw transport.refusal(reply) }
  }

  /// Where the queue has a clip; nil where it doesn't.
  private func place(of ticket: ClipTicket) async throws(VideoEngineError) -> ClipProgress.State? {
    let queue = try await transport.json(.GET, "/queue", upTo: Self.largestHistory)
    func has(_ list: String) -> Bool {
      queue[list]?.elements.contains { $0.elements.dropFirst().first == .string(ticket.id) }
        ?? false
    }
    if has("queue_running") { return .running }
    return has("queue_pending") ? .queued : nil
  }

  /// How far a clip is; the queue tells no share.
  public func progress(of ticket: ClipTicket) async throws(VideoEngineError) -> ClipProgress {
    if let state = try await place(of: ticket) { return ClipProgress(state) }
    let entry = try await history(of: ticket)
    let status = entry["status"]
    let messages = status?["messages"]?.elements ?? []
    func message(_ name: String) -> JSONValue? {
      messages.first { $0.elements.first == .string(name) }?.elements.dropFirst().first
    }
    if message("execution_interrupted") != nil { return ClipProgress(.cancelled) }
    if status?["status_str"] == .string("error") {
      let told = message("execution_error")
      let why = told?["exception_message"]?.words.map(EngineTransport.short)
      let node = told?["node_type"]?.words.map { "\($0): " } ?? ""
      return ClipProgress(.failed, failure: why.map { node + $0 })
    }
    guard status == nil || status?["status_str"] == .string("success") else {
      throw strange("tells no state of the clip that is known here")
    }
    guard Self.file(in: entry) != nil else {
      return ClipProgress(.failed, failure: "no node of the workflow saved a video, so no clip")
    }
    return ClipProgress(.done)
  }

  /// What the history has of a clip. It may be empty for a moment after the queue is.
  private func history(of ticket: ClipTicket) async throws(VideoEngineError) -> JSONValue {
    var seen: JSONValue?
    for reading in 1...Self.readings {
      let value = try await transport.json(
        .GET, "/history/\(ticket.id)", upTo: Self.largestHistory)
      seen = value[ticket.id] ?? seen
      if let seen, Self.file(in: seen) != nil || seen["status"]?["status_str"] == .string("error") {
        return seen
      }
      if reading < Self.readings { try? await Task.sleep(for: pause) }
    }
    if let seen { return seen }
    throw VideoEngineError(
      .gone, "\(name) has the clip neither in its queue nor in its history; was it started anew?")
  }

  /// A history holds whole workflows.
  private static let largestHistory = 64 << 20

  /// Puts the clip at `path`.
  public func fetch(
    _ ticket: ClipTicket, to path: String
  ) async throws(VideoEngineError) {
    guard let file = Self.file(in: try await history(of: ticket)) else {
      throw strange("made no clip")
    }
    var address = URLComponents()
    address.path = "/view"
    address.queryItems = ["filename", "subfolder", "type"].map {
      URLQueryItem(name: $0, value: file[$0]?.words ?? "")
    }
    // A plus sign would be read as a space.
    let view = (address.string ?? "/view").replacingOccurrences(of: "+", with: "%2B")
    try await transport.clip(at: view, to: path, by: downloader)
  }

  /// The file of the clip among what the nodes put out: kept ones before passing ones.
  private static func file(in entry: JSONValue) -> JSONValue? {
    let outputs = entry["outputs"]?.members.sorted { $0.key < $1.key }.map(\.value) ?? []
    let files = outputs.flatMap { output in
      ["videos", "gifs", "images"].flatMap { output[$0]?.elements ?? [] }
    }.filter { file in
      let ending = file["filename"]?.words?.split(separator: ".").last?.lowercased() ?? ""
      return ["mp4", "webm", "mov", "mkv", "gif", "webp", "avi"].contains(ending)
    }
    return files.first { $0["type"] == .string("output") } ?? files.first
  }

  private func strange(_ what: String) -> VideoEngineError {
    VideoEngineError(.badReply, "\(name) \(what); check that it is ComfyUI, and a recent one.")
  }
}
