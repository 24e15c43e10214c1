internal import Foundation
internal import Pixels

extension Landscape {
  /// Mountains, dunes, hills and cities along the horizon.
  func drawFar(on easel: inout Easel) {
    if graph.has(.mountains) { drawMountains(on: &easel) }
    if graph.has(.desert) { drawDunes(on: &easel) }
    if graph.has(.hills), !graph.has(.forest) { drawHills(on: &easel) }
    if graph.has(.city) { drawSkyline(on: &easel) }
    if graph.has(.bridge) {
      easel.upright(at: 0.13) {
        Bridge(stage: stage, deck: horizon - unit * 0.055).draw(on: &$0)
      }
    }
  }

  private func drawMountains(on easel: inout Easel) {
    let high: Float = stage.isTall ? 1.2 : 1
    let far = LandStrip(
      stage: stage, label: "far range", ground: .rock, foot: horizon + unit * 0.03,
      rise: unit * 0.44 * high, span: unit * 0.62, distance: 0.60, valley: -0.15, snowLine: 0.56)
    let near = LandStrip(
      stage: stage, label: "near range", ground: .rock, foot: horizon + unit * 0.03,
      rise: unit * 0.27 * high, span: unit * 0.5, distance: 0.42, valley: 0.7, snowLine: 0.74)
    easel.upright(at: 0.04) { far.draw(on: &$0) }
    easel.upright(at: 0.08) { canvas in
      near.draw(on: &canvas)
      if !graph.has(any: .desert, .sea) {
        Conifer(stage: stage).belt(
          "far shore", count: Int(stage.width / unit * 90), height: unit * 0.022...unit * 0.055,
          distance: 0.42, on: &canvas
        ) { _ in horizon + unit * 0.012 }
      }
      mist(on: &canvas, around: horizon - unit * 0.01, thickness: unit * 0.05, amount: 0.55)
    }
  }

  private func drawDunes(on easel: inout Easel) {
    for (i, part) in [(0.17, 0.66, 0.9), (0.13, 0.40, 0.75)].enumerated() {
      let strip = LandStrip(
        stage: stage, label: "dunes \(i)", ground: .sand,
        foot: horizon + unit * 0.03 * Float(i + 1), rise: unit * Float(part.0),
        span: unit * Float(part.2), distance: Float(part.1))
      easel.upright(at: 0.05 + 0.05 * Float(i)) { strip.draw(on: &$0) }
    }
  }

  private func drawHills(on easel: inout Easel) {
    let parts: [(rise: Float, distance: Float)] = [(0.36, 0.66), (0.27, 0.44), (0.19, 0.24)]
    for (i, part) in parts.enumerated() {
      let strip = LandStrip(
        stage: stage, label: "hills \(i)", ground: .grass,
        foot: horizon + unit * 0.018 * Float(i + 1), rise: unit * part.rise, span: unit * 0.6,
        distance: part.distance, valley: 0.25)
      easel.upright(at: 0.05 + 0.04 * Float(i)) { canvas in
        strip.draw(on: &canvas)
        if i > 0 { trees(on: &canvas, label: "hill trees \(i)", distance: part.distance, i: i) }
      }
    }
  }

  /// Small trees along the crest of what is on a sheet.
  private func trees(on canvas: inout Canvas, label: String, distance: Float, i: Int) {
    defer { Copse(stage: stage).scatter(label, distance: distance, from: horizon - unit * 0.2, on: &canvas) }
    var crest = [Float](repeating: horizon, count: canvas.width)
    for x in 0..<canvas.width {
      var y = 0
      while y < canvas.height - 1, canvas.pixels[y * canvas.width + x].w < 0.5 { y += 1 }
      crest[x] = Float(y)
    }
    let last = canvas.width - 1
    Conifer(stage: stage).belt(
      label, count: Int(stage.width / unit * 9) * i, height: unit * 0.018...unit * 0.06,
      distance: distance, on: &canvas
    ) { crest[min(max(Int($0), 0), last)] + unit * 0.006 }
  }

  private func drawSkyline(on easel: inout Easel) {
    let foot = horizon + unit * 0.004
    for row in 0..<3 {
      easel.upright(at: 0.05 + 0.04 * Float(row)) { canvas in
        Skyline(stage: stage).draw(row: row, foot: foot, on: &canvas)
        mist(on: &canvas, around: foot, thickness: unit * 0.07, amount: 0.30)
      }
    }
  }

  /// A bank of mist on what is drawn on a sheet.
  func mist(on canvas: inout Canvas, around row: Float, thickness: Float, amount: Float) {
    let noise = stage.noise("mist \(Int(row))")
    let light = air.haze.mixed(air.sky[0.1], 0.4)
    let rows = canvas.rows(row - thickness * 2, row + thickness * 2)
    canvas.shade(rows: rows) { x, y, old in
      let off = (y - row) / thickness
      let drift = noise.fractal(x / unit * 2.4, y / unit * 9, octaves: 4)
      let veil = exp(-off * off) * unit01(0.55 + drift * 1.3) * amount * air.hazeAmount
      return old + SIMD4((light * old.w - old.light) * veil, 0)
    }
  }

  private func unit01(_ x: Float) -> Float { min(max(x, 0), 1) }
}
