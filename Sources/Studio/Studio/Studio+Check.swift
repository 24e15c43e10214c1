public import Accounts
import Director
import Language
import MediaTime
import Records
public import Timeline
public import Wire

extension Studio {
  /// Looks a session's film through for what a viewer would stumble over, in `language` or, where
  /// it is nil, in the session's. What mends a finding can be said as the next message.
  /// - Throws: `ServiceError`: 1002; 409 where the film is empty; 422 where it can't be made.
  public func check(
    _ session: String, in language: SpokenLanguage? = nil, for identity: Identity
  ) async throws -> CheckReply {
    let session = try await self.session(session, for: identity)
    guard let history = session.history, history.draft.hasContent else { throw Self.nothingToShow }
    let language = language ?? session.language ?? .english
    let findings = try await findings(in: session, history)
    return CheckReply(
      version: history.currentNumber,
      findings: findings.map { finding in
        let remedy = finding.remedy(in: language)
        return CheckReply.Finding(
          code: finding.kind.rawValue, sentence: finding.told(in: language, of: history.draft),
          remedy: remedy, moment: finding.start.count)
      })
  }

  /// What the last look at the film as it is now found; nothing where nobody has looked.
  func lastFindings(in session: Session) -> [PreflightFinding] {
    guard let number = session.history?.currentNumber else { return [] }
    return shelf.findings[key(session, number)] ?? []
  }

  private func findings(
    in session: Session, _ history: History
  ) async throws -> [PreflightFinding] {
    let key = key(session, history.currentNumber)
    if let known = shelf.findings[key] { return known }
    let draft = history.draft.normalized()
    let (files, facts) = try await files(of: draft, in: session.id)
    defer { withExtendedLifetime(files) {} }
    var order = FilmOrder(
      draft: draft, files: files.mapValues(\.path), facts: facts, quality: .draft, seed: 1,
      outputPath: "\(settings.workFolder)/check.mp4")
    order.pieces = pieces?.folder(of: session.id)
    let findings = try await workshop.inspect(order)
    shelf.findings.keep(findings, for: key)
    return findings
  }

  private func key(_ session: Session, _ version: Int) -> ViewShelf.FilmKey {
    ViewShelf.FilmKey(session: session.id, createdAt: session.createdAt, version: version)
  }
}
