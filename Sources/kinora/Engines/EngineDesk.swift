import Crypto
import Foundation
import Libav
import MediaTime
import Pixels
import Render
import Scenes
import Synchronization
import Timeline
import VideoEngines

/// Has an engine make clips of a draft's pictures and scenes; the draft stays the same but for
/// what its clips show.
struct EngineDesk {
  let options: EngineOptions
  let console: Console
  /// What the command says the film shows.
  let words: String
  /// The film's size, where it isn't the draft's.
  let size: PixelSize?
  let seed: Int

  /// A draft whose pictures move by themselves, and where its media lie.
  struct Result {
    var draft: Draft
    var library: ListedLibrary
    /// Who made the clips; nil for the built-in engine.
    var engine: String?
  }

  /// The draft with clips in the place of its stills.
  func animate(
    _ draft: Draft, _ library: ListedLibrary, files: [String: String]
  ) async throws -> Result {
    guard let name = options.engine, !options.isBuiltIn else {
      return Result(draft: draft, library: library)
    }
    let engines =
      name == "auto" ? try EngineShelf.list.engines().map(\.name) : [name]
    for (index, engine) in engines.enumerated() {
      do {
        return try await animate(draft, files, by: try EngineShelf.engine(engine))
      } catch let error as VideoEngineError where name == "auto" {
        let next = index + 1 < engines.count ? engines[index + 1] : "the built-in engine"
        console.note("\(error.message) On with \(next).")
      }
    }
    return Result(draft: draft, library: library)
  }

  private func animate(
    _ draft: Draft, _ files: [String: String], by engine: any VideoEngine
  ) async throws -> Result {
    let capabilities = try await engine.capabilities()
    var (draft, files) = (draft, files)
    for track in draft.tracks.indices where draft.tracks[track].kind == .video {
      for index in draft.tracks[track].segments.indices {
        let segment = draft.tracks[track].segments[index]
        guard let source = segment.source, let path = files[source],
          try Self.isStill(path)
        else { continue }
        let request = try await request(for: segment, path, draft.canvas, capabilities)
        let clip = try capabilities.fit(request, engine: engine.name)
        clip.notes.forEach(console.note)
        let file = try await make(clip, by: engine)
        let id = "\(source)-\(engine.name)-\(segment.id)"
        files[id] = file
        draft.tracks[track].segments[index] = try segment.showing(
          id, file, clip, by: engine.name, model: capabilities.model)
      }
    }
    return Result(draft: draft, library: ListedLibrary(files), engine: engine.name)
  }

  private static func isStill(_ path: String) throws -> Bool {
    SceneFile(path: path) != nil ? true : try Media.probe(path: path).kind == .image
  }

  /// What the engine is asked for one still: the picture itself, or what a scene was drawn from.
  private func request(
    for segment: Segment, _ path: String, _ canvas: Canvas, _ engine: VideoCapabilities
  ) async throws -> ClipRequest {
    let scene = SceneFile(path: path)
    var request = ClipRequest(
      options.prompt ?? scene?.prompt ?? words, duration: segment.duration,
      size: ClipSize(width: size?.width ?? canvas.width, height: size?.height ?? canvas.height),
      seed: seed)
    (request.negativePrompt, request.steps) = (options.negativePrompt, options.steps)
    request.guidance = options.guidance
    if let scene {
      guard !engine.tasks.contains(.text) else { return request }
      request.firstFrame = try drawn(scene, request.size)
    } else {
      request.firstFrame = URL(fileURLWithPath: path).path
    }
    return request
  }

  /// A picture of a scene, for engines that need one to begin with.
  private func drawn(_ scene: SceneFile, _ size: ClipSize) throws -> String {
    let name = Self.digits(of: SHA256.hash(data: scene.content + Data(size.description.utf8)))
    let path = "\(EngineShelf.clips)/\(name).png"
    try FileManager.default.createDirectory(
      atPath: EngineShelf.clips, withIntermediateDirectories: true)
    let picture = scene.picture(size: PixelSize(width: size.width, height: size.height))
    try PNG.write(picture, to: path)
    return path
  }

