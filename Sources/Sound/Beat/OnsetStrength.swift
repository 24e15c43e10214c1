import Foundation

/// How strongly something begins, every 512 frames: the rise of each band over its loudest
/// neighbour a moment before (S. Böck, G. Widmer, Maximum filter vibrato suppression for onset
/// detection, 2013), in mel bands.
///
/// Low bands count most, since drums and basses mark the beat, and the highest least, since
/// cymbals divide it.
struct OnsetStrength {
  /// Frames from one value to the next.
  static let hop = 512
  /// Values a second.
  static let rate = Double(SampleClock.rate) / Double(hop)

  /// A value for every hop.
  private(set) var values: [Float] = []
  /// The level of every hop, as a mean square.
  private(set) var levels: [Float] = []

  private static let window = 2048
  private static let lag = 2
  private static let half: [Float] = (0..<window).map { index in
    Float(0.5 - 0.5 * cos(2 * .pi * (Double(index) + 0.5) / Double(window)))
  }

  private let transform = FourierTransform(size: window)
  private let bands = MelBands(size: window)
  /// Mono; the last window.
  private var samples = [Float](repeating: 0, count: window)
  private var fresh: [Float] = []
  /// A windowed hop that waits for the next, since two are transformed at once.
  private var waiting: [Float]?
  private var history: [[Float]] = []

  /// Hears frames, interleaved.
  mutating func add(_ block: Span<Float>) {
    for index in 0..<block.count / 2 {
      let sample = (block[2 * index] + block[2 * index + 1]) / 2
      fresh.append(sample.isFinite ? sample : 0)
      if fresh.count == Self.hop { step() }
    }
  }

  /// Ends with silence, so that the last hop has its value.
  mutating func finish() {
    repeat {
      fresh.append(contentsOf: [Float](repeating: 0, count: Self.hop - fresh.count))
      step()
    } while waiting != nil
  }

  private mutating func step() {
    levels.append(fresh.reduce(0) { $0 + $1 * $1 } / Float(Self.hop))
    samples.removeFirst(Self.hop)
    samples.append(contentsOf: fresh)
    fresh.removeAll(keepingCapacity: true)
    let windowed = zip(samples, Self.half).map { $0 * $1 }
    guard let first = waiting else {
      waiting = windowed
      return
    }
    waiting = nil
    var pair = zip(first, windowed).map { SIMD2($0, $1) }
    transform.transform(&pair)
    let (even, odd) = bands.levels(ofPair: pair)
    rise(to: even)
    rise(to: odd)
  }

  private mutating func rise(to levels: [Float]) {
    defer {
      history.append(levels)
      if history.count > Self.lag { history.removeFirst() }
    }
    guard history.count == Self.lag, let before = history.first else {
      values.append(0)
      return
    }
    var strength: Float = 0
    for band in levels.indices {
      let loudest = max(
        before[max(band - 1, 0)], before[band], before[min(band + 1, before.count - 1)])
      strength += max(levels[band] - loudest, 0) * bands.weights[band]
    }
    values.append(strength)
  }
}
