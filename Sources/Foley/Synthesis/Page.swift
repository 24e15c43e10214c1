import Foundation
import Sound

/// Frames of a sound that are made at once.
struct Page {
  /// The frame of the sound at which the page begins.
  let start: Int
  private(set) var left: [Double]
  private(set) var right: [Double]

  /// Frames of controls that move slowly.
  static let controlFrames = 64
  /// Frames that filters run for before a page, after which nothing of their start is left:
  /// about a quarter of a second.
  private static let warmUp = 192 * controlFrames

  init(start: Int, frames: Int) {
    self.start = start
    left = [Double](repeating: 0, count: frames)
    right = left
  }

  var end: Int { start + left.count }

  /// Adds what `next` gives for every frame, which it is asked in order and, to warm up, from
  /// before the page on. At frames that are a multiple of 64, `control` is called before, with
  /// the time in seconds; the first frame is one.
  mutating func addBed(
    control: (Double) -> Void = { _ in }, next: (Int) -> SIMD2<Double>
  ) {
    let first = (start - Self.warmUp) / Self.controlFrames * Self.controlFrames
    var (left, right) = (left, right)
    (self.left, self.right) = ([], [])
    for frame in first..<start + left.count {
      if frame % Self.controlFrames == 0 { control(Double(frame) / Double(SampleClock.rate)) }
      let pair = next(frame)
      guard frame >= start else { continue }
      left[frame &- start] += pair.x
      right[frame &- start] += pair.y
    }
    (self.left, self.right) = (left, right)
  }

  /// Adds a sound from frame `frame` on, as much as the page has room for; `pan` goes from 0,
  /// left, to 1, right, with equal power.
  mutating func add(_ mono: [Double], at frame: Int, pan: Double, gain: Double = 1) {
    let from = max(frame, start)
    let to = min(frame + mono.count, end)
    guard from < to else { return }
    let (toLeft, toRight) = (cos(pan * .pi / 2) * gain, sin(pan * .pi / 2) * gain)
    for index in from..<to {
      let sample = mono[index &- frame]
      left[index &- start] += sample * toLeft
      right[index &- start] += sample * toRight
    }
  }

  /// Adds events that chance strews over time, `rate` a second on average; `event` makes one from
  /// its own chance and adds it. None is longer than `longest` seconds.
  mutating func addEvents(
    _ chance: Chance, rate: (Double) -> Double, longest: Double,
    event: (inout Page, Int, inout Chance.Draws) -> Void
  ) {
    let cell = SampleClock.rate / 20
    let reach = Int(longest * Double(SampleClock.rate)) / cell + 1
    for index in max(start / cell - reach, -reach)...(end - 1) / cell {
      var draws = chance.draws(index)
      let mean = rate(Double(index) / 20) / 20
      for _ in 0..<draws.events(max(mean, 0)) {
        let frame = index * cell + Int(draws.unit() * Double(cell))
        event(&self, frame, &draws)
      }
    }
  }

  /// Multiplies everything.
  mutating func scale(_ gain: Double) {
    for index in left.indices {
      left[index] *= gain
      right[index] *= gain
    }
  }

  /// The largest magnitude.
  var peak: Double {
    var peak = 0.0
    for index in left.indices { peak = max(peak, abs(left[index]), abs(right[index])) }
    return peak
  }

  /// Replaces both channels of every frame.
  mutating func replace(_ next: (Int, SIMD2<Double>) -> SIMD2<Double>) {
    for index in left.indices {
      let pair = next(start + index, SIMD2(left[index], right[index]))
      left[index] = pair.x
      right[index] = pair.y
    }
  }
}
