/// The notes that begin within one stretch of the music, with all that follows from them: tails,
/// echoes, the room's answer. Everything in it is linear, so that the music is the sum of its
/// segments, each of which can be rendered from its own start without those before it.
final class SegmentRenderer {
  /// Blocks of a segment: about 12 seconds.
  static let blocks = 1152
  static let frames = blocks * StereoBlock.frames

  let index: Int
  private(set) var block: Int
  private(set) var isOver = false

  private let composition: Composition
  private let factory: VoiceFactory
  private let ducking: Ducking
  private var strips: [TrackStrip]
  private var reverb: Reverb
  private var chorus = Chorus()
  private var echo: Echo
  private var tape: Chorus
  private var tapeFilter: StereoFilter
  private var brightFilter = StereoFilter(cutoff: 2000, resonance: 0.6)
  private var chorusSend = StereoBlock()
  private var reverbSend = StereoBlock()
  private var echoSend = StereoBlock()
  private var quietBlocks = 0

  init(_ composition: Composition, index: Int, factory: VoiceFactory, ducking: Ducking) {
    self.index = index
    self.composition = composition
    self.factory = factory
    self.ducking = ducking
    block = index * Self.blocks
    let range = index * Self.frames..<(index + 1) * Self.frames
    strips = composition.score.tracks.enumerated().map { number, track in
      TrackStrip(
        track, range: range,
        seed: SeededRandom(composition.recipe.seed, "track \(number)").seededOnce)
    }
    let room = composition.room
    reverb = Reverb(room)
    echo = Echo(frames: Int(room.echoBeats * Double(composition.beatFrames)))
    tape = Chorus(middle: 4, depth: 1.1 * room.wobble, rate: 0.71)
    tapeFilter = StereoFilter(cutoff: room.highCut, resonance: 0.65)
  }

  /// Blocks without a note until a segment counts as over.
  private var tail: Int {
    let echoes = 6 * composition.room.echoBeats * Double(composition.beatFrames)
    let room = 1.1 * composition.room.reverbTime * SynthMath.rate
    return Int(max(echoes, room)) / StereoBlock.frames + 8
  }

  /// Adds the next block to `mix`.
  func add(to mix: inout StereoBlock) {
    let frame = block * StereoBlock.frames
    var dry = StereoBlock()
    chorusSend.clear()
    reverbSend.clear()
    echoSend.clear()
    var (isSilent, hasChorus) = (true, false)
    for number in strips.indices {
      guard let sound = strips[number].render(at: frame, factory, ducking) else { continue }
      isSilent = false
      let mix = strips[number].mix
      dry.add(sound, gain: Float(1 - 0.5 * mix.chorus))
      if mix.chorus > 0 {
        hasChorus = true
        chorusSend.add(sound, gain: Float(mix.chorus))
      }
      if mix.reverb > 0 { reverbSend.add(sound, gain: Float(mix.reverb)) }
      if mix.echo > 0 { echoSend.add(sound, gain: Float(mix.echo)) }
    }
    quietBlocks = isSilent ? quietBlocks + 1 : 0
    if hasChorus || quietBlocks < 8 {
      chorus.process(&chorusSend, at: frame)
      dry.add(chorusSend, gain: 0.8)
    }
    var echoes = StereoBlock()
    echo.process(echoSend, into: &echoes)
    dry.add(echoes, gain: 1)
    reverbSend.add(echoes, gain: 0.3)
    reverb.process(reverbSend, into: &dry, level: Float(composition.room.level))
    var bright = dry
    brightFilter.highPass(&bright.left, &bright.right, 0, StereoBlock.frames)
    dry.add(bright, gain: Float(composition.room.brightness))
    if composition.room.wobble > 0 { tape.process(&dry, at: frame) }
    if composition.room.highCut < 19_000 {
      tapeFilter.lowPass(&dry.left, &dry.right, 0, StereoBlock.frames)
    }
    mix.add(dry, gain: 1)
    block += 1
    isOver = quietBlocks > tail && block >= (index + 1) * Self.blocks
  }

  /// How many segments earlier than a block its sound may come from.
  static func reach(of composition: Composition) -> Int {
    let longest = composition.score.tracks.flatMap { $0.notes.map(\.frames) }.max() ?? 0
    let room = composition.room
    let echoes = 6 * room.echoBeats * Double(composition.beatFrames)
    let tail =
      VoiceFactory.longestRelease * SynthMath.rate
      + max(1.1 * room.reverbTime * SynthMath.rate, echoes)
    return (longest + Int(tail)) / frames + 2
  }
}
