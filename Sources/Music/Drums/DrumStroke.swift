internal import Foundation

/// One stroke of a drum: swept sines for skins, filtered noise and clusters of partials for
/// metal.
struct DrumStroke {
  let drum: Int
  let kit: Instrument
  var noise: NoiseGenerator
  var random: SeededRandom

  init(drum: Int, kit: Instrument, seed: UInt64) {
    self.drum = drum
    self.kit = kit
    random = SeededRandom(seed, kit.rawValue)
    noise = NoiseGenerator(random.next())
  }

  mutating func render() -> [Float] {
    var samples = kit == .noiseSet ? chip() : acoustic()
    // A stroke ends in silence, whatever it is made of.
    let fade = min(samples.count, 480)
    for index in 0..<fade {
      samples[samples.count - 1 - index] *= Float(index) / Float(fade)
    }
    return samples
  }

  private mutating func acoustic() -> [Float] {
    switch drum {
    case Drum.kick: return kick()
    case Drum.bassDrum: return bassDrum()
    case Drum.snare: return kit == .brushSet ? brush() : snare()
    case Drum.rim: return click([(1750, 0.02), (840, 0.03), (2630, 0.012)], level: 0.5)
    case Drum.woodBlock: return click([(980, 0.05), (2110, 0.025)], level: 0.5)
    case Drum.clap: return clap()
    case Drum.lowTom: return tom(kit == .orchestralDrums ? 62 : 95)
    case Drum.middleTom: return tom(kit == .orchestralDrums ? 88 : 135)
    case Drum.highTom: return tom(kit == .orchestralDrums ? 112 : 180)
    case Drum.closedHat: return hat(0.055)
    case Drum.pedalHat: return hat(0.035).map { $0 * 0.7 }
    case Drum.openHat: return hat(0.42)
    case Drum.crash: return cymbal(2.6, attack: 0.002, level: 0.32)
    case Drum.swell: return cymbal(2.2, attack: 1.4, level: 0.3)
    case Drum.ride: return ride()
    case Drum.shaker: return shaker()
    case Drum.tambourine: return jingle(0.14, level: 0.17)
    case Drum.sleighBells: return jingle(0.24, level: 0.26)
    case Drum.triangle:
      return click([(5230, 1.4), (6880, 1.1), (9470, 0.8), (3420, 0.9)], level: 0.16)
    default: return click([(600, 0.05)], level: 0.3)
    }
  }

  // MARK: Skins

  /// A sine that falls from one frequency to another.
  private func sweep(
    from high: Double, to low: Double, fall: Double, decay: Double, seconds: Double
  ) -> [Float] {
    var phase = 0.0
    return (0..<Int(seconds * SynthMath.rate)).map { frame in
      let time = Double(frame) / SynthMath.rate
      phase += (low + (high - low) * exp(-time / fall)) / SynthMath.rate
      let attack = min(time / 0.0012, 1)
      return Float(sin(2 * .pi * phase) * exp(-6.9 * time / decay) * attack)
    }
  }

  private mutating func hiss(
    _ seconds: Double, decay: Double, _ kind: StateVariableFilter.Kind, cutoff: Double,
    resonance: Double = 0.707, attack: Double = 0.0008
  ) -> [Float] {
    var samples = (0..<Int(seconds * SynthMath.rate)).map { _ in noise.next() }
    var filter = StateVariableFilter(cutoff: cutoff, resonance: resonance)
    filter.process(&samples, 0, samples.count, kind)
    for frame in samples.indices {
      let time = Double(frame) / SynthMath.rate
      samples[frame] *= Float(exp(-6.9 * time / decay) * min(time / attack, 1))
    }
    return samples
  }

  private mutating func kick() -> [Float] {
    let isMachine = kit == .drumMachine
    let body =
      isMachine
      ? sweep(from: 190, to: 48, fall: 0.028, decay: 0.42, seconds: 0.42)
      : sweep(from: 150, to: 58, fall: 0.02, decay: 0.32, seconds: 0.36)
    let beater = hiss(0.03, decay: 0.016, .lowPass, cutoff: isMachine ? 3500 : 2600)
    return mix([(body, isMachine ? 0.68 : 0.66), (beater, 0.4)])
  }

  private mutating func bassDrum() -> [Float] {
    let body = sweep(from: 92, to: 43, fall: 0.05, decay: 1.3, seconds: 1.1)
    let skin = sweep(from: 160, to: 78, fall: 0.03, decay: 0.4, seconds: 0.4)
    let mallet = hiss(0.12, decay: 0.09, .lowPass, cutoff: 700)
    return mix([(body, 0.8), (skin, 0.35), (mallet, 0.35)])
  }

  private mutating func tom(_ frequency: Double) -> [Float] {
    let body = sweep(
      from: frequency * 1.7, to: frequency, fall: 0.03, decay: 0.75, seconds: 0.7)
    let second = sweep(
      from: frequency * 2.6, to: frequency * 1.59, fall: 0.02, decay: 0.3, seconds: 0.3)
    let stick = hiss(0.09, decay: 0.06, .bandPass, cutoff: frequency * 6, resonance: 0.8)
    return mix([(body, 0.7), (second, 0.25), (stick, 0.35)])
  }

  private mutating func snare() -> [Float] {
    let isMachine = kit == .drumMachine
    let low = sweep(from: 240, to: 185, fall: 0.015, decay: 0.16, seconds: 0.2)
    let high = sweep(from: 390, to: 330, fall: 0.012, decay: 0.1, seconds: 0.14)
    let wires = hiss(0.3, decay: isMachine ? 0.2 : 0.24, .highPass, cutoff: 1800)
    let bright = hiss(0.1, decay: 0.07, .bandPass, cutoff: 4800, resonance: 0.7)
    return mix([(low, 0.5), (high, 0.25), (wires, 0.45), (bright, 0.45)])
  }

  /// A brush that is swept and taps.
  private mutating func brush() -> [Float] {
    let sweepNoise = hiss(0.3, decay: 0.36, .bandPass, cutoff: 3600, resonance: 0.5, attack: 0.05)
    let tap = hiss(0.1, decay: 0.07, .bandPass, cutoff: 1900, resonance: 0.6)
    let skin = sweep(from: 230, to: 190, fall: 0.02, decay: 0.09, seconds: 0.1)
    return mix([(sweepNoise, 0.45), (tap, 0.6), (skin, 0.22)])
  }

  private mutating func clap() -> [Float] {
    var samples = [Float](repeating: 0, count: Int(0.32 * SynthMath.rate))
    for start in [0.0, 0.0105, 0.021 + 0.002 * random.unit(), 0.031] {
      let decay = start > 0.03 ? 0.22 : 0.014
      let burst = hiss(decay, decay: decay, .bandPass, cutoff: 1250, resonance: 1.1)
      let first = Int(start * SynthMath.rate)
      for index in burst.indices where first + index < samples.count {
        samples[first + index] += burst[index] * 0.8
      }
    }
    return samples
  }

  private mutating func shaker() -> [Float] {
    let first = hiss(0.09, decay: 0.1, .bandPass, cutoff: 6800, resonance: 0.8, attack: 0.018)
    return mix([(first, 0.6)])
  }
}
