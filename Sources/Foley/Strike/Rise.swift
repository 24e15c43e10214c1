import Foundation
import MediaTime
import Sound

/// Tension up to a moment, and then nothing: noise and a chord that climb together.
struct Rise: Synthesiser {
  private let chance: Chance
  private let root: Double
  private let shake: Double

  init(_ chance: Chance) {
    self.chance = chance
    root = 55 * pow(2, Double(Int(chance.unit(1) * 8)) / 12)
    shake = 4 + 3 * chance.unit(2)
  }

  func add(to page: inout Page) {
    let hit = SoundEffect.rise.hit.seconds
    let white = chance.branch(3)
    var (sweep, air) = (StateVariableFilter(300, quality: 2.5), StateVariableFilter(5000))
    var (strings, warmth) = ([SawVoice](), StateVariableFilter(700, quality: 0.8))
    for (index, interval) in [1.0, 1.498, 2, 2.005, 2.997, 4.01].enumerated() {
      let detune = 1 + 0.006 * (chance.unit(10 + index) - 0.5)
      strings.append(SawVoice(ratio: interval * detune, pan: chance.unit(20 + index)))
    }
    var (strength, climb, tremolo) = (0.0, 0.0, 1.0)
    page.addBed { time in
      climb = min(max(time / hit, 0), 1)
      let after = max(time - hit, 0)
      strength = pow(climb, 2.4) * exp(-after * 55)
      // The shaking gets faster and deeper.
      let turns = shake * (time + time * time * 0.45)
      tremolo = 1 - 0.5 * climb * (0.5 + 0.5 * cos(2 * .pi * turns)) * (climb < 0.97 ? 1 : 0)
      sweep.tune(260 * pow(22, climb), quality: 2.6)
      warmth.tune(300 * pow(14, climb), quality: 0.9)
      for index in strings.indices { strings[index].tune(root * pow(2, climb * 1.6)) }
    } next: { frame in
      let noise = white.noise(frame)
      var chord = SIMD2<Double>()
      for index in strings.indices { chord += strings[index].next() }
      let rush = sweep.next(noise).band * 0.8 + air.next(noise).high * climb * climb * 0.12
      return (rush + warmth.next(chord).low * 0.3) * strength * tremolo
    }
  }
}

/// A saw wave with its edges rounded (V. Välimäki, A. Huovilainen, Antialiasing oscillators in
/// subtractive synthesis, 2007).
private struct SawVoice {
  private let ratio: Double
  private let gains: SIMD2<Double>
  private var step = 0.0
  private var turn = 0.0

  init(ratio: Double, pan: Double) {
    self.ratio = ratio
    gains = SIMD2(cos(pan * .pi / 2), sin(pan * .pi / 2))
  }

  mutating func tune(_ hertz: Double) { step = hertz * ratio / Double(SampleClock.rate) }

  mutating func next() -> SIMD2<Double> {
    turn += step
    if turn >= 1 { turn -= 1 }
    var edge = 0.0
    if turn < step {
      let place = turn / step
      edge = place + place - place * place - 1
    } else if turn > 1 - step {
      let place = (turn - 1) / step
      edge = place * place + place + place + 1
    }
    return gains * (2 * turn - 1 - edge)
  }
}
