import Timeline

/// A draft of a hosted service. Of its keys only `t`, `tt`, `sg`, `d` and `m` are published: ids
/// may be missing, numbers may be fractions, and what stands under `m` may mean anything.
struct HostedDraft {
  private let json: JSONValue

  init(_ json: JSONValue) { self.json = json }

  /// The draft as ours are written: what is missing is filled in, what can't be read is left out.
  var completed: JSONValue {
    let draft = Self.members(json)
    var tracks: [JSONValue] = []
    for track in Self.elements(draft["t"]) {
      let members = Self.members(track)
      guard let kind = Self.number(members["tt"]).flatMap(Int.init(exactly:)),
        TrackKind(rawValue: kind) != nil
      else { continue }
      tracks.append(Self.track(members, kind: kind, number: tracks.count + 1))
    }
    var completed: JSONValue = .object([
      "t": .array(tracks), "m": draft["m"] ?? .object([:]),
    ])
    if (try? Draft(json: completed)) == nil {
      completed = .object(["t": .array(tracks), "m": Self.text("title", of: draft["m"])])
    }
    return completed
  }

  private static func track(
    _ members: [String: JSONValue], kind: Int, number: Int
  ) -> JSONValue {
    let id = name(members["id"]) ?? "t\(number)"
    var segments: [JSONValue] = []
    var end = 0
    for element in elements(members["sg"]) {
      guard case .object(let members) = element else { continue }
      let start = milliseconds(members["s"]) ?? end
      let duration = milliseconds(members["d"]) ?? 0
      end = start + duration
      segments.append(
        segment(
          members, id: name(members["id"]) ?? "\(id)-\(segments.count + 1)", start: start,
          duration: duration, kind: kind))
    }
    return .object([
      "id": .string(id), "tt": .integer(kind), "sg": .array(segments),
      "m": text("name", of: members["m"]),
    ])
  }

  private static func segment(
    _ members: [String: JSONValue], id: String, start: Int, duration: Int, kind: Int
  ) -> JSONValue {
    var segment: [String: JSONValue] = [
      "id": .string(id), "s": .integer(start), "d": .integer(duration), "m": members["m"] ?? .null,
    ]
    for key in ["src", "x"] {
      if case .string? = members[key] { segment[key] = members[key] }
    }
    for key in ["sp", "v"] { segment[key] = number(members[key]).map { JSONValue($0) } }
    segment["in"] = milliseconds(members["in"]).map(JSONValue.integer)
    let alone: JSONValue = .object([
      "t": .array([
        .object(["id": .string("t"), "tt": .integer(kind), "sg": .array([.object(segment)])])
      ])
    ])
    if (try? Draft(json: alone)) == nil { segment["m"] = text("name", of: members["m"]) }
    return .object(segment)
  }

  // MARK: Values

  private static func members(_ value: JSONValue?) -> [String: JSONValue] {
    if case .object(let members)? = value { members } else { [:] }
  }

  private static func elements(_ value: JSONValue?) -> [JSONValue] {
    if case .array(let elements)? = value { elements } else { [] }
  }

  private static func number(_ value: JSONValue?) -> Double? {
    switch value {
    case .integer(let number)?: Double(number)
    case .number(let number)? where number.isFinite: number
    case .string(let text)?: Double(text).flatMap { $0.isFinite ? $0 : nil }
    default: nil
    }
  }

  /// No film lasts eleven days.
  private static func milliseconds(_ value: JSONValue?) -> Int? {
    number(value).map { Int(min(max($0.rounded(), 0), 1e9)) }
  }

  private static func name(_ value: JSONValue?) -> String? {
    switch value {
    case .string(let text)? where !text.isEmpty: text
    case .integer(let number)?: String(number)
    default: nil
    }
  }

  private static func text(_ key: String, of value: JSONValue?) -> JSONValue {
    guard case .string? = members(value)[key] else { return .object([:]) }
    return .object([key: members(value)[key] ?? .null])
  }
}
