internal import Foundation

/// Falling rain: drops are streaks as long as the shutter is open, brighter than what is behind.
struct Rain {
  private let amount: Double
  private let chance: Chance

  init(_ amount: Double, _ chance: Chance) {
    self.amount = amount
    self.chance = chance
  }

  private static let margin = 0.3
  private static let shutter = 1.0 / 45

  func draw(on canvas: AirCanvas, _ moment: Moment) {
    let count = moment.count(5600 * amount)
    let light = 75 + 0.75 * max(moment.ambient.high, 90)
    let wind = 0.10 + 0.03 * sin(0.4 * moment.seconds + 6 * chance.unit(0, 9))
    for drop in 0..<count {
      let u = (Double(drop) + 0.5) / Double(count)
      let depth = 0.08 + 0.92 * pow(u, 2.6)
      let speed = (1.1 + 1.9 * depth) * chance.within(0.88...1.12, drop, 1)
      let fall =
        chance.unit(drop, 2) * (1 + 2 * Self.margin) + speed * moment.seconds
        + moment.shift.y * depth
      let (y, lap) = Moment.wrapped(fall, length: moment.height, margin: Self.margin)
      let start = chance.unit(drop, 3 + 16 * lap) * (1 + 2 * Self.margin)
      let way = y / moment.height * wind * moment.height / moment.width
      let (x, _) = Moment.wrapped(
        start + moment.shift.x * depth, length: moment.width, margin: Self.margin)
      let length = speed * Self.shutter * moment.height * chance.within(0.7...1.25, drop, 4)
      let blur = 5 * max(0, depth - 0.5)
      let width = (1.1 + 1.5 * depth + blur) * moment.scale
      let clear = min(1, (1.1 + 1.5 * depth) * moment.scale / width * 1.3)
      canvas.streak(
        x: x + way * moment.width, y: y, dx: length * wind, dy: length, width: width,
        AirCanvas.Paint(
          y: min(225, light), cb: 129, cr: 127,
          opacity: clear * (0.20 + 0.42 * depth) * chance.within(0.6...1.2, drop, 5),
          depth: depth))
    }
  }
}
