public import MediaTime

/// Clips added up, block by block, with music that gives way to speech, and kept under a
/// ceiling.
///
/// Memory is bounded by the clips that sound at one moment, not by the length of the film:
/// sources are opened when they are first heard and let go when they end. The same clips give
/// the same samples, whatever the size of the blocks.
///
/// ```swift
/// var mixer = Mixer(clips: clips, duration: film)
/// while let block = try mixer.next(frames: 4096) { encode(block) }
/// ```
public struct Mixer: ~Copyable {
  private struct Entry {
    let clip: MixClip
    let start: Int
    let end: Int
    /// Its place among the clips, so that sums are always made in one order.
    let order: Int
  }

  /// Frames in all.
  public let frameCount: Int
  /// Frames handed out so far.
  public private(set) var position = 0

  private var waiting: [Entry]
  private var sounding: [(entry: Entry, voice: Voice)] = []
  private var ducker: Ducker?
  private var limiter: Limiter
  /// Frames mixed so far; the limiter hands them out later.
  private var mixed = 0
  private var block = MixBlock(frames: Self.blockFrames)

  private static let blockFrames = 4096

  /// A mix of clips, from 0 to `duration`. Parts of clips outside are not heard.
  ///
  /// - Parameters:
  ///   - clips: What sounds, in the order in which it is added up.
  ///   - duration: How long the mix is.
  ///   - ducking: How clips that give way do so.
  ///   - ceiling: The highest true peak in dBTP; nil where nothing is limited, as for
  ///     ``Mastering``, which does it later.
  public init(
    clips: [MixClip], duration: MediaTime, ducking: Ducking = Ducking(), ceiling: Double? = -1
  ) {
    let frames = max(SampleClock.frame(at: duration), 0)
    frameCount = frames
    waiting = clips.enumerated().map { order, clip in
      Entry(
        clip: clip, start: SampleClock.frame(at: clip.start),
        end: SampleClock.frame(at: clip.start + max(clip.duration, .zero)), order: order)
    }.filter { $0.start < $0.end && $0.end > 0 && $0.start < frames }
      .sorted { ($1.start, $1.order) < ($0.start, $0.order) }
    let hasKey = clips.contains { !$0.ducks && ($0.role == .speech || $0.role == .source) }
    if hasKey, clips.contains(where: \.ducks) { ducker = Ducker(ducking) }
    limiter = Limiter(ceiling: ceiling)
  }

  /// Writes the next frames, interleaved.
  ///
  /// - Returns: Frames written: as many as `samples` has room for, fewer only at the end, and
  ///   then 0.
  /// - Throws: Whatever a source throws.
  public mutating func next(into samples: inout MutableSpan<Float>) throws -> Int {
    let wanted = min(samples.count / 2, frameCount - position)
    var done = 0
    while done < wanted {
      let taken = limiter.take(into: &samples, at: done, frames: wanted - done)
      done += taken
      if taken == 0 { try mixBlock() }
    }
    position += done
    return done
  }

  /// The next frames, interleaved, at most `frames` of them; nil at the end.
  ///
  /// - Throws: Whatever a source throws.
  public mutating func next(frames: Int) throws -> [Float]? {
    let count = min(frames, frameCount - position)
    guard count > 0 else { return nil }
    var samples = [Float](repeating: 0, count: count * 2)
    var span = samples.mutableSpan
    _ = try next(into: &span)
    return samples
  }

  /// Mixes a block and hands it to the limiter; past the end the block is silent.
  private mutating func mixBlock() throws {
    let range = mixed..<mixed + Self.blockFrames
    block.clear(all: ducker != nil)
    try startVoices(before: min(range.upperBound, frameCount))
    for index in sounding.indices {
      let entry = sounding[index].entry
      let from = max(entry.start, range.lowerBound)
      let to = min(entry.end, range.upperBound)
      guard from < to else { continue }
      let bus = ducker == nil ? \MixBlock.steady : entry.clip.bus
      try sounding[index].voice.add(
        to: &block[keyPath: bus], at: from - range.lowerBound, frames: to - from)
    }
    sounding.removeAll { $0.entry.end <= range.upperBound }
    limiter.push(ducker?.next(block) ?? block.steady)
    mixed = range.upperBound
  }

  private mutating func startVoices(before end: Int) throws {
    while let entry = waiting.last, entry.start < end {
      waiting.removeLast()
      var voice = try Voice(entry.clip, length: entry.end - entry.start)
      if entry.start < 0 { try voice.skip(-entry.start) }
      sounding.append((entry, voice))
      sounding.sort { $0.entry.order < $1.entry.order }
    }
  }
}

extension MixClip {
  /// Where it is added up where something gives way.
  fileprivate var bus: WritableKeyPath<MixBlock, [Float]> {
    if ducks { return \.yielding }
    switch role {
    case .speech: return \.speech
    case .source: return \.source
    case .music, .effect: return \.steady
    }
  }
}
