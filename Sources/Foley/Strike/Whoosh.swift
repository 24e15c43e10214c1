import Foundation
import MediaTime
import Sound

/// Air pushed aside by something that flies past: a band of noise that opens towards the moment
/// it is nearest, from one side to the other.
struct Whoosh: Synthesiser {
  private let chance: Chance
  private let top: Double
  private let width: Double
  private let isRightward: Bool

  init(_ chance: Chance) {
    self.chance = chance
    top = 1500 + 1700 * chance.unit(1)
    width = 0.10 + 0.07 * chance.unit(2)
    isRightward = chance.unit(3) < 0.5
  }

  func add(to page: inout Page) {
    let hit = SoundEffect.whoosh.hit.seconds
    let white = chance.branch(4)
    let flutter = SlowNoise(chance.branch(5), rate: 24)
    var pink = PinkFilter()
    var (body, air, low) = (
      StateVariableFilter(400, quality: 1), StateVariableFilter(3000),
      StateVariableFilter(160, quality: 0.8)
    )
    var floor = StateVariableFilter(70)
    var gains = SIMD2<Double>()
    var nearness = 0.0
    page.addBed { time in
      let along = (time - hit) / (time < hit ? width * 1.25 : width)
      nearness = exp(-abs(along) * 0.9) * (1 - exp(-2.2 / (abs(along) + 0.35)))
      let ends = min(1, max(0, time / 0.12)) * min(1, max(0, (1.2 - time) / 0.25))
      let place = 0.5 + 0.42 * tanh(along * 0.7) * (isRightward ? 1 : -1)
      let strength = pow(nearness, 1.15) * ends * (1 + 0.06 * flutter.value(at: time))
      gains = SIMD2(cos(place * .pi / 2), sin(place * .pi / 2)) * strength
      // A little lower once it has gone by.
      let doppler = along > 0 ? 1 - 0.2 * tanh(along) : 1
      body.tune((160 + top * nearness) * doppler, quality: 0.9 + 0.5 * nearness)
    } next: { frame in
      let noise = white.noise(frame)
      let soft = pink.next(noise)
      let rush = body.next(soft).band * 1.6 + low.next(soft).low * 0.3
      return floor.next(rush + air.next(noise).high * nearness * nearness * 0.05).high * gains
    }
  }
}
