internal import Foundation
internal import Sound

/// Where bars and the last chord fall, in frames at 48 kHz.
///
/// The last chord is struck on a downbeat and rings until the end. The number of bars and a small
/// bend of the tempo are chosen together so that its ring is as long as it should be.
struct TimePlan: Sendable {
  /// Frames of the whole.
  let frames: Int
  /// Frames of a beat.
  let beatFrames: Int
  let beatsPerBar: Int
  /// Whole bars before the last chord.
  let bars: Int
  /// Beats before the last chord where there is no room for a bar.
  let pickup: Int

  /// The beat of the last chord.
  var lastBeat: Int { bars * beatsPerBar + pickup }
  var lastFrame: Int { lastBeat * beatFrames }
  var tempo: Double { 60 * Double(SampleClock.rate) / Double(beatFrames) }
  /// Beats that the last chord sounds for.
  var ringBeats: Double { Double(frames - lastFrame) / Double(beatFrames) }

  /// - Parameters:
  ///   - frames: How long the whole is.
  ///   - tempo: Beats a minute.
  ///   - bend: How far the tempo may bend, as a share of it.
  init(frames: Int, tempo: Double, bend: Double, beatsPerBar: Int) {
    self.frames = frames
    self.beatsPerBar = beatsPerBar
    let beat = 60 * Double(SampleClock.rate) / tempo
    let bar = beat * Double(beatsPerBar)
    let second = Double(SampleClock.rate)
    let ring = min(max(1.1 * bar, 2.4 * second), 4.5 * second)
    let shortest = min(1.6 * second, ring)
    let length = Double(frames)
    if length < shortest + bar * (1 - bend) {
      // A sting: a few beats, and the chord for more than half of it.
      let room = 0.42 * length
      let beats = length < 0.8 * second ? 0 : min(Int(room / beat + 0.25), beatsPerBar)
      bars = 0
      pickup = beats
      let fitted = beats > 0 ? min(beat, room / Double(beats)) : beat
      beatFrames = max(Int(fitted.rounded()), 1)
      return
    }
    var best = (cost: Double.infinity, bars: 1, beat: beat)
    let middle = Int((length - ring) / bar)
    for count in max(middle - 1, 1)...max(middle + 2, 1) {
      let wanted = (length - ring) / (Double(count) * bar)
      let factor = min(max(wanted, 1 - bend), 1 + bend)
      let rest = length - Double(count) * bar * factor
      guard rest >= shortest else { continue }
      var cost = abs(rest - ring) / ring + 4 * abs(factor - 1)
      if count.isMultiple(of: 4) { cost -= 0.12 } else if count.isMultiple(of: 2) { cost -= 0.05 }
      if cost < best.cost { best = (cost, count, beat * factor) }
    }
    bars = best.bars
    pickup = 0
    beatFrames = Int(best.beat.rounded(.down))
  }
}
