import MediaTime

extension Track {
  init(_ field: JSONField) throws(DraftError) {
    var object = try field.object()
    let id = try object.require("id", "a name that no other track has").string()
    let type = try object.require("tt", "0 for video, 1 for audio or 7 for text")
    guard let kind = TrackKind(rawValue: try type.integer()) else {
      throw type.failure(
        .badValue, "is \(type.value.text()); it must be 0 for video, 1 for audio or 7 for text")
    }
    var details = try object.takeObject("m")
    let name = try details.take("name")?.string()
    var segments: [Segment] = []
    for (index, element) in try (object.take("sg")?.elements() ?? []).enumerated() {
      let place = "\(field.place).segments[\(index)]"
      segments.append(try Segment(JSONField(value: element.value, place: place)))
    }
    self.init(id: id, kind: kind, name: name, segments: segments, unknown: details.members)
  }

  var json: JSONValue {
    var details = unknown
    details["name"] = name.map(JSONValue.string)
    var object: [String: JSONValue] = [
      "id": .string(id), "tt": .integer(kind.rawValue), "sg": .array(segments.map(\.json)),
    ]
    if !details.isEmpty { object["m"] = .object(details) }
    return .object(object)
  }
}

extension Track: Codable {
  /// Reads it as the wire contract writes it.
  public init(from decoder: any Decoder) throws {
    try self.init(JSONField(value: JSONValue(from: decoder), place: "track"))
  }

  /// Writes it as the wire contract does.
  public func encode(to encoder: any Encoder) throws { try json.encode(to: encoder) }
}

extension Segment {
  init(_ field: JSONField) throws(DraftError) {
    var object = try field.object()
    let id = try object.require("id", "a name that no other segment has").string()
    let source = try object.take("src")?.string()
    let text = try object.take("x")?.string()
    let start = try object.take("s")?.milliseconds() ?? 0
    let inPoint = try object.take("in")?.milliseconds() ?? 0
    let duration = try object.require("d", "its length in milliseconds").milliseconds()
    let speed = try object.take("sp")?.number() ?? 1
    let volume = try object.take("v")?.number() ?? 1
    var details = try object.takeObject("m")
    let style = try SegmentStyle(&details, isText: source == nil)
    self.init(
      id: id, source: source, text: text, start: start, inPoint: inPoint, duration: duration,
      speed: speed, volume: volume, style: style)
  }

  var json: JSONValue {
    var object: [String: JSONValue] = [
      "id": .string(id), "s": .integer(start.count), "d": .integer(duration.count),
    ]
    object["src"] = source.map(JSONValue.string)
    object["x"] = text.map(JSONValue.string)
    if inPoint != 0 { object["in"] = .integer(inPoint.count) }
    if speed != 1 { object["sp"] = JSONValue(speed) }
    if volume != 1 { object["v"] = JSONValue(volume) }
    let details = style.members
    if !details.isEmpty { object["m"] = .object(details) }
    return .object(object)
  }
}

extension Segment: Codable {
  /// Reads it as the wire contract writes it.
  public init(from decoder: any Decoder) throws {
    try self.init(JSONField(value: JSONValue(from: decoder), place: "segment"))
  }

  /// Writes it as the wire contract does.
  public func encode(to encoder: any Encoder) throws { try json.encode(to: encoder) }
}
