public import Sound

/// A medium that is composed rather than read. It has no length of its own; each film composes it
/// to fit.
public typealias MusicFile = RecipeFile<MusicRecipe>

extension MusicRecipe: FiledRecipe {
  /// `kinora.music.1`.
  public static let fileFormat = "kinora.music.1"

  /// Without a tempo that is no number.
  public var writable: MusicRecipe {
    var recipe = self
    if let tempo, !tempo.isFinite { recipe.tempo = nil }
    return recipe
  }
}
