internal import Foundation

/// A suspension bridge across the water: two towers, cables that hang in parabolas, a lit deck.
struct Bridge {
  let stage: Stage
  /// Row of the deck.
  let deck: Float

  func draw(on canvas: inout Canvas) {
    let air = stage.atmosphere
    let distance: Float = 0.26
    let paint = Light(0xB4452F)
    let tone = air.veiled(
      air.surface(paint, sun: 0.25 + 0.45 * air.frontal, up: 0.4)
        .mixed(air.silhouette, 0.45 * (1 - air.frontal)), distance)
    let towers = [stage.width * 0.5 - stage.unit * 0.42, stage.width * 0.5 + stage.unit * 0.42]
    let top = deck - stage.unit * 0.27
    let foot = stage.horizon + stage.unit * 0.035
    let thick = stage.unit * 0.0035
    func cable(_ x: Float) -> Float {
      let (a, b) = (towers[0], towers[1])
      let sag = deck - stage.unit * 0.012
      if x < a { return mix(deck, top, pow(unit(1 - (a - x) / (stage.unit * 0.62)), 1.5)) }
      if x > b { return mix(deck, top, pow(unit(1 - (x - b) / (stage.unit * 0.62)), 1.5)) }
      let s = (x - (a + b) / 2) / ((b - a) / 2)
      return mix(sag, top, s * s)
    }
    var x: Float = -10
    let step = stage.unit * 0.012
    while x < stage.width + 10 {
      canvas.stroke(Point(x, cable(x)), Point(x + step, cable(x + step)), width: thick, tone)
      if deck - cable(x) > 3 {
        canvas.stroke(Point(x, cable(x)), Point(x, deck), width: max(thick * 0.28, 0.6), tone, alpha: 0.8)
      }
      x += step
    }
    for tower in towers {
      for side in [-1, 1] as [Float] {
        var leg = Path()
        let w = stage.unit * 0.0085
        let cx = tower + side * stage.unit * 0.017
        leg.add([
          Point(cx - w * 0.8, top - stage.unit * 0.012), Point(cx + w * 0.8, top - stage.unit * 0.012),
          Point(cx + w * 1.25, foot), Point(cx - w * 1.25, foot),
        ])
        canvas.fill(leg, tone)
      }
      for level in [0.0, 0.26, 0.52, 0.78] as [Float] {
        var beam = Path()
        beam.addRect(
          tower - stage.unit * 0.02, mix(top, deck, level), stage.unit * 0.04, stage.unit * 0.012)
        canvas.fill(beam, tone * 0.94)
      }
      var pier = Path()
      pier.addRect(tower - stage.unit * 0.036, foot - stage.unit * 0.02, stage.unit * 0.072, stage.unit * 0.026)
      canvas.fill(pier, air.veiled(air.surface(Light(0x8C877E), sun: 0.4), distance))
    }
    var road = Path()
    road.addRect(-10, deck, stage.width + 20, stage.unit * 0.013)
    canvas.fill(road, tone * 0.85)
    if air.lamps > 0.3 {
      var lamp: Float = step
      while lamp < stage.width {
        let at = Point(lamp, deck - stage.unit * 0.006)
        canvas.glow(at, radius: stage.unit * 0.020, Light(0xFFC070) * (0.42 * air.lamps), power: 2.4)
        canvas.dab(at, radius: max(stage.unit * 0.0018, 0.8), softness: 0.5, Light(0xFFEBC0) * 1.8, alpha: 1)
        lamp += stage.unit * 0.048
      }
    }
  }
}
