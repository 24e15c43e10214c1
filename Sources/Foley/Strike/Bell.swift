import Foundation
import Sound

/// A bell with the partials of a founder: hum, prime, tierce, quint, nominal and those above
/// (A. Lehr, The tuning of the bells, 1951), pairs of which beat.
struct Bell: Synthesiser {
  private let chance: Chance
  private let strike: Double

  /// Ratio to the strike note, strength, seconds until it is down by 60 dB.
  private static let partials: [(Double, Double, Double)] = [
    (0.5, 0.45, 9), (1, 0.6, 7), (1.183, 0.5, 6), (1.506, 0.25, 4.5), (2, 0.8, 4.2),
    (2.514, 0.3, 2.8), (2.662, 0.25, 2.6), (3.011, 0.4, 2.1), (4.166, 0.3, 1.5),
    (5.433, 0.2, 1.0), (6.796, 0.14, 0.7), (8.215, 0.1, 0.5),
  ]

  init(_ chance: Chance) {
    self.chance = chance
    strike = 330 * pow(2, Double(Int(chance.unit(1) * 12)) / 12)
  }

  func add(to page: inout Page) {
    var draws = chance.draws(2)
    let hit = SampleClock.frame(at: SoundEffect.bell.hit) - 150
    for (ratio, strength, decay) in Self.partials {
      let hertz = strike * ratio
      let pan = draws.within(0.3...0.7)
      for side in [-1.0, 1] {
        let beating = hertz * (1 + side * draws.within(0.0002...0.0008))
        let tone = Grain.tone(
          from: beating, to: beating, bend: 1, attack: 0.0008, decay: decay,
          phase: draws.within(0...1.2))
        page.add(tone, at: hit, pan: pan + side * 0.15, gain: strength * 0.5)
      }
    }
    let clapper = Grain.burst(&draws, hertz: 2800, quality: 1, decay: 0.03)
    page.add(clapper, at: hit, pan: 0.5, gain: 0.5)
    var room = Reverb(chance.branch(3), seconds: 1.6, brightness: 4200)
    page.replace { _, dry in dry + room.next(dry) * 0.16 }
  }
}
