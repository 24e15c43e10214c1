import Director
import Language
import Logging
import MediaTime
import Render
import Scenes
import Speech
import Studio
import Timeline
import Wire
import struct Workshop.FilmInView
import struct Workshop.Workshop
import struct Workshop.WorkshopError

/// The studio's workshop: each file is looked into, and each film made, by a process of its own.
struct ChildWorkshop: MediaWorkshop {
  let workshop: Workshop
  let logger: Logger

  func probe(path: String) async throws -> ProbedMedia {
    try await told {
      let probed = try await workshop.probe(path: path)
      return ProbedMedia(facts: probed.facts, contentType: probed.contentType)
    }
  }

  func analyse(
    path: String, facts: MediaFacts, progress: @escaping @Sendable (Double) -> Void
  ) async throws -> MediaAnalysis {
    try await told {
      let found: WorkerAnalysis = try await workshop.analyse(
        path: path, facts: facts, progress: progress)
      return MediaAnalysis(
        shots: found.shots.map { MediaAnalysis.Shot(start: $0.start, end: $0.end) },
        loudness: found.loudnessLUFS, hasSpeech: found.hasSpeech, palette: found.palette)
    }
  }

  func draw(_ scene: SceneFile, to outputPath: String) async throws {
    try await told { try await workshop.draw(scene, to: outputPath) }
  }

  func speak(_ voice: VoiceOver, to outputPath: String) async throws -> Spoken {
    do {
      return try await VoiceDesk.speak(voice, to: outputPath)
    } catch {
      logger.warning("\(error.message)")
      throw ServiceError(.badDraft, error.message)
    }
  }

  func beats(path: String) async throws -> [Milliseconds] {
    try await told { try await workshop.beats(path: path) }
  }

  func captions(path: String) async throws -> [Segment] {
    try await told { try await workshop.captions(path: path).segments }
  }

  func frame(_ order: FrameOrder) async throws -> [UInt8] {
    try await told {
      let film = FilmInView(
        name: order.name, draft: order.draft, files: order.files,
        seed: UInt64(clamping: order.seed))
      return try await workshop.frame(
        WorkerFrameOrder(
          owner: order.session, film: film, index: order.index, width: order.width,
          reach: order.reach, outlook: order.outlook))
    }
  }

  func peaks(
    path: String, bins: Int, lasting length: Milliseconds?
  ) async throws -> SoundCurve {
    try await told {
      let peaks = try await workshop.peaks(path: path, bins: bins, lasting: length)
      return SoundCurve(duration: peaks.duration, values: peaks.values)
    }
  }

  func inspect(_ order: FilmOrder) async throws -> [PreflightFinding] {
    try await told { try await workshop.inspect(Self.order(order)) }
  }

  private static func order(_ order: FilmOrder) -> WorkerFilmOrder {
    WorkerFilmOrder(
      draft: order.draft, files: order.files,
      quality: order.isProxy ? .proxy : .init(rawValue: order.quality.rawValue) ?? .high,
      seed: UInt64(clamping: order.seed), output: order.outputPath,
      cache: order.pieces.map { ChunkCache(folder: $0) })
  }

  func render(
    _ order: FilmOrder, progress: @escaping @Sendable (Double) -> Void
  ) async throws -> RenderedFilm {
    try await told {
      let film = try await workshop.render(Self.order(order), progress: progress)
      return RenderedFilm(duration: film.duration.count, receipt: film.receipt)
    }
  }

  /// Failures as the contract's codes.
  private func told<Result>(_ body: () async throws -> Result) async throws -> Result {
    do {
      return try await body()
    } catch let error as WorkshopError {
      if error.code == .cancelled { throw CancellationError() }
      if let cause = error.cause {
        // A file that can't be used is its sender's affair, anything else the operator's.
        let level: Logger.Level = error.code == .unsupportedFile ? .debug : .warning
        logger.log(level: level, "\(error.message)", metadata: ["cause": "\(cause)"])
      }
      throw ServiceError(Self.code(for: error.code), error.message)
    }
  }

  private static func code(for code: WorkshopError.Code) -> ServiceError.Code {
    switch code {
    case .unsupportedFile: .unsupportedFile
    case .badDraft, .missingMedia: .badDraft
    case .diskFull: .diskFull
    case .unavailable: .unavailable
    default: .internalError
    }
  }
}
