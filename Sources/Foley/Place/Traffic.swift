import Foundation
import Sound

/// A street: the rumble of a town, and cars that pass, louder and brighter the nearer they are.
struct Traffic: Synthesiser {
  private let chance: Chance
  private let every: Double

  init(_ chance: Chance) {
    self.chance = chance
    every = 3.2 + 2.5 * chance.unit(1)
  }

  /// A car's way past.
  private struct Car {
    let passes: Double
    let speed: Double
    let isRightward: Bool
    let size: Double
    let engine: Double
    let seed: Int
  }

  func add(to page: inout Page) {
    let white = chance.branch(2)
    let town = SlowNoise(chance.branch(3), rate: 0.3)
    var pink = PinkFilter()
    var (low, middle) = (
      StateVariableFilter(170, quality: 0.7), StateVariableFilter(480, quality: 0.5)
    )
    var floor = StateVariableFilter(40)
    var gain = 0.0
    page.addBed { time in
      gain = 1 + 0.25 * town.value(at: time)
    } next: { frame in
      let soft = pink.next(white.noise(frame))
      return floor.next(low.next(soft).low * 0.3 + middle.next(soft).band * 0.2).high * gain
    }
    let (start, end) = (Double(page.start) / 48_000, Double(page.end) / 48_000)
    let reach = 7.0
    let first = Int(((start - reach) / every).rounded(.down)) - 1
    for index in first...Int(((end + reach) / every).rounded(.up)) {
      let car = car(index)
      if abs(car.passes - (start + end) / 2) < reach + (end - start) / 2 { add(car, to: &page) }
    }
  }

  private func car(_ index: Int) -> Car {
    var draws = chance.branch(4).draws(index)
    return Car(
      passes: (Double(index) + draws.unit()) * every, speed: draws.within(0.9...2.1),
      isRightward: draws.unit() < 0.5, size: draws.octaves(0.3...1), engine: draws.octaves(45...95),
      seed: index)
  }

  private func add(_ car: Car, to page: inout Page) {
    let white = chance.branch(1000 + car.seed)
    var (tyres, motor) = (StateVariableFilter(900, quality: 0.6), StateVariableFilter(300))
    var pink = PinkFilter()
    var gains = SIMD2<Double>()
    var pitch = 0.0
    page.addBed { time in
      let along = (time - car.passes) * car.speed
      let nearness = 1 / (1 + along * along * 1.6)
      let fade = max(0, 1 - abs(time - car.passes) / 7)
      let place = 0.5 + 0.5 * along / (1 + abs(along)) * (car.isRightward ? 1 : -1)
      let gain = car.size * (nearness - 0.012) * fade
      gains = SIMD2(cos(place * .pi / 2), sin(place * .pi / 2)) * max(gain, 0)
      tyres.tune(500 + 1500 * nearness, quality: 0.55)
      // Doppler: higher as it comes, lower as it goes.
      pitch = car.engine * (1 - 0.045 * along / (1 + abs(along)))
    } next: { frame in
      let soft = pink.next(white.noise(frame))
      let time = Double(frame) / 48_000 - car.passes
      let turn = 2 * .pi * pitch * time
      let hum = sin(turn) + 0.6 * sin(2 * turn + 0.7) + 0.35 * sin(3 * turn) + 0.2 * sin(5 * turn)
      let rolling = tyres.next(soft).band * 1.5
      return (rolling + motor.next(SIMD2(repeating: hum)).low * 0.05) * gains
    }
  }
}
