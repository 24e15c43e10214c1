import Foundation
import Sound

/// Many pairs of hands, each with its own speed and its own hollow (L. Peltola and others,
/// Synthesis of hand clapping sounds, 2007), in a hall.
struct Applause: Synthesiser {
  private let chance: Chance
  private let people: Int
  private let warmth: SlowNoise

  init(_ chance: Chance) {
    self.chance = chance
    people = 45 + Int(40 * chance.unit(1))
    warmth = SlowNoise(chance.branch(2), rate: 0.25)
  }

  func add(to page: inout Page) {
    let white = chance.branch(3)
    var pink = PinkFilter()
    var (hands, edge) = (
      StateVariableFilter(1500, quality: 0.6), StateVariableFilter(5200, quality: 0.6)
    )
    let shimmer = SlowNoise(chance.branch(4), rate: 22)
    var gain = 0.0
    page.addBed { time in
      gain = 0.42 * (1 + 0.2 * shimmer.value(at: time) + 0.15 * warmth.value(at: time))
    } next: { frame in
      edge.next(hands.next(pink.next(white.noise(frame))).band).low * gain
    }
    for person in 0..<people { addClaps(of: person, to: &page) }
  }

  private func addClaps(of person: Int, to page: inout Page) {
    var draws = chance.branch(10).draws(person)
    let rate = Double(SampleClock.rate)
    let period = 1 / draws.within(2.9...4.9)
    let hertz = draws.octaves(750...2600)
    let (pan, gain) = (draws.unit(), draws.octaves(0.12...0.8))
    let own = chance.branch(100 + person)
    let first = Int(((Double(page.start) / rate - 0.2) / period).rounded(.down)) - 1
    for clap in first...Int(Double(page.end) / rate / period) {
      var jitter = own.draws(clap)
      let time = (Double(clap) + 0.22 * jitter.unit()) * period
      let frame = Int(time * rate)
      let sound = Grain.burst(
        &jitter, hertz: hertz * jitter.within(0.9...1.12), quality: jitter.within(1.1...2.6),
        decay: jitter.within(0.012...0.03))
      page.add(sound, at: frame, pan: pan, gain: gain)
      let wall = frame + Int((0.012 + 0.03 * jitter.unit()) * rate)
      page.add(sound, at: wall, pan: 1 - pan, gain: gain * 0.25)
    }
  }
}
