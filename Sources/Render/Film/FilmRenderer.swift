internal import Foundation
internal import Libav
internal import MediaTime
public import Pixels
public import Timeline

/// Makes one film of one draft.
///
/// The film is cut at closed groups of pictures; each is drawn and encoded by one worker, and
/// all are joined without encoding again. Sound is made whole. The same draft, media and seed
/// give the same bytes whatever the number of workers.
public final class FilmRenderer: Sendable {
  /// Size of the film in pixels.
  public var size: PixelSize { plan.canvas }
  /// Frames of the film.
  public var frameCount: Int { plan.frameCount }
  /// What will be drawn otherwise than asked, a sentence each.
  public var notes: [String] { plan.notes }

  private let plan: FilmPlan
  private let title: String?
  private let intent: FilmIntent
  private let settings: RenderSettings
  private let cancellation = Cancellation()

  /// Checks the draft and looks its media up, so that rendering can only fail on them or on
  /// the disk.
  public init(
    draft: Draft, library: any MediaLibrary, settings: RenderSettings = RenderSettings()
  ) throws(RenderError) {
    let canvas = PixelSize(width: draft.canvas.width, height: draft.canvas.height)
    let planner = try FilmPlanner(
      draft, library: library, size: settings.size ?? settings.quality.size(of: canvas),
      seed: settings.seed)
    plan = try planner.plan()
    title = draft.canvas.title
    intent = FilmIntent(plan, draft)
    self.settings = settings
  }

  /// Stops a running `render`, which then throws `cancelled` and leaves nothing behind. May be
  /// called from any thread.
  public func cancel() { cancellation.cancel() }

  /// Renders the film to `path`, where it appears when it is whole. `progress` is called on the
  /// calling thread, ten times a second.
  @discardableResult
  public func render(
    to path: String, progress: (RenderProgress) -> Void = { _ in }
  ) throws(RenderError) -> FilmSummary {
    let clock = RenderClock()
    let spool = try Spool(folder: Self.folder(of: path))
    let chunks = chunks
    let count = max(
      1, min(settings.threads ?? ProcessInfo.processInfo.activeProcessorCount, chunks.count))
    let board = RenderBoard(chunks: chunks, workers: count, spool: spool)
    let crew = Crew()
    defer {
      board.stop()
      crew.join()
    }
    let kept = kept
    start(
      crew, workers: count, chunks: chunks, board: board, kept: kept,
      folder: Self.folder(of: path))
    func report() {
      progress(
        RenderProgress(
          framesDone: board.progress, frameCount: plan.frameCount,
          elapsed: clock.seconds))
    }
    try join(chunks, from: board, spool: spool, to: path, report: report)
    report()
    kept?.trim()
    return summary(path, clock, reusing: kept?.framesReused ?? 0)
  }

  /// Writes the film's frames to `path` as they go to the encoder, for another one: YUV4MPEG2,
  /// without sound. `progress` is called on the calling thread with every frame.
  @discardableResult
  public func writeFrames(
    to path: String, progress: (RenderProgress) -> Void = { _ in }
  ) throws(RenderError) -> FilmSummary {
    let clock = RenderClock()
    let compositor = Compositor(plan, stills: StillCache(plan))
    do {
      let writer = try FrameWriter(path: path, size: plan.canvas, frameRate: plan.frameRate)
      for index in 0..<plan.frameCount {
        guard !cancellation.isCancelled else { throw Self.stopped }
        try writer.append(try compositor.frame(index))
        progress(
          RenderProgress(
            framesDone: index + 1, frameCount: plan.frameCount, elapsed: clock.seconds))
      }
      try writer.finish()
    } catch {
      throw RenderError(wrapping: error)
    }
    return summary(path, clock)
  }

  private func summary(
    _ path: String, _ clock: RenderClock, reusing framesReused: Int = 0
  ) -> FilmSummary {
    FilmSummary(
      path: path, size: plan.canvas, frameCount: plan.frameCount, framesReused: framesReused,
      frameRate: plan.frameRate, seconds: clock.seconds)
  }

  /// What was asked of the film at `path` beside what its first frames and its whole sound show;
  /// nil where the film can't be read.
  public static func receipt(of path: String) -> FilmReceipt? { FilmCheck(path: path).receipt() }

  /// What was asked of the film that was rendered to `path` beside what its first frames and its
  /// whole sound show, as far as its cache doesn't know that from the film before; nil where the
  /// film can't be read.
  public func receipt(of path: String) -> FilmReceipt? { FilmCheck(path: path).receipt(of: kept) }

  private var chunks: [Range<Int>] {
    ChunkPlan(frameCount: plan.frameCount, edges: plan.edges, frameRate: plan.frameRate).chunks
  }

  private var kept: KeptPieces? {
    settings.cache.map {
      KeptPieces($0, PieceNames(plan, videoSettings, soundFont: settings.soundFont), chunks)
    }
  }

  private static var stopped: RenderError {
    RenderError(.cancelled, "Stopped; nothing was written.")
  }

  private func start(
    _ crew: Crew, workers: Int, chunks: [Range<Int>], board: RenderBoard,
    kept: KeptPieces?, folder: String
  ) {
    let stills = StillCache(plan)
    for index in 0..<workers {
      let worker = Worker(
        index: index, plan: plan, chunks: chunks, settings: videoSettings, stills: stills,
        board: board, kept: kept)
      crew.start { worker.run() }
    }
    let sound = SoundWorker(
      plan: plan, board: board, folder: folder, soundFont: settings.soundFont, kept: kept)
    crew.start { sound.run() }
  }

  private func join(
    _ chunks: [Range<Int>], from board: RenderBoard, spool: Spool, to path: String,
    report: () -> Void
  ) throws(RenderError) {
    let sound = try wait(report) { () throws(RenderError) in
      try board.waitForSound(tick: Self.tick)
    }
    var writer: MovieWriter?
    do {
      for (index, frames) in chunks.enumerated() {
        let ticket = try wait(report) { () throws(RenderError) in
          try board.waitForChunk(index, tick: Self.tick)
        }
        let chunk = try spool.chunk(ticket)
        let film =
          try writer
          ?? MovieWriter(
            path: path, settings: videoSettings, parameterSets: chunk.parameterSets,
            sound: sound.end, title: title, comment: intent.comment
          ) { part in
            part < sound.parts.count ? try spool.chunk(sound.parts[part]) : nil
          }
        writer = film
        try film.append(chunk, atFrame: frames.lowerBound)
      }
      try writer?.finish()
    } catch {
      writer?.abandon()
      throw RenderError(wrapping: error)
    }
  }

  /// Asks `poll` until it has something, reporting progress and minding cancellation.
  private func wait<Value>(
    _ report: () -> Void, _ poll: () throws(RenderError) -> Value?
  ) throws(RenderError) -> Value {
    while true {
      guard !cancellation.isCancelled else {
        throw Self.stopped
      }
      if let value = try poll() { return value }
      report()
    }
  }

  /// Seconds between two reports.
  private static let tick = 0.1

  private var videoSettings: VideoSettings {
    let (preset, crf): (VideoSettings.Preset, Double) =
      switch settings.quality {
      case .proxy: (.ultrafast, 28)
      case .draft: (.ultrafast, 26)
      case .standard: (.veryfast, 21)
      case .high: (.veryfast, 20)
      }
    return VideoSettings(
      size: plan.canvas, frameRate: plan.frameRate, preset: preset, crf: crf)
  }

  /// Foundation's `deletingLastPathComponent` ends the process on a name of one letter.
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}
