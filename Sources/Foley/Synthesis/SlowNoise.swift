/// A value that wanders smoothly between −1 and 1: random points, smoothly joined.
struct SlowNoise {
  private let chance: Chance
  private let rate: Double

  /// - Parameter rate: New points a second.
  init(_ chance: Chance, rate: Double) {
    self.chance = chance
    self.rate = rate
  }

  func value(at seconds: Double) -> Double {
    let place = seconds * rate
    let first = place.rounded(.down)
    let progress = place - first
    let index = Int(first)
    let (from, to) = (chance.unit(index), chance.unit(index + 1))
    let eased = progress * progress * (3 - 2 * progress)
    return 2 * (from + (to - from) * eased) - 1
  }
}
