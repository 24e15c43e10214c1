import Crypto
import Foundation
import Libav
import MediaTime
import Pixels
import Render
import Scenes
import Studio
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
        let clip = try fit(segment, path, draft.canvas, capabilities, engine.name)
        clip.notes.forEach(console.note)
        let file = try await make(clip, by: engine)
        let id = "\(source)-\(engine.name)-\(segment.id)"
        files[id] = file
        let made = GeneratedClip(
          engine: engine.name, model: capabilities.model, prompt: clip.request.prompt,
          seed: clip.request.seed, dollars: clip.dollars)
        draft.tracks[track].segments[index] = segment.showing(
          id, lasting: try Media.probe(path: file).duration.milliseconds, as: made)
      }
    }
    return Result(draft: draft, library: ListedLibrary(files), engine: engine.name)
  }

  private static func isStill(_ path: String) throws -> Bool {
    SceneFile(path: path) != nil ? true : try Media.probe(path: path).kind == .image
  }

  /// What the engine is asked for one still: the picture itself, or what a scene was drawn from.
  private func fit(
    _ segment: Segment, _ path: String, _ canvas: Canvas, _ engine: VideoCapabilities,
    _ name: String
  ) throws -> FittedClip {
    let scene = SceneFile(path: path)
    var request = ClipRequest(
      options.prompt ?? scene?.prompt ?? words, duration: segment.duration,
      size: ClipSize(width: size?.width ?? canvas.width, height: size?.height ?? canvas.height),
      seed: seed)
    (request.negativePrompt, request.steps) = (options.negativePrompt, options.steps)
    request.guidance = options.guidance
    if let scene {
      return try engine.fit(request, engine: name) { try drawn(scene, $0) }
    }
    request.firstFrame = URL(fileURLWithPath: path).path
    return try engine.fit(request, engine: name)
  }

  /// A picture of a scene, for engines that need one to begin with.
  private func drawn(_ scene: SceneFile, _ size: ClipSize) throws -> String {
    let hash = SHA256.hash(data: scene.content + Data(size.description.utf8))
    let name = hash.prefix(16).map { String(format: "%02x", $0) }.joined()
    let path = "\(EngineShelf.clips)/\(name).png"
    try FileManager.default.createDirectory(
      atPath: EngineShelf.clips, withIntermediateDirectories: true)
    let picture = scene.picture(size: PixelSize(width: size.width, height: size.height))
    try PNG.write(picture, to: path)
    return path
  }

  /// The clip's file. What was made before with the same words, picture and seed is taken.
  private func make(_ clip: FittedClip, by engine: any VideoEngine) async throws -> String {
    let desk = ClipDesk(journal: FileJournal(folder: EngineShelf.clips))
    let key = try await desk.freshKey(
      named: try clip.request.name(for: engine.name), askingAnew: options.again)
    let file = "\(EngineShelf.clips)/\(key).mp4"
    if FileManager.default.fileExists(atPath: file) { return file }
    if let dollars = clip.dollars {
      console.note(String(format: "%@ takes about $%.2f for it", engine.name, dollars))
    }
    console.note("\(engine.name) is at it …")
    let part = file + ".part"
    let console = console
    let work = Task {
      let pace = Mutex(ProgressPace(interval: .zero, step: 0.1))
      try await desk.make(clip, key: key, by: engine, to: part) { told in
        guard told.state == .running, let share = told.share,
          pace.withLock({ $0.isDue(share) })
        else { return }
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
}
