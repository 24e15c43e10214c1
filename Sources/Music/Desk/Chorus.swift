internal import Foundation

/// Copies that lag by a few milliseconds, more and less as time passes, in opposite ways on the
/// two sides (Dattorro, Effect design 2, 1997).
struct Chorus {
  private static let mask = 2047
  private var memory = [[Float]](repeating: [Float](repeating: 0, count: 2048), count: 2)
  private var place = 0
  /// Milliseconds in the middle and each way, and turns a second.
  private let middle: Double
  private let depth: Double
  private let rate: Double

  init(middle: Double = 11, depth: Double = 3.2, rate: Double = 0.62) {
    self.middle = middle * SynthMath.rate / 1000
    self.depth = depth * SynthMath.rate / 1000
    self.rate = rate
  }

  /// Replaces `block` by its copies; `frame` is where it stands in the music.
  mutating func process(_ block: inout StereoBlock, at frame: Int) {
    lag(&block.left, 0, from: delay(frame, 0), to: delay(frame + StereoBlock.frames, 0))
    lag(&block.right, 1, from: delay(frame, 1), to: delay(frame + StereoBlock.frames, 1))
    place &+= StereoBlock.frames
  }

  private func delay(_ frame: Int, _ side: Int) -> Float {
    let time = Double(frame) / SynthMath.rate
    return Float(middle + depth * sin(2 * .pi * rate * time + Double(side) * .pi * 0.6))
  }

  private mutating func lag(_ samples: inout [Float], _ side: Int, from: Float, to: Float) {
    var store = memory[side].mutableSpan
    var out = samples.mutableSpan
    let step = (to - from) / Float(StereoBlock.frames)
    var delay = from
    for index in 0..<StereoBlock.frames {
      let now = place &+ index
      store[now & Self.mask] = out[index]
      let whole = Int(delay)
      let part = delay - Float(whole)
      let late = store[(now &- whole) & Self.mask]
      let later = store[(now &- whole &- 1) & Self.mask]
      out[index] = late + (later - late) * part
      delay += step
    }
  }
}
