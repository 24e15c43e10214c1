internal import Motion
internal import Pixels

internal import Foundation

/// A street in one-point perspective: house fronts on both sides, lamps, a road that shines when
/// it is wet.
struct Street {
  let stage: Stage
  private var air: Atmosphere { stage.atmosphere }
  private var vanishing: Point { Point(stage.width * 0.5, stage.horizon) }
  /// Low houses with pitched roofs, rather than a city's.
  private var isVillage: Bool { stage.graph.has(.house) }
  private let snow = Light(0xEEF3F9)
  private var isWet: Bool { [.rain, .storm].contains(stage.graph.weather) }

  /// Half the street's width at distance 1, in units; the fronts stand there.
  private let half: Float = 0.62

  /// A place of the street on the picture: `x` and `y` in eye heights' measure, `z` ≥ 0.5 away.
  private func project(_ x: Float, _ y: Float, _ z: Float) -> Point {
    vanishing + Point(x, -y) / z * stage.unit
  }

  func draw(on easel: inout Easel) {
    easel.upright(at: 0.12) { canvas in
      fronts(from: 14, to: 3.6, on: &canvas)
    }
    easel.upright(at: 0.36) { canvas in fronts(from: 3.6, to: 0.5, on: &canvas) }
    var world = easel.flat
    lampRow(on: &world, isBehind: true)
    let mirror = world.halved()
    easel.ground(from: stage.horizon, far: 0.12, near: 1, moves: isWet ? .water : nil) { canvas in
      road(on: &canvas, world: mirror)
    }
    easel.upright(at: 0.55) { canvas in
      lampRow(on: &canvas, isBehind: false)
      if isWet, !stage.graph.has(any: .person, .couple) { passer(on: &canvas) }
    }
    easel.focus = vanishing + Point(0, stage.unit * 0.02)
  }

  private func fronts(from far: Float, to near: Float, on canvas: inout Canvas) {
    for side in [-1, 1] as [Float] {
      var chance = stage.chance("fronts \(side)")
      var z: Float = 15
      var index = 0
      var houses: [(Float, Float, Float, Int)] = []
      while z > 0.5 {
        let length = min(chance.within(0.16, 0.30) * z + 0.12, z - 0.42)
        let height = chance.within(0.72, 1.35) * (isVillage ? 0.36 : 1)
        houses.append((z, max(z - length, 0.42), height, index))
        z -= length
        index += 1
      }
      for (back, front, height, i) in houses where back <= far + 0.01 && back > near + 0.01 {
        house(side, back, front, height, index: i, on: &canvas)
      }
    }
  }

  private func house(
    _ side: Float, _ back: Float, _ front: Float, _ height: Float, index: Int,
    on canvas: inout Canvas
  ) {
    let noise = stage.noise("front \(side) \(index)")
    let x = side * half
    let corners = [
      project(x, -0.26, back), project(x, height, back), project(x, height, front),
      project(x, -0.26, front),
    ]
    let face = project(x + side * 0.9, height, back)
    var end = Path()
    end.add([corners[1], face, Point(face.x, corners[0].y), corners[0]])
    let paints = [0xA88468, 0x9A7A70, 0x8C8478, 0xB09A7C, 0x7C7C86, 0x96694F] as [UInt32]
    let albedo = Light(paints[Int(noise.random(0, 0) * 5.99)])
    let distance = smoothStep(0.6, 11, back) * 0.95
    let shade = air.surface(albedo, sun: 0.06, up: 0.32).mixed(air.silhouette, 0.35)
    canvas.fill(end, air.veiled(shade * 0.8, distance))
    if isVillage { roof(side, back, front, height, noise, distance, on: &canvas) }
    let lit = lit(noise)
    canvas.fill(Path(corners)) { px, py in
      let dx = abs(px - vanishing.x) / stage.unit
      let z = half / max(dx, 1e-4)
      let y = (vanishing.y - py) / stage.unit * z
      let along = (back - z) / 0.115
      let storey = (y + 0.02) / 0.20
      var light = air.surface(
        albedo * (0.85 + 0.2 * noise.fractal(z * 9, y * 9, octaves: 3)),
        sun: side == stage.sunSide ? 0.08 : 0.10 + 0.45 * air.frontal, up: 0.28)
      light = light.mixed(air.silhouette, 0.25)
      light = windows(light, along, storey, y: y, height: height, noise: noise, lit: lit)
      let street = exp(-max(y + 0.26, 0) * 3.4) * air.lamps
      light += Light(0xFFB868) * (street * 0.13) * albedo * 2
      let fog = smoothStep(0.6, 11, z) * 0.95
      return air.veiled(light, fog).pixel()
    }
    if noise.random(9, 1) > 0.5, air.lamps > 0.5, front < 6 {
      sign(side, z: (back + front) / 2, noise: noise, on: &canvas)
    }
  }

