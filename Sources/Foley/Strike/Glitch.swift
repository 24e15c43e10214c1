import Foundation
import Sound

/// A signal that breaks: slices of tones held too coarsely, stutters, noise and gaps, on a grid
/// of a fortieth of a second.
struct Glitch: Synthesiser {
  private let chance: Chance

  private static let slice = SampleClock.rate / 40
  private static let slices = 32

  init(_ chance: Chance) { self.chance = chance }

  func add(to page: inout Page) {
    let strongest = SampleClock.frame(at: SoundEffect.glitch.hit) / Self.slice
    var kept: [Double] = []
    for index in 0..<Self.slices {
      var draws = chance.draws(100 + index)
      let kind = index == strongest ? 0.2 : draws.unit()
      let away = Double(abs(index - strongest)) / Double(Self.slices)
      let gain = index == strongest ? 1 : 0.62 - 0.5 * away
      if kind >= 0.8 { continue }
      if kind < 0.55 || kept.isEmpty { kept = Self.sound(&draws, isNoise: kind < 0.15) }
      page.add(
        kept, at: index * Self.slice, pan: index == strongest ? 0.5 : draws.within(0.15...0.85),
        gain: gain)
    }
    var (floor, top) = (StateVariableFilter(90), StateVariableFilter(11_000))
    page.replace { _, dry in top.next(floor.next(dry).high).low }
  }

  private static func sound(_ draws: inout Chance.Draws, isNoise: Bool) -> [Double] {
    let hold = 1 + Int(draws.octaves(2...40))
    let hertz = draws.octaves(110...2400)
    let ring = draws.octaves(30...900)
    let steps = draws.within(2...7).rounded()
    var (held, turn) = (0.0, 0.0)
    return (0..<slice).map { frame in
      turn += 1 / Double(SampleClock.rate)
      if frame % hold == 0 {
        let noise = draws.unit() * 2 - 1
        let tone = sin(2 * .pi * hertz * turn) + 0.7 * sin(2 * .pi * (hertz * 1.5 + ring) * turn)
        held = (isNoise ? noise : tone * 0.7) * steps
        held = held.rounded() / steps
      }
      let left = slice - frame
      return held * min(1, Double(frame) / 40) * min(1, Double(left) / 60)
    }
  }
}
