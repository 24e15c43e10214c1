public import Sound

/// A sound effect or an ambience that is made up rather than read. An ambience has no length of
/// its own.
public typealias FoleyFile = RecipeFile<FoleyRecipe>

extension FoleyRecipe: FiledRecipe {
  /// `kinora.foley.1`.
  public static let fileFormat = "kinora.foley.1"
}
