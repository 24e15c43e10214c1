import MediaTime

extension SegmentStyle {
  /// Takes the known members out of `details`; the rest is kept as unknown.
  ///
  /// The keys of text (`x`, `size`, …) are read as such where there are words to draw or a
  /// `style` says so; on other media they mean nothing yet and pass through.
  init(_ details: inout JSONObject, isText: Bool) throws(DraftError) {
    self.init()
    name = try details.take("name")?.string()
    for element in try details.take("motion")?.elements() ?? [] {
      motion.append(try CameraMove(element))
    }
    playback = try details.take("playback")?.choice(Playback.self)
    fit = try details.take("fit")?.choice(Fit.self)
    if let field = details.take("transition") { transition = try Transition(field) }
    let (fadesIn, fadesOut) = (details.take("fadeIn"), details.take("fadeOut"))
    fadeIn = try (details.take("fade_in") ?? fadesIn)?.milliseconds()
    fadeOut = try (details.take("fade_out") ?? fadesOut)?.milliseconds()
    duck = try details.take("duck")?.bool()
    let hasTextKeys = TextStyle.keys.contains { details.members[$0] ?? .null != .null }
    if details.members["style"] ?? .null != .null || isText && hasTextKeys {
      text = try TextStyle(&details)
    }
    unknown = details.members
  }

  /// The members of `m`.
  var members: [String: JSONValue] {
    var members = unknown
    members["name"] = name.map(JSONValue.string)
    if !motion.isEmpty { members["motion"] = .array(motion.map(\.json)) }
    members["playback"] = playback.map { .string($0.rawValue) }
    members["fit"] = fit.map { .string($0.rawValue) }
    members["transition"] = transition?.json
    members["fade_in"] = fadeIn.map { .integer($0.count) }
    members["fade_out"] = fadeOut.map { .integer($0.count) }
    members["duck"] = duck.map(JSONValue.bool)
    if let text { members.merge(text.members) { _, known in known } }
    return members
  }
}

extension SegmentStyle: Codable {
  /// Reads a segment's `m`.
  public init(from decoder: any Decoder) throws {
    var details = try JSONField(value: JSONValue(from: decoder), place: "m").object()
    try self.init(&details, isText: false)
  }

  /// Writes a segment's `m`.
  public func encode(to encoder: any Encoder) throws {
    try JSONValue.object(members).encode(to: encoder)
  }
}

extension Transition {
  init(_ field: JSONField) throws(DraftError) {
    var object = try field.object()
    let kind = try object.require("kind", "for example \"dissolve\"").choice(Kind.self)
    let duration = try object.take("d")?.milliseconds()
    guard let duration = duration ?? (kind == .cut ? 0 : nil) else {
      throw field.failure(.missing, "has no \"d\"; add its length in milliseconds")
    }
    self.init(kind: kind, duration: duration)
  }

  var json: JSONValue {
    .object(["kind": .string(kind.rawValue), "d": .integer(duration.count)])
  }
}

extension Transition: Codable {
  /// Reads `{"kind","d"}`.
  public init(from decoder: any Decoder) throws {
    try self.init(JSONField(value: JSONValue(from: decoder), place: "transition"))
  }

  /// Writes `{"kind","d"}`.
  public func encode(to encoder: any Encoder) throws { try json.encode(to: encoder) }
}
