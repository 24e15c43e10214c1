internal import CKernels
internal import Foundation
internal import Pixels

/// Mist: sheets that drift one behind the other, thicker with distance and towards the ground.
struct Fog {
  private let amount: Double
  private let sheet: FogSheet
  private let dither: Dither
  private let layers: [Layer]

  /// Thin mist has fewer sheets.
  init(_ amount: Double, _ sheet: FogSheet, _ dither: Dither, sheets: Int = 3) {
    layers = Array(Self.layers.prefix(sheets))
    self.amount = amount
    self.sheet = sheet
    self.dither = dither
  }

  /// One layer of mist: how large its billows are, how fast it goes and how much it counts.
  private struct Layer {
    var scale: Float
    var speed: Float
    var depth: Float
    var weight: Float
    var offset: Float
  }

  private static let layers = [
    Layer(scale: 0.55, speed: 0.006, depth: 0.1, weight: 0.44, offset: 0.13),
    Layer(scale: 0.36, speed: 0.012, depth: 0.3, weight: 0.34, offset: 0.47),
    Layer(scale: 0.22, speed: 0.021, depth: 0.7, weight: 0.22, offset: 0.81),
  ]

  func draw(on canvas: AirCanvas, _ moment: Moment) {
    let picture = canvas.picture
    var veil = Field(
      size: PixelSize(
        width: max(1, picture.size.width / 8), height: max(1, picture.size.height / 8)))
    fill(&veil, moment)
    var fine = LightMap(over: picture.size)
    var scratch = [Float](repeating: 0, count: veil.width + 2)
    kn_double(
      veil.values, Int32(veil.width), Int32(veil.height), 0, 1, &scratch, &fine.light,
      Int32(fine.width), Int32(fine.height))
    settle(&fine, canvas.occlusion)
    lay(fine, over: picture, moment.ambient)
  }

  /// Thickness of the mist, an eighth of the frame's size.
  private func fill(_ veil: inout Field, _ moment: Moment) {
    let seconds = Float(moment.seconds)
    let shape = Float(moment.width / moment.height)
    let (sx, sy) = (Float(moment.shift.x) * shape, Float(moment.shift.y))
    for row in 0..<veil.height {
      let y = (Float(row) + 0.5) / Float(veil.height)
      let low = 0.34 + 0.66 * Float(smoothstep(0.15, 0.85, Double(y)))
      for column in 0..<veil.width {
        let x = (Float(column) + 0.5) / Float(veil.width) * shape
        var sum: Float = 0
        let warp = sheet.value(
          x: x * 0.26 + 0.004 * seconds, y: y * 0.44 - 0.006 * seconds)
        for layer in layers {
          let px = (x - sx * layer.depth) * layer.scale - layer.speed * seconds + layer.offset
          let py = (y - sy * layer.depth) * layer.scale * 1.7 + layer.offset * 3
          let billow = sheet.value(x: px + 0.22 * warp, y: py + 0.3 * warp + 0.003 * seconds)
          let t = max(0, min(1, (billow - 0.36) * (1 / 0.3)))
          sum += layer.weight * t * t * (3 - 2 * t)
        }
        veil[column, row] = low * (0.3 + 0.95 * sum)
      }
    }
  }

  /// From thickness to opacity, by the law of Beer and Lambert, less of it before near things.
  private func settle(_ map: inout LightMap, _ occlusion: Occlusion?) {
    let density = Float(amount) * 1.9
    var near = [Float](repeating: 0, count: map.width)
    for row in 0..<map.height {
      if let occlusion { occlusion.disparities(row: row, of: map.height, into: &near) }
      for column in 0..<map.width {
        let far = 1 - near[column]
        let way = density * map.light[row * map.width + column] * (0.12 + 0.88 * far * far)
        let clear = 1 / (1 + way * (1 + way * (0.5 + way * (1.0 / 6))))
        map.light[row * map.width + column] = 0.96 * (1 - clear)
      }
    }
  }

  private func lay(_ map: LightMap, over picture: Picture, _ ambient: Ambient) {
    let luma = Float(min(226, 34 + 0.62 * ambient.high + 0.22 * ambient.middle))
    let cb = Float(128 + 0.55 * (ambient.cb - 128) + 1)
    let cr = Float(128 + 0.55 * (ambient.cr - 128) - 0.5)
    var cells = [Float](repeating: 0, count: map.width)
    var opacity = [Float](repeating: 0, count: picture.size.width)
    let (width, height) = (Int32(map.width), Int32(map.height))
    for row in 0..<picture.size.height {
      kn_row_between(map.light, width, height, (Float(row) + 0.5) / 4 - 0.5, &cells)
      kn_spread(cells, width, 4, 0, &opacity, Int32(picture.size.width))
      kn_veil(
        picture.luma.row(row), opacity, luma, dither.row(row), Int32(picture.size.width))
    }
    for row in 0..<picture.cb.height {
      let count = Int32(picture.cb.width)
      kn_row_between(map.light, width, height, (Float(row) + 0.5) / 2 - 0.5, &cells)
      kn_spread(cells, width, 2, 1, &opacity, count)
      kn_veil(picture.cb.row(row), opacity, cb, dither.row(row, plane: 1), count)
      kn_veil(picture.cr.row(row), opacity, cr, dither.row(row, plane: 2), count)
    }
  }
}
