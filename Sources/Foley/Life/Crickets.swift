import Foundation
import Sound

/// Crickets at night: each rubs its wings some thirty times a second, three to five times a
/// chirp, and chirps faster the warmer it is (A. Dolbear, 1897).
struct Crickets: Synthesiser {
  private let chance: Chance
  private let warmth: Double

  init(_ chance: Chance) {
    self.chance = chance
    warmth = 2.0 + 1.1 * chance.unit(1)
  }

  func add(to page: inout Page) {
    let white = chance.branch(2)
    var pink = PinkFilter()
    var (low, field) = (StateVariableFilter(900), StateVariableFilter(4600, quality: 7))
    let swarm = SlowNoise(chance.branch(3), rate: 9)
    var gain = 0.0
    page.addBed { time in
      gain = 0.07 * (1 + 0.5 * swarm.value(at: time))
    } next: { frame in
      let noise = white.noise(frame)
      return low.next(pink.next(noise)).low * 0.06 + field.next(noise).band * gain
    }
    for cricket in 0..<9 { addChirps(of: cricket, to: &page) }
  }

  private func addChirps(of cricket: Int, to page: inout Page) {
    var draws = chance.branch(10).draws(cricket)
    let rate = Double(SampleClock.rate)
    let hertz = draws.within(3900...5300)
    let period = draws.within(0.85...1.25) / warmth
    let (pulses, spacing) = (3 + Int(draws.unit() * 3), draws.within(0.026...0.038))
    let (pan, gain) = (draws.unit(), 0.3 * draws.octaves(0.08...1))
    let pulse = Self.pulse(hertz)
    let length = Double(pulses + 2) * spacing + 0.1
    let rest = chance.branch(20 + cricket)
    let first = Int(((Double(page.start) / rate - length) / period).rounded(.down)) - 1
    for chirp in first...Int(Double(page.end) / rate / period) {
      var jitter = rest.draws(chirp)
      // Now and then it is silent for a while.
      guard rest.unit(1_000_000 + chirp / 14) < 0.8 else { continue }
      let start = (Double(chirp) + 0.06 * jitter.unit()) * period
      for index in 0..<pulses {
        let time = start + Double(index) * spacing
        let rise = 0.6 + 0.4 * Double(index) / Double(pulses - 1)
        page.add(pulse, at: Int(time * rate), pan: pan, gain: gain * rise)
      }
    }
  }

  private static func pulse(_ hertz: Double) -> [Double] {
    let count = 820
    return (0..<count).map { index in
      let shape = sin(.pi * Double(index) / Double(count))
      let turn = 2 * .pi * hertz * Double(index) / Double(SampleClock.rate)
      return (sin(turn) + 0.15 * sin(2 * turn)) * shape * shape
    }
  }
}
