import Foundation

/// A brook: thousands of bubbles of all sizes (K. van den Doel, Physically based models for
/// liquid sounds, 2005) over the rush of the water.
struct River: Synthesiser {
  private let chance: Chance
  private let bubbles: Double
  private let flow: SlowNoise

  init(_ chance: Chance) {
    self.chance = chance
    bubbles = 170 + 130 * chance.unit(1)
    flow = SlowNoise(chance.branch(2), rate: 0.8)
  }

  func add(to page: inout Page) {
    let white = chance.branch(3)
    var pink = PinkFilter()
    var (rush, shore) = (
      StateVariableFilter(520, quality: 0.5), StateVariableFilter(2600, quality: 0.5)
    )
    var floor = StateVariableFilter(150)
    var gain = 0.0
    page.addBed { time in
      gain = 1 + 0.25 * flow.value(at: time)
    } next: { frame in
      let soft = pink.next(white.noise(frame))
      return floor.next((rush.next(soft).band * 0.32 + shore.next(soft).band * 0.2) * gain).high
    }
    page.addEvents(
      chance.branch(4), rate: { bubbles * (1 + 0.5 * flow.value(at: $0)) }, longest: 0.2
    ) { page, frame, draws in
      // The larger, the rarer and the louder.
      let radius = 0.0011 * pow(1 - draws.unit() * 0.985, -0.55)
      let bubble = Grain.bubble(radius: radius, rise: draws.unit() * draws.unit())
      // Near or far, and from either side of the surface.
      let depth = pow(draws.unit(), 2) * (draws.unit() < 0.5 ? 1 : -1)
      page.add(
        bubble, at: frame, pan: draws.unit(), gain: 0.22 * depth * pow(radius / 0.002, 0.8))
    }
  }
}
