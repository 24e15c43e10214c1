internal import Foundation
internal import Pixels

/// Where beams come from: a place, and how much light each eighth of the frame lets through.
struct Source {
  let place: UnitPoint
  let field: Field

  /// Finds the brightest place in the upper part of the picture, unless it is given: within the
  /// frame where it is as bright as a lamp or the sun, at its upper edge otherwise. What is near
  /// stands in the light's way.
  init(of picture: Picture, occlusion: Occlusion?, given: UnitPoint?) {
    let size = PixelSize(width: picture.size.width / 8, height: picture.size.height / 8)
    var levels = Field(size: size)
    for row in 0..<size.height {
      let upper = picture.luma.row(8 * row + 2)
      let lower = picture.luma.row(8 * row + 6)
      for column in 0..<size.width {
        let x = 8 * column
        let sum = Int(upper[x + 2]) + Int(upper[x + 6]) + Int(lower[x + 2]) + Int(lower[x + 6])
        levels[column, row] = max(0, (Float(sum) / 4 - 16) / 219)
      }
    }
    var near = [Float](repeating: 0, count: size.width)
    var (weight, sumX, sumY, sumLevel) = (1e-9, 0.0, 0.0, 0.0)
    var field = levels
    for row in 0..<size.height {
      occlusion?.disparities(row: row, of: size.height, into: &near)
      let y = (Double(row) + 0.5) / Double(size.height)
      let upper = Float(1 - smoothstep(0.35, 0.75, y))
      for column in 0..<size.width {
        let level = levels[column, row]
        let open = 1 - Float(smoothstep(0.2, 0.6, Double(near[column])))
        let bright = Float(smoothstep(0.35, 0.95, Double(level)))
        field[column, row] = open * (0.1 + 0.9 * bright)
        let share = Double(pow(level, 10) * upper * open)
        weight += share
        sumX += share * (Double(column) + 0.5)
        sumY += share * y
        sumLevel += share * Double(level)
      }
    }
    self.field = field
    let isSun = smoothstep(0.86, 0.98, sumLevel / weight)
    place =
      given
      ?? UnitPoint(
        x: sumX / weight / Double(size.width), y: isSun * max(0, sumY / weight - 0.05))
  }
}
