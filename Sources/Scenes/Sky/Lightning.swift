internal import Foundation
internal import Motion

/// A forked bolt from cloud to ground, by midpoint displacement (Fournier, Fussell & Carpenter
/// 1982).
struct Lightning {
  let stage: Stage

  func draw(on canvas: inout Canvas) {
    var chance = stage.chance("lightning")
    let x = stage.width * (stage.focusX > stage.width / 2 ? 0.30 : 0.70)
    let top = Point(x + stage.unit * chance.within(-0.1, 0.1), stage.horizon * 0.10)
    let foot = Point(x + stage.unit * chance.within(-0.1, 0.1), stage.horizon + 4)
    canvas.glow(
      Point(x, stage.horizon * 0.25), radius: stage.unit * 0.75, Light(0x9DA8FF) * 0.22, power: 1.6)
    canvas.glow(
      Point(x, stage.horizon * 0.12), radius: stage.unit * 0.35, Light(0xCFD6FF) * 0.35, power: 1.4)
    bolt(on: &canvas, top, foot, width: stage.unit * 0.0042, chance: &chance, depth: 0)
  }

  private func bolt(
    on canvas: inout Canvas, _ a: Point, _ b: Point, width: Float, chance: inout ChanceStream,
    depth: Int
  ) {
    var places = [a, b]
    var sway = ((b - a) * (b - a)).sum().squareRoot() * 0.16
    for _ in 0..<6 {
      var finer: [Point] = []
      for (from, to) in zip(places, places.dropFirst()) {
        let middle =
          (from + to) / 2 + Point(chance.within(-sway, sway), chance.within(-sway, sway) / 3)
        finer += [from, middle]
      }
      places = finer + [b]
      sway *= 0.52
    }
    for (from, to) in zip(places, places.dropFirst()) {
      canvas.glow((from + to) / 2, radius: width * 9, Light(0x8C9CFF) * 0.10, power: 2)
    }
    for (from, to) in zip(places, places.dropFirst()) {
      canvas.stroke(from, to, width: width, Light(0xF4F4FF) * 2.2)
    }
    guard depth < 2 else { return }
    for i in stride(from: 8, to: places.count - 12, by: 7) where chance.happens(0.42) {
      let reach = stage.unit * chance.within(0.06, 0.2) / Float(depth + 1)
      let side: Float = chance.happens(0.5) ? 1 : -1
      let end = places[i] + Point(side * reach * chance.within(0.4, 0.9), reach)
      bolt(on: &canvas, places[i], end, width: width * 0.5, chance: &chance, depth: depth + 1)
    }
  }
}
