internal import Libav
internal import MediaTime
internal import Sound
internal import Timeline

/// Makes the film's sound whole: never in chunks, because an encoder's wind-up would be heard at
/// each join. Runs on a thread of its own.
struct SoundWorker {
  let plan: FilmPlan
  let board: RenderBoard

  private static let blockFrames = 4096
  /// About twenty seconds, which AAC makes half a megabyte of.
  private static let blocksInPart = 240

  func run() {
    do {
      if let sound = try encode() { board.finishSound(sound) }
    } catch {
      board.fail(RenderError(wrapping: error))
    }
  }

  private func encode() throws -> FilmSound? {
    let encoder = try AudioEncoder()
    var parts: [Spool.Ticket] = []
    var blocks = 0
    var mixer = Mixer(clips: plan.sounds.map(MixClip.init), duration: plan.duration)
    while let block = try mixer.next(frames: Self.blockFrames) {
      guard !board.isStopped else { return nil }
      try encoder.encode(block.span)
      blocks += 1
      if blocks % Self.blocksInPart == 0 { parts.append(try board.keep(encoder.drain())) }
    }
    return FilmSound(parts: parts, end: try encoder.finish())
  }
}

/// A film's sound: what waits on disk, and the end of it.
struct FilmSound: Sendable {
  let parts: [Spool.Ticket]
  let end: EncodedSound
}

extension MixClip {
  fileprivate init(_ sound: SoundPlan) {
    let path = sound.path
    self.init(start: sound.start, duration: sound.duration, gain: sound.volume) {
      try FileSound(path: path)
    }
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
