import Timeline
import Wire

extension Schemas {
  /// The draft's versions, and changes without words.
  static let editing: [String: JSONValue] = [
    "EditRequest": .anyOf([
      .request(
        [
          "edits": .list(
            of: .reference("Edit"), least: 1, most: EditRequest.mostEdits)
        ], optional: ["label": .text("What was done, for people."), "base": base]),
      .request(["verb": .reference("Verb")], optional: ["base": base]),
      .request(["undo": .object(["const": .bool(true)])], optional: ["base": base]),
      .request(["redo": .object(["const": .bool(true)])], optional: ["base": base]),
      .request(["undo_only": number], optional: ["base": base]),
      .request(["go_to": number], optional: ["base": base]),
    ]),
    "Verb": .record(
      [
        "trim_start": edit(["segment": .text(), "by": .wholeNumber()]),
        "trim_end": edit(["segment": .text(), "by": .wholeNumber()]),
        "split": edit(["segment": .text(), "at": .wholeNumber()]),
        "delete": edit(["segment": .text()]),
        "cut": edit(["from": .wholeNumber(), "to": .wholeNumber()]),
        "move": edit(["segment": .text(), "to": .wholeNumber()]),
        "reorder": edit(["segment": .text(), "to": .wholeNumber()]),
        "duplicate": edit(["segment": .text()]),
        "append": edit(["media": .text()]),
      ]),
    "Edit": .record(
      [
        "set_volume": edit(["segment": .text(), "volume": .fraction("0 to 2.")]),
        "set_speed": edit(["segment": .text(), "speed": .fraction()]),
        "set_text": edit(["segment": .text(), "text": .text()]),
        "set_timing": edit([
          "segment": .text(), "start": .wholeNumber(), "in": .wholeNumber(),
          "duration": .wholeNumber(),
        ]),
        "insert_segment": edit(["segment": .anyObject, "track": .text()]),
        "remove_segment": edit(["segment": .text()]),
        "move_segment": edit(["segment": .text(), "track": .text()]),
        "replace_segment": edit(["segment": .text(), "with": .anyObject]),
      ]),
    "DraftHistory": .record(
      [
        "current": number, "canUndo": .truth, "canRedo": .truth, "redo": .orNull(number),
        "versions": .list(
          of: .record(
            [
              "number": number, "parent": .orNull(number), "label": .text(),
              "differences": .list(of: .text()),
              "at": .orNull(
                .wholeNumber(
                  from: 0, "A moment of the version's draft at which its change can be seen, ms.")),
            ], required: ["number", "parent", "label", "differences", "at"])),
        "draft": .anyObject, "dropped": .list(of: number),
      ], required: ["current", "canUndo", "canRedo", "redo", "versions"]),
    "DraftVersion": .record(
      [
        "number": number, "parent": .orNull(number), "label": .text(), "draft": .anyObject,
        "differences": .list(of: .text()),
      ], required: ["number", "parent", "label", "draft"]),
  ]

  private static let number: JSONValue = .wholeNumber(from: 1)

  private static let base: JSONValue = .wholeNumber(
    from: 1, "The version that it was made for; 409 where it isn't current.")

  private static func edit(_ members: [String: JSONValue]) -> JSONValue {
    .record(members, required: members.keys.sorted())
  }
}
