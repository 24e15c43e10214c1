internal import Foundation

/// Motes in the light: slow, glinting as they turn, brightest near where the light comes from.
struct Dust {
  private let amount: Double
  private let chance: Chance
  private let swirl: Swirl

  init(_ amount: Double, _ chance: Chance) {
    self.amount = amount
    self.chance = chance
    swirl = Swirl(chance.branch(1), scale: 1.2)
  }

  private static let margin = 0.16

  func draw(on canvas: AirCanvas, _ moment: Moment) {
    let count = moment.count(900 * amount)
    let seconds = moment.seconds
    for mote in 0..<count {
      let u = (Double(mote) + 0.5) / Double(count)
      let depth = 0.15 + 0.85 * pow(u, 1.9)
      let drift = chance.within(-0.010...0.016, mote, 1) * (0.4 + depth)
      let rise = chance.within(-0.012...0.007, mote, 2) * (0.4 + depth)
      let (px, _) = Moment.wrapped(
        chance.unit(mote, 3) * 1.32 + drift * seconds + moment.shift.x * depth,
        length: moment.width, margin: Self.margin)
      let (py, _) = Moment.wrapped(
        chance.unit(mote, 4) * 1.32 + rise * seconds + moment.shift.y * depth,
        length: moment.height, margin: Self.margin)
      let turmoil = swirl.displacement(
        x: px / moment.height, y: py / moment.height, seconds: seconds * 0.35)
      let reach = moment.height * 0.06 * (0.4 + depth)
      let (x, y) = (px + reach * turmoil.x, py + reach * turmoil.y)
      let pace = chance.within(0.4...1.5, mote, 5)
      let phase = chance.unit(mote, 6) * 2 * .pi
      let glint = 0.55 + 0.45 * sin(pace * seconds + phase)
      let sharp = chance.within(1.0...2.3, mote, 7) * (0.5 + 1.1 * depth) * moment.scale
      let blur = 15 * pow(max(0, depth - 0.35), 1.5) * moment.scale
      let radius = (sharp * sharp + blur * blur).squareRoot() + 0.6 * moment.scale
      let clear = min(1, pow(2.2 * sharp / radius, 1.1))
      canvas.spot(
        x: x, y: y, AirCanvas.Shape(radius: radius),
        AirCanvas.Paint(
          y: 232, cb: 116, cr: 137,
          opacity: 0.8 * clear * (0.25 + 0.75 * glint * glint) * lit(x, y, moment),
          blend: .screen, profile: radius > 4.5 * moment.scale ? .disc : .soft,
          depth: depth))
    }
  }

  /// How much of the light falls on a place.
  private func lit(_ x: Double, _ y: Double, _ moment: Moment) -> Double {
    guard let light = moment.light else { return 0.85 }
    let dx = (x / moment.width - light.x) * moment.width / moment.height
    let dy = y / moment.height - light.y
    return 0.3 + 0.9 * exp(-(dx * dx + dy * dy) / 0.42)
  }
}
