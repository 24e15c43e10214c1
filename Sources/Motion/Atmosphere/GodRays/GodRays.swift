internal import CKernels
internal import Foundation
internal import Pixels

/// Beams of light through the air: the bright and far parts of the picture, broken by slow
/// shafts, smeared away from where the light comes from (Mitchell 2007, *GPU Gems 3*, 13).
struct GodRays {
  private let amount: Double
  private let sheet: FogSheet
  private let dither: Dither

  init(_ amount: Double, _ sheet: FogSheet, _ dither: Dither) {
    self.amount = amount
    self.sheet = sheet
    self.dither = dither
  }

  func draw(on canvas: AirCanvas, _ moment: Moment) {
    let picture = canvas.picture
    guard picture.size.width >= 16 && picture.size.height >= 16 else { return }
    let source = Source(of: picture, occlusion: canvas.occlusion, given: moment.light)
    var beams = halved(source.field)
    shaft(&beams, from: source.place, moment)
    for reach in [0.62, 0.24, 0.09] { beams = smeared(beams, from: source.place, reach: reach) }
    beams = doubled(beams, to: source.field.size)
    settle(&beams, from: source.place, canvas.occlusion)
    lay(beams, over: picture, moment.ambient)
  }

  private func halved(_ field: Field) -> Field {
    var half = Field(size: field.size.halved)
    var scratch = [Float](repeating: 0, count: field.width + 4)
    kn_halve(field.values, Int32(field.width), Int32(field.height), &scratch, &half.values)
    return half
  }

  private func doubled(_ field: Field, to size: PixelSize) -> Field {
    var whole = Field(size: size)
    var scratch = [Float](repeating: 0, count: field.width + 2)
    kn_double(
      field.values, Int32(field.width), Int32(field.height), 0, 1, &scratch, &whole.values,
      Int32(size.width), Int32(size.height))
    return whole
  }

  /// Breaks the light into shafts by its direction; they shift slowly.
  private func shaft(_ field: inout Field, from place: UnitPoint, _ moment: Moment) {
    let shape = moment.width / moment.height
    let seconds = Float(moment.seconds)
    for row in 0..<field.height {
      let dy = (Double(row) + 0.5) / Double(field.height) - place.y
      for column in 0..<field.width {
        let dx = ((Double(column) + 0.5) / Double(field.width) - place.x) * shape
        let angle = Float(atan2(dy, dx) / (2 * .pi))
        let wide = sheet.value(x: angle * 2, y: 0.021 * seconds)
        let narrow = sheet.value(x: angle * 5 + 0.37, y: 0.6 - 0.033 * seconds)
        let t = max(0, min(1, (0.6 * wide + 0.4 * narrow - 0.4) * (1 / 0.2)))
        let distance = Float((dx * dx + dy * dy).squareRoot())
        let mix = min(1, distance * 6)
        field[column, row] *= 1 + mix * (0.1 + 1.3 * t * t * (3 - 2 * t) - 1)
      }
    }
  }

  /// Each value becomes a mean of those on its way to the light, `reach` of it.
  private func smeared(_ field: Field, from place: UnitPoint, reach: Double) -> Field {
    let steps = 6
    var result = field
    let (values, width) = (field.values, field.width)
    let (lx, ly) = (
      Float(place.x * Double(field.width) - 0.5), Float(place.y * Double(field.height) - 0.5)
    )
    let (right, bottom) = (Float(field.width - 1), Float(field.height - 1))
    for row in 0..<field.height {
      for column in 0..<field.width {
        let (dx, dy) = (
          (lx - Float(column)) * Float(reach) / Float(steps),
          (ly - Float(row)) * Float(reach) / Float(steps)
        )
        var (x, y) = (Float(column), Float(row))
        var sum: Float = 0
        for _ in 0..<steps {
          let (px, py) = (max(0, min(right, x)), max(0, min(bottom, y)))
          sum += values[Int(py + 0.5) &* width &+ Int(px + 0.5)]
          x += dx
          y += dy
        }
        result[column, row] = sum / Float(steps)
      }
    }
    return result
  }

  /// Fades the beams along their way, and behind what is near.
  private func settle(_ field: inout Field, from place: UnitPoint, _ occlusion: Occlusion?) {
    let shape = Double(field.width) / Double(field.height)
    var near = [Float](repeating: 0, count: field.width)
    for row in 0..<field.height {
      occlusion?.disparities(row: row, of: field.height, into: &near)
      let dy = (Double(row) + 0.5) / Double(field.height) - place.y
      for column in 0..<field.width {
        let dx = ((Double(column) + 0.5) / Double(field.width) - place.x) * shape
        let fall = Float(1 / (1 + 1.5 * (dx * dx + dy * dy)))
        let hidden = 1 - 0.85 * Float(smoothstep(0.35, 0.85, Double(near[column])))
        field[column, row] *= fall * hidden * Float(amount) * 0.85
      }
    }
  }

  private func lay(_ field: Field, over picture: Picture, _ ambient: Ambient) {
    var map = LightMap(over: picture.size)
    var half = LightMap(width: field.width, height: field.height)
    half.light = field.values
    let cb = Float((ambient.cb - 128) / 224 * 0.8 - 0.035)
    let cr = Float((ambient.cr - 128) / 224 * 0.8 + 0.022)
    half.cb = field.values.map { $0 * cb }
    half.cr = field.values.map { $0 * cr }
    map.add(half, keep: 0, weight: 1)
    map.shine(over: picture, dither)
  }
}
