import Foundation

/// Keeps true peaks at or under a ceiling by turning the sound down ahead of them.
///
/// What stays under the ceiling passes bit for bit. Frames come out as many as went in, late by
/// `delay`, which the first frames that come out already make up for: `take` never hands out
/// the silence before the first frame.
struct Limiter {
  /// The factor of amplitude.
  private let ceiling: Float
  private static let delay = GainSmoother.delay + TruePeakFilter.delay

  private let filter = TruePeakFilter()
  private var smoother = GainSmoother()
  /// Frames with those before them that the filter and the delay need, interleaved.
  private var history = [Float](repeating: 0, count: Self.kept * 2)
  private var ready: [Float] = []
  private var taken = 0
  private var late = Self.delay

  private static let kept = delay + TruePeakFilter.taps

  /// - Parameter ceiling: In dBTP; nil where everything passes.
  init(ceiling: Double?) {
    // Less a tenth for what the moving gain itself adds between samples.
    self.ceiling = ceiling.map { Float(pow(10, (min(max($0, -60), 0) - 0.1) / 20)) } ?? .infinity
  }

  /// Takes in a block, interleaved.
  mutating func push(_ block: [Float]) {
    let frames = block.count / 2
    history.append(contentsOf: block)
    ready.removeFirst(taken)
    taken = 0
    if smoother.isIdle, history.span.peak * filter.reach <= ceiling {
      copy(frames)
    } else {
      limit(frames)
    }
    history.removeFirst(frames * 2)
  }

  /// Hands out up to `frames` finished frames.
  mutating func take(
    into samples: inout MutableSpan<Float>, at offset: Int, frames: Int
  ) -> Int {
    let count = min(frames * 2, ready.count - taken)
    for index in 0..<count { samples[offset * 2 + index] = ready[taken + index] }
    taken += count
    return count / 2
  }

  private mutating func copy(_ frames: Int) {
    let skipped = min(late, frames)
    late -= skipped
    let start = (Self.kept - Self.delay + skipped) * 2
    ready.append(contentsOf: history[start..<start + (frames - skipped) * 2])
  }

  private mutating func limit(_ frames: Int) {
    let full = Float(GainSmoother.unit) * Float(GainSmoother.ramp)
    let whole = GainSmoother.unit * Int64(GainSmoother.ramp)
    for frame in Self.kept..<Self.kept + frames {
      let peak = filter.peak(at: frame, in: history.span)
      let needed =
        peak > ceiling
        ? Int64(Double(ceiling) / Double(peak) * Double(GainSmoother.unit))
        : GainSmoother.unit
      let sum = smoother.next(needed)
      if late > 0 {
        late -= 1
        continue
      }
      let gain = sum == whole ? 1 : Float(sum) / full
      let index = (frame - Self.delay) * 2
      ready.append(history[index] * gain)
      ready.append(history[index + 1] * gain)
    }
  }
}

extension Span<Float> {
  /// The largest magnitude.
  var peak: Float {
    var result: Float = 0
    for index in indices { result = Swift.max(result, abs(self[index])) }
    return result
  }
}
