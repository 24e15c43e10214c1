internal import Foley
internal import MediaTime
internal import Music
internal import Sound

/// A medium that is composed or synthesised rather than read.
enum MadeSound: Sendable {
  case music(MusicRecipe)
  case effect(FoleyRecipe)

  /// What the file at `path` tells to make; nil where it is something else.
  init?(path: String) {
    if let file = MusicFile(path: path) {
      self = .music(file.recipe)
    } else if let file = FoleyFile(path: path) {
      self = .effect(file.recipe)
    } else {
      return nil
    }
  }

  /// How long it is; nil for as long as it is needed.
  var duration: MediaTime? {
    switch self {
    case .music: nil
    case .effect(let recipe): recipe.effect.naturalDuration
    }
  }
}
