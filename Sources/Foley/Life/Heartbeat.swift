import Foundation
import Sound

/// A heart at rest, heard from within: valves that close, lub and dub, and the beat varies with
/// the breath.
struct Heartbeat: Synthesiser {
  private let chance: Chance
  private let period: Double
  private let breath: SlowNoise

  init(_ chance: Chance) {
    self.chance = chance
    period = 60 / (58 + 18 * chance.unit(1))
    breath = SlowNoise(chance.branch(2), rate: 0.3)
  }

  func add(to page: inout Page) {
    let rate = Double(SampleClock.rate)
    let first = Int(((Double(page.start) / rate - 1) / period).rounded(.down)) - 1
    for beat in first...Int(Double(page.end) / rate / period) {
      let even = Double(beat) * period
      let time = even + 0.04 * period * breath.value(at: even)
      var draws = chance.branch(3).draws(beat)
      let force = draws.within(0.85...1)
      add(thumpOf: 62, at: time, force: force, draws: &draws, to: &page)
      add(thumpOf: 84, at: time + 0.32 * period, force: force * 0.62, draws: &draws, to: &page)
    }
  }

  private func add(
    thumpOf hertz: Double, at time: Double, force: Double, draws: inout Chance.Draws,
    to page: inout Page
  ) {
    let frame = Int(time * Double(SampleClock.rate))
    let body = Grain.tone(
      from: hertz * 1.9, to: hertz, bend: 0.02, attack: 0.012, decay: 0.26)
    let flesh = Grain.tone(
      from: hertz * 3.6, to: hertz * 2.3, bend: 0.02, attack: 0.006, decay: 0.12)
    let valve = Grain.burst(&draws, hertz: 330, quality: 1.2, decay: 0.06)
    page.add(body, at: frame, pan: 0.5, gain: force)
    page.add(flesh, at: frame, pan: 0.45, gain: force * 0.4)
    page.add(valve, at: frame + 200, pan: 0.57, gain: force * 0.25)
  }
}
