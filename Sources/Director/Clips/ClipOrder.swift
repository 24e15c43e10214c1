public import MediaTime

/// A model elsewhere that makes clips, as far as directing asks.
public struct ClipEngine: Hashable, Sendable, Codable {
  /// What whoever set it up calls it.
  public var name: String
  /// The model that it is set up for; nil where it chooses.
  public var model: String?

  /// An engine.
  public init(name: String, model: String? = nil) {
    self.name = name
    self.model = model
  }
}

/// A clip to be made by a model elsewhere.
public struct ClipOrder: Hashable, Sendable, Codable {
  /// What it shows.
  public var prompt: String
  /// What it begins with.
  public var start: Start
  /// How long it is to be.
  public var duration: Milliseconds
  /// Pixels across.
  public var width: Int
  /// Pixels down.
  public var height: Int
  /// What makes chance the same.
  public var seed: Int
  /// The names of those who may make it, the first to be asked first.
  public var engines: [String]

  /// What a clip begins with.
  public enum Start: Hashable, Sendable, Codable {
    /// Nothing but its words.
    case words
    /// A picture of the session, by its id.
    case picture(String)
    /// A scene of the session that was drawn of words, by its id: only where an engine needs one.
    case scene(String)
    /// What a clip of the session, by its id, shows just before a moment of it.
    case frame(of: String, at: Milliseconds)
  }

  /// An order.
  public init(
    _ prompt: String, from start: Start = .words, duration: Milliseconds, width: Int, height: Int,
    seed: Int = 1, engines: [String]
  ) {
    self.prompt = prompt
    self.start = start
    self.duration = duration
    self.width = width
    self.height = height
    self.seed = seed
    self.engines = engines
  }
}

/// What an engine says to an order before anything is made.
public enum ClipAnswer: Hashable, Sendable {
  /// It makes it.
  case offer(ClipOffer)
  /// It doesn't, or can't be asked; why, in a sentence.
  case refusal(engine: String, reason: String)
}

/// How an engine would make a clip, and what it takes for it.
public struct ClipOffer: Hashable, Sendable, Codable {
  /// Who.
  public var engine: String
  /// The model that answers; nil where that isn't known.
  public var model: String?
  /// How long what it makes is.
  public var duration: Milliseconds
  /// What it costs, in credits.
  public var credits: Int
  /// What it costs whoever runs the engine, in US dollars; nil where that isn't known.
  public var dollars: Double?

  /// An offer.
  public init(
    engine: String, model: String? = nil, duration: Milliseconds, credits: Int,
    dollars: Double? = nil
  ) {
    self.engine = engine
    self.model = model
    self.duration = duration
    self.credits = credits
    self.dollars = dollars
  }
}