  /// The slope of a roof that is seen from the street.
  private func roof(
    _ side: Float, _ back: Float, _ front: Float, _ height: Float, _ noise: Noise,
    _ distance: Float, on canvas: inout Canvas
  ) {
    let (eaves, ridge) = (side * (half - 0.03), side * (half + 0.13))
    let tiles = [0x9A4A38, 0x6E4A3A, 0x5A5A62, 0x8A5A3A] as [UInt32]
    let tone = stage.isSnowy ? snow : Light(tiles[Int(noise.random(3, 2) * 3.99)])
    let slope = Path([
      project(eaves, height - 0.02, back), project(ridge, height + 0.24, back),
      project(ridge, height + 0.24, front), project(eaves, height - 0.02, front),
    ])
    let light = air.surface(tone, sun: side == stage.sunSide ? 0.2 : 0.5, up: 0.9)
    canvas.fill(slope, air.veiled(light.mixed(air.silhouette, 0.2), distance))
  }

  private func lit(_ noise: Noise) -> Float { (0.25 + 0.35 * noise.random(6, 6)) * air.lamps }

  private func windows(
    _ wall: Light, _ along: Float, _ storey: Float, y: Float, height: Float, noise: Noise,
    lit: Float
  ) -> Light {
    let white = stage.isSnowy ? air.surface(snow, sun: 0.2, up: 0.8) : wall
    guard y < height - 0.06 else { return y > height - 0.03 ? white : wall * 0.8 }
    let (c, s) = (Int(along.rounded(.down)), Int(storey.rounded(.down)))
    let (fx, fy) = (along - Float(c), storey - Float(s))
    if s < 0 { return shop(wall, c, fx, along: along, y: y, noise: noise) }
    let cornice = smoothStep(0.05, 0.0, fy) * 0.35 + smoothStep(0.06, 0.02, abs(fy - 0.10)) * -0.2
    let sill = smoothStep(0.04, 0.025, abs(fy - 0.17)) * smoothStep(0.38, 0.34, abs(fx - 0.5))
    let brick = (wall * (1 + cornice)).mixed(white, stage.isSnowy ? sill : 0)
    let pane =
      smoothStep(0.27, 0.31, fx) * smoothStep(0.75, 0.71, fx)
      * smoothStep(0.20, 0.24, fy) * smoothStep(0.80, 0.76, fy)
    let frame =
      smoothStep(0.23, 0.27, fx) * smoothStep(0.79, 0.75, fx)
      * smoothStep(0.15, 0.20, fy) * smoothStep(0.85, 0.80, fy)
    let isLit = noise.random(c, s) < lit
    let bars =
      1 - 0.6 * smoothStep(0.03, 0.012, abs(fx - 0.51)) - 0.5
      * smoothStep(0.03, 0.012, abs(fy - 0.60))
    let curtain = 0.45 + 0.55 * smoothStep(0.06, 0.14, abs(fx - 0.51) < 0.17 ? 0.2 : 0)
    let lamp = 0.35 + 0.75 * smoothStep(0.2, 0.75, fy + (noise.random(c, s + 90) - 0.5) * 0.5)
    let warm = noise.random(c + 3, s + 5) > 0.75 ? Light(0xFFE2BC) : Light(0xFFB463)
    let level = 0.35 + 0.65 * noise.random(c + 8, s + 2)
    let glass = isLit ? warm * (lamp * level * curtain) : air.sky[0.5] * 0.28
    return brick.mixed(brick * 1.35, frame).mixed(glass * max(bars, 0.25), pane)
  }

