/// Sound made faster or slower at its own pitch: WSOLA (W. Verhelst, M. Roelands, An overlap-add
/// technique based on waveform similarity, ICASSP 1993).
///
/// Pieces of 43 ms overlap by half. Each is taken near where it belongs, up to 11 ms off, there
/// where it is most like what would have followed the piece before. Both channels move alike.
struct TimeStretcher {
  private let speed: Double
  private var reader: ClipReader
  /// Frames read and still needed, interleaved; the first is frame `base` of the reader.
  private var input: [Float] = []
  private var base = 0
  /// Where the piece before begins.
  private var previous = 0
  private var index = 0
  private var ready: [Float]
  private var used = TimeStretcher.hop

  static let hop = 1024
  static let reach = 512

  init(_ reader: ClipReader, speed: Double) {
    self.reader = reader
    self.speed = speed
    ready = [Float](repeating: 0, count: Self.hop * 2)
  }

  /// Fills `samples` with the next frames.
  mutating func read(into samples: inout [Float], frames: Int) throws {
    var done = 0
    while done < frames {
      if used == Self.hop {
        try makePiece()
        used = 0
      }
      let count = min(frames - done, Self.hop - used)
      for offset in 0..<count * 2 { samples[done * 2 + offset] = ready[used * 2 + offset] }
      done += count
      used += count
    }
  }

  private mutating func makePiece() throws {
    let ideal = Int((Double(index * Self.hop) * speed).rounded())
    let natural = index == 0 ? 0 : previous + Self.hop
    let earliest = max(ideal - Self.reach, 0)
    try load(from: min(natural, earliest), to: max(natural, ideal + Self.reach) + Self.hop)
    let start = index == 0 ? 0 : bestStart(near: ideal, from: earliest, like: natural)
    let (old, new) = ((natural - base) * 2, (start - base) * 2)
    for frame in 0..<Self.hop {
      let fade = FadeTable.rise[frame]
      for channel in 0..<2 {
        let offset = frame * 2 + channel
        let kept = input[old + offset]
        ready[offset] = kept + (input[new + offset] - kept) * fade
      }
    }
    previous = start
    index += 1
  }

  /// Makes frames `start ..< end` of the reader stand in `input`.
  private mutating func load(from start: Int, to end: Int) throws {
    let held = base + input.count / 2
    if start >= held {
      try skip(start - held)
      input.removeAll(keepingCapacity: true)
      base = start
    } else if start > base {
      input.removeFirst((start - base) * 2)
      base = start
    }
    let missing = end - base - input.count / 2
    guard missing > 0 else { return }
    var fresh = [Float](repeating: 0, count: missing * 2)
    try reader.read(into: &fresh, frames: missing)
    input.append(contentsOf: fresh)
  }

  private mutating func skip(_ frames: Int) throws {
    var left = frames
    var dropped = [Float](repeating: 0, count: min(left, 8192) * 2)
    while left > 0 {
      let count = min(left, 8192)
      try reader.read(into: &dropped, frames: count)
      left -= count
    }
  }

  /// The start, at most `reach` from `ideal`, at which the sound is most like that at `natural`.
  private func bestStart(near ideal: Int, from earliest: Int, like natural: Int) -> Int {
    let first = earliest - base
    let mono = (0..<input.count / 2).map { input[$0 * 2] + input[$0 * 2 + 1] }
    let search = SimilaritySearch(samples: mono, pattern: natural - base)
    let last = ideal + Self.reach - base
    let coarse = search.best(
      in: first...last, step: 4, sampling: 4, preferring: ideal - base)
    let fine = search.best(
      in: max(coarse - 3, first)...min(coarse + 3, last), step: 1, sampling: 1,
      preferring: coarse)
    return base + fine
  }
}

/// A rise that adds up to one with its own reverse.
private enum FadeTable {
  static let rise = (0..<TimeStretcher.hop).map { frame in
    let progress = (Float(frame) + 0.5) / Float(TimeStretcher.hop)
    return progress * progress * (3 - 2 * progress)
  }
}
