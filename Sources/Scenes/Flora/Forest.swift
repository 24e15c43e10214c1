internal import Foundation
internal import Motion
internal import Pixels

/// A wood in the mist: belts of firs one behind the other, shafts of light, trunks close by.
struct Forest {
  let stage: Stage

  func draw(on easel: inout Easel) {
    let (unit, horizon) = (stage.unit, stage.horizon)
    let air = stage.atmosphere
    let tall: Float = stage.isTall ? 1.55 : 1
    for k in 0..<4 {
      let t = Float(k) / 3
      let base = horizon + unit * (0.015 + 0.10 * t * t)
      let distance = [1.05, 0.78, 0.48, 0.20][k] as Float
      easel.upright(at: 0.08 + 0.13 * Float(k), moves: k > 1 ? .foliage : nil) { canvas in
        let clearing =
          stage.width * 0.5 - unit * (0.08 + 0.20 * t)...stage.width * 0.5
          + unit * (0.08 + 0.20 * t)
        if isLeafy {
          crowns(k, base: base, distance: distance, gap: k > 0 ? clearing : nil, on: &canvas)
        }
        Conifer(stage: stage).belt(
          "\(k)",
          count: isLeafy ? 4 : Int([60, 40, 26, 17][k] as Float * stage.width / unit / 1.3),
          height: unit * mix(0.20, 0.50, t) * tall...unit * mix(0.42, 0.98, t) * tall,
          distance: distance, from: -unit * 0.1, to: stage.width + unit * 0.1,
          gap: k > 0 ? clearing : nil, on: &canvas
        ) { _ in base }
        mist(
          over: &canvas, from: base - unit * mix(0.20, 0.10, t), to: base, amount: 0.75 - 0.2 * t)
        floor(on: &canvas, from: base, distance: distance, label: "\(k)")
        let isBare = stage.graph.season == .winter || stage.graph.weather == .snow
        if k == 3, !stage.graph.has(.campfire), !isBare {
          Undergrowth(stage: stage).scatter(from: base + unit * 0.02, on: &canvas)
        }
        if k == 1, air.frontal < 0.7, stage.graph.hour != .night { shafts(on: &canvas) }
      }
    }
  }

  /// Whether leaves, not needles, make the wood.
  private var isLeafy: Bool {
    stage.graph.season == .autumn || stage.graph.season == .spring
  }

  private func crowns(
    _ k: Int, base: Float, distance: Float, gap: ClosedRange<Float>?, on canvas: inout Canvas
  ) {
    var chance = stage.chance("crowns \(k)")
    let t = Float(k) / 3
    let count = Int([70, 46, 30, 18][k] * stage.width / stage.unit / 1.3)
    for i in 0..<count {
      let x = stage.width * (Float(i) + chance.within(-0.4, 1.4)) / Float(count)
      if let gap, gap.contains(x) { continue }
      let tall =
        stage.unit * mix(0.24, 0.66, t) * chance.within(0.7, 1.25) * (stage.isTall ? 1.6 : 1)
      CrownTree(stage: stage).draw(
        at: Point(x, base + stage.unit * 0.01), height: tall, distance: distance * 0.85,
        chance: &chance, on: &canvas)
    }
  }

  private func floor(on canvas: inout Canvas, from row: Float, distance: Float, label: String) {
    let air = stage.atmosphere
    let noise = stage.noise("forest floor" + label)
    let isSnowy = stage.isSnowy
    let leaves = stage.graph.season == .autumn ? Light(0x9A5A2A) : Light(0x4A5A2C)
    let edges = (0..<canvas.width).map { x in
      row + noise.fractal(Float(x) / stage.unit * 2.4, 1, octaves: 5, gain: 0.55) * stage.unit
        * 0.05
    }
    let moss = isSnowy ? Light(0xE6ECF4) : leaves
    canvas.shade(
      rows: canvas.rows(
        row - stage.unit * 0.04, distance < 0.3 ? stage.height : row + stage.unit * 0.16)
    ) { x, y, old in
      let edge = edges[Int(x)]
      let cover = unit(y - edge + 0.5)
      guard cover > 0 else { return old }
      let near = unit((y - row) / (stage.unit * 0.3))
      let depth = 1 / (max(y - stage.horizon, 1) / stage.unit + 0.05)
      let u = (x - stage.width / 2) / stage.unit * depth
      let grain = noise.fractal(u * 7, depth * 11, octaves: 4, gain: 0.6)
      let open = exp(-pow((x - stage.width / 2) / (stage.unit * 0.42), 2))
      let wild = moss * (isSnowy ? 0.94 + grain * 0.22 : 0.8 + grain)
      let lit = air.surface(
        paved(wild, x, y, grain),
        sun: 0.18 + 0.5 * open * unit(0.5 + grain), up: 0.45 + 0.4 * open)
      let beam = air.glow * (open * open * 0.16 * (1 - near) * min(max(0.6 + grain, 0), 1))
      return old.under((air.veiled(lit, distance * (1 - near * 0.5)) + beam).pixel(cover))
    }
  }

