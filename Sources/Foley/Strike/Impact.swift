import Foundation
import Sound

/// A deep hit: a drop of the lowest tones, a thwack, the ring of what was hit, and a hall.
struct Impact: Synthesiser {
  private let chance: Chance
  private let depth: Double
  private let ring: Double

  init(_ chance: Chance) {
    self.chance = chance
    depth = 34 + 14 * chance.unit(1)
    ring = 140 * pow(2, chance.unit(2))
  }

  func add(to page: inout Page) {
    let hit = SampleClock.frame(at: SoundEffect.impact.hit) - 340
    var draws = chance.draws(3)
    let drop = Grain.tone(from: depth * 4.2, to: depth, bend: 0.055, attack: 0.004, decay: 2.2)
    page.add(drop, at: hit, pan: 0.5, gain: 1.1)
    let punch = Grain.tone(from: 320, to: 90, bend: 0.02, attack: 0.002, decay: 0.35)
    page.add(punch, at: hit, pan: 0.5, gain: 0.8)
    for side in [0.2, 0.8] {
      let thwack = Grain.burst(&draws, hertz: 1100, quality: 0.5, decay: 0.16)
      page.add(thwack, at: hit, pan: side, gain: 0.8)
      let debris = Grain.burst(&draws, hertz: 3600, quality: 0.6, decay: 0.05)
      page.add(debris, at: hit, pan: side, gain: 0.5)
    }
    for mode in 0..<9 {
      let hertz = ring * pow(1 + Double(mode), 1.17) * draws.within(0.97...1.04)
      let tone = Grain.tone(
        from: hertz, to: hertz, bend: 1, attack: 0.001, decay: 1.4 / (1 + 0.35 * Double(mode)),
        phase: draws.within(0...6))
      page.add(tone, at: hit, pan: draws.unit(), gain: 0.13 / (1 + 0.3 * Double(mode)))
    }
    var room = Reverb(chance.branch(4), seconds: 2.1, brightness: 2600)
    var (low, floor) = (StateVariableFilter(120), StateVariableFilter(24))
    page.replace { _, dry in floor.next(dry + room.next(low.next(dry).high) * 0.38).high }
  }
}
