import Director
import MediaTime
import Records
import Timeline

extension TurnPlan {
  /// Takes a clip that was made into the edits that show it, and into the books.
  /// - Returns: the answer to its call.
  mutating func take(_ item: MediaItem, _ notes: [String]) -> [String: JSONValue] {
    let made = item.generation
    script.take(
      MadeClip(
        engine: made?.generator ?? "", model: made?.model, duration: item.facts.duration,
        dollars: made?.dollars), as: item.id)
    clipCredits = (clipCredits ?? 0) + (made?.credits ?? 0)
    clipNotes = (clipNotes ?? []) + notes
    var response: [String: JSONValue] = [
      "status": .string("completed"), "id": .string(item.id), "name": .string(item.name),
      "engine": .string(made?.generator ?? ""), "seed": .integer(made?.seed ?? 1),
      "duration": JSONValue(item.facts.duration.seconds), "credits": .integer(made?.credits ?? 0),
    ]
    response["model"] = made?.model.map(JSONValue.string)
    response["dollars"] = made?.dollars.map { JSONValue($0) }
    return response
  }
}

extension Edit {
  /// Whether it puts in a segment that shows a medium.
  func shows(_ medium: String) -> Bool {
    var shows = false
    _ = replacing { segment in
      shows = shows || segment.source == medium
      return segment
    }
    return shows
  }
}