  /// The ground where a road leads straight into the wood, if one does: asphalt with a dashed line,
  /// or snow with the tracks of wheels.
  private func paved(_ ground: Light, _ x: Float, _ y: Float, _ grain: Float) -> Light {
    let below = (y - stage.horizon) / stage.unit
    guard stage.graph.has(.road), below > 0 else { return ground }
    let across = (x - stage.width / 2) / stage.unit / (0.004 + below * 0.40)
    let cover = smoothStep(1.08, 0.94, abs(across) + grain * 0.12)
    guard cover > 0 else { return ground }
    let asphalt = Light(0x4C4E54) * (0.9 + grain * 0.3)
    if stage.isSnowy {
      let track = smoothStep(0.20, 0.08, abs(abs(across) - 0.46))
      return ground.mixed(asphalt * 1.3, cover * track * (0.45 + 0.4 * grain))
    }
    let dash = (0.9 / (below + 0.02)).truncatingRemainder(dividingBy: 1) < 0.5
    let line = smoothStep(0.05, 0.03, abs(across)) * (dash ? 0.8 : 0)
    return ground.mixed(asphalt.mixed(Light(0xEFE9D8), line), cover)
  }

  private func mist(over canvas: inout Canvas, from top: Float, to bottom: Float, amount: Float) {
    let air = stage.atmosphere
    let noise = stage.noise("mist \(Int(top))")
    let light = air.haze.mixed(air.sky[0.1], 0.4)
    // Drifts are wide: one value for a square of pixels, and between them straight lines.
    let step: Float = 4
    let coarse = PixelSize(width: (canvas.width + 3) / 4, height: (canvas.height + 3) / 4)
    let drifts = Field(size: coarse) { x, y in
      let (u, v) = ((Float(x) + 0.5) * step, (Float(y) + 0.5) * step)
      guard v > top - step * 2, v < bottom + step * 2 else { return 0 }
      return noise.fractal(u / stage.unit * 2.2, v / stage.unit * 7, octaves: 4)
    }
    canvas.shade(rows: canvas.rows(top, bottom + 1)) { x, y, old in
      let drift = drifts.value(
        atX: Double(x / (Float(coarse.width) * step)),
        y: Double(y / (Float(coarse.height) * step)))
      let rise = smoothStep(top, bottom, y)
      return old.under(light.pixel(unit(rise * amount * (0.75 + drift * 1.2)) * 0.85))
    }
  }

  private func shafts(on canvas: inout Canvas) {
    let air = stage.atmosphere
    let noise = stage.noise("shafts")
    let source = Point(stage.sun.x, -stage.unit * 0.25)
    let colour = air.glow.mixed(air.haze, 0.45)
    canvas.shade(rows: 0..<Int(stage.horizon + stage.unit * 0.10)) { x, y, old in
      let d = Point(x, y) - source
      let angle = d.x / max(d.y, 1)
      let ray = smoothStep(0.05, 0.55, noise.fractal(angle * 7 + 4, 2, octaves: 3) + 0.12)
      let low = smoothStep(stage.horizon + stage.unit * 0.1, stage.horizon * 0.35, y)
      let side = exp(-pow((x - stage.width * 0.5) / (stage.unit * 0.75), 2))
      let amount = ray * low * side * 0.34
      return amount > 0.004 ? old.under(colour.pixel(amount)) : old
    }
  }

  /// Trunks and ferns close to the camera that frame the picture.
  func frame(on canvas: inout Canvas) {
    let air = stage.atmosphere
    var chance = stage.chance("trunks")
    let noise = stage.noise("bark")
    let tone = air.silhouette
    let flips = stage.focusX > stage.width / 2
    for (i, place) in ([0.045, 0.968, 0.145] as [Float]).enumerated() {
      let x = (flips ? 1 - place : place) * stage.width
      let width = stage.unit * [0.075, 0.060, 0.026][i]
      var trunk = Path()
      let lean = chance.within(-0.018, 0.018) * stage.unit
      trunk.addLimb([
        (Point(x, stage.height + width), width * 0.95),
        (Point(x, stage.height * 0.93), width * 0.64),
        (Point(x + lean * 0.3, stage.height * 0.6), width * 0.52),
        (Point(x + lean, -width), width * 0.44),
      ])
      canvas.fill(trunk) { px, py in
        let bark = noise.ridged(px / stage.unit * 60, py / stage.unit * 7, octaves: 4)
        let crack = noise.value(px / stage.unit * 95, py / stage.unit * 14)
        let side = min(max(0.5 + (px - x) / width * 0.85 * stage.sunSide, 0), 1)
        let lit = air.surface(Light(0x7A6654), sun: pow(side, 3) * 0.7, up: 0.15)
        let rim = air.glow * (pow(side, 9) * 0.22)
        return (tone.mixed(lit, 0.30 + 0.45 * side) * (0.45 + bark * 1.1 + crack * 0.18) + rim)
          .pixel()
      }
      for _ in 0..<(i == 2 ? 5 : 3) {
        let y = stage.height * chance.within(0.05, 0.5)
        let out = stage.unit * chance.within(0.05, 0.16) * (x < stage.width / 2 ? 1 : -1)
        canvas.stroke(
          Point(x, y), Point(x + out, y + stage.unit * chance.within(-0.01, 0.05)),
          width: width * 0.14, to: 0.5, tone)
      }
    }
    let isBare = stage.graph.season == .winter || stage.graph.weather == .snow
    if !isBare { Undergrowth(stage: stage).draw(on: &canvas) }
  }
}
