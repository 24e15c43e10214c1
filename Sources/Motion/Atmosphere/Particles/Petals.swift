internal import Foundation
internal import Pixels

/// Petals of blossom that tumble down the wind, each a leaf turning in space and shaded as it
/// turns.
struct Petals {
  private let amount: Double
  private let chance: Chance
  private let swirl: Swirl

  init(_ amount: Double, _ chance: Chance) {
    self.amount = amount
    self.chance = chance
    swirl = Swirl(chance.branch(1), scale: 0.8)
  }

  private static let margin = 0.2

  func draw(on canvas: AirCanvas, _ moment: Moment) {
    let count = moment.count(210 * amount)
    for petal in 0..<count {
      let u = (Double(petal) + 0.5) / Double(count)
      draw(petal, depth: 0.14 + 0.86 * pow(u, 2.3), on: canvas, moment)
    }
  }

  private func draw(_ petal: Int, depth: Double, on canvas: AirCanvas, _ moment: Moment) {
    let seconds = moment.seconds
    let speed = (0.05 + 0.17 * depth) * chance.within(0.8...1.25, petal, 1)
    let span = 1 + 2 * Self.margin
    let (py, lap) = Moment.wrapped(
      chance.unit(petal, 2) * span + speed * seconds + moment.shift.y * depth,
      length: moment.height, margin: Self.margin)
    let drift = (0.05 + 0.07 * depth) * seconds + 0.02 * sin(0.5 * seconds) * depth
    let (px, _) = Moment.wrapped(
      chance.unit(petal, 3 + 16 * lap) * span + drift + moment.shift.x * depth,
      length: moment.width, margin: Self.margin)
    let turmoil = swirl.displacement(
      x: px / moment.height, y: py / moment.height, seconds: seconds * 0.8)
    let reach = moment.height * (0.03 + 0.07 * depth)
    let turn = chance.within(0.5...1.5, petal, 4) * (chance.unit(petal, 5) < 0.5 ? -1 : 1)
    let phase = chance.unit(petal, 6) * 2 * .pi
    let tilt = 1.7 * turn * seconds + phase + 0.5 * sin(1.3 * seconds + phase)
    let size = (5 + 19 * depth) * chance.within(0.75...1.25, petal, 7) * moment.scale
    let blur = 20 * pow(max(0, depth - 0.5), 1.4) * moment.scale
    let stamp = PetalStamp(
      x: px + reach * turmoil.x, y: py + 0.6 * reach * turmoil.y, size: size, blur: blur,
      spin: turn * 0.8 * seconds + 2 * phase + 0.4 * turmoil.x, lean: phase * 3 + 0.3 * seconds,
      tilt: cos(tilt), depth: depth)
    let ambient = 0.55 + 0.45 * min(1, moment.ambient.high / 190)
    let facing = tilt.remainder(dividingBy: 2 * .pi)
    let shade = 0.80 + 0.20 * cos(facing) + 0.06 * sin(facing * 2 + 0.6)
    let pink = chance.within(0.75...1.3, petal, 8)
    canvas.petal(
      stamp, y: 16 + 222 * ambient * shade, cb: 128 - 1 * pink,
      cr: 128 + 16 * pink * (1.3 - 0.4 * shade))
  }
}

/// Where and how one petal lies on the frame.
struct PetalStamp {
  var x: Double
  var y: Double
  var size: Double
  var blur: Double
  var spin: Double
  var lean: Double
  var tilt: Double
  var depth: Double

  /// Pixels for each of the mask's two axes: turned in its plane, then seen at a slant.
  func axes() -> (ux: Double, uy: Double, vx: Double, vy: Double) {
    let thin = (tilt < 0 ? -1 : 1) * (tilt * tilt + 0.02).squareRoot() / 1.00995
    let (c, s) = (cos(lean), sin(lean))
    func seen(_ x: Double, _ y: Double) -> (Double, Double) {
      let (a, b) = (c * x + s * y, (c * y - s * x) * thin)
      return (c * a - s * b, s * a + c * b)
    }
    let reach = (size * size + blur * blur).squareRoot() * 1.15
    let u = seen(cos(spin) * reach, sin(spin) * reach)
    let v = seen(-sin(spin) * reach, cos(spin) * reach)
    return (u.0, u.1, v.0, v.1)
  }
}

