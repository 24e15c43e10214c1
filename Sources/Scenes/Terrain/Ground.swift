internal import Foundation

/// A plain seen in perspective: grass, sand or snow, with low swells lit from the sun's side.
struct Ground {
  let stage: Stage
  let kind: LandStrip.Ground
  /// Row of its far edge, at a column.
  let edge: (Float) -> Float
  private let form: Noise
  private let detail: Noise

  init(stage: Stage, kind: LandStrip.Ground, edge: @escaping (Float) -> Float) {
    self.stage = stage
    self.kind = kind
    self.edge = edge
    form = stage.noise("ground form")
    detail = stage.noise("ground detail")
  }

  func draw(on canvas: inout Canvas) {
    let air = stage.atmosphere
    let edges = (0..<canvas.width).map { edge(Float($0) + 0.5) }
    let first = max(Int(edges.min() ?? 0), 0)
    let relief: Float = kind == .snow ? 0.30 : kind == .sand ? 0.34 : 0.22
    canvas.shade(rows: canvas.rows(Float(first), stage.height)) { x, y, old in
      let cover = unit(y - edges[Int(x)] + 0.5)
      guard cover > 0 else { return old }
      let below = max(y - stage.horizon, 0) / stage.unit
      let depth = 1 / (below + 0.06)
      let u = (x - stage.width / 2) / stage.unit * depth
      let here = form.fractal(u * 0.5, depth * 0.62, octaves: 4, gain: 0.42)
      let there = form.fractal(
        u * 0.5 + 0.06 * stage.sunSide, depth * 0.62 + 0.03, octaves: 4, gain: 0.42)
      let slope = (here - there) / 0.06 * relief
      let facing = unit(0.52 + slope * 0.9)
      let grain = detail.fractal(u * 11, depth * 19, octaves: 4, gain: 0.6)
      let albedo = albedo(u, depth, here, grain)
      let lit = air.surface(albedo, sun: facing * 0.8, up: 0.85)
      let near = smoothStep(0.0, 0.42, below)
      let glow = Sky.glow(x, min(y, stage.horizon), stage: stage)
      let sheen = air.glow * (glow * glow * 0.24 * (1 - near))
      return old.under((air.veiled(lit, 0.36 * (1 - near)) * (1 - 0.20 * near) + sheen).pixel(cover))
    }
  }

  private func albedo(_ u: Float, _ depth: Float, _ form: Float, _ grain: Float) -> Light {
    let season = stage.graph.season
    switch kind {
    case .grass, .rock:
      let base = Foliage.meadow(season)
      let dry = base.mixed(Light(0xC2B25A), smoothStep(0, 0.4, form) * 0.4)
      return dry * (0.80 + grain * 0.75)
    case .sand:
      let ripple = detail.value(u * 3 + depth * 1.2, depth * 9 + form * 5)
      return Light(0xE3B67C) * (0.92 + ripple * 0.12 + grain * 0.16)
    case .snow:
      let spark: Float = grain > 0.42 ? 0.16 : 0
      return Light(0xEEF3FA) * (0.95 + grain * 0.07 + spark)
    }
  }
}
