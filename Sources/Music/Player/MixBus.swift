/// The sum of all segments, block by block, from any block on.
final class MixBus {
  private let composition: Composition
  private let factory = VoiceFactory()
  private let ducking: Ducking
  private let reach: Int
  private var segments: [SegmentRenderer] = []
  private var nextBlock = -1

  init(_ composition: Composition) {
    self.composition = composition
    ducking = Ducking(composition.score)
    reach = SegmentRenderer.reach(of: composition)
  }

  /// The block of this number; those that follow each other are quickest.
  func block(_ number: Int) -> StereoBlock {
    if number != nextBlock { seek(number) }
    let current = number / SegmentRenderer.blocks
    if number % SegmentRenderer.blocks == 0, segments.last?.index != current { open(current) }
    var mix = StereoBlock()
    for segment in segments { segment.add(to: &mix) }
    segments.removeAll(where: \.isOver)
    nextBlock = number + 1
    return mix
  }

  private func open(_ index: Int) {
    segments.append(
      SegmentRenderer(composition, index: index, factory: factory, ducking: ducking))
  }

  /// Renders what reaches into a block again, from the starts of its segments.
  private func seek(_ number: Int) {
    let current = number / SegmentRenderer.blocks
    segments = []
    for index in max(current - reach, 0)...current { open(index) }
    var unheard = StereoBlock()
    for segment in segments {
      while segment.block < number, !segment.isOver { segment.add(to: &unheard) }
    }
    segments.removeAll { $0.isOver }
  }
}
