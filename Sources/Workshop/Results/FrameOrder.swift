public import Timeline

/// A frame of a film, to be looked at.
public struct FrameOrder: Hashable, Sendable {
  /// What it belongs to. Frames of one owner are drawn by one process, which can read nothing of
  /// other owners'.
  public var owner: String
  /// The film.
  public var film: FilmInView
  /// Which frame; one beyond the end is the last.
  public var index: Int
  /// Pixels across; the canvas settles the height.
  public var width: Int
  /// Files that the owner's next frames may need besides the film's.
  public var reach: Set<String>
  /// A film of the same media whose frames are likely asked for next, as wide.
  public var outlook: Draft?

  /// An order.
  public init(
    owner: String, film: FilmInView, index: Int, width: Int, reach: Set<String> = [],
    outlook: Draft? = nil
  ) {
    self.owner = owner
    self.film = film
    self.index = index
    self.width = width
    self.reach = reach
    self.outlook = outlook
  }
}

/// A film of which frames are looked at. Files must stay as they are.
public struct FilmInView: Hashable, Sendable, Codable {
  /// What it is known by; another draft has another name.
  public var name: String
  /// What it shows.
  public var draft: Draft
  /// The files of the draft's media, by their ids.
  public var files: [String: String]
  /// Where chance comes in, the same seed gives the same film.
  public var seed: UInt64

  /// A film.
  public init(name: String, draft: Draft, files: [String: String], seed: UInt64 = 1) {
    self.name = name
    self.draft = draft
    self.files = files
    self.seed = seed
  }
}
