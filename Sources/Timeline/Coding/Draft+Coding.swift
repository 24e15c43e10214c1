public import MediaTime

extension Draft {
  /// Reads a draft as the wire contract writes it.
  ///
  /// Unknown keys under an `m` are kept. A missing `d` is the end of the last segment.
  /// - Parameter json: UTF-8 text.
  /// - Throws: `DraftError` with one sentence that names the place:
  ///   "tracks[0].segments[2].sp must be a number, not "fast"."
  public static func decode(_ json: some Sequence<UInt8>) throws(DraftError) -> Draft {
    try Draft(json: JSONParser.parse(Array(json)))
  }

  /// Reads a draft as the wire contract writes it.
  /// - Throws: `DraftError` with one sentence that names the place.
  public static func decode(_ json: String) throws(DraftError) -> Draft {
    try decode(json.utf8)
  }

  /// The draft as the wire contract writes it: sorted keys, defaults left out, the same text for
  /// the same draft.
  /// - Parameter isIndented: whether it is spread over lines for people.
  public func encoded(indented isIndented: Bool = false) -> String {
    json.text(indented: isIndented)
  }

  /// Reads a draft from a JSON value.
  /// - Throws: `DraftError` with one sentence that names the place.
  public init(json: JSONValue) throws(DraftError) {
    try self.init(JSONField(value: json, place: ""))
  }

  init(_ field: JSONField) throws(DraftError) {
    var object = try field.object()
    if let schema = object.take("schema"), schema.value != .string(Draft.schema) {
      let found = schema.value.text()
      throw schema.failure(
        .wrongSchema, "is \(found), which this version can't read; it reads \"\(Draft.schema)\"")
    }
    var details = try object.takeObject("m")
    let canvas = try Canvas(&details)
    var tracks: [Track] = []
    let list = try object.require("t", "the list of tracks").elements()
    for (index, element) in list.enumerated() {
      tracks.append(try Track(JSONField(value: element.value, place: "tracks[\(index)]")))
    }
    self.init(canvas: canvas, tracks: tracks, unknown: details.members)
    duration = try object.take("d")?.milliseconds() ?? lastEnd
  }

  /// The draft as a JSON value.
  public var json: JSONValue {
    var details = unknown
    details["title"] = canvas.title.map(JSONValue.string)
    details["width"] = .integer(canvas.width)
    details["height"] = .integer(canvas.height)
    details["fps"] = .integer(canvas.framesPerSecond)
    details["background"] = .string(canvas.background)
    return .object([
      "schema": .string(Draft.schema), "d": .integer(duration.count), "m": .object(details),
      "t": .array(tracks.map(\.json)),
    ])
  }

  /// The end of the last segment.
  public var lastEnd: Milliseconds {
    tracks.flatMap(\.segments).map(\.end).max() ?? 0
  }

  /// The same draft with the duration that its segments give.
  public func normalized() -> Draft {
    var draft = self
    draft.duration = lastEnd
    return draft
  }
}

extension Draft: Codable {
  /// Reads it as the wire contract writes it.
  public init(from decoder: any Decoder) throws {
    try self.init(json: JSONValue(from: decoder))
  }

  /// Writes it as the wire contract does.
  public func encode(to encoder: any Encoder) throws { try json.encode(to: encoder) }
}

extension Canvas {
  init(_ details: inout JSONObject) throws(DraftError) {
    self.init()
    title = try details.take("title")?.string()
    width = try details.take("width")?.integer() ?? width
    height = try details.take("height")?.integer() ?? height
    framesPerSecond = try details.take("fps")?.integer() ?? framesPerSecond
    background = try details.take("background")?.string() ?? background
  }
}