  /// A shop front: goods before a lit back wall, under a coloured fascia.
  private func shop(
    _ wall: Light, _ c: Int, _ fx: Float, along: Float, y: Float, noise: Noise
  ) -> Light {
    let tones = [0x7A2E2A, 0x24504A, 0x2A3A66, 0x6A4A22, 0x3A2A44] as [UInt32]
    let unitOf = c / 3
    if y > -0.058, y < -0.022 {
      let board = Light(tones[Int(noise.random(unitOf, 31) * 4.99)])
      let letters =
        smoothStep(0.2, 0.5, noise.value(along * 9, 4)) * smoothStep(0.008, 0.004, abs(y + 0.04))
      return air.surface(board, sun: 0.2, up: 0.4) * (1 + air.lamps * 2)
        + Light(0xFFE0A8) * (letters * 0.5 * air.lamps)
    }
    let pane =
      smoothStep(0.03, 0.06, fx) * smoothStep(0.97, 0.94, fx)
      * smoothStep(-0.225, -0.215, y) * smoothStep(-0.060, -0.066, y)
    let isOpen = noise.random(unitOf, 400) > 0.4 ? air.lamps : 0.06
    let tone = noise.random(unitOf, 17) > 0.5 ? Light(0xFFC47A) : Light(0xFFDFB4)
    let dark = 0.72 * goods(along, y, noise)
    let inside = (0.22 + 0.62 * smoothStep(-0.21, -0.07, y)) * (1 - dark)
    return wall.mixed(tone * (0.04 + inside * 0.95 * isOpen), pane)
  }

  /// How much the goods in a window hide of the light behind them: round heads on a low shelf.
  private func goods(_ along: Float, _ y: Float, _ noise: Noise) -> Float {
    let place = along * 3
    let item = Int(place.rounded(.down))
    let across = (place - Float(item) - 0.5) / (0.20 + 0.16 * noise.random(item, 800))
    let tall = (0.030 + 0.055 * noise.random(item, 700)) * max(1 - across * across, 0).squareRoot()
    return max(
      smoothStep(tall, tall - 0.006, y + 0.218) * smoothStep(1, 0.92, abs(across)),
      smoothStep(0.020, 0.016, y + 0.218))
  }

  private func sign(_ side: Float, z: Float, noise: Noise, on canvas: inout Canvas) {
    let tones = [0xFF4F6E, 0x4FD8FF, 0xFFC04F, 0x7CFF9E, 0xC77CFF] as [UInt32]
    let tone = Light(tones[Int(noise.random(4, 7) * 4.99)])
    let at = project(side * (half - 0.05), 0.10 + noise.random(2, 9) * 0.16, z)
    let size = stage.unit / z
    var board = Path()
    board.addRect(at.x - size * 0.014, at.y - size * 0.062, size * 0.028, size * 0.124)
    canvas.glow(at, radius: size * 0.17, tone * 0.34, power: 2.2)
    canvas.fill(board, tone * 0.9)
    var inner = Path()
    inner.addRect(at.x - size * 0.008, at.y - size * 0.052, size * 0.016, size * 0.104)
    canvas.fill(inner, tone.mixed(Light(repeating: 1), 0.55) * 1.3)
  }

