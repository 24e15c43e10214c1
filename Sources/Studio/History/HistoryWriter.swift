import MediaTime
import Timeline
import Wire

/// Writes a session's versions as the history routes show them.
struct HistoryWriter: Sendable {
  let history: History
  let language: SpokenLanguage
  /// What people call the media, by id.
  let mediaNames: [String: String]

  /// The versions after `number`, and where the session stands among all of them.
  func reply(after number: Int) throws -> HistoryReply {
    var versions: [HistoryReply.Version] = []
    if let first = history.versions.first, number < first.number {
      versions.append(HistoryReply.Version(number: first.number, parent: nil, label: first.label))
    }
    try history.forEachEdit(after: number) { version, before, after in
      versions.append(
        HistoryReply.Version(
          number: version.number, parent: version.parent, label: version.label,
          differences: differences(from: before, to: after),
          moment: after.moment(ofChangeFrom: before)?.count))
    }
    return HistoryReply(
      current: history.currentNumber, canUndo: history.canUndo, redo: history.redoNumber,
      versions: versions.sorted { $0.number < $1.number })
  }

  /// One version, compared with another where one is named.
  /// - Throws: `EditError` where there is no such version.
  func version(_ number: Int, against other: Int?) throws(EditError) -> VersionReply {
    let draft = try history.draft(at: number)
    let version = history.versions[number - 1]
    var reply = VersionReply(
      number: number, parent: version.parent, label: version.label, draft: draft.json)
    if let other {
      reply.differences = differences(from: try history.draft(at: other), to: draft)
    }
    return reply
  }

  /// What is different, a short phrase each.
  func differences(from before: Draft, to after: Draft) -> [String] {
    before.difference(to: after, language: language) { mediaNames[$0] }
  }
}
