/// The gain ahead of a limiter that gives a loudness: by secants until the target lies between
/// two gains, then between those. What a limiter takes away grows with the gain, so that the
/// loudness rises ever more slowly.
struct GainSearch {
  /// What a gain led to.
  struct Trial {
    /// In decibels.
    let gain: Double
    /// In LUFS.
    let loudness: Double
  }

  /// The gain to try, in decibels.
  private(set) var gain = 0.0
  /// Whether more was needed than the bounds allow.
  private(set) var isBounded = false
  /// The trial nearest to the target.
  private(set) var best: Trial?

  private let target: Double
  private let bounds: ClosedRange<Double>
  private var last: Trial?
  private var below: Trial?
  private var above: Trial?

  /// The flattest rise that is followed, and the longest step, in decibels.
  private static let flattest = 0.15
  private static let longestStep = 8.0

  /// - Parameters:
  ///   - target: In LUFS.
  ///   - mix: The loudness without gain and limiter; nil where nothing counts, which then stays
  ///     as it is.
  ///   - headroom: The gain up to which nothing is limited.
  ///   - bounds: The gains allowed.
  init(target: Double, mix: Double?, headroom: Double, bounds: ClosedRange<Double>) {
    self.target = target
    self.bounds = bounds
    guard let mix else { return }
    settle(at: target - mix)
    last = Trial(gain: headroom, loudness: mix + headroom)
  }

  /// Takes a gain, brought into the bounds.
  mutating func settle(at wanted: Double) {
    gain = min(max(wanted, bounds.lowerBound), bounds.upperBound)
    isBounded = wanted > bounds.upperBound
  }

  /// Learns what the gain led to; whether another is worth trying, which `gain` then is.
  mutating func learn(_ loudness: Double) -> Bool {
    let trial = Trial(gain: gain, loudness: loudness)
    let missing = target - loudness
    if best.map({ abs(missing) < abs(target - $0.loudness) }) ?? true { best = trial }
    guard abs(missing) > Mastering.tolerance else { return false }
    if missing > 0 { below = trial } else { above = trial }
    if let below, let above {
      let rise = (above.loudness - below.loudness) / (above.gain - below.gain)
      settle(at: below.gain + (target - below.loudness) / max(rise, Self.flattest))
    } else {
      settle(at: trial.gain + step(from: trial, missing))
    }
    last = trial
    return abs(gain - trial.gain) > 0.01
  }

  private func step(from trial: Trial, _ missing: Double) -> Double {
    var rise = 1.0
    if let last, trial.gain - last.gain > 0.01 {
      rise = (trial.loudness - last.loudness) / (trial.gain - last.gain)
    }
    let step = missing / min(max(rise, Self.flattest), 1)
    return min(max(step, -Self.longestStep), Self.longestStep)
  }
}
