/// A drum's stroke, computed beforehand, as it is played.
final class SampleVoice: SynthVoice {
  private let samples: [Float]
  private let left: Float
  private let right: Float
  private var place = 0

  init(_ samples: [Float], gain: Float, pan: Float) {
    self.samples = samples
    left = gain * (1 - max(pan, 0) * 0.7)
    right = gain * (1 + min(pan, 0) * 0.7)
  }

  func add(to block: inout StereoBlock, from offset: Int) -> Bool {
    let count = min(StereoBlock.frames - offset, samples.count - place)
    block.add(samples, samples, at: offset, count: count, from: place, gains: (left, right))
    place += count
    return place < samples.count
  }
}
