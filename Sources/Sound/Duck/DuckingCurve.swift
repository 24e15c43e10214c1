import Foundation

/// The gain between full and down, moved a frame at a time.
struct DuckingCurve {
  /// Gains along the way down.
  private let gains: [Float]
  private let fall: Int
  private let rise: Int
  /// From 0, full gain, to `fall * rise`, down.
  private var place = 0

  private static let points = 2048

  init(_ ducking: Ducking) {
    let depth = ducking.depth.isFinite ? min(max(ducking.depth, 0), 60) : 0
    gains = (0...Self.points + 1).map { point in
      let progress = min(Double(point) / Double(Self.points), 1)
      return Float(pow(10, -depth * (1 - cos(.pi * progress)) / 2 / 20))
    }
    let longest = 60 * SampleClock.rate
    fall = min(max(SampleClock.frame(at: ducking.attack), 1), longest)
    rise = min(max(SampleClock.frame(at: ducking.release), 1), longest)
  }

  /// Turns a step of frames down as far as the gain has come.
  mutating func advance(_ samples: inout [Float], from first: Int, isDown: Bool) {
    let whole = fall * rise
    if place == 0, !isDown { return }
    var target = samples.mutableSpan
    for frame in first..<first + KeyDetector.step {
      place = isDown ? min(place + rise, whole) : max(place - fall, 0)
      let position = Float(place) / Float(whole) * Float(Self.points)
      let point = min(Int(position), Self.points)
      let gain = gains[point] + (gains[point + 1] - gains[point]) * (position - Float(point))
      target[frame &* 2] *= gain
      target[frame &* 2 &+ 1] *= gain
    }
  }
}
