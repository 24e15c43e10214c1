import Foundation
import Timeline
import Wire

/// Carries out on a history what a client asks without words.
struct DraftEditor {
  let settings: StudioSettings
  let language: SpokenLanguage
  /// What the session's media are, by id.
  let facts: [String: MediaFacts]
  /// What people call the media, by id.
  let mediaNames: [String: String]

  /// Changes the history, or leaves it as it was where the edits change nothing.
  /// - Returns: after one version was undone alone, those whose edits no longer apply.
  /// - Throws: `ServiceError`: 400, 404, 409, 413, 422; then nothing changes.
  func carryOut(
    _ request: EditRequest, edits: [Edit], verb: Verb?, on history: inout History
  ) throws -> [Int]? {
    if let base = request.base, base != history.currentNumber {
      throw ServiceError(
        .conflict,
        "The draft is at version \(history.currentNumber), and this was made for version \(base); "
          + "look at the draft again.")
    }
    var changed = history
    var dropped: [Int]?
    do {
      switch request.change {
      case .edits(_, let label): try apply(edits, label, to: &changed)
      case .verb:
        guard let verb else { break }
        let edit = try verb.edit(
          in: changed.draft, media: { facts[$0] }, name: { mediaNames[$0] })
        // What changed says more than the verb's name.
        try apply(edit.primitives, nil, to: &changed)
      case .undo:
        guard changed.undo() != nil else { throw Self.nothing(to: "undo") }
      case .redo:
        guard changed.redo() != nil else { throw Self.nothing(to: "redo") }
      case .undoOnly(let number):
        dropped = try undo(only: number, in: &changed)
      case .go(let number): try changed.go(to: number)
      }
    } catch let error as EditError {
      throw ServiceError(edit: error)
    }
    history = changed
    return dropped
  }

  private func apply(_ edits: [Edit], _ label: String?, to history: inout History) throws {
    let before = history.draft
    let after = try before.applying(edits)
    guard after != before else { return }
    try requireRoom(after, in: history)
    if let problem = after.newProblem(since: before, media: { facts[$0] }) {
      throw ServiceError(.badDraft, problem.message)
    }
    let own = edits.count == 1 ? edits.first?.label : nil
    let differences = before.difference(to: after, language: language) { mediaNames[$0] }
    let label =
      [label, own, differences.first].lazy.compactMap { $0 }
      .compactMap { Studio.name($0, atMost: 200) }.first
    let made = label ?? (language == .chinese ? "编辑" : "edit")
    try history.apply(.group(label: made, edits: edits), label: made)
  }

  private func undo(only number: Int, in history: inout History) throws -> [Int] {
    let label = history.versions.first { $0.number == number }?.label
    try requireRoom(history.draft, in: history)
    return try history.undo(
      only: number, label: language == .chinese ? label.map { "只撤销“\($0)”" } : nil
    ).map(\.number)
  }

  private func requireRoom(_ draft: Draft, in history: History) throws {
    guard draft.encoded().utf8.count <= settings.largestDraft else {
      throw ServiceError(
        .bodyTooLarge,
        "The draft would be larger than \(settings.largestDraft >> 10) kB; leave out what isn't "
          + "used.")
    }
    let count = history.versions.count
    // Writing a long history takes as long as storing it, and a few versions more do no harm.
    let isMeasured = count.isMultiple(of: 32)
    let isTooLarge =
      try isMeasured && JSONEncoder().encode(history).count > settings.largestHistory
    guard count < settings.versionsPerSession, !isTooLarge else {
      throw ServiceError(
        .badRequest, "The session has had \(count) versions, which is all it can; begin a new one.")
    }
  }

  private static func nothing(to verb: String) -> ServiceError {
    ServiceError(
      .conflict,
      "There is nothing to \(verb); look at the history for versions to go to.")
  }
}
