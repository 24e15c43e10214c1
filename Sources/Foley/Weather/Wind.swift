import Foundation

/// Gusts that come over the land (A. Farnell, Designing sound, 2010, chapter 41): rumble, the
/// howl of what stands in the way, a whistle in the strongest, and leaves.
struct Wind: Synthesiser {
  private let chance: Chance
  private let slow: SlowNoise
  private let gusts: SlowNoise
  private let flutter: SlowNoise
  private let howl: Double
  private let whistle: Double
  private let leaves: Double

  init(_ chance: Chance) {
    self.chance = chance
    slow = SlowNoise(chance.branch(1), rate: 0.09)
    gusts = SlowNoise(chance.branch(2), rate: 0.31)
    flutter = SlowNoise(chance.branch(3), rate: 2.3)
    howl = 260 + 160 * chance.unit(4)
    whistle = 780 + 500 * chance.unit(5)
    leaves = 0.3 + 0.7 * chance.unit(6)
  }

  /// How hard it blows, 0 to 1.
  private func force(at time: Double) -> Double {
    let sum = 0.5 * slow.value(at: time) + 0.38 * gusts.value(at: time)
    return min(max(0.45 + 0.5 * (sum + 0.14 * flutter.value(at: time)), 0.04), 1)
  }

  func add(to page: inout Page) {
    let (white, dry) = (chance.branch(7), chance.branch(8))
    var pink = PinkFilter()
    var rumble = StateVariableFilter(130, quality: 0.6)
    var body = StateVariableFilter(howl, quality: 2.2)
    var side = StateVariableFilter(howl * 1.7, quality: 4)
    var reed = StateVariableFilter(whistle, quality: 22)
    var rustle = StateVariableFilter(2600, quality: 0.6)
    var floor = StateVariableFilter(55)
    var (near, far) = (0.0, 0.0)
    page.addBed { time in
      near = force(at: time)
      // It reaches the right a little later.
      far = force(at: time - 0.35)
      let both = (near + far) / 2
      body.tune(howl * (0.6 + 1.3 * both), quality: 1.6 + 1.6 * both)
      side.tune(howl * (1.2 + 1.9 * both), quality: 3 + 4 * both)
      reed.tune(whistle * (0.75 + 0.5 * both), quality: 26)
    } next: { frame in
      let noise = white.noise(frame)
      let soft = pink.next(noise)
      let force = SIMD2(near, far)
      let strong = force * force
      let low = rumble.next(soft).low * (strong * 0.6 + force * 0.2)
      let middle = body.next(soft).band * strong * 1.5 + side.next(soft).band * strong * 0.7
      let high = reed.next(noise).band * strong * strong * 0.16
      let leaf = rustle.next(dry.noise(frame)).high * strong * force * 0.07 * leaves
      return floor.next(low + middle + high + leaf).high
    }
  }
}
