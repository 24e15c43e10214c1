import Language
import Timeline

extension Direction {
  /// Carries out undo, redo and the like, in the order in which they were said.
  mutating func changeVersions() {
    for command in commands {
      switch command {
      case .undo(let count): undo(count)
      case .redo(let count): redo(count)
      case .undoOnly(let subject): undoOnly(subject)
      case .goTo(let number): goTo(number)
      case .goBefore(let subject): goBefore(subject)
      case .take(let subject, let number): take(subject, from: number)
      case .backToCut: backToCut()
      default: break
      }
    }
  }

  mutating func undo(_ count: Int) {
    var undone: [String] = []
    while undone.count < count, let version = history.undo() { undone.append(version.label) }
    tell(undone, of: count, Walk(tool: "undo", english: ("undo", "Undid"), chinese: ("撤销", "已撤销")))
  }

  mutating func redo(_ count: Int) {
    var redone: [String] = []
    while redone.count < count, let version = history.redo() { redone.append(version.label) }
    tell(redone, of: count, Walk(tool: "redo", english: ("redo", "Redid"), chinese: ("重做", "已重做")))
  }

  /// A way through the history: what it is called, and what was done once it is done.
  private struct Walk {
    var tool: String
    var english: (verb: String, done: String)
    var chinese: (verb: String, done: String)
  }

  private mutating func tell(_ labels: [String], of count: Int, _ walk: Walk) {
    guard !labels.isEmpty else {
      return tell(
        "There is nothing to \(walk.english.verb)", "没有可以\(walk.chinese.verb)的操作")
    }
    let list = language.list(language.few(labels.map { language.quote($0) }, most: 4))
    go(
      walk.tool, ["steps": .integer(labels.count)],
      language.say("\(walk.english.done) \(list)", "\(walk.chinese.done)\(list)"))
    if labels.count < count {
      tell(
        "There were only \(labels.count) edits to \(walk.english.verb)",
        "只有\(labels.count)步可以\(walk.chinese.verb)")
    }
  }

  private mutating func goTo(_ number: Int) {
    guard number != history.currentNumber else {
      return tell("This is version \(number) already", "现在就是第\(number)版")
    }
    guard history.versions.contains(where: { $0.number == number }) else {
      return tellMissing(number)
    }
    let label = language.quote(history.versions[number - 1].label)
    go(to: number, language.say("Back at version \(number), \(label)", "已回到第\(number)版\(label)"))
  }

  /// Says that a version isn't there.
  mutating func tellMissing(_ number: Int) {
    let count = history.versions.count
    tell(
      "There is no version \(number); versions go from 1 to \(count)",
      "没有第\(number)版；共有\(count)个版本")
  }

  private mutating func backToCut() {
    guard firstCut != nil else { return tell("There is nothing to take back", "还没有可以重来的内容") }
    if !goToFirstCut() { tell("This is the rough cut already", "现在就是最初的粗剪") }
  }

  /// The first version on the way to the current one that shows something.
  private var firstCut: History.Version? {
    let path = (try? history.path(to: history.currentNumber)) ?? []
    return path.first { (try? history.draft(at: $0.number))?.hasContent ?? false }
  }

  /// Makes the first cut the current version; false where it is, or there is none.
  mutating func goToFirstCut() -> Bool {
    guard let first = firstCut, first.number != history.currentNumber else { return false }
    go(to: first.number, language.say("Back to the rough cut", "已回到最初的粗剪"))
    return true
  }

  private mutating func goBefore(_ subject: Subject) {
    guard let change = lastChange(of: subject), let parent = change.version.parent else {
      return tellUnchanged(subject)
    }
    let label = language.quote(change.version.label)
    go(to: parent, language.say("Back to before \(label)", "已回到\(label)之前"))
  }

  // MARK: One part alone

  /// A version that changed a part of the film, and the drafts around it.
  private struct Change {
    let version: History.Version
    let before: Draft
  }

  /// The last edit on the way to the current version that changed `subject`.
  private func lastChange(of subject: Subject) -> Change? {
    guard let path = try? history.path(to: history.currentNumber), let first = path.first,
      var draft = try? history.draft(at: first.number)
    else { return nil }
    var found: Change?
    for version in path.dropFirst() {
      guard let edit = version.edit, let after = try? draft.applying(edit).draft else { return nil }
      if draft.hasContent, subject.differs(in: draft, from: after) {
        found = Change(version: version, before: draft)
      }
      draft = after
    }
    return found
  }

  private mutating func undoOnly(_ subject: Subject) {
    guard let change = lastChange(of: subject) else { return tellUnchanged(subject) }
    let name = subject.name(in: language)
    do {
      let merged = try withdrawn(subject, of: change)
      let edits = try draft.edits(to: merged)
      guard !edits.isEmpty else { return tellUnchanged(subject) }
      let label = language.say("undo the \(name) change", "只撤销\(name)")
      let paid = price
      add(
        .group(label: label, edits: edits), label: label, told: [label],
        summary: language.say("Undid the last \(name) change alone", "只撤销了最近的\(name)修改"))
      price = paid
    } catch {
      let label = language.quote(change.version.label)
      tell(
        "The \(name) change can't be undone alone; say “go back to before the \(name)” to take "
          + "back \(label) and what came after it",
        "\(name)修改不能单独撤销；说“回到\(name)之前”可以退回到\(label)之前")
    }
  }

  /// The draft now without what `change` did to `subject`.
  private func withdrawn(_ subject: Subject, of change: Change) throws -> Draft {
    guard case .group(_, let parts) = change.version.edit else {
      var copy = history
      _ = try copy.undo(only: change.version.number)
      return copy.draft
    }
    var others: [Edit] = []
    var meant: [Edit] = []
    var draft = change.before
    for part in parts {
      let after = try draft.applying(part).draft
      if subject.differs(in: draft, from: after) { meant.append(part) } else { others.append(part) }
      draft = after
    }
    var tree = History(change.before)
    if !others.isEmpty { try tree.apply(.group(label: "others", edits: others)) }
    let number = try tree.apply(.group(label: "meant", edits: meant)).number
    let since = try tree.draft.edits(to: self.draft)
    if !since.isEmpty { try tree.apply(.group(label: "since", edits: since)) }
    _ = try tree.undo(only: number)
    return tree.draft
  }

  // MARK: Telling

  private mutating func tellUnchanged(_ subject: Subject) {
    let name = subject.name(in: language)
    tell("No edit has changed the \(name) so far", "还没有修改过\(name)")
  }

  private mutating func go(to number: Int, _ summary: String) {
    do { try history.go(to: number) } catch {
      remarks.append(language.say(error.message, "没有这个版本"))
      return
    }
    go("go_to_version", ["version": .integer(number)], summary)
  }

  /// Notes that the history has come to its current version.
  private mutating func go(
    _ name: String, _ arguments: [String: JSONValue], _ summary: String
  ) {
    steps.append(
      Step(
        .go(version: history.currentNumber), call: ToolCall(name, arguments), summary: summary))
  }
}
