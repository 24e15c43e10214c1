internal import Foundation
internal import Motion

/// Birds on the wing, far off.
enum Bird {
  /// The outline of a gull, wings 2 across, `beat` −1 (down) to 1 (up).
  static func model(beat: Float) -> Model {
    var model = Model()
    model.limb([(-0.20, -0.03, 0.012), (0, 0, 0.055), (0.18, 0.02, 0.040), (0.26, 0.015, 0.008)])
    let lift = 0.22 + beat * 0.24
    model.limb([
      (0.04, 0.02, 0.060), (-0.02, lift * 0.85, 0.062), (-0.10, lift * 1.25 + 0.05, 0.045),
      (-0.34, lift * 1.75 + 0.16, 0.006),
    ])
    model.limb([
      (0.05, 0.02, 0.055), (0.16, lift * 0.75, 0.055), (0.22, lift * 1.05 + 0.02, 0.040),
      (0.10, lift * 1.45 + 0.14, 0.006),
    ])
    return model
  }

  /// A bird seen from behind or ahead: two bent wings.
  static func distant(beat: Float) -> Model {
    var model = Model()
    model.ellipse(0, 0, 0.10, 0.065)
    for side in [-1, 1] as [Float] {
      model.limb([
        (0, 0.01, 0.055), (side * 0.36, 0.20 + beat * 0.16, 0.058),
        (side * 0.62, 0.17 + beat * 0.04, 0.038), (side * 1.0, 0.02 - beat * 0.20, 0.005),
      ])
    }
    return model
  }

  /// Draws a flock around a place.
  static func flock(_ count: Int, around centre: Point, stage: Stage, on canvas: inout Canvas) {
    var chance = stage.chance("birds")
    let tone = stage.atmosphere.veiled(stage.atmosphere.silhouette, 0.25)
    for index in 0..<min(count, 40) {
      let spread = Float(count).squareRoot() * stage.unit * 0.055
      let arm = Float(index) - Float(count) / 2
      let place =
        centre
        + Point(
          arm * stage.unit * 0.042 + chance.normal() * spread * 0.30,
          abs(arm) * stage.unit * 0.010 + chance.normal() * spread * 0.22)
      let size = stage.unit * chance.within(0.013, 0.021)
      let model = distant(beat: chance.within(-0.9, 1))
      let path = model.standing(at: place, height: size, facesLeft: chance.happens(0.5))
      let angle = chance.within(-0.25, 0.25)
      let (c, s) = (cos(angle), sin(angle))
      canvas.fill(
        silhouette: path.map {
          let d = $0 - place
          return place + Point(d.x * c - d.y * s, d.x * s + d.y * c)
        }, stage: stage, tone: tone, rim: 0.3)
    }
  }
}
