public import Timeline

/// A frame to be drawn.
public struct FrameOrder: Hashable, Sendable {
  /// The session that it belongs to; nothing of other sessions is in reach of what draws it.
  public var session: String
  /// What the draft is known by; another draft, or other media, have another name.
  public var name: String
  /// The film.
  public var draft: Draft
  /// Where the media of the draft lie, by their ids.
  public var files: [String: String]
  /// Where all media of the session lie.
  public var reach: Set<String>
  /// Which frame.
  public var index: Int
  /// Pixels across.
  public var width: Int
  /// The seed of everything random.
  public var seed: Int
  /// A film of the same media whose frames are likely asked for next, as wide.
  public var outlook: Draft?

  /// An order.
  public init(
    session: String, name: String, draft: Draft, files: [String: String], reach: Set<String>,
    index: Int, width: Int, seed: Int
  ) {
    self.session = session
    self.name = name
    self.draft = draft
    self.files = files
    self.reach = reach
    self.index = index
    self.width = width
    self.seed = seed
  }
}
