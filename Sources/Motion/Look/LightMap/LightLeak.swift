internal import Foundation
internal import MediaTime
internal import Pixels

/// Daylight that got into the camera: warm veils from the frame's edges that wander and breathe.
struct LightLeak: Sendable {
  let strength: Double
  private let veils: [Veil]

  private struct Veil {
    var x: Double
    var y: Double
    var width: Double
    var height: Double
    var drift: Double
    var phase: Double
    var period: Double
    var color: (cb: Float, cr: Float)
    var weight: Double
  }

  init(strength: Double, seed: UInt64) {
    self.strength = strength
    let chance = Chance(seed: seed).branch(0x1E)
    let side = chance.unit(0) < 0.5 ? 0.0 : 1.0
    let colors: [(cb: Float, cr: Float)] = [(-0.44, 0.70), (-0.40, 0.42), (-0.30, 0.24)]
    veils = (0..<5).map { k in
      let edge = k == 3 ? 1 - side : side
      let outward = edge == 0 ? -1.0 : 1.0
      let core = k % 3
      return Veil(
        x: edge + outward * chance.within(0.02...0.1, k, 1) - outward * 0.06 * Double(core),
        y: chance.within(0.1...0.9, k, 2),
        width: chance.within(0.20...0.34, k, 3) * (1 - 0.2 * Double(core)),
        height: chance.within(0.4...0.9, k, 4), drift: chance.within(0.03...0.09, k, 5),
        phase: chance.unit(k, 6) * 2 * .pi, period: chance.within(5...11, k, 7),
        color: colors[core], weight: (k == 3 ? 0.5 : 1) * (core == 0 ? 1 : 0.7))
    }
  }

  /// The leak's light at a time, 64 pixels to a cell.
  func map(over size: PixelSize, at time: MediaTime) -> LightMap {
    var map = LightMap(over: size)
    for _ in 0..<4 {
      map = LightMap(width: (map.width + 1) / 2, height: (map.height + 1) / 2)
    }
    let now = time.seconds
    for veil in veils {
      let turn = 2 * Double.pi * now / veil.period + veil.phase
      let x = veil.x + veil.drift * sin(turn * 0.7)
      let y = veil.y + 2 * veil.drift * sin(turn * 0.53 + 1)
      let breath = 0.55 + 0.3 * sin(turn) + 0.15 * sin(turn * 2.3 + veil.phase)
      let peak = strength * veil.weight * breath
      let down = (0..<map.height).map { row in
        let d = ((Double(row) + 0.5) / Double(map.height) - y) / veil.height
        return exp(-d * d)
      }
      for column in 0..<map.width {
        let d = ((Double(column) + 0.5) / Double(map.width) - x) / veil.width
        let across = peak * exp(-d * d)
        for row in 0..<map.height {
          let light = Float(across * down[row])
          let at = row * map.width + column
          map.light[at] += light
          map.cb[at] += light * veil.color.cb
          map.cr[at] += light * veil.color.cr
        }
      }
    }
    return map
  }
}
