/// What a request is about.
public enum Target: Hashable, Sendable, Codable {
  /// Nothing was named: the film, or whatever the request makes sense for.
  case film
  /// Every clip, where clips were named as such.
  case clips
  /// One clip by its place: 1 is the first, −1 the last.
  case clip(Int)
  /// The music.
  case music
  /// Every title.
  case titles
}
