import Director
import Foundation
import Language
import Logging
import Records
import Timeline
import Wire

extension TurnPerformer {
  /// Looks through the session's film for what a viewer would stumble over. That it can't be
  /// looked through is no reason not to make it.
  func inspect(_ turn: Turn) async throws -> StepWork {
    let session = try await studio.read { try $0.session(turn.session) }
    guard let draft = session?.history?.draft.normalized(), draft.hasContent else {
      return .inspected([])
    }
    do {
      let (files, facts) = try await studio.files(of: draft, in: turn.session)
      defer { withExtendedLifetime(files) {} }
      var film = FilmOrder(
        draft: draft, files: files.mapValues(\.path), facts: facts, quality: .draft, seed: 1,
        outputPath: "\(studio.settings.workFolder)/\(turn.id).mp4")
      film.pieces = studio.pieces?.folder(of: turn.session)
      let order = film
      let workshop = studio.workshop
      return .inspected(
        try await studio.turnSlots.standAside { try await workshop.inspect(order) })
    } catch let error as ServiceError where error.isFinal {
      studio.logger.warning("The film could not be checked: \(error.message)")
      return .inspected([])
    }
  }
}
