/// A manner of drawing, laid over sheets that are drawn as nature has them.
struct Manner {
  let stage: Stage

  /// Changes all sheets to the scene's manner.
  func apply(to easel: inout Easel) {
    let stage = stage
    switch stage.graph.style {
    case .natural: bloom(on: &easel)
    case .filmNoir: easel.restyle { canvas, _ in FilmNoir(stage: stage).apply(to: &canvas) }
    case .watercolour:
      let paper = PaperTile(stage.noise("paper"), unit: stage.unit)
      easel.restyle { canvas, i in
        Watercolour(stage: stage, index: i, paper: paper).apply(to: &canvas)
      }
    case .paperCut:
      easel.restyle { canvas, i in PaperCut(stage: stage, index: i).apply(to: &canvas) }
    case .lowPoly: easel.restyle { canvas, i in LowPoly(stage: stage, index: i).apply(to: &canvas) }
    case .neon:
      easel.restyle { canvas, i in
        LineWork(stage: stage, index: i).neon(on: &canvas)
      }
    case .blueprint:
      let paper = PaperTile(stage.noise("blueprint"), unit: stage.unit)
      easel.restyle { canvas, i in
        LineWork(stage: stage, index: i).blueprint(on: &canvas, paper: paper)
      }
    }
  }

  /// The glow of what is bright, over everything near it.
  private func bloom(on easel: inout Easel) {
    let glow = easel.flat.bloom(threshold: 0.75, radius: stage.unit * 0.045)
    let amount: Float = stage.atmosphere.lamps > 0.5 ? 0.26 : 0.28
    easel.restyle { canvas, _ in canvas.add(glow, amount: amount) }
  }
}

extension Canvas {
  /// Changes the light of every pixel that isn't clear; alpha stays.
  mutating func recolour(_ change: (_ x: Int, _ y: Int, _ light: Light) -> Light) {
    for y in 0..<height {
      for x in 0..<width {
        let pixel = pixels[y * width + x]
        guard pixel.w > 0.001 else { continue }
        let light = change(x, y, pixel.light / pixel.w)
        pixels[y * width + x] = SIMD4(light * pixel.w, pixel.w)
      }
    }
  }
}
