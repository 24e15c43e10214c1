import Foundation
import MediaTime
import Testing

@testable import Timeline

@Suite("History")
struct HistoryTests {
  @Test("Undo and redo walk the versions back and forth")
  func undoRedo() throws {
    var history = History(film())
    let drafts =
      try [film()]
      + (1...3).map { number in
        try history.apply(.setTitle(title: "T\(number)"), label: "title \(number)")
        return history.draft
      }
    #expect(history.currentNumber == 4 && history.current.label == "title 3")
    for number in [2, 1, 0] {
      #expect(history.undo() != nil)
      #expect(history.draft == drafts[number])
    }
    #expect(history.undo() == nil && !history.canUndo)
    for number in 1...3 {
      #expect(history.redo() != nil)
      #expect(history.draft == drafts[number])
    }
    #expect(history.redo() == nil && !history.canRedo)
  }

  @Test("An edit after an undo starts a branch, and nothing is lost")
  func branches() throws {
    var history = History(film())
    try history.apply(.setTitle(title: "A"))
    history.undo()
    try history.apply(.setTitle(title: "B"))
    #expect(history.children(of: 1).map(\.number) == [2, 3])
    #expect(history.branches.map(\.number) == [2, 3])
    try history.go(to: 2)
    #expect(history.draft.canvas.title == "A")
    history.undo()
    #expect(history.redo()?.number == 2)
    try history.go(to: 3)
    history.undo()
    #expect(history.redo()?.number == 3)
    #expect(try history.draft(at: 1) == film())
    #expect(throws: EditError.self) { try history.go(to: 4) }
    #expect(throws: EditError.self) { try history.go(to: 0) }
    #expect(history.currentNumber == 3)
  }

  @Test("An edit that doesn't fit leaves the history as it is")
  func refused() throws {
    var history = History(film())
    let before = history
    #expect(throws: EditError.self) { try history.apply(.removeTrack(track: "no")) }
    #expect(history == before)
  }

  @Test("Random walks stay true to their versions, and JSON brings them back", arguments: seeds)
  func walks(seed: Int) throws {
    var maker = DraftMaker(seed: seed)
    var history = History(maker.draft())
    var drafts = [1: history.draft]
    for _ in 0..<25 {
      switch maker.int(0...5) {
      case 0: history.undo()
      case 1: history.redo()
      case 2: try history.go(to: maker.int(1...history.versions.count))
      default:
        let version = try history.apply(maker.edit(of: history.draft), label: "step")
        drafts[version.number] = history.draft
      }
      #expect(history.draft == drafts[history.currentNumber], "seed \(seed)")
    }
    for (number, draft) in drafts { #expect(try history.draft(at: number) == draft) }
    for number in [0, history.versions.count / 2, history.versions.count] {
      var seen: [Int] = []
      try history.forEachEdit(after: number) { version, before, after in
        seen.append(version.number)
        #expect(before == drafts[version.parent ?? 0], "seed \(seed)")
        #expect(after == drafts[version.number], "seed \(seed)")
      }
      let expected = history.versions.dropFirst(max(number, 1)).map(\.number)
      #expect(seen.sorted() == expected, "seed \(seed)")
    }
    let json = try JSONEncoder().encode(history)
    #expect(try JSONDecoder().decode(History.self, from: json) == history, "seed \(seed)")
  }

  @Test(
    "A history that doesn't hang together is refused",
    arguments: [
      #"{"root":{"t":[]},"versions":[],"current":1}"#,
      #"{"root":{"t":[]},"versions":[{"number":1,"label":"a"}],"current":2}"#,
      #"{"root":{"t":[]},"versions":[{"number":2,"label":"a"}],"current":1}"#,
      #"{"root":{"t":[]},"versions":[{"number":1,"parent":1,"label":"a"}],"current":1}"#,
      #"{"root":{"t":[]},"versions":[{"number":1,"label":"a"},{"number":2,"parent":2,"label":"b","#
        + #""edit":{"set_title":{}},"inverse":{"set_title":{}}}],"current":1}"#,
      #"{"root":{"t":[]},"versions":[{"number":1,"label":"a"},{"number":2,"parent":1,"label":"b","#
        + #""edit":{"remove_track":{"track":"x"}},"inverse":{"set_title":{}}}],"current":2}"#,
    ])
  func badJSON(json: String) {
    #expect(throws: (any Error).self) {
      try JSONDecoder().decode(History.self, from: Data(json.utf8))
    }
  }
}

