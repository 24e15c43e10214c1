internal import Foundation
internal import MediaTime

/// Finds how much gain a composition needs: its fullest stretch is rendered beforehand, measured,
/// finished and measured again.
struct Leveler {
  private static let target = -15.4
  /// Blocks that are measured: about seven seconds.
  private static let blocks = 640

  private let composition: Composition

  init(_ composition: Composition) { self.composition = composition }

  var gain: Float {
    let blocks = render()
    guard let loudness = LoudnessEstimate.of(blocks) else {
      // Too short to have a loudness: its peak is brought to a common one.
      let peak = blocks.reduce(Float(1e-4)) { max($0, $1.peak) }
      return 0.45 / peak
    }
    var gain = Float(amplitude(decibels: Self.target - loudness))
    if let reached = LoudnessEstimate.of(finished(blocks, gain: gain)) {
      gain *= Float(amplitude(decibels: min(max((Self.target - reached) * 1.2, -6), 4)))
    }
    return gain
  }

  private func render() -> [StereoBlock] {
    let index = fullest()
    let segment = SegmentRenderer(
      composition, index: index, factory: VoiceFactory(), ducking: Ducking(composition.score))
    let frames = min(
      composition.frameCount - index * SegmentRenderer.frames, SegmentRenderer.frames)
    let count = (max(frames, 1) + StereoBlock.frames - 1) / StereoBlock.frames
    return (0..<min(count, Self.blocks)).map { _ in
      var block = StereoBlock()
      segment.add(to: &block)
      return block
    }
  }

  /// The segment with most energy in its sections, the first of them.
  private func fullest() -> Int {
    let count = (composition.frameCount - 1) / SegmentRenderer.frames + 1
    var best = (index: 0, energy: -1.0)
    for index in 0..<min(count, 24) {
      let start = Double(index * SegmentRenderer.frames) / SynthMath.rate
      let end = start + Double(Self.blocks * StereoBlock.frames) / SynthMath.rate
      let energy = composition.sections.reduce(0.0) { sum, section in
        let from = max(section.start.seconds, start)
        let to = min((section.start + section.length).seconds, end)
        return sum + max(to - from, 0) * section.energy * section.energy
      }
      if energy > best.energy + 1e-9 { best = (index, energy) }
    }
    return best.index
  }

  private func finished(_ blocks: [StereoBlock], gain: Float) -> [StereoBlock] {
    var finisher = Finisher(gain: gain, drive: composition.room.drive)
    finisher.hear(blocks[0])
    return blocks.indices.map { index in
      finisher.hear(index + 1 < blocks.count ? blocks[index + 1] : StereoBlock())
      var block = blocks[index]
      finisher.finish(&block)
      return block
    }
  }
}