  /// The clip's file. What was made before with the same words, picture and seed is taken.
  private func make(_ clip: FittedClip, by engine: any VideoEngine) async throws -> String {
    let journal = FileJournal(folder: EngineShelf.clips)
    let key = try freshKey(for: clip, engine.name, in: journal)
    let file = "\(EngineShelf.clips)/\(key).mp4"
    if FileManager.default.fileExists(atPath: file) { return file }
    if let dollars = clip.dollars {
      console.note(String(format: "%@ takes about $%.2f for it", engine.name, dollars))
    }
    console.note("\(engine.name) is at it …")
    let part = file + ".part"
    let console = console
    let work = Task {
      let pace = ProgressPace()
      try await ClipDesk(journal: journal).make(clip, key: key, by: engine, to: part) { told in
        guard told.state == .running, let share = told.share, pace.isNews(share) else { return }
        console.note("\(engine.name): \(Int(share * 100)) %")
      }
    }
    let interruption = Interruption { work.cancel() }
    defer { withExtendedLifetime(interruption) {} }
    try await work.value
    let probe = try Media.probe(path: part)
    guard probe.video?.frameCount != 0 else {
      throw VideoEngineError(
        .badReply, "\(engine.name) made a clip without a frame; ask for it again.")
    }
    try FileManager.default.moveItem(atPath: part, toPath: file)
    return file
  }

  /// A key that stands for the clip: the same one as long as it may still come of it.
  private func freshKey(
    for clip: FittedClip, _ engine: String, in journal: FileJournal
  ) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    var request = clip.request
    (request.firstFrame, request.lastFrame) = (nil, nil)
    var hash = SHA256()
    hash.update(data: Data(engine.utf8))
    hash.update(data: try encoder.encode(request))
    for path in [clip.request.firstFrame, clip.request.lastFrame].compactMap({ $0 }) {
      hash.update(data: try Data(contentsOf: URL(fileURLWithPath: path)))
    }
    let name = Self.digits(of: hash.finalize())
    for attempt in 1... {
      let key = "\(name)-\(attempt)"
      switch try journal.record(of: key)?.state {
      case .failed, .cancelled: continue
      default: return key
      }
    }
    return name
  }

  private static func digits(of digest: SHA256.Digest) -> String {
    digest.prefix(16).map { String(0x100 + UInt16($0), radix: 16).dropFirst() }.joined()
  }
}

extension Segment {
  /// The segment with a clip in the place of its still: what moved the still is left out, and
  /// who made the clip is noted.
  fileprivate func showing(
    _ id: String, _ file: String, _ clip: FittedClip, by engine: String, model: String?
  ) throws -> Segment {
    var segment = self
    segment.source = id
    segment.style.motion = []
    for key in ["region", "effect", "atmosphere"] { segment.style.unknown[key] = nil }
    let length = try Media.probe(path: file).duration.milliseconds
    // A clip that is too short is slowed rather than left standing.
    if length < duration {
      segment.speed = max(Double(length.count) / Double(max(duration.count, 1)), 0.25)
    }
    var made: [String: JSONValue] = [
      "engine": .string(engine), "prompt": .string(clip.request.prompt),
      "seed": .integer(clip.request.seed),
    ]
    if let model { made["model"] = .string(model) }
    if let dollars = clip.dollars { made["dollars"] = .number(dollars) }
    segment.style.unknown["generated"] = .object(made)
    return segment
  }
}

/// Lets a share through that has grown by a tenth.
private final class ProgressPace: Sendable {
  private let told = Mutex(0.0)

  func isNews(_ share: Double) -> Bool {
    told.withLock { told in
      guard share >= told + 0.1 else { return false }
      told = share
      return true
    }
  }
}
