import MediaTime
import Timeline

/// A draft as flat values by path, the way the evaluation set speaks of it.
struct Snapshot {
  private(set) var values: [String: JSONValue] = [:]
  /// The segments of the main video track, in order.
  private(set) var clips: [String] = []
  /// Every segment in order of start.
  private(set) var segments: [Segment] = []
  private(set) var kinds: [String: TrackKind] = [:]

  init(_ draft: Draft) {
    values["film.d"] = .integer(draft.duration.count)
    values["canvas.width"] = .integer(draft.canvas.width)
    values["canvas.height"] = .integer(draft.canvas.height)
    values["canvas.fps"] = .integer(draft.canvas.framesPerSecond)
    values["canvas.background"] = .string(draft.canvas.background)
    clips = (draft.mainTrack?.segments ?? []).map(\.id)
    for track in draft.tracks {
      for segment in track.segments {
        kinds[segment.id] = track.kind
        segments.append(segment)
        for (key, value) in Self.flat(segment) { values["\(segment.id).\(key)"] = value }
      }
    }
    segments.sort { ($0.start, $0.id) < ($1.start, $1.id) }
  }

  /// A segment's values by key, those of its `m` beside the others.
  static func flat(_ segment: Segment) -> [String: JSONValue] {
    var draft = Draft(tracks: [Track(id: "t", kind: .video, segments: [segment])])
    if segment.text != nil { draft.tracks[0] = Track(id: "t", kind: .text, segments: [segment]) }
    guard case .object(let json) = draft.json, case .array(let tracks)? = json["t"],
      case .object(let track)? = tracks.first, case .array(let segments)? = track["sg"],
      case .object(var members)? = segments.first
    else { return [:] }
    if segment.text != nil { members["in"] = nil }
    if case .object(var style)? = members.removeValue(forKey: "m") {
      style["name"] = nil
      if let x = style.removeValue(forKey: "x") { style["left"] = x }
      if let y = style.removeValue(forKey: "y") { style["top"] = y }
      members.merge(style) { first, _ in first }
    }
    members["id"] = nil
    members["sp"] = members["sp"] ?? .integer(1)
    members["v"] = members["v"] ?? .integer(1)
    if segment.text != nil { members["style"] = members["style"] ?? .string("title") }
    for (key, name) in [
      ("motion", "move"), ("look", "look"), ("atmosphere", "kind"), ("region", "what"),
    ] {
      if let list = members[key] { members[key] = names(list, name) }
    }
    if case .object(let effect)? = members["effect"] { members["effect"] = effect["kind"] }
    return members
  }

  private static func names(_ list: JSONValue, _ key: String) -> JSONValue? {
    guard case .array(let items) = list else { return list }
    guard !items.isEmpty else { return nil }
    return .array(
      items.map { item in
        if case .object(let members) = item { members[key] ?? item } else { item }
      })
  }

  /// The kind of the passage that `value` is, with its length where `timed`.
  static func passage(_ value: JSONValue?, timed isTimed: Bool) -> JSONValue? {
    guard case .object(let members)? = value, case .string(let kind)? = members["kind"] else {
      return nil
    }
    if kind == "cut" { return nil }
    guard isTimed, case .integer(let length)? = members["d"] else { return .string(kind) }
    return .string("\(kind) \(length)")
  }
}
