import Foundation

/// Far drops melt into a hiss; near ones tap on leaves, and some fall into puddles.
struct Rain: Synthesiser {
  private let chance: Chance
  private let density: SlowNoise
  private let drops: Double
  private let puddles: Double
  private let brightness: Double

  init(_ chance: Chance) {
    self.chance = chance
    density = SlowNoise(chance.branch(1), rate: 0.15)
    drops = 50 + 90 * chance.unit(2)
    puddles = 4 + 14 * chance.unit(3)
    brightness = 5000 + 3500 * chance.unit(4)
  }

  func add(to page: inout Page) {
    let (white, spray) = (chance.branch(5), chance.branch(8))
    var pink = PinkFilter()
    var body = StateVariableFilter(380)
    var air = StateVariableFilter(brightness, quality: 0.6)
    var hiss = StateVariableFilter(2200, quality: 0.5)
    var gain = 0.0
    page.addBed { time in
      gain = 1 + 0.22 * density.value(at: time)
    } next: { frame in
      let noise = white.noise(frame)
      let soft = body.next(pink.next(noise)).high
      return (air.next(soft).low * 0.75 + hiss.next(spray.noise(frame)).high * 0.05) * gain
    }
    addDrops(to: &page)
  }

  private func addDrops(to page: inout Page) {
    page.addEvents(
      chance.branch(6), rate: { drops * (1 + 0.4 * density.value(at: $0)) }, longest: 0.1
    ) { page, frame, draws in
      let hertz = draws.octaves(1200...7000)
      let decay = draws.octaves(0.004...0.02)
      // Few are near.
      let near = pow(draws.unit(), 4)
      let tap = Grain.burst(&draws, hertz: hertz, quality: draws.within(1...5), decay: decay)
      page.add(tap, at: frame, pan: draws.unit(), gain: 0.12 + 0.9 * near)
    }
    page.addEvents(chance.branch(7), rate: { _ in puddles }, longest: 0.2) { page, frame, draws in
      let bubble = Grain.bubble(radius: draws.octaves(0.0009...0.003), rise: draws.unit())
      page.add(bubble, at: frame, pan: draws.unit(), gain: 0.03 + 0.16 * pow(draws.unit(), 3))
    }
  }
}
