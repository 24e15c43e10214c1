import Records
import Timeline
import Wire

extension Studio {
  /// The files of a draft's media, as long as somebody holds them, and what the media are.
  /// - Throws: `ServiceError` with code 422 where one is gone.
  func files(
    of draft: Draft, in session: String
  ) async throws -> (files: [String: BlobFile], facts: [String: MediaFacts]) {
    let used = Set(draft.tracks.flatMap(\.segments).compactMap(\.source))
    let tables = draft.tables
    let items = try await read { try $0.media(in: session) }.filter { item in
      used.contains(item.id) || item.facts.kind == .table && tables.contains(item.id)
    }
    var files: [String: BlobFile] = [:]
    var facts: [String: MediaFacts] = [:]
    for item in items {
      files[item.id] = try await file(of: item.blob)
      facts[item.id] = item.facts
    }
    if let missing = used.first(where: { files[$0] == nil }) {
      throw ServiceError(
        .badDraft, "The file \(missing.shown) is no longer in the session; upload it again.")
    }
    return (files, facts)
  }
}
