internal import Foundation

/// A filter of second order that keeps its sound while it is swept (Zavalishin, The art of VA
/// filter design, 2012: the trapezoidal state variable filter).
struct StateVariableFilter {
  enum Kind { case lowPass, highPass, bandPass }

  private var a1: Float = 0
  private var a2: Float = 0
  private var a3: Float = 0
  private var damping: Float = 1.4
  private var first: Float = 0
  private var second: Float = 0

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

  mutating func process(_ samples: inout MutableSpan<Float>, _ from: Int, _ to: Int, _ kind: Kind) {
    var (one, two) = (first, second)
    let (a1, a2, a3, k) = (a1, a2, a3, damping)
    var index = from
    while index < to {
      let input = samples[index]
      let v3 = input - two
      let v1 = a1 * one + a2 * v3
      let v2 = two + a2 * one + a3 * v3
      one = 2 * v1 - one
      two = 2 * v2 - two
      switch kind {
      case .lowPass: samples[index] = v2
      case .highPass: samples[index] = input - k * v1 - v2
      case .bandPass: samples[index] = k * v1
      }
      index &+= 1
    }
    // What is too quiet to be heard would only be slow to compute.
    first = abs(one) < 1e-15 ? 0 : one
    second = abs(two) < 1e-15 ? 0 : two
  }

  mutating func process(_ samples: inout [Float], _ from: Int, _ to: Int, _ kind: Kind) {
    var span = samples.mutableSpan
    process(&span, from, to, kind)
  }
}
