import Foundation
import Language
import Logging
import Records
import Timeline
import Wire

/// Makes one film.
struct ExportPerformer: Sendable {
  let studio: Studio
  let lease: Lease
  let session: String
  let id: String

  /// - Returns: nil where the work isn't an export's.
  init?(studio: Studio, lease: Lease) {
    guard let names = Export.names(in: lease.work.subject) else { return nil }
    self.studio = studio
    self.lease = lease
    (session, id) = names
  }

  /// The export, where it is still there.
  func export(in view: any MetadataView) throws -> Export? { try view.export(id, in: session) }

  /// Whether the lease is about an export that isn't there.
  static func isGone(_ lease: Lease, in view: any MetadataView) throws -> Bool {
    guard let names = Export.names(in: lease.work.subject) else { return true }
    return try view.export(names.id, in: names.session) == nil
  }

  private var subject: String { lease.work.subject }

  /// Makes the film and keeps it.
  /// - Throws: `TurnEnded`, `LeaseLost`, `CancellationError`; `ServiceError` where it failed.
  func perform(_ export: Export) async throws {
    guard !export.status.isFinal else { throw TurnEnded() }
    guard let draft = try? Draft.decode(export.draft),
      let quality = Quality(rawValue: export.quality)
    else {
      throw ServiceError(.badDraft, "This film was ordered from another version; order it again.")
    }
    try await advance { $0.status = .processing }
    studio.board.ring(subject)
    let (files, facts) = try await studio.files(of: draft, in: export.session)
    let output = "\(studio.settings.workFolder)/\(UUID().uuidString.lowercased()).mp4"
    defer {
      studio.progress.remove(subject)
      try? FileManager.default.removeItem(atPath: output)
    }
    var order = FilmOrder(
      draft: draft, files: files.mapValues(\.path), facts: facts, quality: quality,
      seed: export.seed, outputPath: output)
    // Fetched files go away when nobody holds them any more.
    defer { withExtendedLifetime(files) {} }
    order.pieces = studio.pieces?.folder(of: session)
    if export.findings == nil { try await inspect(order) }
    let film = try await render(order)
    try Task.checkCancellation()
    try await studio.intake.arriving { try await keep(film, at: output) }
  }

  /// Ends the export with a failure.
  func fail(_ error: ServiceError) async throws {
    let time = studio.now()
    try await advance { export in
      export.status = .failed
      export.error = error.message
      export.completedAt = time
    }
  }

  /// Looks the film through for whoever ordered it; what is found stops nothing, nor does a check
  /// that fails.
  private func inspect(_ order: FilmOrder) async throws {
    let findings: [PreflightFinding]
    do {
      findings = try await studio.workshop.inspect(order)
    } catch {
      try Task.checkCancellation()
      studio.logger.notice("The film can't be looked through: \(error)")
      return
    }
    try await advance { $0.findings = findings }
  }

  private func keep(_ film: RenderedFilm, at path: String) async throws {
    let blob: Blob
    do { blob = try await studio.blobs.adopt(path: path) } catch { throw Studio.service(error) }
    let time = studio.now()
    try await advance { export in
      export.status = .completed
      export.progress = 1
      export.blob = blob.key
      export.size = blob.size
      export.duration = film.duration
      export.receipt = film.receipt
      export.completedAt = time
    }
  }

  /// Renders, tells everybody how far it is, and stores that once a second.
  private func render(_ order: FilmOrder) async throws -> RenderedFilm {
    let (studio, subject) = (studio, subject)
    return try await relaying(ProgressPace(interval: .seconds(1))) { share in
      try await advance { $0.progress = max($0.progress, min(share, 1)) }
    } _: { progress in
      try await studio.workshop.render(order) { share in
        guard studio.progress.note(share, of: subject) else { return }
        studio.board.ring(subject)
        progress(share)
      }
    }
  }

  /// Changes the export in one transaction, or not where it has ended or another makes it.
  private func advance(_ body: @escaping @Sendable (inout Export) -> Void) async throws {
    let (queue, lease, id, session) = (studio.queue, lease, id, session)
    let changed = try await studio.write { transaction in
      try queue.confirm(lease, in: transaction)
      guard var export = try transaction.export(id, in: session), !export.status.isFinal
      else { throw TurnEnded() }
      body(&export)
      try transaction.update(export)
      if export.status.isFinal { try queue.finish(lease, in: transaction) }
      return export
    }
    guard let end = changed.completedAt else { return }
    studio.metrics.exportEnded(changed.status, after: end.timeIntervalSince(changed.createdAt))
  }
}
