import Foley
import Language
import MediaTime
import Music
import Scenes
import Timeline

extension Situation {
  /// Uploaded sounds that nothing plays.
  var waitingSounds: [Medium] {
    media.filter { $0.facts.kind == .audio && $0.sound == nil && !draft.uses($0.id) }
  }

  /// The recipe of the music that plays, where it was composed.
  var composed: MusicRecipe? {
    guard let source = draft.musicTrack?.segments.first?.source,
      case .music(let recipe)? = media.first(where: { $0.id == source })?.sound
    else { return nil }
    return recipe
  }

  /// Whether the film has an effect of that kind.
  func hears(_ effect: SoundEffect) -> Bool {
    draft.sounds(.effect).contains { segment in
      guard case .effect(let recipe)? = media.first(where: { $0.id == segment.source })?.sound
      else { return false }
      return recipe.effect == effect
    }
  }

  /// Whether the last message was about the music.
  var speaksOfMusic: Bool {
    let music = Set(draft.sounds(.music).map(\.id))
    return !dialogue.focus.isEmpty && dialogue.focus.allSatisfy(music.contains)
  }

  /// The seed of a sound: another for each that was made.
  var soundSeed: UInt64 { UInt64(1 + media.count { $0.sound != nil }) }

  /// How music feels that suits the film: what was drawn decides, then what a picture is of,
  /// then how quickly clips follow one another.
  var fittingMood: Mood {
    let clips = draft.pictureTrack?.segments ?? []
    let shown = clips.compactMap { clip in media.first { $0.id == clip.source } }
    let pictures = shown.isEmpty ? media.filter { $0.facts.kind != .audio } : shown
    if let scene = pictures.lazy.compactMap(\.scene).first { return scene.fittingMood }
    let isQuick = clips.count > 2 && draft.duration.count / max(clips.count, 1) < 3500
    if isQuick { return .upbeat }
    switch pictures.first?.facts.motif {
    case .portrait: return .acoustic
    case .landscape, .scene: return .cinematic
    case .street: return .loFi
    case .product: return .electronic
    case .document, .plain: return .ambient
    case nil: return clips.count > 1 ? .upbeat : .ambient
    }
  }
}

extension SceneFile {
  /// How music feels that suits the drawn scene.
  fileprivate var fittingMood: Mood {
    let kinds = Set(scene.elements.map(\.kind))
    if !kinds.isDisjoint(with: [.galaxy, .aurora, .space]) { return .ambient }
    if kinds.contains(.fireworks) { return .epic }
    if kinds.contains(.city) { return .loFi }
    if kinds.contains(.couple) { return .romantic }
    if kinds.contains(.campfire) { return .acoustic }
    return .cinematic
  }
}