  private func road(on canvas: inout Canvas, world: Canvas) {
    let noise = stage.noise("road")
    canvas.shade(rows: canvas.rows(stage.horizon, stage.height)) { x, y, old in
      let below = (y - vanishing.y) / stage.unit
      let z = 0.26 / max(below, 0.004)
      let u = (x - vanishing.x) / stage.unit * z
      let cover = unit((half - abs(u)) / z * stage.unit + 0.5)
      guard cover > 0 else { return old }
      let isWalk = abs(u) > 0.40
      let grain = noise.fractal(u * 30, z * 26, octaves: 3)
      var albedo = (isWalk ? Light(0x6A665F) : Light(0x3E4148)) * (0.85 + grain * 0.5)
      let kerb = smoothStep(0.012, 0.004, abs(abs(u) - 0.405))
      albedo = albedo.mixed(Light(0x9A958C), kerb * 0.6)
      let isDash = (z * 1.1).truncatingRemainder(dividingBy: 1) < 0.5
      let line = smoothStep(0.010, 0.005, abs(u)) * (isDash ? 0.65 : 0)
      albedo = albedo.mixed(Light(0xD8D2C4), line * smoothStep(12, 4, z))
      if stage.isSnowy { albedo = albedo.mixed(snow * (0.86 + grain * 0.16), snowCover(u, grain)) }
      var light = air.surface(albedo, sun: 0.25 * air.frontal, up: 0.6)
      light += lampPools(u, z) * albedo
      let fog = smoothStep(0.6, 11, z) * 0.9
      light = air.veiled(light, fog)
      let puddle = smoothStep(-0.08, 0.16, noise.fractal(u * 4.2, z * 3.4 + 9, octaves: 4))
      let wet: Float = isWet ? 0.34 + 0.46 * puddle : 0.05
      let rough = mix(0.30, 0.06, puddle) * below
      var mirrored = Light.zero
      for tap in 0..<7 {
        let t = Float(tap) / 6
        let jitter = noise.value(x * 0.11, y * 0.7 + t * 9) * rough * 0.10
        let row = vanishing.y - (below * mix(0.35, 1.7, t) - 0.02 * t) * stage.unit
        mirrored += world.sample((x + jitter * stage.unit) / 2, max(row, 0) / 2).light
      }
      mirrored /= 7
      let gleam = mirrored.clamped(lowerBound: .zero, upperBound: Light(repeating: 2.2))
      return light.mixed(gleam * 1.05, wet * (isWalk ? 0.7 : 1)).pixel(cover)
    }
  }

  /// How much of the ground lies under snow: wheels have cleared two tracks on each side.
  private func snowCover(_ u: Float, _ grain: Float) -> Float {
    let track = smoothStep(0.055, 0.025, abs(abs(abs(u) - 0.19) - 0.085))
    return 0.96 - track * (0.55 + 0.6 * grain)
  }

  private func unit(_ x: Float) -> Float { min(max(x, 0), 1) }

  private static let lampDepths: [Float] = [0.80, 1.22, 1.85, 2.8, 4.2, 6.4, 9.6]

  /// The pools of light that lamps throw on the ground.
  private func lampPools(_ u: Float, _ z: Float) -> Light {
    guard air.lamps > 0.2 else { return .zero }
    var sum: Float = 0
    for depth in Street.lampDepths {
      for side in [-0.44, 0.44] as [Float] {
        let d = (u - side * 0.85) * (u - side * 0.85) * 9 + (z - depth) * (z - depth) * 2.2
        sum += 1 / (1 + d * 5)
      }
    }
    return Light(0xFFC070) * (sum * 0.62 * air.lamps)
  }

