internal import Foundation
internal import Motion

/// Grass and flowers standing on a plain, larger the nearer.
struct Meadow {
  let stage: Stage

  /// Scatters grass and flowers from row `far` to row `near`, the farthest first.
  func draw(from far: Float, to near: Float, density: Float, on canvas: inout Canvas) {
    let air = stage.atmosphere
    var chance = stage.chance("meadow \(Int(density * 100))\(near > stage.height ? "near" : "")")
    let patches = stage.noise("flower patches")
    let rows = 90
    let showsFlowers = stage.graph.has(.flowers)
    for row in 0..<rows {
      let t = pow((Float(row) + 0.5) / Float(rows), 1.9)
      let y = mix(far, near, t)
      let below = max(y - stage.horizon, 1) / stage.unit
      let size = below * 0.135 * stage.unit
      guard size > 0.8 else { continue }
      let count = Int(density * stage.width / max(size * 0.42, 1.4))
      for _ in 0..<count {
        let place = Point(
          chance.within(-size, stage.width + size),
          y + chance.within(-0.5, 0.5) * (near - far) / Float(rows) * 2.2)
        let distance = 0.34 * (1 - smoothStep(0, 0.35, below))
        blade(at: place, size: size * chance.within(0.6, 1.2), distance, air, &chance, &canvas)
        guard showsFlowers else { continue }
        let depth = 1 / (below + 0.06)
        let u = (place.x - stage.width / 2) / stage.unit * depth
        let patch = patches.fractal(u * 0.8, depth * 1.3, octaves: 3)
        if chance.happens(unit(0.10 + patch * 0.75) * 0.55) {
          flower(
            at: place - Point(0, size * chance.within(0.5, 1.0)), size: size * 0.20,
            kind: patch, distance, air, &chance, &canvas)
        }
      }
    }
  }

  private func blade(
    at foot: Point, size: Float, _ distance: Float, _ air: Atmosphere, _ chance: inout ChanceStream,
    _ canvas: inout Canvas
  ) {
    let green = Foliage.meadow(stage.graph.season)
    let shade = chance.within(0.42, 1.12)
    let lit = air.surface(green * shade, sun: chance.within(0.2, 0.75), up: shade * 0.7)
    let rim = air.glow * (chance.happens(0.16) ? 0.14 : 0)
    let colour = air.veiled(lit, distance) + rim
    let bend = chance.within(-0.4, 0.4) * size
    let middle = foot + Point(bend * 0.3, -size * 0.55)
    let width = max(size * 0.055, 0.7)
    canvas.stroke(foot, middle, width: width, to: width * 0.75, colour)
    canvas.stroke(middle, foot + Point(bend, -size), width: width * 0.75, to: width * 0.2, colour)
  }

  /// Colours of flowers that grow together.
  private var colours: [Light] {
    switch stage.graph.season {
    case .autumn: [Light(0xE9A23B), Light(0xC8562E), Light(0xB86BA8), Light(0xF0E0C0)]
    default:
      [
        Light(0xE5403F), Light(0xF7F3EC), Light(0xF3C33C), Light(0x8C6AD0), Light(0xEE8DB0),
        Light(0x5B8BE0),
      ]
    }
  }

  private func flower(
    at centre: Point, size: Float, kind: Float, _ distance: Float, _ air: Atmosphere,
    _ chance: inout ChanceStream, _ canvas: inout Canvas
  ) {
    let wanted = stage.graph.palette.map(\.light)
    let tones = wanted.isEmpty ? colours : wanted + [wanted[0] * 1.2]
    let index = Int(unit(kind + 0.35 + chance.within(-0.22, 0.22)) * Float(tones.count))
    let tone = tones[min(index, tones.count - 1)]
    let facing = chance.within(0.5, 1)
    let glow = air.glow * 0.08
    func lit(_ light: Light) -> Light {
      air.veiled(air.surface(light, sun: facing, up: 0.9) + glow, distance)
    }
    if size < 3.2 {
      canvas.dab(centre, radius: max(size * 0.72, 0.8), softness: 0.5, lit(tone), alpha: 0.95)
      return
    }
    let petals = chance.pick(5..<8)
    let turn = chance.within(0, 6.28)
    let squash = chance.within(0.45, 0.95)
    for petal in 0..<petals {
      let angle = turn + Float(petal) / Float(petals) * 2 * .pi
      let at = centre + Point(cos(angle), sin(angle) * squash) * (size * 0.62)
      var path = Path()
      path.addEllipse(at, size * 0.52, size * 0.34 * squash + size * 0.08, angle: angle)
      canvas.fill(path, lit(tone * (0.80 + 0.25 * -sin(angle))))
    }
    canvas.dab(centre, radius: size * 0.26, softness: 0.4, lit(Light(0xF2C545)), alpha: 1)
  }
}
