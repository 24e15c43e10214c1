import Foundation
import Sound

/// Lightning is a crooked line of explosions, each an N-wave that arrives when its way is
/// through (H. Ribner, D. Roy, Acoustics of thunder, 1982); then the hills answer.
struct Thunder: Synthesiser {
  private let chance: Chance
  private let distance: Double

  init(_ chance: Chance) {
    self.chance = chance
    distance = chance.unit(1)
  }

  func add(to page: inout Page) {
    let hit = SampleClock.frame(at: SoundEffect.thunder.hit)
    addClaps(to: &page, at: hit)
    addRoll(to: &page, from: hit)
    var room = Reverb(chance.branch(2), seconds: 3.4, brightness: 900)
    page.replace { _, dry in dry + room.next(dry) * 0.5 }
    var air = StateVariableFilter(5200 - 2600 * distance, quality: 0.6)
    var floor = StateVariableFilter(28)
    page.replace { _, dry in floor.next(air.next(dry).low).high }
  }

  private func addClaps(to page: inout Page, at hit: Int) {
    var draws = chance.draws(3)
    // A few segments near by make the crack itself.
    for _ in 0..<26 {
      let late = 0.09 * draws.unit() * draws.unit()
      let wave = Self.wave(seconds: draws.octaves(0.0012...0.007))
      page.add(
        wave, at: hit + Int(late * 48_000), pan: draws.within(0.3...0.7),
        gain: 0.9 * exp(-late * 18))
    }
    for _ in 0..<420 {
      let late = 2.6 * pow(draws.unit(), 1.9)
      let wave = Self.wave(seconds: draws.octaves(0.005...0.03) * (1 + late * 0.5))
      let gain = 0.34 * exp(-late * 1.5) * draws.octaves(0.2...1.2)
      page.add(wave, at: hit + Int(late * 48_000), pan: draws.within(0.1...0.9), gain: gain)
    }
  }

  private func addRoll(to page: inout Page, from hit: Int) {
    let white = chance.branch(4)
    let (bursts, swell) = (
      SlowNoise(chance.branch(5), rate: 5.5), SlowNoise(chance.branch(6), rate: 1.1)
    )
    var (deep, dark) = (StateVariableFilter(85, quality: 0.8), StateVariableFilter(240))
    var gain = 0.0
    page.addBed { time in
      let since = time - Double(hit) / 48_000
      let rise = min(max(since / 0.35, 0), 1)
      let shape = 0.55 + 0.3 * swell.value(at: time) + 0.35 * bursts.value(at: time)
      gain = rise * rise * exp(-max(since, 0) * 0.52) * max(shape, 0.05)
    } next: { frame in
      let noise = white.noise(frame) * gain
      return deep.next(noise).low * 9 + dark.next(noise).low * 2.2
    }
  }

  /// Pressure that jumps up, falls through zero, and jumps back.
  private static func wave(seconds: Double) -> [Double] {
    let count = max(Int(seconds * 48_000), 8)
    return (0..<count).map { index in
      let place = Double(index) / Double(count - 1)
      let edge = min(1, min(place, 1 - place) * 12)
      return (1 - 2 * place) * edge
    }
  }
}
