internal import Libav
internal import MediaTime
internal import Sound
internal import Timeline

/// Mixes a film's sound and brings it to its loudness.
struct SoundMaster {
  let plan: FilmPlan
  /// Where the mix waits in a nameless file.
  let folder: String
  /// A sound font that music is played with; nil for our own instruments.
  var soundFont: String?

  /// The sound, ready to be read; nil where the work was stopped.
  func master(unless isStopped: () -> Bool) throws -> MasteredSound? {
    do { return try mastered(unless: isStopped) } catch is CancellationError { return nil }
  }

  /// How loud the sound is, and what it takes to set that right.
  func report() throws -> MasteringReport { try mastered(unless: { false }).report }

  private func mastered(unless isStopped: () -> Bool) throws -> MasteredSound {
    let mixer = Mixer(
      clips: plan.sounds.map { MixClip($0, soundFont) }, duration: plan.duration, ceiling: nil)
    return try Mastering().master(mixer, in: SoundSpool(folder: folder), unless: isStopped)
  }
}

extension MixClip {
  fileprivate init(_ sound: SoundPlan, _ font: String?) {
    let origin = sound.origin
    self.init(start: sound.start, duration: sound.duration, gain: sound.volume) {
      try origin.source(playedWith: font)
    }
    role = sound.role.mixed
    ducks = sound.ducks
    inPoint = sound.inPoint
    fadeIn = sound.fadeIn
    fadeOut = sound.fadeOut
    speed = sound.speed.seconds
    joinsPrevious = sound.joinsPrevious
    joinsNext = sound.joinsNext
    switch sound.playback {
    case .normal, .freeze, .boomerang: playback = .normal
    case .loop: playback = .loop
    case .reverse: playback = .reverse
    }
  }
}

extension SoundPlan.Role {
  fileprivate var mixed: MixRole {
    switch self {
    case .source: .source
    case .laid(.music): .music
    case .laid(.voice): .speech
    case .laid(.effect): .effect
    }
  }
}
