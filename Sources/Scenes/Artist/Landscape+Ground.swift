internal import Motion
internal import Pixels

internal import Foundation

extension Landscape {
  /// The plain, water or wood that reaches from the horizon to the viewer's feet.
  func drawGround(on easel: inout Easel) {
    if graph.has(.sea) {
      drawSea(on: &easel)
    } else if graph.has(.lake) {
      drawLake(on: &easel)
    } else if graph.has(.river) {
      drawRiver(on: &easel)
    } else if graph.has(.forest) {
      drawForest(on: &easel)
    } else if graph.has(.snowfield) {
      drawPlain(.snow, on: &easel)
    } else if graph.has(.desert) {
      drawNearDunes(on: &easel)
    } else if graph.has(any: .meadow, .hills, .road) {
      drawPlain(.grass, on: &easel)
    } else if graph.has(.city) {
      drawLake(on: &easel)
    } else if graph.has(.mountains) {
      drawFoothill(on: &easel)
    }
  }

  private func drawSea(on easel: inout Easel) {
    let stormy: Float = graph.weather == .storm ? 1.7 : graph.weather == .rain ? 1.3 : 1
    let isBusy = graph.has(
      any: .city, .bridge, .mountains, .fireworks, .lanterns, .aurora, .galaxy, .rainbow)
    let world = easel.flat.halved()
    easel.ground(from: horizon, far: 0.12, moves: .water) { canvas in
      if isBusy {
        Lake(stage: stage, world: world, shore: horizon, ruffle: 1).draw(on: &canvas)
      } else {
        Sea(stage: stage, roughness: stormy).draw(on: &canvas)
      }
    }
    if graph.has(.beach) {
      easel.ground(from: horizon, far: 0.13) { canvas in
        Beach(stage: stage).draw(on: &canvas)
        canvas.erase { x, y in Beach(stage: stage).shore(x) - unit * 0.26 > y }
      }
    }
  }

  private func drawLake(on easel: inout Easel) {
    let world = easel.flat.halved()
    let ruffle: Float = graph.has(.city) ? 0.8 : 0.35
    easel.ground(from: horizon, far: 0.14, moves: .water) {
      Lake(stage: stage, world: world, shore: horizon, ruffle: ruffle).draw(on: &$0)
    }
    if !graph.has(any: .city, .bridge, .lanterns) {
      easel.upright(at: 0.9, moves: .foliage) { shorePines(on: &$0) }
    }
  }

  private func drawRiver(on easel: inout Easel) {
    let kind: LandStrip.Ground = graph.has(.snowfield) ? .snow : .grass
    let world = easel.flat.halved()
    let top = horizon + unit * 0.012
    if graph.has(any: .city, .bridge) { return drawLake(on: &easel) }
    let road = Road(stage: stage, label: "river")
    easel.ground(from: horizon, far: 0.14) { canvas in
      Ground(stage: stage, kind: kind) { _ in horizon + unit * 0.004 }.draw(on: &canvas)
      Meadow(stage: stage).draw(
        from: top, to: stage.height + unit * 0.1, density: 0.6, on: &canvas)
    }
    easel.ground(from: horizon, far: 0.14, moves: .water) { canvas in
      Lake(stage: stage, world: world, shore: horizon, ruffle: 0.5).draw(on: &canvas) { x, y in
        road.cover(x, y, from: top, width: 1.25)
      }
    }
  }

  private func drawForest(on easel: inout Easel) {
    let forest = Forest(stage: stage)
    forest.draw(on: &easel)
    if !graph.has(.campfire) {
      easel.upright(at: 0.95) { forest.frame(on: &$0) }
    }
    easel.focus = Point(stage.width * 0.5, horizon)
  }

  private func drawPlain(_ kind: LandStrip.Ground, on easel: inout Easel) {
    easel.ground(from: horizon, far: 0.14, moves: kind == .grass ? .foliage : nil) { canvas in
      let edge = stage.noise("edge")
      let swell: Float = kind == .grass && graph.has(.hills) ? 0.09 : 0.014
      Ground(stage: stage, kind: kind) { x in
        horizon + edge.fractal(x / unit * 1.1, 2, octaves: 3) * unit * swell + unit * swell * 0.7
      }.draw(on: &canvas)
      if kind == .snow {
        Conifer(stage: stage).belt(
          "firs far", count: 26, height: unit * 0.05...unit * 0.12, distance: 0.45, on: &canvas
        ) { _ in horizon + unit * 0.035 }
      }
      if kind == .grass {
        Meadow(stage: stage).draw(
          from: horizon + unit * 0.02, to: stage.height + unit * 0.08,
          density: graph.season == .winter ? 0 : 0.9, on: &canvas)
      }
      if graph.has(.road) {
        Road(stage: stage, label: "road").draw(from: horizon + unit * 0.012, on: &canvas)
      }
    }
    if kind == .snow {
      let near = easel.disparity(atFoot: horizon + unit * 0.20, from: horizon, far: 0.14)
      easel.upright(at: near, moves: .foliage) { canvas in snowyFirs(on: &canvas) }
    }
  }

