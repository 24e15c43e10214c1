internal import Foundation

/// Falling snow: many small flakes far away, a few large ones near the lens and out of focus.
struct Snow {
  private let amount: Double
  private let chance: Chance
  private let swirl: Swirl

  init(_ amount: Double, _ chance: Chance) {
    self.amount = amount
    self.chance = chance
    swirl = Swirl(chance.branch(1), scale: 0.9)
  }

  /// Room beyond the frame, in its widths or heights, in which flakes go round.
  private static let margin = 0.16
  /// Disparity that is in focus.
  private static let focus = 0.34

  func draw(on canvas: AirCanvas, _ moment: Moment) {
    let count = moment.count(3600 * amount)
    let light = 70 + 0.72 * max(moment.ambient.high, 110)
    for flake in 0..<count {
      let u = (Double(flake) + 0.5) / Double(count)
      let depth = 0.1 + 0.9 * pow(u, 3)
      let now = place(flake, depth, moment.seconds, moment)
      let before = place(flake, depth, moment.seconds - Self.shutter, moment)
      guard now.lap == before.lap else { continue }
      let grain = chance.within(0.6...1.5, flake, 1)
      let sharp = (0.9 + 4.2 * depth) * grain * moment.scale
      let blur = 26 * pow(max(0, depth - Self.focus), 1.25) * moment.scale + 0.5 * moment.scale
      let radius = (sharp * sharp + blur * blur).squareRoot() + 0.4 * moment.scale
      let focus = min(1, pow(1.7 * sharp / radius, 1.1))
      let haze = 0.5 + 0.5 * smoothstep(0.1, 0.3, depth)
      canvas.spot(
        x: now.x, y: now.y,
        AirCanvas.Shape(radius: radius, smeared: now.x - before.x, now.y - before.y),
        AirCanvas.Paint(
          y: min(232, light + 12 * grain), cb: 129.5, cr: 127,
          opacity: 0.85 * focus * haze * chance.within(0.65...1, flake, 2),
          profile: radius > 8 * moment.scale ? .disc : .soft, depth: depth))
    }
  }

  /// How long the shutter is open, in seconds.
  private static let shutter = 1.0 / 60

  private func place(
    _ flake: Int, _ depth: Double, _ seconds: Double, _ moment: Moment
  ) -> (x: Double, y: Double, lap: Int) {
    let speed = (0.07 + 0.42 * depth) * chance.within(0.8...1.25, flake, 3)
    let fall = chance.unit(flake, 4) * 1.32 + speed * seconds + moment.shift.y * depth
    let (y, lap) = Moment.wrapped(fall, length: moment.height, margin: Self.margin)
    let gust = 0.016 * sin(0.37 * seconds) + 0.007 * sin(0.93 * seconds + 1)
    let drift = depth * (0.045 * seconds + 2.2 * gust) + moment.shift.x * depth
    let start = chance.unit(flake, 5 + 16 * lap) * 1.32
    let (x, turn) = Moment.wrapped(start + drift, length: moment.width, margin: Self.margin)
    let pace = chance.within(0.7...1.7, flake, 6)
    let phase = chance.unit(flake, 7) * 2 * .pi
    let sway = sin(pace * seconds * 2 + phase) + 0.4 * sin(pace * seconds * 4.3 + 2 * phase)
    let turmoil = swirl.displacement(
      x: x / moment.height, y: y / moment.height, seconds: seconds)
    let reach = moment.height * (0.03 + 0.05 * depth)
    return (
      x + moment.height * 0.016 * (0.3 + depth) * sway + reach * turmoil.x,
      y + 0.6 * reach * turmoil.y, lap &* 4096 &+ turn
    )
  }
}
