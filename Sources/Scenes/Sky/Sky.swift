internal import Pixels

internal import Foundation

/// The sky behind everything: its gradient, the sun's glow and disc or the moon's, stars, clouds
/// and what else the scene has up there.
struct Sky {
  let stage: Stage
  private var air: Atmosphere { stage.atmosphere }

  /// A sheet that the sky fills wholly; below the horizon it goes on in the horizon's colours.
  func draw() -> Canvas {
    var canvas = Canvas(stage.size)
    let rows = backdrop()
    canvas.shade(rows: 0..<canvas.height) { x, y, _ in
      clear(x, y, row: rows[min(Int(y), rows.count - 1)]).pixel()
    }
    let graph = stage.graph
    if air.starlight > 0.02 || graph.has(any: .stars, .galaxy) {
      Stars(stage: stage).draw(on: &canvas)
    }
    if graph.has(.aurora) { Aurora(stage: stage).draw(on: &canvas) }
    let isOvercast = air.cloudCover > 0.9
    if showsMoon { Moon(stage: stage).draw(on: &canvas) }
    if showsSun, !isOvercast { drawSun(on: &canvas) }
    let isFair = [.clear, .cloudy].contains(stage.graph.weather)
    let heaps = isFair && air.sunHeight > 0.2
    Clouds(stage: stage, hasDeck: !heaps).draw(on: &canvas)
    if heaps { Cumulus(stage: stage).draw(on: &canvas) }
    if graph.has(.rainbow) { drawRainbow(on: &canvas) }
    if graph.has(.lightning) || graph.weather == .storm {
      Lightning(stage: stage).draw(on: &canvas)
    }
    return canvas
  }

  /// Whether the moon is up.
  var showsMoon: Bool {
    if stage.graph.has(.moon) { return true }
    let busy = stage.graph.has(any: .aurora, .galaxy, .fireworks, .stars)
    return stage.graph.hour == .night && !busy && [.clear, .cloudy].contains(stage.graph.weather)
  }

  private var showsSun: Bool {
    stage.graph.hour != .night && !stage.graph.has(.moon)
      && (air.sunHeight >= 0 && air.sunHeight < 0.6 || stage.graph.has(.sun))
  }

  private func backdrop() -> [Light] {
    (0..<stage.size.height).map { y in
      let elevation = (stage.horizon - Float(y) - 0.5) / stage.horizon
      return elevation > 0 ? air.sky[pow(elevation, 0.86)] : air.sky[0]
    }
  }

  /// The cloudless sky.
  private func clear(_ x: Float, _ y: Float, row: Light) -> Light {
    let elevation = max((stage.horizon - y) / stage.unit, 0)
    let away = smoothStep(0.15, 1.1, abs(x - stage.sun.x) / stage.unit)
    var light = row.mixed(air.antisolar, away * 0.5 * (1 - smoothStep(0, 0.42, elevation)))
    let glow = Sky.glow(x, y, stage: stage)
    light += air.glow * (glow * 0.34 + glow * glow * 0.55)
    return light
  }

  /// The sun's glow towards a place, 0…1.
  static func glow(_ x: Float, _ y: Float, stage: Stage) -> Float {
    let d = Point((x - stage.sun.x), (y - stage.sun.y) * 1.2) / stage.unit
    let distance = (d * d).sum().squareRoot()
    return 0.6 * exp(-distance / 0.36) + 0.4 * exp(-distance / 0.09)
  }

  private func drawSun(on canvas: inout Canvas) {
    let low = 1 - smoothStep(0.05, 0.5, air.sunHeight)
    let radius = stage.unit * mix(0.026, 0.040, low)
    let colour = Light(0xFFFBEA).mixed(Light(0xFFE2A0), low)
    let strength: Float = mix(3.2, 2.2, low)
    canvas.glow(
      stage.sun, radius: radius * 9, colour.mixed(air.glow, 0.4) * mix(0.35, 0.5, low), power: 3)
    canvas.glow(stage.sun, radius: radius * 3, colour * 0.7, power: 2.4)
    var disc = Path()
    disc.addEllipse(stage.sun, radius, radius)
    canvas.fill(disc, colour * strength)
  }

  private func drawRainbow(on canvas: inout Canvas) {
    let centre = Point(stage.width - stage.sun.x, stage.horizon + stage.unit * 0.22)
    let radius = stage.unit * 0.62
    let width = stage.unit * 0.055
    let colours = Gradient([0x7A4CFF, 0x3C6BFF, 0x25C0D0, 0x4CD45C, 0xF6E84A, 0xFF9A30, 0xFF3B3B])
    let rows = 0..<Int(stage.horizon)
    canvas.shade(rows: rows) { x, y, old in
      let d = Point(x, y) - centre
      let place = ((d * d).sum().squareRoot() - radius) / width
      if place < -0.4 {
        let inside = smoothStep(-8, -0.4, place) * 0.05
        return old + SIMD4(inside, inside, inside, 0)
      }
      guard place < 1.4 else { return old }
      let band = smoothStep(-0.4, 0.15, place) * smoothStep(1.4, 0.85, place)
      let fade = smoothStep(0, stage.unit * 0.3, stage.horizon - y) * 0.4 + 0.6
      return old + SIMD4(colours[place] * (band * 0.36 * fade), 0)
    }
  }
}
