/// What of a conversation's last turns the next one may refer to.
public struct Dialogue: Hashable, Sendable, Codable {
  /// What was asked for last, as it was carried out.
  public var requests: [Request]
  /// What "it" means: clips, texts or sounds of the draft, by id; empty for the film.
  public var focus: [String]
  /// What was asked for and lacks something, where the last answer asked for that.
  public var pending: Question?
  /// Whether the last turn changed the film.
  public var hasChanged: Bool
  /// What the last answer asked about, whether it was meant, by its name.
  public var proposed: String?
  /// The last message, where nothing came of it: the next may say what it lacked.
  public var unanswered: String?

  /// The medium that the last turn put in the place of a clip, by its name.
  public var exchanged: String?

  /// The last message that had clips made by a model elsewhere, as long as nothing else was done.
  public var clip: String?

  /// A conversation that spoke of these; of nothing where none are given.
  public init(
    requests: [Request] = [], focus: [String] = [], pending: Question? = nil,
    hasChanged: Bool = false, unanswered: String? = nil, proposed: String? = nil
  ) {
    self.requests = requests
    self.focus = focus
    self.pending = pending
    self.hasChanged = hasChanged
    self.unanswered = unanswered
    self.proposed = proposed
  }

  /// A question that waits for its answer.
  public struct Question: Hashable, Sendable, Codable {
    /// What it is about.
    public var request: Request
    /// What lacks.
    public var lack: Lack

    /// `request` lacks `lack`.
    public init(_ request: Request, lack: Lack) {
      self.request = request
      self.lack = lack
    }
  }

  /// What a request may lack.
  public enum Lack: String, Hashable, Sendable, Codable {
    /// Words to show.
    case words
    /// What it is about.
    case target
    /// Which colour, size, place or font.
    case value
  }
}
