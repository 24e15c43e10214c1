import Foundation

/// A fire (A. Farnell, Designing sound, 2010, chapter 35): flames that lap, a hiss of gas, and
/// wood that cracks in flurries.
struct Fire: Synthesiser {
  private let chance: Chance
  private let flurries: SlowNoise
  private let blaze: SlowNoise
  private let crackles: Double

  init(_ chance: Chance) {
    self.chance = chance
    flurries = SlowNoise(chance.branch(1), rate: 1.4)
    blaze = SlowNoise(chance.branch(2), rate: 0.4)
    crackles = 14 + 14 * chance.unit(3)
  }

  func add(to page: inout Page) {
    let white = chance.branch(4)
    let (lap, flicker) = (
      SlowNoise(chance.branch(5), rate: 7), SlowNoise(chance.branch(6), rate: 17)
    )
    var pink = PinkFilter()
    var (low, floor) = (StateVariableFilter(150, quality: 0.9), StateVariableFilter(38))
    var (roar, gas) = (
      StateVariableFilter(420, quality: 0.6), StateVariableFilter(2300, quality: 0.6)
    )
    var (lapping, hissing) = (0.0, 0.0)
    page.addBed { time in
      let heat = 1 + 0.35 * blaze.value(at: time)
      let flame = 0.55 + 0.45 * lap.value(at: time)
      lapping = heat * (0.35 + flame * flame)
      let gust = 0.5 + 0.5 * flicker.value(at: time)
      hissing = heat * (0.35 + gust * gust * gust)
    } next: { frame in
      let noise = white.noise(frame)
      let soft = pink.next(noise)
      let deep = low.next(soft).low * lapping * 0.5 + roar.next(soft).band * lapping * 0.34
      return floor.next(deep).high + gas.next(noise).high * hissing * 0.034
    }
    page.addEvents(
      chance.branch(7),
      rate: { time in
        let flurry = max(0, 0.5 + flurries.value(at: time) * 0.8)
        return crackles * (0.2 + 1.6 * flurry * flurry)
      }, longest: 0.3
    ) { page, frame, draws in
      addCrack(to: &page, at: frame, &draws)
    }
  }

  private func addCrack(to page: inout Page, at frame: Int, _ draws: inout Chance.Draws) {
    let strength = pow(draws.unit(), 5)
    let pan = draws.within(0.15...0.85)
    let crack = Grain.burst(
      &draws, hertz: draws.octaves(1400...6500) * (1 - 0.4 * strength),
      quality: draws.within(0.8...3), decay: draws.octaves(0.003...0.016) * (1 + 1.5 * strength))
    page.add(crack, at: frame, pan: pan, gain: 0.2 + 2 * strength)
    if strength > 0.35 {
      let knock = Grain.tone(from: 420, to: 170, bend: 0.01, attack: 0.001, decay: 0.07)
      page.add(knock, at: frame, pan: pan, gain: 0.25 * strength)
    }
  }
}