@Suite("Undoing one edit among many")
struct SelectiveUndoTests {
  @Test("Edits of other things stay")
  func independent() throws {
    var history = History(film())
    let title = try history.apply(.setText(segment: "s5", text: "Other"), label: "title")
    try history.apply(.setVolume(segment: "s4", volume: 0.2), label: "volume")
    try history.apply(
      .trimEnd(of: "s2", by: 2000, in: history.draft), label: "trim")
    let dropped = try history.undo(only: title.number)
    #expect(dropped.isEmpty)
    #expect(history.draft.segment("s5")?.text == "Film")
    #expect(history.draft.segment("s4")?.volume == 0.2)
    #expect(history.draft.segment("s2")?.duration == 4000)
    #expect(history.current.label == "undo title")
    history.undo()
    #expect(history.draft.segment("s5")?.text == "Other")
  }

  @Test("A trim comes back under later edits, and the film closes up around it")
  func trimUnderReorder() throws {
    var history = History(film())
    let trim = try history.apply(.trimEnd(of: "s1", by: 1000, in: history.draft))
    try history.apply(.setVolume(segment: "s4", volume: 1))
    try history.apply(.reorder("s3", to: 1, in: history.draft))
    #expect(try history.undo(only: trim.number).isEmpty)
    #expect(history.draft.tracks[0].segments.map(\.id) == ["s1", "s3", "s2"])
    #expect(history.draft.segment("s1")?.duration == 4000)
    #expect(history.draft.segment("s4")?.duration == 14000)
    #expect(history.draft.problems(media: DraftMaker.facts).isEmpty)
  }

  @Test("A deleted clip comes back in its place")
  func deleted() throws {
    var history = History(film())
    let delete = try history.apply(.delete("s2", in: history.draft))
    try history.apply(.setText(segment: "s5", text: "Later"))
    #expect(try history.undo(only: delete.number).isEmpty)
    #expect(
      times(history.draft)
        == "s1 0+4000, s2 3000+6000, s3 9000+5000 | s4 0+14000 | s5 500+2000, s6 9500+2000")
    #expect(history.draft.segment("s5")?.text == "Later")
  }

  @Test("Edits of what was added are named as no longer applying")
  func dropped() throws {
    var history = History(film())
    let add = try history.apply(
      .addMusic("a2", in: history.draft, media: DraftMaker.facts), label: "music")
    let louder = try history.apply(.setVolume(segment: "s7", volume: 2), label: "louder")
    try history.apply(.setTitle(title: "Kept"), label: "title")
    #expect(try history.undo(only: add.number) == [louder])
    #expect(history.draft.segment("s7") == nil)
    #expect(history.draft.canvas.title == "Kept")
  }

  @Test("What a later edit set anew stays")
  func overridden() throws {
    var history = History(film())
    let first = try history.apply(.setVolume(segment: "s4", volume: 0.5))
    try history.apply(.setVolume(segment: "s4", volume: 0.7))
    _ = try history.undo(only: first.number)
    #expect(history.draft.segment("s4")?.volume == 0.7)
  }

  @Test("Only an edit on the way to the current version can be undone")
  func elsewhere() throws {
    var history = History(film())
    try history.apply(.setTitle(title: "A"))
    history.undo()
    try history.apply(.setTitle(title: "B"))
    for number in [1, 2, 9] {
      #expect(throws: EditError.self) { try history.undo(only: number) }
    }
  }

  @Test("Undoing the last edit alone is undo; the result is always sound", arguments: seeds)
  func random(seed: Int) throws {
    var maker = DraftMaker(seed: seed)
    var history = History(film())
    for _ in 0..<5 {
      let draft = history.draft
      let id = maker.pick(draft.tracks.flatMap(\.segments)).id
      let edit: Edit? =
        switch maker.int(0...6) {
        case 0: try? .trimEnd(of: id, by: Milliseconds(maker.int(1...1500)), in: draft)
        case 1: try? .delete(id, in: draft)
        case 2: try? .reorder(id, to: maker.int(0...2), in: draft)
        case 3: try? .duplicate(id, in: draft)
        case 4: try? .setSpeed(of: id, to: 2, in: draft)
        case 5: .setVolume(segment: id, volume: maker.share())
        default: .setText(segment: "s5", text: "T\(maker.int(0...9))")
        }
      guard let edit, draft.tracks[0].segments.count > 1 else { continue }
      _ = try? history.apply(edit)
    }
    guard history.currentNumber > 1 else { return }
    var last = history
    _ = try last.undo(only: history.currentNumber)
    #expect(try last.draft == history.draft(at: history.currentNumber - 1), "seed \(seed)")
    for number in 2...history.currentNumber {
      var one = history
      guard (try? one.undo(only: number)) != nil else { continue }
      let problems = one.draft.problems { _ in nil }
        .filter { $0.severity == .error && $0.code != .unknownMedia }
      #expect(problems.isEmpty, "seed \(seed), version \(number)")
    }
  }
}
