internal import Foundation

/// A hot-air balloon with striped gores, its basket and ropes.
struct Balloon {
  let stage: Stage

  /// Draws a balloon whose envelope has its middle at `centre` and is `width` across.
  func draw(at centre: Point, width: Float, colours: [Light], on canvas: inout Canvas) {
    let air = stage.atmosphere
    let r = width / 2
    let mouth = centre + Point(0, r * 1.42)
    var envelope = Path()
    func half(_ t: Float) -> Float {
      t < 0.42 ? r * (1 - pow(1 - t / 0.42, 2)).squareRoot()
        : r * mix(1, 0.17, pow((t - 0.42) / 0.58, 1.55))
    }
    let top = centre.y - r * 1.02
    let tall = mouth.y - top
    let right = (0...48).map { i -> Point in
      let t = Float(i) / 48
      return Point(centre.x + half(t), top + tall * t)
    }
    envelope.add(right + right.reversed().map { Point(2 * centre.x - $0.x, $0.y) })
    canvas.fill(envelope) { x, y in
      let t = unit((y - top) / tall)
      let side = min(max((x - centre.x) / max(half(t), 0.5), -1), 1)
      let angle = asin(side)
      let gore = (angle / .pi + 0.5) * 10
      let stripe = Int(gore) % colours.count
      let seam = abs(gore - gore.rounded())
      var cloth = colours[stripe]
      let band = smoothStep(0.03, 0.02, abs(t - 0.50)) + smoothStep(0.016, 0.010, abs(t - 0.57))
      cloth = cloth.mixed(Light(0xFFF4DC), unit(band) * 0.85)
      let puff = 1 - 0.20 * smoothStep(0.10, 0.0, seam)
      let front = (1 - side * side).squareRoot()
      let facing = unit(side * stage.sunSide * 0.75 + front * 0.45 + (0.42 - t) * 0.4)
      let warm = air.glow * (0.10 + 0.10 * pow(unit(side * stage.sunSide), 3))
      let lit = air.surface(cloth * puff, sun: facing * (0.45 + 0.55 * air.frontal) + 0.08, up: 1 - t)
      let flame = air.lamps > 0.5 ? Light(0xFFB860) * (cloth * (0.9 * smoothStep(0.3, 1, t))) : .zero
      return air.veiled(lit + warm * cloth + flame, 0.10).pixel()
    }
    basket(below: mouth, r: r, on: &canvas)
  }

  private func basket(below mouth: Point, r: Float, on canvas: inout Canvas) {
    let air = stage.atmosphere
    let rope = air.surface(Light(0x5A4A3C), sun: 0.2).mixed(air.silhouette, 0.5)
    let floor = mouth + Point(0, r * 0.36)
    for x in [-0.15, -0.05, 0.05, 0.15] as [Float] {
      canvas.stroke(
        mouth + Point(x * r, 0), floor + Point(x * r * 0.85, 0), width: max(r * 0.012, 0.8), rope)
    }
    var basket = Path()
    basket.add([
      floor + Point(-r * 0.155, 0), floor + Point(r * 0.155, 0), floor + Point(r * 0.125, r * 0.20),
      floor + Point(-r * 0.125, r * 0.20),
    ])
    canvas.fill(basket) { x, y in
      let weave = sin(x / r * 90) * sin(y / r * 110) * 0.12
      let lit = air.surface(Light(0x9A6A3E) * (1 + weave), sun: 0.4, up: 0.4)
      return lit.mixed(air.silhouette, 0.25).pixel()
    }
    for x in [-0.06, 0.05] as [Float] {
      var head = Path()
      head.addEllipse(floor + Point(x * r, -r * 0.055), r * 0.030, r * 0.036)
      head.addRect(floor.x + (x - 0.03) * r, floor.y - r * 0.03, r * 0.06, r * 0.05)
      canvas.fill(head, air.silhouette)
    }
  }

  /// Sets of colours for balloons.
  static let sets: [[Light]] = [
    [Light(0xE4523B), Light(0xF6B93B), Light(0xE4523B), Light(0xFFF1D6), Light(0x2F7F9E)],
    [Light(0x2F6FB0), Light(0xF4F1E6), Light(0x2F6FB0), Light(0xF0A53A), Light(0xF4F1E6)],
    [Light(0xC43F5E), Light(0xF5D061), Light(0x6B4FA0), Light(0xF5D061), Light(0xC43F5E)],
    [Light(0x2E9B84), Light(0xF8EFD8), Light(0xE8763A), Light(0xF8EFD8), Light(0x2E9B84)],
  ]
}
