/// How a clip was made that a model elsewhere made, as the `m.generated` of its segment tells it.
public struct GeneratedClip: Hashable, Sendable {
  /// Who made it: the engine's name.
  public var engine: String
  /// The model that answered, where it is known.
  public var model: String?
  /// The words that it was made from.
  public var prompt: String
  /// What made chance the same.
  public var seed: Int
  /// What it cost in US dollars, where that is known.
  public var dollars: Double?
  /// What the segment shows without an engine: a still and its motion; nil for a clip of words.
  public var still: Segment?
  /// The medium whose last frame it begins with, by its id; nil where it goes on from none.
  public var follows: String?

  /// A clip that an engine made of these words.
  public init(
    engine: String, model: String? = nil, prompt: String, seed: Int, dollars: Double? = nil,
    still: Segment? = nil, follows: String? = nil
  ) {
    self.engine = engine
    self.model = model
    self.prompt = prompt
    self.seed = seed
    self.dollars = dollars
    self.still = still
    self.follows = follows
  }

  /// Reads the member; nil where it tells no engine.
  init?(_ value: JSONValue?) {
    guard case .object(let members)? = value, case .string(let engine)? = members["engine"] else {
      return nil
    }
    func words(_ key: String) -> String? {
      if case .string(let text)? = members[key] { text } else { nil }
    }
    self.init(engine: engine, model: words("model"), prompt: words("prompt") ?? "", seed: 1)
    if case .integer(let number)? = members["seed"] { seed = number }
    dollars =
      switch members["dollars"] {
      case .number(let number)?: number
      case .integer(let number)?: Double(number)
      default: nil
      }
    still = members["still"].flatMap { still in
      try? Segment(JSONField(value: still, place: "still"))
    }
    follows = words("follows")
  }

  /// The member.
  var json: JSONValue {
    var members: [String: JSONValue] = [
      "engine": .string(engine), "prompt": .string(prompt), "seed": .integer(seed),
    ]
    members["model"] = model.map(JSONValue.string)
    members["dollars"] = dollars.map(JSONValue.init)
    members["still"] = still?.json
    members["follows"] = follows.map(JSONValue.string)
    return .object(members)
  }
}

extension SegmentStyle {
  static let generatedKey = "generated"

  /// How the clip was made, where a model elsewhere made it.
  public var generated: GeneratedClip? {
    get { GeneratedClip(unknown[Self.generatedKey]) }
    set { unknown[Self.generatedKey] = newValue?.json }
  }
}
