import Accounts
import Director
import Foundation
import Language
import Records
import Timeline

extension Studio {
  /// What a turn's message finds: the session as it is, and what was said before.
  func situation(of turn: Turn) async throws -> (Situation, Identity) {
    let engines = await engines()
    return try await read { [self] view in
      guard let session = try view.session(turn.session),
        let account = try view.account(turn.account)
      else { throw TurnEnded() }
      let last = try view.turn(before: turn)?.script.flatMap { try? TurnPlan(stored: $0) }
      let before = last?.begunAt
      let items = try view.media(in: session.id)
      let isNew = { (item: MediaItem) in before.map { item.createdAt >= $0 } ?? true }
      let media = items.filter(\.facts.kind.isPlayed).map { item in
        let isMade = item.origin == .generated
        var medium = Medium(
          id: item.id, name: item.name, facts: item.facts,
          isNew: !isMade && isNew(item),
          hasAnalysis: isMade || item.analysis != nil)
        medium.take(item.generation?.recipe)
        return medium
      }
      var situation = Situation(
        history: session.history, media: media, language: session.language,
        isExportAllowed: accounts.policy(of: account.plan).isExportAllowed,
        costs: Costs(accounts.settings.prices), dialogue: last?.script.dialogue ?? Dialogue())
      situation.subtitles = items.filter { $0.facts.kind == .subtitles }.map { item in
        SubtitleMedium(id: item.id, name: item.name, isNew: isNew(item))
      }
      situation.tables = items.filter { $0.facts.kind == .table }.map { item in
        TableMedium(id: item.id, name: item.name)
      }
      situation.captionLinks = captionLinks(of: session)
      situation.drawingID = "m_\(turn.id.dropFirst(2))"
      situation.inspects = true
      situation.engines = engines
      situation.findings = last?.findings ?? lastFindings(in: session)
      return (situation, Identity(of: account))
    }
  }
}
