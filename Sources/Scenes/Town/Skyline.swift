internal import Foundation
internal import Motion

/// Towers of a city against the sky, in rows, with windows lit in many warmths.
struct Skyline {
  let stage: Stage
  private var air: Atmosphere { stage.atmosphere }

  /// One tower.
  private struct Tower {
    var x: Float
    var width: Float
    var height: Float
    var crown: Int
  }

  /// Draws one row of towers whose feet stand at `foot`; row 0 is the farthest.
  func draw(row: Int, foot: Float, on canvas: inout Canvas) {
    var chance = stage.chance("skyline \(row)")
    let distance = [0.80, 0.46, 0.20][row] as Float
    if row == 0, air.lamps > 0.3 {
      canvas.glow(
        Point(stage.focusX, foot), radius: stage.unit * 0.95, Light(0xFF9E5E) * (0.13 * air.lamps),
        power: 1.6)
    }
    let scale = [1.0, 0.92, 0.62][row] as Float * (stage.isTall ? 1.15 : 1)
    var x = -stage.unit * 0.05
    var towers: [Tower] = []
    while x < stage.width + stage.unit * 0.05 {
      let width = stage.unit * chance.within(0.030, 0.078) * [0.85, 1.0, 1.15][row]
      let centre = (x + width / 2 - stage.focusX) / stage.unit
      let bulge = 0.45 + 0.75 * exp(-centre * centre * 3.2)
      let tall = pow(chance.within(0, 1), 1.6)
      let height = stage.unit * (0.09 + 0.32 * tall * bulge + 0.05 * bulge) * scale
      towers.append(Tower(x: x, width: width, height: height, crown: chance.pick(0..<6)))
      x += width * chance.within(0.80, 1.12)
    }
    if row == 1 {
      let spire = Tower(
        x: stage.focusX - stage.unit * 0.035, width: stage.unit * 0.07,
        height: stage.unit * 0.52 * scale, crown: 0)
      towers.append(spire)
    }
    towers.shuffle(by: &chance)
    for (i, tower) in towers.enumerated() {
      draw(tower, index: i, row: row, foot: foot, distance: distance, on: &canvas)
    }
  }

  private func draw(
    _ tower: Tower, index: Int, row: Int, foot: Float, distance: Float, on canvas: inout Canvas
  ) {
    let noise = stage.noise("tower \(row) \(index)")
    let top = foot - tower.height
    var path = Path()
    path.addRect(tower.x, top, tower.width, foot + stage.unit * 0.12 - top)
    addCrown(tower, top: top, to: &path)
    let paints = [0x8C97A6, 0x7A8494, 0xA59C92, 0x6E7F93, 0x98908C] as [UInt32]
    let albedo = Light(paints[Int(noise.random(1, 1) * 4.99)])
    let pitch = max(
      stage.unit * [0.0056, 0.0070, 0.0092][row] * (0.85 + noise.random(7, 3) * 0.4), 2.6)
    let columns = max((tower.width * 0.86 / pitch).rounded(), 2)
    let margin = tower.width * 0.07
    let glassy = noise.random(2, 2) > 0.55
    let lively = 0.16 + noise.random(3, 3) * 0.46
    canvas.fill(path) { x, y in
      let across = (x - tower.x) / tower.width
      let sideLit =
        stage.sunSide > 0 ? smoothStep(0.62, 0.66, across) : smoothStep(0.38, 0.34, across)
      let facing = mix(0.20 + 0.35 * air.frontal, 0.75, sideLit)
      var light = air.surface(albedo, sun: facing, up: 0.35)
      light = light.mixed(air.silhouette, 0.30 * (1 - air.frontal))
      let column = (across * tower.width - margin) / (tower.width - 2 * margin) * columns
      let storey = (y - top - pitch * 0.9) / (pitch * 1.28)
      var glow = Light.zero
      if column > 0, column < columns, storey > 0, y < foot {
        let (c, s) = (Int(column), Int(storey))
        let (fx, fy) = (column - Float(c), storey - Float(s))
        let gap: Float = noise.random(5, 5) > 0.6 ? -0.3 : 0.10
        let pane =
          smoothStep(gap, gap + 0.18, fx) * smoothStep(1.02 - gap, 0.84 - gap, fx)
          * smoothStep(0.16, 0.34, fy) * smoothStep(0.94, 0.76, fy)
        let chanceOf = noise.random(c, s)
        let floorLit =
          noise.random(901, s) > 0.88 ? 0.6 as Float : noise.random(901, s) < 0.3 ? -0.22 : 0
        if chanceOf < (lively + floorLit) * air.lamps {
          glow = windowLight(noise.random(c + 51, s + 77), noise.random(c + 5, s + 9)) * pane
        } else {
          let mirror = air.sky[0.35 + 0.3 * across] * (glassy ? 0.62 : 0.30)
          light = light.mixed(mirror, pane * (glassy ? 0.75 : 0.6) * (1 - 0.75 * air.lamps))
        }
      }
      light +=
        Light(0xFFA860) * (0.05 * air.lamps * smoothStep(foot - stage.unit * 0.12, foot, y))
        * (1.2 - distance)
      let low = smoothStep(foot - stage.unit * 0.22, foot, y) * 0.34
      return (air.veiled(light, distance + low * distance) + glow * (1 - distance * 0.55)).pixel()
    }
    drawMast(tower, top: top, noise: noise, distance: distance, on: &canvas)
  }

  private func windowLight(_ warmth: Float, _ level: Float) -> Light {
    let tone =
      warmth < 0.55
      ? Light(0xFFC878)
      : warmth < 0.82
        ? Light(0xFFE6BC)
        : warmth < 0.94
          ? Light(0xCFE4FF)
          : Light(0xFF9E5A)
    return tone * (0.22 + 1.25 * level * level) * air.lamps
  }

  private func addCrown(_ tower: Tower, top: Float, to path: inout Path) {
    let (x, w) = (tower.x, tower.width)
    switch tower.crown {
    case 1: path.addRect(x + w * 0.22, top - w * 0.28, w * 0.56, w * 0.4)
    case 2:
      path.addRect(x + w * 0.12, top - w * 0.20, w * 0.76, w * 0.3)
      path.addRect(x + w * 0.30, top - w * 0.42, w * 0.40, w * 0.5)
    case 3: path.add([Point(x, top + 1), Point(x + w, top + 1), Point(x + w, top - w * 0.5)])
    case 4:
      path.add([Point(x, top + 1), Point(x + w, top + 1), Point(x + w / 2, top - w * 0.9)])
    default: break
    }
  }

  private func drawMast(
    _ tower: Tower, top: Float, noise: Noise, distance: Float, on canvas: inout Canvas
  ) {
    guard tower.crown == 0 || tower.crown == 2 else { return }
    let centre = tower.x + tower.width / 2
    let base = tower.crown == 2 ? top - tower.width * 0.42 : top
    let tip = base - tower.width * (0.6 + noise.random(8, 8) * 0.9)
    let tone = air.veiled(air.surface(Light(0x606A78), sun: 0.3), distance)
    canvas.stroke(
      Point(centre, base), Point(centre, tip), width: max(tower.width * 0.05, 1), to: 0.8, tone)
    if air.lamps > 0.5, noise.random(4, 4) > 0.4 {
      canvas.glow(
        Point(centre, tip), radius: stage.unit * 0.012, Light(0xFF4A3C) * 0.9, power: 2.5)
    }
  }
}
