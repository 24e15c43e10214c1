/// A thing that was asked for and can't be drawn.
public struct Substitution: Sendable, Hashable, Codable {
  /// The word as it was typed.
  public let word: String
  /// What was drawn in its place; nil where nothing comes near.
  public let nearest: SceneGraph.Kind?

  /// A word and what stands in for it.
  public init(_ word: String, nearest: SceneGraph.Kind?) {
    self.word = word
    self.nearest = nearest
  }
}
