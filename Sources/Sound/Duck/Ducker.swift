/// Holds the mix back by the look-ahead, and turns what gives way down under the keys.
///
/// The gain depends on the keys alone, in steps of 512 frames counted from the film's start, so
/// that blocks don't matter. It moves on a raised cosine in decibels.
struct Ducker {
  private var speech: KeyDetector
  private var source: KeyDetector
  private var curve: DuckingCurve
  /// Steps that are held back.
  private let ahead: Int
  private let hold: Int
  /// Steps heard so far.
  private var heard = 0
  /// The last step in which a key sounded.
  private var lastKey = Int.min / 2
  /// What is held back, interleaved.
  private var steady: [Float]
  private var yielding: [Float]

  /// A voice-over counts wherever it is above the hiss of a quiet room.
  private static let speechThreshold = -60.0

  init(_ ducking: Ducking) {
    speech = KeyDetector(threshold: Self.speechThreshold, inSpeechBand: false)
    source = KeyDetector(threshold: ducking.threshold, inSpeechBand: true)
    curve = DuckingCurve(ducking)
    let step = KeyDetector.step
    let frames = min(max(SampleClock.frame(at: ducking.lookAhead), 0), 2 * SampleClock.rate)
    ahead = (frames + step - 1) / step
    hold = max(SampleClock.frame(at: ducking.hold), 0) / step
    steady = [Float](repeating: 0, count: ahead * step * 2)
    yielding = steady
  }

  /// Takes in a block of whole steps; gives as many frames, those of the look-ahead earlier, but
  /// none from before the film's start.
  mutating func next(_ block: MixBlock) -> [Float] {
    let frames = block.steady.count / 2
    let step = KeyDetector.step
    precondition(frames.isMultiple(of: step), "a block has whole steps")
    yielding.append(contentsOf: block.yielding)
    let held = steady.count
    steady.append(contentsOf: block.steady)
    for index in block.steady.indices {
      steady[held + index] += block.speech[index] + block.source[index]
    }
    for start in stride(from: 0, to: frames, by: step) {
      let isSpoken = speech.hears(block.speech, from: start)
      let isSounding = source.hears(block.source, from: start)
      if isSpoken || isSounding { lastKey = heard }
      heard += 1
      curve.advance(&yielding, from: start, isDown: lastKey >= heard - 1 - ahead - hold)
    }
    let early = min(max((ahead - (heard - frames / step)) * step, 0), frames)
    var result = [Float](repeating: 0, count: (frames - early) * 2)
    for index in result.indices {
      result[index] = steady[early * 2 + index] + yielding[early * 2 + index]
    }
    steady.removeFirst(frames * 2)
    yielding.removeFirst(frames * 2)
    return result
  }
}
