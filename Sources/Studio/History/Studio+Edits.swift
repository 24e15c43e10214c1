public import Accounts
import Director
import Records
public import Timeline
public import Wire

extension Studio {
  /// Changes a session's draft without words, in one transaction, beside a turn that goes on or
  /// not. It costs nothing. Edits that change nothing make no version.
  ///
  /// What comes of it is the history after version `number`, as ``history(of:after:in:for:)`` gives
  /// it, and the draft. `key` is the client's `Idempotency-Key`: the same key and request change
  /// the draft once, and whoever sends them again is told how things stand.
  /// - Throws: `ServiceError`: 1002; 400 where an edit can't be read; 404 where there is no such
  ///   version; 409 where the draft has moved on from the request's base, there is nothing to undo
  ///   or redo, or the key came with something else; 422 where the edits don't fit the draft or
  ///   make no film; then nothing changes.
  public func edit(
    _ request: EditRequest, in session: String, after number: Int = 0, key: String? = nil,
    language: SpokenLanguage? = nil, for identity: Identity
  ) async throws -> HistoryReply {
    try Self.requireSense(ofKey: key)
    let edits = try Self.edits(of: request)
    let verb = try Self.verb(of: request)
    let (time, settings) = (now(), settings)
    let hand = HandEdit(request, in: session, key: key, at: time)
    let states = StateWriter(links: links(at: time))
    let (writer, dropped) = try await write(changing: session, andItsState: true) { transaction in
      var changed = try Self.session(session, of: identity.account, in: transaction)
      let media = try transaction.media(in: changed.id)
      if let earlier = try hand.earlier(of: identity.account, in: transaction) {
        return (HistoryWriter(changed, media: media, in: language), earlier.dropped)
      }
      let writer = HistoryWriter(changed, media: media, in: nil)
      let editor = DraftEditor(
        settings: settings, language: writer.language,
        facts: Dictionary(media.map { ($0.id, $0.facts) }) { first, _ in first },
        mediaNames: writer.mediaNames)
      var history = writer.history
      let dropped = try editor.carryOut(request, edits: edits, verb: verb, on: &history)
      if history.currentNumber != writer.history.currentNumber {
        changed.history = history
        changed.revision += 1
        changed.updatedAt = time
        try hand.tell(states.draft(of: history), in: &changed, transaction)
        try transaction.update(changed)
      }
      try hand.keep(HandEdit.Outcome(dropped: dropped), of: changed, in: transaction)
      return (HistoryWriter(changed, media: media, in: language), dropped)
    }
    var reply = try writer.reply(after: number)
    reply.draft = writer.history.draft.json
    reply.dropped = dropped
    return reply
  }

  private static func verb(of request: EditRequest) throws(ServiceError) -> Verb? {
    guard case .verb(let json) = request.change else { return nil }
    return try .read(json, place: "\"verb\"", example: #"{"split":{"segment":"s1","at":1200}}"#)
  }

  private static func edits(of request: EditRequest) throws(ServiceError) -> [Edit] {
    guard case .edits(let items, _) = request.change else { return [] }
    var edits: [Edit] = []
    for (index, item) in items.enumerated() {
      edits.append(
        try .read(
          item, place: "edits[\(index)]",
          example: #"{"set_volume":{"segment":"s1","volume":0.5}}"#))
    }
    return edits
  }
}