  /// Somebody under an umbrella, walking away.
  private func passer(on canvas: inout Canvas) {
    let side: Float = stage.focusX > stage.width / 2 ? 1 : -1
    let foot = project(side * 0.20, -0.26, 1.55)
    let height = stage.unit * 0.245 / 1.55 * 1.15
    var model = Person.model(.coat, hand: (0.10, 0.70))
    model.limb([(0.10, 0.66, 0.008), (0.06, 1.16, 0.006)])
    var shade = Model()
    shade.polygon([
      (-0.33, 0.98), (-0.28, 1.09), (-0.16, 1.17), (0.05, 1.21), (0.26, 1.17), (0.38, 1.09),
      (0.43, 0.98), (0.33, 1.005), (0.24, 0.985), (0.15, 1.01), (0.05, 0.99), (-0.05, 1.01),
      (-0.14, 0.985), (-0.23, 1.005),
    ])
    let path = model.standing(at: foot, height: height)
    let mirrored = path.map { Point($0.x, 2 * foot.y - $0.y) }
    canvas.fill(mirrored, Light(0x05070C), alpha: 0.42)
    canvas.fill(silhouette: path, stage: stage, tone: Light(0x0A0C12))
    let cloth = Light(0xC22B30)
    let below = shade.standing(at: foot, height: height).map { Point($0.x, 2 * foot.y - $0.y) }
    canvas.fill(below, cloth * 0.3, alpha: 0.4)
    let top = foot.y - height * 1.21
    canvas.fill(shade.standing(at: foot, height: height)) { x, y in
      let rib = sin((x - foot.x) / height * 21) * 0.10
      let lit = 0.26 + 0.30 * smoothStep(height * 0.22, 0, y - top) + rib * 0.4
      return (cloth * lit).pixel()
    }
  }

  private func lampRow(on canvas: inout Canvas, isBehind: Bool) {
    for depth in Street.lampDepths.reversed() {
      for side in [-0.44, 0.44] as [Float] {
        let foot = project(side, -0.26, depth)
        let size = stage.unit / depth
        let fog = smoothStep(0.6, 11, depth) * 0.8
        if !isBehind || depth > 1 {
          StreetLamp(stage: stage).draw(
            at: foot, height: size * 0.52, armTo: side > 0 ? -1 : 1, distance: fog, on: &canvas)
        }
      }
    }
  }
}

/// A street lamp with a curved neck, and its halo when it burns.
struct StreetLamp {
  let stage: Stage

  func draw(
    at foot: Point, height: Float, armTo side: Float, distance: Float, on canvas: inout Canvas
  ) {
    let air = stage.atmosphere
    let tone = air.veiled(air.silhouette, distance)
    var post = Path()
    let head = foot + Point(side * height * 0.13, -height * 0.955)
    post.addLimb([
      (foot, height * 0.016), (foot - Point(0, height * 0.12), height * 0.010),
      (foot - Point(0, height * 0.80), height * 0.0065),
      (foot + Point(side * height * 0.025, -height * 0.95), height * 0.006),
      (foot + Point(side * height * 0.075, -height * 0.99), height * 0.006),
      (head, height * 0.006),
    ])
    canvas.fill(post, tone)
    var shade = Path()
    shade.add([
      head + Point(-height * 0.020, -height * 0.004), head + Point(height * 0.020, -height * 0.004),
      head + Point(height * 0.036, height * 0.026), head + Point(-height * 0.036, height * 0.026),
    ])
    canvas.fill(shade, tone)
    guard air.lamps > 0.2 else { return }
    let warm = Light(0xFFC87C)
    let lit = head + Point(0, height * 0.030)
    let wet: Float = [.rain, .storm, .fog, .snow].contains(stage.graph.weather) ? 1.4 : 1
    canvas.glow(lit, radius: height * 0.62 * wet, warm * (0.20 * air.lamps), power: 2.6)
    canvas.glow(lit, radius: height * 0.17, warm * (0.75 * air.lamps), power: 2.2)
    canvas.dab(lit, radius: height * 0.027, softness: 0.5, Light(0xFFF0D0) * 2, alpha: 1)
  }
}
