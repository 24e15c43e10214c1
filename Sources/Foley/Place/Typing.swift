import Foundation
import Sound

/// Somebody types: words in bursts, each key down and up again, the space bar lower.
struct Typing: Synthesiser {
  private let chance: Chance
  private let tempo: Double
  private let body: Double

  init(_ chance: Chance) {
    self.chance = chance
    tempo = 0.105 + 0.05 * chance.unit(1)
    body = 380 + 260 * chance.unit(2)
  }

  func add(to page: inout Page) {
    let rate = Double(SampleClock.rate)
    let first = Int(((Double(page.start) / rate - 0.5) / tempo).rounded(.down)) - 1
    for slot in first...Int(Double(page.end) / rate / tempo) {
      // About a word and a half, then perhaps a thought.
      let group = Int((Double(slot) / 11).rounded(.down))
      guard chance.branch(3).unit(group) < 0.84 else { continue }
      var draws = chance.branch(4).draws(slot)
      guard draws.unit() < 0.9 else { continue }
      let time = (Double(slot) + 0.55 * draws.unit()) * tempo
      addKey(at: Int(time * rate), isSpace: draws.unit() < 0.15, &draws, to: &page)
    }
    let white = chance.branch(5)
    var (pink, low) = (PinkFilter(), StateVariableFilter(700))
    page.addBed { low.next(pink.next(white.noise($0))).low * 0.006 }
  }

  private func addKey(
    at frame: Int, isSpace: Bool, _ draws: inout Chance.Draws, to page: inout Page
  ) {
    let pan = isSpace ? 0.5 : draws.within(0.3...0.7)
    let force = draws.within(0.6...1)
    let pitch = isSpace ? 0.6 : draws.within(0.9...1.12)
    let tick = Grain.burst(
      &draws, hertz: 3600 * pitch * draws.within(0.85...1.2), quality: 1.6, decay: 0.014)
    let knock = Grain.burst(&draws, hertz: body * pitch, quality: 5, decay: 0.05)
    let plate = Grain.burst(&draws, hertz: 1500 * pitch, quality: 4, decay: 0.03)
    page.add(tick, at: frame, pan: pan, gain: 0.5 * force)
    // The key arrives at the bottom a moment after it gives way.
    let bottom = frame + Int(draws.within(0.006...0.014) * 48_000)
    page.add(knock, at: bottom, pan: pan, gain: 0.9 * force)
    page.add(plate, at: bottom, pan: pan, gain: 0.6 * force)
    let up = frame + Int(draws.within(0.055...0.095) * 48_000)
    let release = Grain.burst(&draws, hertz: 4600 * pitch, quality: 2, decay: 0.01)
    page.add(release, at: up, pan: pan, gain: 0.22 * force)
    page.add(knock, at: up, pan: 1 - pan, gain: 0.13 * force)
  }
}
