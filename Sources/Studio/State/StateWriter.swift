import Director
import Foundation
import MediaTime
import Records
import Timeline
import Wire

/// Writes a session's state as `latest` and state deltas show it.
struct StateWriter: Sendable {
  let links: LinkMaker

  /// All of it.
  func state(of session: Session, media: [MediaItem]) -> [String: JSONValue] {
    var state = session.state
    state.merge(draft(of: session.history)) { $1 }
    let uploads = media.filter { $0.origin == .upload }
    state["video_infos"] = .array(uploads.map { description(of: $0).json })
    state["generated_media"] = generated(of: media)
    state["video_analyses"] = analyses(of: media)
    return state
  }

  /// What changes with the draft.
  func draft(of history: History?) -> [String: JSONValue] {
    let draft = (history ?? Script.emptyHistory).draft
    let canvas = draft.canvas
    let divisor = max(Self.commonDivisor(canvas.width, canvas.height), 1)
    return [
      "draft": draft.json,
      "canvas_config": .object([
        "width": .integer(canvas.width), "height": .integer(canvas.height),
        "ratio": .string("\(canvas.width / divisor):\(canvas.height / divisor)"),
        "fps": .integer(canvas.framesPerSecond),
      ]),
    ]
  }

  /// What analyses found.
  func analyses(of media: [MediaItem]) -> JSONValue { .array(media.compactMap(\.analysis)) }

  /// What was made here.
  func generated(of media: [MediaItem]) -> JSONValue {
    .array(media.filter { $0.origin == .generated }.map(generated))
  }

  /// A medium as uploads show it.
  func description(of item: MediaItem) -> UploadedFile {
    let isStill = item.facts.kind == .image
    return UploadedFile(
      id: item.id, name: item.name, filename: item.filename,
      fileType: item.facts.kind.rawValue, url: links.link(to: item.id),
      duration: item.facts.duration.seconds, width: item.facts.width,
      height: item.facts.height, fps: isStill ? 0 : item.facts.frameRate ?? 0,
      hash: item.blob)
  }

  private func generated(_ item: MediaItem) -> JSONValue {
    let made = item.generation
    var members: [String: JSONValue] = [
      "id": .string(item.id), "kind": .string(item.generatedKind),
      "name": .string(item.name), "prompt": .string(made?.prompt ?? item.name),
      "generator": .string(made?.generator ?? "kinora"), "seed": .integer(made?.seed ?? 1),
      "url": .string(links.link(to: item.id)), "duration": JSONValue(item.facts.duration.seconds),
      "width": .integer(item.facts.width), "height": .integer(item.facts.height),
      "createdAt": .string(item.createdAt.wireText),
    ]
    members["model"] = made?.model.map(JSONValue.string)
    members["credits"] = made?.credits.map(JSONValue.integer)
    members["dollars"] = made?.dollars.map { JSONValue($0) }
    return .object(members)
  }

  private static func commonDivisor(_ one: Int, _ other: Int) -> Int {
    other == 0 ? abs(one) : commonDivisor(other, one % other)
  }
}

extension Date {
  /// ISO 8601 in UTC, as the contract writes times.
  var wireText: String { formatted(.iso8601) }
}

extension MediaItem {
  /// The contract's word for what was made: speech is told from other sounds.
  fileprivate var generatedKind: String {
    facts.kind == .audio && contentType == "audio/wav" ? "speech" : facts.kind.rawValue
  }
}