extension AirCanvas {
  /// Draws a petal whose lit side has this colour.
  fileprivate func petal(_ stamp: PetalStamp, y: Double, cb: Double, cr: Double) {
    var opacity = 0.96 * min(1, pow(stamp.size / (stamp.size + 0.75 * stamp.blur), 1.3))
    if let occlusion {
      opacity *= occlusion.visible(
        depth: stamp.depth, x: stamp.x / Double(picture.size.width),
        y: stamp.y / Double(picture.size.height))
    }
    guard opacity > 0.004 else { return }
    stampPetal(picture.luma, stamp, stamp.x, stamp.y, 1, opacity, y, shaded: true)
    stampPetal(picture.cb, stamp, stamp.x / 2 + 0.25, stamp.y / 2, 0.5, opacity, cb, shaded: false)
    stampPetal(picture.cr, stamp, stamp.x / 2 + 0.25, stamp.y / 2, 0.5, opacity, cr, shaded: false)
  }

  private func stampPetal(
    _ plane: Plane, _ stamp: PetalStamp, _ x: Double, _ y: Double, _ factor: Double,
    _ opacity: Double, _ value: Double, shaded: Bool
  ) {
    let axes = stamp.axes()
    let (ux, uy) = (axes.ux * factor, axes.uy * factor)
    let (vx, vy) = (axes.vx * factor, axes.vy * factor)
    let reachX = ux.magnitude + vx.magnitude
    let reachY = uy.magnitude + vy.magnitude
    let left = max(0, Int((x - reachX - 0.5).rounded(.up)))
    let right = min(plane.width - 1, Int((x + reachX - 0.5).rounded(.down)))
    let top = max(0, Int((y - reachY - 0.5).rounded(.up)))
    let bottom = min(plane.height - 1, Int((y + reachY - 0.5).rounded(.down)))
    let area = ux * vy - uy * vx
    guard left <= right, top <= bottom, area.magnitude > 0.05 else { return }
    let sharp = stamp.size * factor / (1 + 2.2 * stamp.blur * factor / 6)
    let levels = PetalMask.shared.levels
    let level = levels[sharp > 22 ? 0 : sharp > 10 ? 1 : sharp > 3.5 ? 2 : 3]
    let half = Double(level.size) / 2
    let (ax, ay) = (Float(vy / area * half), Float(-vx / area * half))
    let (bx, by) = (Float(-uy / area * half), Float(ux / area * half))
    let limit = Float(level.size) - 1.001
    for row in top...bottom {
      let out = plane.row(row)
      let dy = Float(Double(row) + 0.5 - y)
      for column in left...right {
        let dx = Float(Double(column) + 0.5 - x)
        let s = ax * dx + ay * dy + Float(half) - 0.5
        let t = bx * dx + by * dy + Float(half) - 0.5
        guard s >= 0, t >= 0, s <= limit, t <= limit else { continue }
        let at = Int(t) * level.size + Int(s)
        let (fx, fy) = (s - Float(Int(s)), t - Float(Int(t)))
        let alpha = between(level.opacity, at, level.size, fx, fy) * Float(opacity)
        guard alpha > 0.002 else { continue }
        let old = Float(out[column])
        let light = shaded ? between(level.lightness, at, level.size, fx, fy) : 1
        let target = shaded ? 16 + (Float(value) - 16) * light : Float(value)
        out[column] = UInt8(max(0, min(255, old + (target - old) * alpha + 0.5)))
      }
    }
  }
}

@inline(__always)
private func between(_ values: [Float], _ at: Int, _ stride: Int, _ x: Float, _ y: Float) -> Float {
  let upper = values[at] + (values[at + 1] - values[at]) * x
  let lower = values[at + stride] + (values[at + stride + 1] - values[at + stride]) * x
  return upper + (lower - upper) * y
}
