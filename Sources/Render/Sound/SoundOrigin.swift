internal import Foley
internal import MediaTime
internal import Music
internal import Sound
internal import SoundFonts

/// Where a sound comes from.
enum SoundOrigin: Sendable {
  case file(path: String)
  /// Composed to be so long.
  case music(MusicRecipe, lasting: MediaTime)
  /// Synthesised, so long where it has no length of its own.
  case effect(FoleyRecipe, lasting: MediaTime)

  /// Where it is read from; nil where it is made up.
  var file: String? {
    switch self {
    case .file(let path): path
    case .music, .effect: nil
    }
  }

  /// Opens it.
  /// - Parameter font: a sound font that music is played with; nil for our own instruments.
  func source(playedWith font: String?) throws -> any SampleSource {
    switch self {
    case .file(let path): return try FileSound(path: path)
    case .effect(let recipe, let length): return FoleySound(recipe, duration: length)
    case .music(let recipe, let length):
      let piece = Composition(recipe, duration: length)
      guard let font else { return ComposedMusic(piece) }
      return try SoundFontPlayer(piece.score, font: font)
    }
  }
}
