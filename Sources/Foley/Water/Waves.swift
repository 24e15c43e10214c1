import Foundation

/// Waves that swell, break and run back, each with its own size and place on the beach.
struct Waves: Synthesiser {
  private let chance: Chance
  private let period: Double

  init(_ chance: Chance) {
    self.chance = chance
    period = 6.5 + 3 * chance.unit(1)
  }

  /// How strongly a moment rumbles, roars and hisses, left and right.
  private struct Surf {
    var rumble = SIMD2<Double>()
    var roar = SIMD2<Double>()
    var foam = SIMD2<Double>()
  }

  func add(to page: inout Page) {
    let (white, spray) = (chance.branch(2), chance.branch(5))
    var pink = PinkFilter()
    var low = StateVariableFilter(190, quality: 0.7)
    var middle = StateVariableFilter(620, quality: 0.55)
    var high = StateVariableFilter(2800, quality: 0.6)
    var (fizz, top) = (StateVariableFilter(5200, quality: 0.8), StateVariableFilter(9500))
    var floor = StateVariableFilter(35)
    let sparkle = chance.branch(3)
    var surf = Surf()
    page.addBed { time in
      surf = self.surf(at: time)
    } next: { frame in
      let noise = white.noise(frame)
      let soft = pink.next(noise)
      // Foam is bubbles that burst one by one.
      let burst = sparkle.noise(frame)
      let grains = burst * burst * burst * burst * burst
      let deep = low.next(soft).low * surf.rumble * 0.8
      let broad = middle.next(soft).band * surf.roar * 1.9
      let bright =
        top.next(high.next(spray.noise(frame)).high).low * (surf.roar * 0.19 + surf.foam * 0.15)
      let fine = fizz.next(grains).band * surf.foam * 0.5
      return floor.next(deep + broad + bright + fine).high
    }
  }

  private func surf(at time: Double) -> Surf {
    var surf = Surf()
    surf.rumble = SIMD2(repeating: 0.1)
    surf.roar = SIMD2(repeating: 0.06)
    surf.foam = SIMD2(repeating: 0.06)
    let index = Int((time / period).rounded(.down))
    for wave in index - 2...index + 1 {
      var draws = chance.branch(4).draws(wave)
      let breaks = (Double(wave) + 0.5 + draws.within(-0.28...0.28)) * period
      let size = draws.octaves(0.45...1.15)
      let pan = draws.within(0.2...0.8)
      let run = draws.within(2.2...3.8)
      let since = time - breaks
      // It begins at one end of the beach.
      let sides = SIMD2(since - 0.5 * pan, since - 0.5 * (1 - pan))
      for side in 0..<2 {
        let late = sides[side]
        let near = side == 0 ? 1 - pan : pan
        let gain = size * (0.55 + 0.9 * near)
        surf.rumble[side] += gain * Self.bell(late + 0.2, rise: 2.2, fall: 1.4)
        surf.roar[side] += gain * Self.bell(late - 0.15, rise: 0.9, fall: 1.9)
        surf.foam[side] += gain * Self.bell(late - 0.9, rise: 0.7, fall: run)
      }
    }
    return surf
  }

  /// Rises and falls with different speeds around zero.
  private static func bell(_ time: Double, rise: Double, fall: Double) -> Double {
    let width = time < 0 ? rise : fall
    return 1 / cosh(2.2 * time / width)
  }
}
