public import Accounts
import Foundation
import Language
import Logging
import MediaTime
import Records
import Timeline
public import Wire

extension Studio {
  /// Begins a quick film of the session's draft, or tells how far it is. It is no export: it costs
  /// nothing, is listed nowhere and goes when nobody asks for it. A session has one at a time.
  /// - Throws: `ServiceError`: 1002; 404 where there is no such version; 409 where the draft is
  ///   empty; 402 where it lasts longer than the plan allows; 422.
  public func preview(
    version: Int?, of session: String, for identity: Identity
  ) async throws -> PreviewReply {
    let session = try await self.session(session, for: identity)
    let media = try await media(of: session)
    let film = try film(version, of: session, media)
    try check(film.draft, for: identity)
    let time = now()
    if let known = previews.preview(of: session.id, named: film.name, at: time),
      try await isGood(known)
    {
      return describe(known, version: film.version)
    }
    let id = session.id
    let begun = previews.begin(film.name, version: film.version, of: id, at: time) { number in
      await self.makePreview(number, of: film.draft, in: id)
    }
    return describe(begun, version: film.version)
  }

  private func check(_ draft: Draft, for identity: Identity) throws(ServiceError) {
    guard draft.hasContent else { throw Self.nothingToShow }
    let longest = Milliseconds(accounts.policy(of: identity.plan).maximumFilmSeconds * 1000)
    guard draft.lastEnd <= longest else {
      throw ServiceError(
        .exportBlocked,
        "The film lasts \(draft.lastEnd.secondsText) s and this plan allows "
          + "\(longest.secondsText) s; shorten it.")
    }
  }

  /// Whether there is no need to begin anew: what failed is tried again when somebody asks later.
  private func isGood(_ preview: PreviewBoard.Preview) async throws -> Bool {
    switch preview.state {
    case .waiting, .going: true
    case .failed(_, let time): now().timeIntervalSince(time) < Self.pauseAfterFailure
    case .done(let blob): try await file(of: blob) != nil
    }
  }

  private func describe(_ preview: PreviewBoard.Preview, version: Int) -> PreviewReply {
    var reply = PreviewReply(version: version, status: .pending, progress: 0)
    switch preview.state {
    case .waiting: break
    case .going(let share):
      reply.status = .processing
      reply.progress = (share * 1000).rounded() / 10
    case .done(let blob):
      reply.status = .completed
      reply.progress = 100
      reply.url = links(at: now()).link(to: Self.filmID(blob))
    case .failed(let error, _):
      reply.status = .failed
      reply.error = error
    }
    return reply
  }

  private func makePreview(_ number: Int, of draft: Draft, in session: String) async {
    guard await previewSlots.takeOne() else { return }
    defer { previewSlots.giveBack() }
    do {
      let blob = try await renderPreview(number, of: draft, in: session)
      if let unused = previews.note(.done(blob: blob), of: number, in: session) {
        _ = try? await removeIfUnused(unused)
      }
    } catch {
      guard !Task.isCancelled, !(error is CancellationError) else { return }
      let told = (error as? ServiceError)?.message
      if told == nil { logger.warning("A preview failed: \(error)") }
      _ = previews.note(
        .failed(told ?? "The preview could not be made; ask for it again.", at: now()),
        of: number, in: session)
    }
  }

  private func renderPreview(
    _ number: Int, of draft: Draft, in session: String
  ) async throws -> String {
    _ = previews.note(.going(0), of: number, in: session)
    let (files, facts) = try await files(of: draft, in: session)
    defer { withExtendedLifetime(files) {} }
    let output = "\(settings.workFolder)/\(UUID().uuidString.lowercased()).mp4"
    defer { try? FileManager.default.removeItem(atPath: output) }
    var order = FilmOrder(
      draft: draft, files: files.mapValues(\.path), facts: facts, quality: .draft,
      seed: FilmDesk.seed(of: draft), outputPath: output, isProxy: true)
    order.pieces = pieces?.folder(of: session)
    _ = try await workshop.render(order) { share in
      guard share.isFinite else { return }
      _ = self.previews.note(.going(min(max(share, 0), 0.99)), of: number, in: session)
    }
    try Task.checkCancellation()
    return try await intake.arriving {
      do { return try await blobs.adopt(path: output).key } catch { throw Self.service(error) }
    }
  }

  /// Seconds before what failed is tried again.
  private static let pauseAfterFailure: TimeInterval = 10

  /// How long a quick film is kept that nobody asks for.
  static let previewLifetime: TimeInterval = 3600
}
