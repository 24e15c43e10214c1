internal import Foundation

/// One track while a segment is rendered: its notes, its voices, its channel on the desk.
struct TrackStrip {
  private let track: Score.Track
  private let seed: UInt64
  private var next: Int
  private let end: Int
  private var voices: [any SynthVoice] = []
  private var block = StereoBlock()
  private var bodies: [(filter: StereoFilter, level: Float)]
  private var lowCut: StereoFilter
  private var highCut: StereoFilter
  private let left: Float
  private let right: Float
  /// Blocks since anything sounded.
  private var silence = 1000

  /// - Parameter range: The frames in which the notes begin that it plays.
  init(_ track: Score.Track, range: Range<Int>, seed: UInt64) {
    self.track = track
    self.seed = seed
    next = track.notes.partitioned { $0.startFrame >= range.lowerBound }
    end = track.notes.partitioned { $0.startFrame >= range.upperBound }
    let mix = track.mix
    bodies = Body.resonances(of: track.instrument).map {
      (StereoFilter(cutoff: $0.frequency, resonance: $0.quality), $0.level)
    }
    lowCut = StereoFilter(cutoff: mix.lowCut, resonance: 0.707)
    highCut = StereoFilter(cutoff: mix.highCut, resonance: 0.6)
    let level = amplitude(decibels: mix.level + track.instrument.trim)
    left = Float(level * cos((mix.pan + 1) * .pi / 4) * 2.0.squareRoot())
    right = Float(level * sin((mix.pan + 1) * .pi / 4) * 2.0.squareRoot())
  }

  var mix: TrackMix { track.mix }

  /// Renders the block at `frame`; nil where the track is silent.
  mutating func render(at frame: Int, _ factory: VoiceFactory, _ ducking: Ducking) -> StereoBlock? {
    if voices.isEmpty, silence > 24, next >= end || start(next) >= frame + StereoBlock.frames {
      return nil
    }
    block.clear()
    silence = voices.isEmpty ? silence + 1 : 0
    voices.removeAll { !$0.add(to: &block, from: 0) }
    while next < end, start(next) < frame + StereoBlock.frames {
      begin(next, at: max(start(next) - frame, 0), factory)
      next += 1
    }
    shape(at: frame, ducking)
    return block
  }

  /// Notes begin at multiples of eight frames.
  private func start(_ index: Int) -> Int { track.notes[index].startFrame & ~7 }

  private mutating func begin(_ index: Int, at offset: Int, _ factory: VoiceFactory) {
    let note = track.notes[index]
    silence = 0
    let voice = factory.voice(
      track.instrument, pitch: note.pitch, velocity: note.velocity, gate: note.frames,
      seed: seed &+ UInt64(index) &* 0x9E37_79B9_7F4A_7C15)
    if voice.add(to: &block, from: offset) { voices.append(voice) }
  }

  private mutating func shape(at frame: Int, _ ducking: Ducking) {
    let count = StereoBlock.frames
    for index in bodies.indices {
      bodies[index].filter.resonate(&block.left, &block.right, level: bodies[index].level)
    }
    lowCut.highPass(&block.left, &block.right, 0, count)
    if track.mix.highCut < 17_000 { highCut.lowPass(&block.left, &block.right, 0, count) }
    let depth = Float(track.mix.ducking)
    // The push is drawn through points 32 frames apart.
    let gains = stride(from: 0, through: count, by: 32).map { index in
      depth > 0 ? 1 - depth * ducking.depth(at: frame + index) : 1
    }
    Self.place(&block.left, &block.right, by: gains, left, right)
  }

  /// A little of each side goes to the other, so that ensembles don't fall apart.
  private static let crossing: Float = 0.15

  private static func place(
    _ left: inout [Float], _ right: inout [Float], by points: [Float], _ leftLevel: Float,
    _ rightLevel: Float
  ) {
    var leftSpan = left.mutableSpan
    var rightSpan = right.mutableSpan
    let gains = points.span
    for point in 0..<StereoBlock.frames / 32 {
      var gain = gains[point]
      let step = (gains[point &+ 1] - gain) * 0.031_25
      for index in point &* 32..<point &* 32 &+ 32 {
        let (a, b) = (leftSpan[index], rightSpan[index])
        let middle = (a + b) * crossing
        leftSpan[index] = (a * (1 - 2 * crossing) + middle) * (leftLevel * gain)
        rightSpan[index] = (b * (1 - 2 * crossing) + middle) * (rightLevel * gain)
        gain += step
      }
    }
  }
}
