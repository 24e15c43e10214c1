public import Foley
public import Foundation
import MediaTime
public import Music
import Sound
public import Timeline

/// What a sound is made from, where it was not uploaded.
public enum SoundRecipe: Hashable, Sendable, Codable {
  /// Composed and played as long as it is needed.
  case music(MusicRecipe)
  /// Synthesised: an ambience as long as it is needed, or a sound of a length of its own.
  case effect(FoleyRecipe)
  /// Spoken once, and kept as it was spoken.
  case voice(VoiceOver)

  /// What the sound is to the film.
  public var role: SoundRole {
    switch self {
    case .music: .music
    case .effect: .effect
    case .voice: .voice
    }
  }

  /// The file that stands for the sound, and the ending of its name; nil of a voice, which is
  /// kept as it was spoken.
  public func file(named name: String) -> (content: Data, ending: String)? {
    switch self {
    case .music(let recipe): (MusicFile(recipe, words: name).content, "music")
    case .effect(let recipe): (FoleyFile(recipe, words: name).content, "foley")
    case .voice: nil
    }
  }

  /// Makes chance the same; a voice has none.
  public var seed: UInt64 {
    switch self {
    case .music(let recipe): recipe.seed
    case .effect(let recipe): recipe.seed
    case .voice: 0
    }
  }

  /// What a draft needs to know of it; nil of a voice, whose length is known when it has spoken.
  public var facts: MediaFacts? {
    switch self {
    case .music: MediaFacts(kind: .audio, duration: Self.longest, hasAudio: true)
    case .effect(let recipe):
      MediaFacts(
        kind: .audio, duration: recipe.effect.naturalDuration?.milliseconds ?? Self.longest,
        hasAudio: true)
    case .voice: nil
    }
  }

  /// What can be made of any length is no longer than a day.
  private static let longest = Milliseconds(86_400_000)
}
