extension TextStyle {
  /// The keys of text in a segment's `m`.
  static let keys = [
    "style", "in", "out", "font", "size", "color", "x", "y", "align", "plate", "bold", "vertical",
  ]

  /// Takes the keys of text out of a segment's `m`.
  init(_ details: inout JSONObject) throws(DraftError) {
    self.init()
    preset = try details.take("style")?.choice(Preset.self) ?? .title
    entrance = try details.take("in")?.choice(Animation.self)
    exit = try details.take("out")?.choice(Animation.self)
    font = try details.take("font")?.string()
    size = try details.take("size")?.number()
    color = try details.take("color")?.string()
    x = try details.take("x")?.number()
    y = try details.take("y")?.number()
    alignment = try details.take("align")?.choice(Alignment.self)
    plate = try details.take("plate")?.bool()
    bold = try details.take("bold")?.bool()
    vertical = try details.take("vertical")?.bool()
  }

  /// Its members in a segment's `m`.
  var members: [String: JSONValue] {
    var members: [String: JSONValue] = ["style": .string(preset.rawValue)]
    members["in"] = entrance.map { .string($0.rawValue) }
    members["out"] = exit.map { .string($0.rawValue) }
    members["font"] = font.map(JSONValue.string)
    members["size"] = size.map { JSONValue($0) }
    members["color"] = color.map(JSONValue.string)
    members["x"] = x.map { JSONValue($0) }
    members["y"] = y.map { JSONValue($0) }
    members["align"] = alignment.map { .string($0.rawValue) }
    members["plate"] = plate.map(JSONValue.bool)
    members["bold"] = bold.map(JSONValue.bool)
    members["vertical"] = vertical.map(JSONValue.bool)
    return members
  }
}

extension TextStyle: Codable {
  /// Reads the keys of text as they stand in a segment's `m`.
  public init(from decoder: any Decoder) throws {
    var details = try JSONField(value: JSONValue(from: decoder), place: "style").object()
    try self.init(&details)
  }

  /// Writes the keys of text as they stand in a segment's `m`.
  public func encode(to encoder: any Encoder) throws {
    try JSONValue.object(members).encode(to: encoder)
  }
}
