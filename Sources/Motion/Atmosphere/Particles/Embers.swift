internal import Foundation

/// Sparks of a fire: they rise, swirl, flicker and cool from yellow to red until they are out.
struct Embers {
  private let amount: Double
  private let chance: Chance
  private let swirl: Swirl

  init(_ amount: Double, _ chance: Chance) {
    self.amount = amount
    self.chance = chance
    swirl = Swirl(chance.branch(1), scale: 1.5)
  }

  func draw(on canvas: AirCanvas, _ moment: Moment) {
    let count = moment.count(460 * amount)
    for ember in 0..<count {
      let u = (Double(ember) + 0.5) / Double(count)
      draw(ember, depth: 0.2 + 0.8 * pow(u, 2), on: canvas, moment)
    }
  }

  private func draw(_ ember: Int, depth: Double, on canvas: AirCanvas, _ moment: Moment) {
    let life = chance.within(2.2...5.5, ember, 1)
    let lives = moment.seconds / life + chance.unit(ember, 2)
    let lap = Int(lives.rounded(.down))
    let age = lives - Double(lap)
    let now = place(ember, lap, age * life, depth, moment)
    let before = place(ember, lap, age * life - 1.0 / 60, depth, moment)
    let flicker =
      0.72 + 0.2 * sin(moment.seconds * chance.within(9...17, ember, 3) + Double(ember))
      + 0.12 * sin(moment.seconds * 29 + Double(ember) * 1.7)
    let heat = smoothstep(0, 0.06, age) * (1 - smoothstep(0.45, 1, age)) * flicker
    let sharp = chance.within(1.3...3.1, ember, 4) * (0.45 + 1.2 * depth) * moment.scale
    let blur = 15 * max(0, depth - 0.55) * moment.scale
    let radius = (sharp * sharp + blur * blur).squareRoot() + 0.5 * moment.scale
    let clear = min(1, 2.4 * sharp / radius)
    let smear = (x: now.x - before.x, y: now.y - before.y)
    let glow = AirCanvas.Paint(
      y: 150, cb: 84, cr: 178, opacity: 0.62 * heat * clear, blend: .screen, profile: .halo,
      depth: depth)
    canvas.spot(x: now.x, y: now.y, AirCanvas.Shape(radius: 8 * radius), glow)
    var core = glow
    core.y = 120 + 115 * heat * (1 - 0.5 * age)
    core.cb = 68 + 14 * age
    core.cr = 158 + 34 * age
    core.opacity = min(1, 1.25 * heat * clear)
    core.profile = blur > 5 * moment.scale ? .disc : .soft
    canvas.spot(
      x: now.x, y: now.y, AirCanvas.Shape(radius: radius, smeared: smear.x, smear.y), core)
  }

  private func place(
    _ ember: Int, _ lap: Int, _ seconds: Double, _ depth: Double, _ moment: Moment
  ) -> (x: Double, y: Double) {
    let from = chance.within(-0.1...1.1, ember, 5 + 16 * lap)
    let start = chance.within(0.55...1.12, ember, 6 + 16 * lap)
    let speed = (0.07 + 0.17 * depth) * chance.within(0.6...1.5, ember, 7 + 16 * lap)
    let y = start - speed * (seconds + 0.12 * seconds * seconds)
    let x =
      from + 0.02 * seconds * chance.within(-0.6...1.4, ember, 8 + 16 * lap)
    let turmoil = swirl.displacement(
      x: x * moment.width / moment.height, y: y, seconds: 1.4 * moment.seconds)
    let reach = 0.05 * min(1, seconds * 0.6) * (0.5 + depth)
    return (
      (x + moment.shift.x * depth) * moment.width + reach * turmoil.x * moment.height,
      (y + moment.shift.y * depth + 0.7 * reach * turmoil.y) * moment.height
    )
  }
}
