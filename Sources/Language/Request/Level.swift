/// How loud something is to be, or how much louder than it is.
public enum Level: Hashable, Sendable, Codable {
  /// This gain: 1 leaves a source as it is, 2 is the most.
  case to(Double)
  /// The gain it has, times this.
  case times(Double)
}
