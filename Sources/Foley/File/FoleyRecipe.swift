/// What makes a sound: the same recipe gives the same samples.
public struct FoleyRecipe: Hashable, Sendable, Codable {
  /// What sounds.
  public let effect: SoundEffect
  /// Makes chance the same every time; another seed gives another rain.
  public let seed: UInt64

  /// A recipe.
  public init(_ effect: SoundEffect, seed: UInt64 = 1) {
    self.effect = effect
    self.seed = seed
  }
}
