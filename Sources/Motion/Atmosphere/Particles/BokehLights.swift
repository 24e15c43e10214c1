internal import Foundation

/// Lights so far out of focus that each is a disc, drifting and breathing.
struct BokehLights {
  private let amount: Double
  private let chance: Chance

  init(_ amount: Double, _ chance: Chance) {
    self.amount = amount
    self.chance = chance
  }

  /// Gold, amber, rose, soft white and, seldom, blue.
  private static let colors: [(cb: Double, cr: Double)] = [
    (92, 150), (80, 162), (96, 146), (116, 154), (118, 136), (146, 116),
  ]

  func draw(on canvas: AirCanvas, _ moment: Moment) {
    let count = moment.count(64 * amount)
    for disc in 0..<count {
      let u = (Double(disc) + 0.5) / Double(count)
      let depth = 0.15 + 0.85 * u
      let life = chance.within(6...13, disc, 1)
      let lives = moment.seconds / life + chance.unit(disc, 2)
      let lap = Int(lives.rounded(.down))
      let age = lives - Double(lap)
      let property = 16 * lap
      let breath = sin(.pi * age)
      let sway = sin(moment.seconds * 0.31 + Double(disc))
      let drift = (age - 0.5) * life * chance.within(-0.006...0.009, disc, 3 + property)
      let x = chance.within(-0.05...1.05, disc, 4 + property) + drift + 0.006 * sway
      let low = pow(chance.unit(disc, 5 + property), 0.8)
      let y = low * 1.1 - 0.05 - 0.3 * drift + 0.004 * sway
      let radius =
        (20 + 52 * depth) * chance.within(0.6...1.15, disc, 6 + property) * moment.scale
      let color = Self.colors[Int(chance.unit(disc, 7 + property) * 6)]
      canvas.spot(
        x: (x + moment.shift.x * depth) * moment.width,
        y: (y + moment.shift.y * depth) * moment.height, AirCanvas.Shape(radius: radius),
        AirCanvas.Paint(
          y: 235, cb: color.cb, cr: color.cr,
          opacity: breath * breath * chance.within(0.10...0.46, disc, 8 + property),
          blend: .screen, tint: 2.6, profile: .ring, depth: depth))
    }
  }
}
