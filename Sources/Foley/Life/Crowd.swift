import Foundation
import Sound

/// Many people who talk at once, none understood: syllables of voices with formants, in phrases,
/// over the murmur of those further off.
struct Crowd: Synthesiser {
  private let chance: Chance
  private let murmur: SlowNoise

  private static let people = 18
  /// The first three formants of ten vowels in hertz (G. Peterson, H. Barney, Control methods
  /// used in a study of the vowels, 1952; men).
  private static let vowels: [(Double, Double, Double)] = [
    (270, 2290, 3010), (390, 1990, 2550), (530, 1840, 2480), (660, 1720, 2410),
    (730, 1090, 2440), (570, 840, 2410), (440, 1020, 2240), (300, 870, 2240),
    (640, 1190, 2390), (490, 1350, 1690),
  ]

  init(_ chance: Chance) {
    self.chance = chance
    murmur = SlowNoise(chance.branch(1), rate: 3.1)
  }

  func add(to page: inout Page) {
    let white = chance.branch(2)
    var pink = PinkFilter()
    var (chest, mouth, teeth) = (
      StateVariableFilter(240, quality: 0.7), StateVariableFilter(620, quality: 1),
      StateVariableFilter(1900, quality: 1)
    )
    let (left, right) = (murmur, SlowNoise(chance.branch(3), rate: 2.7))
    var gains = SIMD2<Double>()
    page.addBed { time in
      gains = SIMD2(left.value(at: time), right.value(at: time)) * 0.35 + 1
    } next: { frame in
      let soft = pink.next(white.noise(frame))
      let voice = mouth.next(soft).band * 0.3 + teeth.next(soft).band * 0.07
      return (chest.next(soft).band * 0.16 + voice) * gains * 0.34
    }
    for person in 0..<Self.people { addTalk(of: person, to: &page) }
  }

  /// How somebody sounds, and where they stand.
  private struct Speaker {
    let pitch: Double
    let size: Double
    let tempo: Double
    let pan: Double
    let gain: Double
    let dullness: Double

    init(_ draws: inout Chance.Draws) {
      let isHigh = draws.unit() < 0.5
      pitch = isHigh ? draws.octaves(165...255) : draws.octaves(88...145)
      size = isHigh ? draws.within(1.1...1.22) : draws.within(0.94...1.06)
      tempo = draws.within(0.16...0.24)
      pan = draws.unit()
      gain = draws.octaves(0.25...1)
      dullness = draws.octaves(1400...5000)
    }
  }

  private func addTalk(of person: Int, to page: inout Page) {
    var draws = chance.branch(10).draws(person)
    let speaker = Speaker(&draws)
    let own = chance.branch(100 + person)
    let rate = Double(SampleClock.rate)
    let first = Int(((Double(page.start) / rate - 0.6) / speaker.tempo).rounded(.down)) - 1
    for slot in first...Int(Double(page.end) / rate / speaker.tempo) {
      // A phrase of about nine syllables; then somebody else has the word.
      let phrase = own.branch(5).unit(Int((Double(slot) / 9).rounded(.down)))
      guard phrase < 0.62 else { continue }
      var syllable = own.draws(slot)
      guard syllable.unit() < 0.9 else { continue }
      let time = (Double(slot) + 0.25 * syllable.unit()) * speaker.tempo
      let frame = Int(time * rate)
      guard frame < page.end, frame + Int(0.35 * rate) > page.start else { continue }
      let place = Double(((slot % 9) + 9) % 9) / 9
      let pitch = speaker.pitch * (1.14 - 0.25 * place) * syllable.within(0.92...1.12)
      let sound = Self.syllable(speaker, pitch: pitch, &syllable)
      let gain = 0.5 * speaker.gain * syllable.within(0.5...1)
      page.add(sound, at: frame, pan: speaker.pan, gain: gain)
      // Walls on both sides.
      page.add(sound, at: frame + 1130, pan: 1 - speaker.pan, gain: gain * 0.35)
      page.add(sound, at: frame + 2270, pan: speaker.pan, gain: gain * 0.25)
    }
  }

  private static func syllable(
    _ speaker: Speaker, pitch: Double, _ draws: inout Chance.Draws
  ) -> [Double] {
    let rate = Double(SampleClock.rate)
    let count = Int(draws.within(0.11...0.27) * rate)
    let from = vowels[Int(draws.unit() * 10)]
    let to = vowels[Int(draws.unit() * 10)]
    let bend = draws.within(-0.12...0.08)
    var formants = [
      StateVariableFilter(500, quality: 7), StateVariableFilter(1500, quality: 12),
      StateVariableFilter(2500, quality: 16),
    ]
    var dull = StateVariableFilter(speaker.dullness, quality: 0.6)
    let hiss = draws.unit() < 0.35 ? 0.5 : 0.0
    var (turn, glottis) = (0.0, 0.0)
    return (0..<count).map { index in
      let place = Double(index) / Double(count)
      if index % Page.controlFrames == 0 {
        formants[0].tune((from.0 + (to.0 - from.0) * place) * speaker.size, quality: 7)
        formants[1].tune((from.1 + (to.1 - from.1) * place) * speaker.size, quality: 11)
        formants[2].tune((from.2 + (to.2 - from.2) * place) * speaker.size, quality: 14)
      }
      turn += pitch * (1 + bend * place) / rate
      // Each period a puff of breath, softened to fall 12 dB an octave.
      let puff = turn >= 1 ? 1.0 : 0.0
      turn -= puff
      glottis += (puff * 26 - glottis) * 0.06
      let breath = (draws.unit() * 2 - 1) * (place < 0.18 ? hiss * (0.18 - place) : 0.004)
      let input = SIMD2(glottis + breath, 0)
      let voice =
        formants[0].next(input).band * 1.0 + formants[1].next(input).band * 0.5
        + formants[2].next(input).band * 0.25
      let shape = min(1, place * 7) * min(1, (1 - place) * 4)
      return dull.next(voice).low.x * shape * shape * (3 - 2 * shape)
    }
  }
}
