internal import Foundation

/// How loud a note is as time passes: attack in a straight line, exponential decay to a level,
/// exponential release that arrives at nothing.
struct Envelope {
  /// Seconds and levels of an instrument.
  struct Shape {
    var attack = 0.005
    /// Seconds until the decay is 60 dB down, were it to go on.
    var decay = 1.0
    var sustain = 1.0
    /// Seconds until the release is 60 dB down.
    var release = 0.2
  }

  private let attackStep: Float
  private let decay: Float
  private let sustain: Float
  private let release: Float
  private var gate: Int
  private var level: Float = 0
  private var isAttacking = true
  private(set) var isOver = false

  private static let floor: Float = 1e-4

  init(_ shape: Shape, gate: Int) {
    attackStep = Float(1 / max(shape.attack * SynthMath.rate, 16))
    decay = Float(SynthMath.decay(shape.decay))
    sustain = Float(shape.sustain)
    release = Float(SynthMath.decay(shape.release))
    self.gate = gate
  }

  /// Writes the levels of the next frames.
  mutating func fill(_ levels: inout [Float], count: Int) {
    var span = levels.mutableSpan
    var index = 0
    while index < count {
      if gate > 0 {
        let held = min(count - index, gate)
        hold(&span, index, index + held)
        gate -= held
        index += held
      } else {
        // The floor taken off makes the release arrive at 0 rather than near it.
        index = fall(&span, index, count, toward: -Self.floor, by: release)
        if level <= 0 { (level, isOver) = (0, true) }
        var last = count - 1
        while last >= 0, span[last] < 0 {
          span[last] = 0
          last &-= 1
        }
      }
    }
  }

  /// An exponential, four frames at a time, and the frame after its last.
  private mutating func fall(
    _ span: inout MutableSpan<Float>, _ from: Int, _ to: Int, toward target: Float,
    by factor: Float
  ) -> Int {
    let square = factor * factor
    let factors = SIMD4(factor, square, square * factor, square * square)
    var rest = level - target
    var index = from
    while index &+ 4 <= to {
      let values = rest * factors
      span[index] = target + values.x
      span[index &+ 1] = target + values.y
      span[index &+ 2] = target + values.z
      span[index &+ 3] = target + values.w
      rest = values.w
      index &+= 4
    }
    while index < to {
      rest *= factor
      span[index] = target + rest
      index &+= 1
    }
    level = target + rest
    return index
  }

  private mutating func hold(_ span: inout MutableSpan<Float>, _ from: Int, _ to: Int) {
    var index = from
    while index < to, isAttacking {
      level += attackStep
      if level >= 1 { (level, isAttacking) = (1, false) }
      span[index] = level
      index &+= 1
    }
    if abs(level - sustain) < 1e-5 {
      while index < to {
        span[index] = level
        index &+= 1
      }
    }
    index = fall(&span, index, to, toward: sustain, by: decay)
    if sustain == 0, level < Self.floor, !isAttacking { gate = 0 }
  }
}
