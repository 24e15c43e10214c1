import Foundation
import Sound

/// Some birds, each with its own song, some near, some far, in a still morning.
struct Birds: Synthesiser {
  private let chance: Chance
  private let singers: [Singer]

  /// How one bird sings.
  private struct Singer {
    let pitch: Double
    let sweep: Double
    let notes: Int
    let length: Double
    let gap: Double
    let trill: Double
    let every: Double
    let pan: Double
    let nearness: Double

    init(_ chance: Chance) {
      var draws = chance.draws(0)
      pitch = draws.octaves(2200...5200)
      sweep = draws.within(-0.45...0.6)
      notes = 2 + Int(draws.unit() * 6)
      length = draws.octaves(0.05...0.22)
      gap = draws.octaves(0.04...0.14)
      trill = draws.unit() < 0.4 ? draws.within(22...40) : 0
      every = draws.within(2.4...6.5)
      pan = draws.unit()
      nearness = draws.octaves(0.18...1)
    }
  }

  init(_ chance: Chance) {
    self.chance = chance
    singers = (0..<7).map { Singer(chance.branch(10 + $0)) }
  }

  func add(to page: inout Page) {
    let white = chance.branch(1)
    var pink = PinkFilter()
    var (low, high) = (StateVariableFilter(300), StateVariableFilter(3800, quality: 0.5))
    let breeze = SlowNoise(chance.branch(2), rate: 0.2)
    var gain = 0.0
    page.addBed { time in
      gain = 0.055 * (1 + 0.4 * breeze.value(at: time))
    } next: { frame in
      high.next(low.next(pink.next(white.noise(frame))).high).low * gain
    }
    for (index, singer) in singers.enumerated() {
      addSong(of: singer, chance.branch(30 + index), to: &page)
    }
  }

  private func addSong(of singer: Singer, _ chance: Chance, to page: inout Page) {
    let rate = Double(SampleClock.rate)
    let longest = Double(singer.notes + 2) * (singer.length + singer.gap) * 1.4 + 0.3
    let first = Int(((Double(page.start) / rate - longest) / singer.every).rounded(.down))
    let last = Int((Double(page.end) / rate / singer.every).rounded(.down))
    for phrase in first...last {
      var draws = chance.draws(phrase)
      guard draws.unit() < 0.72 else { continue }
      var time = (Double(phrase) + 0.4 * draws.unit()) * singer.every
      let drift = draws.within(0.96...1.05)
      for note in 0..<max(1, singer.notes - Int(draws.unit() * 3)) {
        let bend = draws.within(0.92...1.08) * drift
        let gain = 0.3 * singer.nearness * (note == 0 ? 0.7 : 1) * draws.within(0.7...1)
        let length = singer.length * draws.within(0.75...1.25)
        let frame = Int(time * rate)
        time += length + singer.gap * draws.within(0.7...1.3)
        let echoes = (1...3).map { Int((0.031 * Double($0) + 0.02 * draws.unit()) * rate) }
        guard frame < page.end, frame + Int((length + 0.12) * rate) > page.start else { continue }
        let call = Self.note(singer, pitch: singer.pitch * bend, length: length)
        page.add(call, at: frame, pan: singer.pan, gain: gain)
        // The wood answers from around.
        for (echo, late) in echoes.enumerated() {
          let pan = singer.pan + (0.5 - singer.pan) * 0.6 * Double(echo + 1)
          page.add(call, at: frame + late, pan: pan, gain: gain * 0.18 * pow(0.6, Double(echo)))
        }
      }
    }
  }

  private static func note(_ singer: Singer, pitch: Double, length: Double) -> [Double] {
    let rate = Double(SampleClock.rate)
    let count = Int(length * rate)
    var turn = 0.0
    return (0..<count).map { index in
      let place = Double(index) / Double(count)
      let time = Double(index) / rate
      let arch = sin(.pi * place)
      let trill = singer.trill > 0 ? sin(2 * .pi * singer.trill * time) : 0
      let hertz = pitch * (1 + singer.sweep * (place - 0.5) + 0.12 * arch + 0.07 * trill)
      turn += 2 * .pi * hertz / rate
      let strength = pow(arch, 0.7) * (1 - 0.35 * max(trill, 0))
      return (sin(turn) + 0.05 * sin(2 * turn)) * strength
    }
  }
}
