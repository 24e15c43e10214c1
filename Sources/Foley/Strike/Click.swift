import Foundation
import Sound

/// A switch: it gives way, and it arrives.
struct Click: Synthesiser {
  private let chance: Chance

  init(_ chance: Chance) { self.chance = chance }

  func add(to page: inout Page) {
    var draws = chance.draws(1)
    let hit = SampleClock.frame(at: SoundEffect.click.hit) - 12
    let pitch = draws.octaves(0.75...1.4)
    let snap = Grain.burst(&draws, hertz: 3400 * pitch, quality: 1.8, decay: 0.012)
    page.add(snap, at: hit, pan: 0.47, gain: 1)
    for (ratio, decay, gain) in [(1.0, 0.03, 0.9), (1.62, 0.02, 0.55), (2.9, 0.012, 0.4)] {
      let tone = Grain.tone(
        from: 1350 * pitch * ratio, to: 1300 * pitch * ratio, bend: 0.01, attack: 0.0002,
        decay: decay, phase: 0.6)
      page.add(tone, at: hit, pan: draws.within(0.4...0.6), gain: gain)
    }
    let back = hit + Int(draws.within(0.02...0.045) * 48_000)
    let second = Grain.burst(&draws, hertz: 2500 * pitch, quality: 2, decay: 0.016)
    page.add(second, at: back, pan: 0.54, gain: 0.4)
    let body = Grain.tone(from: 520, to: 430, bend: 0.01, attack: 0.0005, decay: 0.04)
    page.add(body, at: back, pan: 0.5, gain: 0.15)
  }
}
