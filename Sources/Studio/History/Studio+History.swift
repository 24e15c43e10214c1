public import Accounts
import Director
import Records
public import Timeline
public import Wire

extension Studio {
  /// The versions of a session's draft after `number`, 0 for all, described in `language` or, where
  /// it is nil, in the session's.
  /// - Throws: `ServiceError` with code 1002.
  public func history(
    of session: String, after number: Int = 0, in language: SpokenLanguage? = nil,
    for identity: Identity
  ) async throws -> HistoryReply {
    try await historyWriter(of: session, in: language, for: identity).reply(after: number)
  }

  /// A version of a session's draft, nil for the current one; with what is different from version
  /// `other` where one is named.
  /// - Throws: `ServiceError`: 1002; 404 where there is no such version.
  public func version(
    _ number: Int?, of session: String, against other: Int? = nil,
    in language: SpokenLanguage? = nil, for identity: Identity
  ) async throws -> VersionReply {
    let writer = try await historyWriter(of: session, in: language, for: identity)
    do {
      return try writer.version(number ?? writer.history.currentNumber, against: other)
    } catch {
      throw ServiceError(edit: error)
    }
  }

  private func historyWriter(
    of session: String, in language: SpokenLanguage?, for identity: Identity
  ) async throws -> HistoryWriter {
    try await read { view in
      let session = try Self.session(session, of: identity.account, in: view)
      return HistoryWriter(session, media: try view.media(in: session.id), in: language)
    }
  }
}

extension HistoryWriter {
  /// What writes the history of a session.
  init(_ session: Session, media: [MediaItem], in language: SpokenLanguage?) {
    self.init(
      history: session.history ?? Script.emptyHistory,
      language: language ?? session.language ?? .english,
      mediaNames: Dictionary(media.map { ($0.id, $0.name) }) { first, _ in first })
  }
}

extension ServiceError {
  /// Why an edit was not made, or a version not found.
  init(edit error: EditError) {
    self.init(error.code == .unknownVersion ? .notFound : .badDraft, error.message)
  }
}
