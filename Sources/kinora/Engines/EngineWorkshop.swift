import Director
import Foundation
import Logging
import Studio
import VideoEngines
import Wire

/// The studio's video engines: those that a list names, each clip noted in a folder, so that it is
/// made once. The list is read anew for each message.
struct EngineWorkshop: ClipWorkshop {
  private let list: EngineList
  private let journal: FileJournal
  private let desk: ClipDesk
  private let areFree: Bool
  private let logger: Logger

  init(list: EngineList, notes: String, areFree: Bool, logger: Logger) {
    self.list = list
    journal = FileJournal(folder: notes)
    desk = ClipDesk(journal: journal)
    self.areFree = areFree
    self.logger = logger
  }

  func engines() async throws -> [ClipEngine] {
    do {
      return try list.engines().map { ClipEngine(name: $0.name, model: $0.model) }
    } catch {
      throw ServiceError(.internalError, error.message)
    }
  }

  func offer(for job: ClipJob, by name: String) async throws -> ClipOffer {
    try await told(name) {
      let settings = try settings(of: name)
      let capabilities = try await EngineShelf.engine(settings).capabilities()
      let clip = try fit(job, capabilities, name)
      return ClipOffer(
        engine: name, model: capabilities.model, duration: clip.request.duration,
        credits: areFree ? 0 : settings.price.credits(for: clip.request.duration),
        dollars: clip.dollars)
    }
  }

  func make(
    _ job: ClipJob, by name: String, key: String, to path: String,
    progress: @escaping @Sendable (Double) -> Void
  ) async throws {
    try await told(name) {
      let engine = try EngineShelf.engine(try settings(of: name))
      var clip = try fit(job, try await engine.capabilities(), name)
      // What was asked before a crash is what is asked: the engine may tell otherwise by now.
      if let known = try journal.record(of: key) { clip.request = known.request }
      try await desk.make(clip, key: key, by: engine, to: path, whenCancelled: .leave) { told in
        progress(told.share ?? 0)
      }
    }
  }

  func isBegun(_ key: String) async throws -> Bool {
    switch try journal.record(of: key)?.state {
    case .sending, .begun, .done: true
    case nil, .failed, .cancelled: false
    }
  }

  func end(_ key: String, by name: String) async {
    do {
      try await desk.end(key, by: try EngineShelf.engine(try settings(of: name)))
    } catch {
      logger.warning("\(name) could not be told that nobody waits for a clip: \(error)")
    }
  }

  func forget(_ key: String) async {
    do {
      // That nobody can tell what became of a clip stays known.
      if try journal.record(of: key)?.state != .sending { try journal.forget(key) }
    } catch {
      logger.warning("A note of a clip can't be removed: \(error)")
    }
  }

  private func settings(of name: String) throws(VideoEngineError) -> EngineSettings {
    guard let settings = try list.engines().first(where: { $0.name == name }) else {
      throw VideoEngineError(
        .refused, "\(name) is no longer among the engines; name another one.")
    }
    return settings
  }

  private func fit(
    _ job: ClipJob, _ engine: VideoCapabilities, _ name: String
  ) throws -> FittedClip {
    var request = ClipRequest(
      job.prompt, duration: job.duration, size: ClipSize(width: job.width, height: job.height),
      seed: job.seed)
    if job.isDrawn, let picture = job.picture {
      return try engine.fit(request, engine: name) { _ in picture }
    }
    request.firstFrame = job.picture
    return try engine.fit(request, engine: name)
  }

  /// Failures as the studio tells them.
  private func told<Result>(
    _ engine: String, _ body: () async throws -> Result
  ) async throws -> Result {
    do {
      return try await body()
    } catch let error as VideoEngineError {
      logger.notice("\(engine): \(error.message)")
      throw ClipFailure(ClipFailure.Kind(error.code), of: engine, error.message)
    }
  }
}

extension ClipFailure.Kind {
  init(_ code: VideoEngineError.Code) {
    self =
      switch code {
      case .unreachable, .busy: .away
      case .unauthorized: .locked
      case .refused: .refused
      case .lost: .doubtful
      default: .failed
      }
  }
}
