internal import Foundation

/// Fireworks: shells that rise, burst into spheres of sparks, hang and go out, far behind all else.
struct Fireworks {
  private let amount: Double
  private let chance: Chance

  init(_ amount: Double, _ chance: Chance) {
    self.amount = amount
    self.chance = chance
  }

  /// Seconds that a shell rises, and that its sparks burn.
  private static let rise = 0.9
  private static let burning = 2.7
  /// As far away as the sky.
  private static let depth = 0.05

  /// Gold, red, blue, violet, green and silver, each with the colour that its sparks end in.
  private static let colors: [(head: (cb: Double, cr: Double), tail: (cb: Double, cr: Double))] = [
    ((78, 156), (70, 172)), ((104, 196), (84, 176)), ((172, 104), (142, 120)),
    ((168, 158), (150, 168)), ((92, 92), (96, 128)), ((122, 132), (92, 150)),
  ]

  /// One burst, as chance made it.
  private struct Shell {
    let number: Int
    let x, y, radius: Double
    let color: Int
    let isWillow: Bool
  }

  func draw(on canvas: AirCanvas, _ moment: Moment) {
    let count = max(2, Int((8 * amount + 1).rounded()))
    for slot in 0..<count {
      let period = chance.within(3.7...5.4, slot, 1)
      // Steps of the golden ratio spread the bursts over time.
      let phase = 0.618 * Double(slot) + 0.15 * chance.unit(slot, 2)
      let lives = moment.seconds / period + phase
      let lap = Int(lives.rounded(.down))
      let seconds = (lives - Double(lap)) * period
      let property = 16 * lap
      let isWillow = chance.unit(slot, 3 + property) < 0.3
      let shell = Shell(
        number: slot &+ 64 &* lap,
        x: (Double(slot) + chance.within(0.1...0.9, slot, 4 + property)) / Double(count),
        y: chance.within(0.12...0.40, slot, 5 + property),
        radius: chance.within(0.15...0.27, slot, 6 + property),
        color: isWillow ? 0 : Int(chance.unit(slot, 7 + property) * 6), isWillow: isWillow)
      if seconds < Self.rise {
        drawRise(shell, seconds / Self.rise, on: canvas, moment)
      } else if seconds - Self.rise < Self.burning {
        drawBurst(shell, seconds - Self.rise, on: canvas, moment)
      }
    }
  }

  /// The spark that climbs, slower and slower, and the trail behind it.
  private func drawRise(
    _ shell: Shell, _ age: Double, on canvas: AirCanvas, _ moment: Moment
  ) {
    let lean = chance.within(-0.03...0.03, shell.number, 8)
    for step in 0..<14 {
      let back = age - 0.022 * Double(step)
      guard back > 0 else { break }
      let climb = 1 - (1 - back) * (1 - back)
      let sway = 0.0015 * sin(40 * back)
      canvas.spot(
        x: (shell.x + lean * (1 - climb) + sway) * moment.width,
        y: (1.0 + (shell.y - 1.0) * climb) * moment.height,
        AirCanvas.Shape(radius: (1.9 - 0.08 * Double(step)) * moment.scale),
        AirCanvas.Paint(
          y: 225, cb: 88, cr: 152, opacity: 0.75 * pow(0.80, Double(step)) * (1 - 0.5 * age),
          blend: .screen, depth: Self.depth))
    }
  }

  private func drawBurst(
    _ shell: Shell, _ seconds: Double, on canvas: AirCanvas, _ moment: Moment
  ) {
    let color = Self.colors[shell.color]
    let fade = 1 - smoothstep(0.8, Self.burning, seconds)
    let center = (x: shell.x * moment.width, y: shell.y * moment.height)
    let reach = shell.radius * moment.height
    let flash = max(0, 1 - seconds / 0.28)
    canvas.spot(
      x: center.x, y: center.y, AirCanvas.Shape(radius: 1.4 * reach),
      AirCanvas.Paint(
        y: 170, cb: color.head.cb, cr: color.head.cr, opacity: 0.28 * fade + 0.45 * flash * flash,
        blend: .screen, profile: .halo, depth: Self.depth))
    for spark in 0..<(shell.isWillow ? 150 : 200) {
      draw(spark, of: shell, seconds, around: center, on: canvas, moment)
    }
  }

  private func draw(
    _ spark: Int, of shell: Shell, _ seconds: Double, around center: (x: Double, y: Double),
    on canvas: AirCanvas, _ moment: Moment
  ) {
    let source = chance.branch(shell.number)
    let out = source.within(-1...1, spark, 1)
    let angle = source.within(0...2 * Double.pi, spark, 2)
    let flat = (1 - out * out).squareRoot()
    let speed = shell.radius * source.within(0.86...1.04, spark, 3)
    let life = (shell.isWillow ? 2.6 : 2.1) * source.within(0.75...1.05, spark, 4)
    guard seconds < life else { return }
    let fall = shell.isWillow ? 0.050 : 0.026
    /// Air slows a spark within moments; then it sinks.
    func place(_ time: Double) -> (x: Double, y: Double) {
      let way = speed * (1 - exp(-3.4 * time)) * moment.height
      let sink = fall * time * time * moment.height
      return (center.x + cos(angle) * flat * way, center.y + sin(angle) * flat * way + sink)
    }
    let age = seconds / life
    let now = place(seconds)
    let before = place(max(0, seconds - (shell.isWillow ? 0.34 : 0.20)))
    let shutter = place(max(0, seconds - 1.0 / 45))
    let twinkle =
      age > 0.55 ? 0.65 + 0.35 * sin(seconds * source.within(25...45, spark, 5)) : 1
    let color = Self.colors[shell.color]
    let share = smoothstep(0.25, 0.9, age)
    var paint = AirCanvas.Paint(
      y: 212 - 70 * age, cb: color.head.cb + (color.tail.cb - color.head.cb) * share,
      cr: color.head.cr + (color.tail.cr - color.head.cr) * share,
      opacity: 0.92 * (1 - smoothstep(0.65, 1, age)), blend: .screen, tint: 1.6,
      depth: Self.depth)
    let width = (2.5 - 0.8 * age) * moment.scale
    canvas.spot(
      x: (now.x + before.x) / 2, y: (now.y + before.y) / 2,
      AirCanvas.Shape(radius: 0.8 * width, smeared: now.x - before.x, now.y - before.y), paint)
    // The head is white-hot at first.
    paint.y = 235
    paint.cb = 128 + (paint.cb - 128) * (0.35 + 0.65 * age)
    paint.cr = 128 + (paint.cr - 128) * (0.35 + 0.65 * age)
    paint.opacity = (1 - smoothstep(0.7, 1, age)) * twinkle
    canvas.spot(
      x: now.x, y: now.y,
      AirCanvas.Shape(radius: width, smeared: now.x - shutter.x, now.y - shutter.y), paint)
  }
}
