import Language
import Logging
import MediaTime
import Render
import Scenes
import Studio
import Timeline
import Wire
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

  func render(
    _ order: FilmOrder, progress: @escaping @Sendable (Double) -> Void
  ) async throws -> RenderedFilm {
    try await told {
      let film = try await workshop.render(
        WorkerFilmOrder(
          draft: order.draft, files: order.files,
          quality: .init(rawValue: order.quality.rawValue) ?? .high,
          seed: UInt64(clamping: order.seed), output: order.outputPath), progress: progress)
      return RenderedFilm(duration: film.duration.count)
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
