internal import Foundation

/// Two of the filters of ``StateVariableFilter`` with one setting, for both sides at once.
struct StereoFilter {
  private var a1: Float = 0
  private var a2: Float = 0
  private var a3: Float = 0
  private var damping: Float = 1.4
  private var first = SIMD2<Float>()
  private var second = SIMD2<Float>()

  init(cutoff: Double = 1000, resonance: Double = 0.707) {
    set(cutoff: cutoff, resonance: resonance)
  }

  mutating func set(cutoff: Double, resonance: Double) {
    let g = Float(tan(.pi * min(max(cutoff, 10), 21_000) / SynthMath.rate))
    damping = Float(1 / resonance)
    a1 = 1 / (1 + g * (g + damping))
    a2 = g * a1
    a3 = g * a2
  }

  mutating func lowPass(_ left: inout [Float], _ right: inout [Float], _ from: Int, _ to: Int) {
    var (one, two) = (first, second)
    // The state's next value straight from the last: a shorter way than by way of v1 and v2.
    let (a2, a3) = (a2, a3)
    let (c11, c12) = (2 * a1 - 1, 2 * a2)
    let (c22, cx) = (1 - 2 * a3, 2 * a3)
    var leftSpan = left.mutableSpan
    var rightSpan = right.mutableSpan
    var index = from
    while index < to {
      let input = SIMD2(leftSpan[index], rightSpan[index])
      let output = a2 * one + (two + a3 * (input - two))
      let next = c11 * one + (c12 * input - c12 * two)
      two = c22 * two + (c12 * one + cx * input)
      one = next
      leftSpan[index] = output.x
      rightSpan[index] = output.y
      index &+= 1
    }
    keep(one, two)
  }

  mutating func highPass(_ left: inout [Float], _ right: inout [Float], _ from: Int, _ to: Int) {
    var (one, two) = (first, second)
    let (a1, a2, a3, k) = (a1, a2, a3, damping)
    let (c11, c12) = (2 * a1 - 1, 2 * a2)
    let (c22, cx) = (1 - 2 * a3, 2 * a3)
    var leftSpan = left.mutableSpan
    var rightSpan = right.mutableSpan
    var index = from
    while index < to {
      let input = SIMD2(leftSpan[index], rightSpan[index])
      let v3 = input - two
      let output = v3 - k * (a1 * one + a2 * v3) - a2 * one - a3 * v3
      let next = c11 * one + (c12 * input - c12 * two)
      two = c22 * two + (c12 * one + cx * input)
      one = next
      leftSpan[index] = output.x
      rightSpan[index] = output.y
      index &+= 1
    }
    keep(one, two)
  }

  /// Adds what is near the filter's frequency, `level` times.
  mutating func resonate(_ left: inout [Float], _ right: inout [Float], level: Float) {
    var (one, two) = (first, second)
    let (a1, a2) = (a1, a2)
    let (c11, c12) = (2 * a1 - 1, 2 * a2)
    let (c22, cx) = (1 - 2 * a3, 2 * a3)
    let gain = damping * level
    var leftSpan = left.mutableSpan
    var rightSpan = right.mutableSpan
    for index in leftSpan.indices {
      let input = SIMD2(leftSpan[index], rightSpan[index])
      let output = input + gain * (a1 * one + a2 * (input - two))
      let next = c11 * one + (c12 * input - c12 * two)
      two = c22 * two + (c12 * one + cx * input)
      one = next
      leftSpan[index] = output.x
      rightSpan[index] = output.y
    }
    keep(one, two)
  }

  /// What is too quiet to be heard would only be slow to compute.
  private mutating func keep(_ one: SIMD2<Float>, _ two: SIMD2<Float>) {
    first = max(abs(one.x), abs(one.y)) < 1e-15 ? .zero : one
    second = max(abs(two.x), abs(two.y)) < 1e-15 ? .zero : two
  }
}