  private func drawNearDunes(on easel: inout Easel) {
    for (i, part) in [(0.10, 0.20, 0.30, 0.14), (0.26, 0.34, 0.62, 0.04)].enumerated() {
      let row = horizon + (stage.height - horizon) * Float(part.0) + unit * 0.06
      let rise = unit * Float(part.1)
      let strip = LandStrip(
        stage: stage, label: "near dunes \(i)", ground: .sand, foot: row + rise * 0.35, rise: rise,
        span: unit * (1.1 + 0.5 * Float(i)), distance: Float(part.3), isNear: true)
      easel.ground(from: horizon, far: 0.14 + 0.1 * Float(i)) { canvas in
        strip.draw(on: &canvas)
        SandRipples(stage: stage).draw(from: horizon, on: &canvas)
        if i == 1, graph.has(.road) {
          Road(stage: stage, label: "road").draw(from: horizon + unit * 0.05, on: &canvas)
        }
      }
    }
  }

  private func snowyFirs(on canvas: inout Canvas) {
    let side: Float = stage.focusX > stage.width / 2 ? 0 : 1
    let conifer = Conifer(stage: stage)
    let left = side == 0 ? -unit * 0.1 : stage.width - unit * 0.5
    conifer.belt(
      "firs near", count: 9, height: unit * 0.22...unit * 0.50, distance: 0.10, from: left,
      to: left + unit * 0.6, on: &canvas
    ) { x in
      horizon + unit
        * (0.14 + 0.10 * abs(x - (side == 0 ? unit * 0.4 : stage.width - unit * 0.4)) / unit)
    }
  }

  private func drawFoothill(on easel: inout Easel) {
    easel.ground(from: horizon, far: 0.14, moves: .foliage) { canvas in
      let conifer = Conifer(stage: stage)
      let slope = stage.noise("slope")
      Ground(stage: stage, kind: graph.season == .winter ? .snow : .grass) { _ in horizon }
        .draw(on: &canvas)
      for k in 0..<8 {
        let t = Float(k + 1) / 8
        conifer.belt(
          "slope \(k)", count: Int(stage.width / unit * mix(105, 22, t)),
          height: unit * mix(0.022, 0.15, t)...unit * mix(0.06, 0.34, t), distance: 0.42 * (1 - t),
          on: &canvas
        ) { x in
          horizon + (stage.height - horizon) * (0.02 + 1.05 * t * t)
            + slope.fractal(x / unit * 1.3, t * 5, octaves: 3) * unit * (0.03 + 0.13 * t)
        }
      }
    }
  }

  /// Pines on the near shore, tall at one side, low at the other.
  private func shorePines(on canvas: inout Canvas) {
    var chance = stage.chance("shore pines")
    let conifer = Conifer(stage: stage)
    let noise = stage.noise("bank")
    let tallOnLeft = stage.focusX > stage.width / 2
    func bank(_ x: Float) -> Float {
      let (left, right) = (x / unit, (stage.width - x) / unit)
      let rise =
        0.10 * smoothStep(0.52, 0, tallOnLeft ? left : right)
        + 0.055 * smoothStep(0.34, 0, tallOnLeft ? right : left)
      return stage.height + unit * 0.012 - unit * rise
        + noise.fractal(x / unit * 6, 1, octaves: 4) * unit * 0.014
    }
    let places: [(Float, Float)] = [
      (0.26, 0.20), (0.20, 0.36), (0.02, 0.52), (0.12, 0.62), (0.325, 0.11), (0.065, 0.30),
    ]
    for (across, tall) in places {
      let x = unit * (across + chance.within(-0.012, 0.012))
      let px = tallOnLeft ? x : stage.width - x
      conifer.draw(
        at: Point(px, bank(px) + 3), height: unit * tall, distance: 0, chance: &chance, on: &canvas)
    }
    for (across, tall) in [(0.04, 0.26), (0.105, 0.17), (0.17, 0.10)] as [(Float, Float)] {
      let px = tallOnLeft ? stage.width - unit * across : unit * across
      conifer.draw(
        at: Point(px, bank(px) + 3), height: unit * tall, distance: 0, chance: &chance, on: &canvas)
    }
    Knoll(stage: stage, label: "shore", crest: bank).draw(on: &canvas)
  }
}
