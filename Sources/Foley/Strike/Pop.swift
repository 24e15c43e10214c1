import Foundation
import Sound

/// A bubble that bursts: a short tone that jumps up, and a breath of air.
struct Pop: Synthesiser {
  private let chance: Chance

  init(_ chance: Chance) { self.chance = chance }

  func add(to page: inout Page) {
    var draws = chance.draws(1)
    let hit = SampleClock.frame(at: SoundEffect.pop.hit)
    let pitch = draws.octaves(0.75...1.4)
    let tone = Grain.tone(
      from: 290 * pitch, to: 1050 * pitch, bend: 0.035, attack: 0.006, decay: 0.11)
    page.add(tone, at: hit - 420, pan: 0.5, gain: 1)
    let over = Grain.tone(
      from: 600 * pitch, to: 2150 * pitch, bend: 0.03, attack: 0.004, decay: 0.06)
    page.add(over, at: hit - 420, pan: 0.56, gain: 0.25)
    for side in [0.25, 0.75] {
      let air = Grain.burst(&draws, hertz: 2600 * pitch, quality: 1, decay: 0.018)
      page.add(air, at: hit - 90, pan: side, gain: 0.18)
    }
  }
}
