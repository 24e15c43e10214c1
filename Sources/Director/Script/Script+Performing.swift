public import Timeline

extension Script {
  /// Carries out a step that concerns the draft alone: an edit, undo, redo, going back. Others
  /// leave the history as it is.
  ///
  /// A session's history begins empty: where there is none yet, it is made.
  /// - Parameters:
  ///   - index: the step's place in `steps`.
  ///   - history: the session's history, nil where there is none yet.
  /// - Returns: what the stream shows as the call's response; nil where the step's work is the
  ///   caller's.
  /// - Throws: `EditError` where the edit doesn't fit the draft, or there is no such version;
  ///   then nothing changes.
  public func perform(
    _ index: Int, on history: inout History?
  ) throws(EditError) -> [String: JSONValue]? {
    var changed = history ?? Script.emptyHistory
    let before = changed.draft
    switch steps[index].action {
    case .edit(let edit, let label): try changed.apply(edit, label: label)
    case .go(let number): try changed.go(to: number)
    case .draw, .sound, .clip, .analyse, .inspect, .export, .cancelExports, .showState,
      .showCredits:
      return nil
    }
    history = changed
    let changes = before.changes(to: changed.draft, language: language) { mediaNames[$0] }
    return [
      "status": .string("completed"), "version": .integer(changed.currentNumber),
      "changes": .array(changes.map(JSONValue.string)),
      "timeline": .string(changed.draft.summary(language: language) { mediaNames[$0] }),
    ]
  }

  /// A history with nothing in it, as every session's begins.
  public static let emptyHistory = History(Draft(), label: "Empty")
}
