/// All that music is made from. The same recipe and length give the same samples.
public struct MusicRecipe: Hashable, Sendable, Codable {
  /// How it is composed.
  public var mood: Mood
  /// Beats a minute; nil for the mood's own choice. What is no number, or not above 0, is taken
  /// for nil, and the rest is brought into 30…300.
  public var tempo: Double?
  /// The key; nil for the mood's own choice.
  public var key: MusicKey?
  /// Chooses among all the pieces that the rest allows.
  public var seed: UInt64

  /// Music of this kind.
  public init(mood: Mood, tempo: Double? = nil, key: MusicKey? = nil, seed: UInt64 = 0) {
    self.mood = mood
    self.tempo = tempo
    self.key = key
    self.seed = seed
  }

  /// The tempo that is asked, where it is one.
  var usableTempo: Double? {
    guard let tempo, tempo.isFinite, tempo > 0 else { return nil }
    return min(max(tempo, 30), 300)
  }
}

extension MusicRecipe {
  /// The recipe with another mood and tempo, where they are given and known.
  public func adapted(mood name: String?, tempo: Double?) -> MusicRecipe {
    var recipe = self
    if let mood = name.flatMap(Mood.init(rawValue:)) { recipe.mood = mood }
    if let tempo { recipe.tempo = tempo }
    return recipe
  }
}
