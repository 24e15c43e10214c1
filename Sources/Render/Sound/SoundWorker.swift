internal import Libav
internal import MediaTime
internal import Sound
internal import Timeline

/// Makes the film's sound whole: never in chunks, because an encoder's wind-up would be heard at
/// each join. Runs on a thread of its own.
struct SoundWorker {
  let plan: FilmPlan
  let board: RenderBoard
  /// Where the mix waits, on the disk that the film will take.
  let folder: String
  let soundFont: String?
  let kept: KeptPieces?

  private static let blockFrames = 4096
  /// About twenty seconds, which AAC makes half a megabyte of.
  private static let blocksInPart = 240

  func run() {
    do {
      if let known = try knownSound() { return board.finishSound(known) }
      if let sound = try encode() { board.finishSound(sound) }
    } catch {
      board.fail(RenderError(wrapping: error))
    }
  }

  private func knownSound() throws -> FilmSound? {
    guard let chunks = kept?.sound(), let first = chunks.first, let end = chunks.last else {
      return nil
    }
    return FilmSound(
      parts: try chunks.dropLast().map(board.keep), end: EncodedSound(end: end, first: first))
  }

  private func encode() throws -> FilmSound? {
    let encoder = try AudioEncoder()
    var parts: [Spool.Ticket] = []
    var blocks = 0
    let sound = SoundMaster(plan: plan, folder: folder, soundFont: soundFont)
    guard var master = try sound.master(unless: { board.isStopped }) else { return nil }
    while let block = try master.next(frames: Self.blockFrames) {
      guard !board.isStopped else { return nil }
      try encoder.encode(block.span)
      blocks += 1
      if blocks % Self.blocksInPart == 0 { parts.append(try board.keep(encoder.drain())) }
    }
    let end = try encoder.finish()
    kept?.keepSound { append in
      for part in parts { try append(board.part(part)) }
      try append(end.chunk)
    }
    return FilmSound(parts: parts, end: end)
  }
}

/// A film's sound: what waits on disk, and the end of it.
struct FilmSound: Sendable {
  let parts: [Spool.Ticket]
  let end: EncodedSound
}
