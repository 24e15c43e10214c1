import MediaTime

/// Frames of a clip's source in the order in which they are heard, without end: silence where
/// the source has none.
///
/// Where the sound jumps (at a loop's seam, at the source's end) the step is spread over 5 ms,
/// so that it makes no click. Samples that are no numbers become silence.
struct ClipReader {
  private let source: any SampleSource
  private let playback: MixClip.Playback
  private let first: Int
  private let last: Int
  private var position: Int
  private var seam = Seam()
  /// Read backwards a piece at a time.
  private var piece: [Float] = []
  private var fetched: [Float] = []
  private var pieceLeft = 0
  private var isAtEnd = false

  private static let pieceFrames = 24_000

  /// - Parameter length: Frames of the source that the clip plays through; a reversed clip
  ///   begins at their end.
  init(_ source: any SampleSource, clip: MixClip, length: Int) {
    self.source = source
    playback = clip.playback
    let start = max(SampleClock.frame(at: clip.inPoint), 0)
    let out = clip.outPoint.map { max(SampleClock.frame(at: $0), start) } ?? .max
    first = start
    last = playback == .reverse ? min(out, first + max(length, 0)) : out
    position = playback == .reverse ? last : first
  }

  /// Fills `samples` with the next frames.
  mutating func read(into samples: inout [Float], frames: Int) throws {
    var done = 0
    while done < frames {
      let wanted = min(frames - done, Self.pieceFrames)
      let count = try readSome(into: &samples, at: done, upTo: wanted)
      if count > 0 {
        Self.clean(&samples, from: done * 2, to: (done + count) * 2)
        seam.soften(&samples, from: done, count: count)
        done += count
        continue
      }
      guard playback == .loop, position > first else {
        silence(&samples, from: done, to: frames)
        return
      }
      position = first
      seam.open()
    }
  }

  private mutating func silence(_ samples: inout [Float], from start: Int, to end: Int) {
    if !isAtEnd { seam.open() }
    isAtEnd = true
    for index in start * 2..<end * 2 { samples[index] = 0 }
    seam.soften(&samples, from: start, count: end - start)
  }

  private mutating func readSome(
    into samples: inout [Float], at offset: Int, upTo frames: Int
  ) throws -> Int {
    guard !isAtEnd else { return 0 }
    if playback == .reverse {
      return try readBackwards(into: &samples, at: offset, upTo: frames)
    }
    let wanted = min(frames, last - position)
    guard wanted > 0 else { return 0 }
    let count = try fetch(from: position, frames: wanted)
    for index in 0..<count * 2 { samples[offset * 2 + index] = fetched[index] }
    position += count
    return count
  }

  private mutating func readBackwards(
    into samples: inout [Float], at offset: Int, upTo frames: Int
  ) throws -> Int {
    if pieceLeft == 0 {
      let count = min(position - first, Self.pieceFrames)
      guard count > 0 else { return 0 }
      position -= count
      if piece.isEmpty { piece = [Float](repeating: 0, count: Self.pieceFrames * 2) }
      var filled = 0
      while filled < count {
        let got = try fetch(from: position + filled, frames: count - filled)
        if got == 0 { break }
        for index in 0..<got * 2 { piece[filled * 2 + index] = fetched[index] }
        filled += got
      }
      for index in filled * 2..<count * 2 { piece[index] = 0 }
      pieceLeft = count
    }
    let count = min(frames, pieceLeft)
    for frame in 0..<count {
      let from = (pieceLeft - 1 - frame) * 2
      samples[(offset + frame) * 2] = piece[from]
      samples[(offset + frame) * 2 + 1] = piece[from + 1]
    }
    pieceLeft -= count
    return count
  }

  /// Reads from the source into `fetched`.
  private mutating func fetch(from frame: Int, frames: Int) throws -> Int {
    if fetched.count < frames * 2 { fetched = [Float](repeating: 0, count: frames * 2) }
    let source = source
    var span = fetched.mutableSpan
    return min(max(try source.read(from: frame, frames: frames, into: &span), 0), frames)
  }

  /// Silences what is no number and bounds the rest, 36 dB above full scale.
  private static func clean(_ samples: inout [Float], from start: Int, to end: Int) {
    for index in start..<end {
      let sample = samples[index]
      if !(abs(sample) <= 64) {
        samples[index] = sample.isFinite ? (sample < 0 ? -64 : 64) : 0
      }
    }
  }
}

/// A jump in the sound, spread out: the step is added to what follows, and fades.
private struct Seam {
  private var step: (left: Float, right: Float) = (0, 0)
  private var previous: (left: Float, right: Float) = (0, 0)
  private var left = 0
  private var isOpen = false

  private static let frames = 240

  /// The next frame does not follow the one before.
  mutating func open() { isOpen = true }

  mutating func soften(_ samples: inout [Float], from start: Int, count: Int) {
    guard count > 0 else { return }
    if isOpen {
      isOpen = false
      step = (previous.left - samples[start * 2], previous.right - samples[start * 2 + 1])
      left = Self.frames
    }
    let softened = min(left, count)
    for frame in start..<start + softened {
      let progress = Float(left) / Float(Self.frames)
      let weight = progress * progress * (3 - 2 * progress)
      samples[frame * 2] += step.left * weight
      samples[frame * 2 + 1] += step.right * weight
      left -= 1
    }
    let end = (start + count) * 2
    previous = (samples[end - 2], samples[end - 1])
  }
}
