internal import Pixels

/// A sheet of premultiplied linear light with alpha, which everything is drawn on.
struct Canvas: Sendable {
  let width: Int
  let height: Int
  var pixels: [SIMD4<Float>]

  /// A clear sheet.
  init(_ size: PixelSize) {
    width = size.width
    height = size.height
    pixels = Array(repeating: .zero, count: size.area)
  }

  /// Pixels across and down.
  var size: PixelSize { PixelSize(width: width, height: height) }

  /// The rows that lie at least partly between two places, in pixels from the top.
  func rows(_ from: Float, _ to: Float) -> Range<Int> {
    let first = Int(min(max(from, 0), Float(height)))
    return first..<max(Int(min(max(to + 1, 0), Float(height))), first)
  }

  /// The columns that lie at least partly between two places, in pixels from the left.
  func columns(_ from: Float, _ to: Float) -> Range<Int> {
    let first = Int(min(max(from, 0), Float(width)))
    return first..<max(Int(min(max(to + 1, 0), Float(width))), first)
  }

  /// Replaces each pixel of `rows` by what `shade` says of its centre.
  mutating func shade(
    rows: Range<Int>, _ shade: (_ x: Float, _ y: Float, _ old: SIMD4<Float>) -> SIMD4<Float>
  ) {
    for y in rows.clamped(to: 0..<height) {
      let base = y * width
      let fy = Float(y) + 0.5
      for x in 0..<width {
        pixels[base + x] = shade(Float(x) + 0.5, fy, pixels[base + x])
      }
    }
  }

  /// Lays another sheet of the same size over this one.
  mutating func lay(_ top: Canvas) {
    for i in pixels.indices where top.pixels[i].w > 0 {
      pixels[i] = pixels[i].under(top.pixels[i])
    }
  }

  /// The pixel at a place in pixels, between its neighbours; beyond the edges the edge goes on.
  func sample(_ x: Float, _ y: Float) -> SIMD4<Float> {
    let cx = min(max(x - 0.5, 0), Float(width) - 1.001)
    let cy = min(max(y - 0.5, 0), Float(height) - 1.001)
    let (ix, iy) = (Int(cx), Int(cy))
    let (fx, fy) = (cx - Float(ix), cy - Float(iy))
    let at = iy * width + ix
    let right = ix + 1 < width ? 1 : 0
    let below = iy + 1 < height ? width : 0
    let upper = pixels[at] + (pixels[at + right] - pixels[at]) * fx
    let (p, q) = (pixels[at + below], pixels[at + below + right])
    let lower = p + (q - p) * fx
    return upper + (lower - upper) * fy
  }

  /// The sheet at half the size, each pixel the mean of four.
  func halved() -> Canvas {
    var half = Canvas(size.halved)
    for y in 0..<half.height {
      let (y0, y1) = (2 * y * width, min(2 * y + 1, height - 1) * width)
      for x in 0..<half.width {
        let (x0, x1) = (2 * x, min(2 * x + 1, width - 1))
        half.pixels[y * half.width + x] =
          (pixels[y0 + x0] + pixels[y0 + x1] + pixels[y1 + x0] + pixels[y1 + x1]) * 0.25
      }
    }
    return half
  }

  /// The alpha as a field, each value the mean of a square of `step` pixels.
  func alphaField(step: Int) -> Field {
    let size = PixelSize(width: (width + step - 1) / step, height: (height + step - 1) / step)
    return Field(size: size) { fx, fy in
      var sum: Float = 0
      var count: Float = 0
      for y in fy * step..<min((fy + 1) * step, height) {
        for x in fx * step..<min((fx + 1) * step, width) {
          sum += pixels[y * width + x].w
          count += 1
        }
      }
      return sum / max(count, 1)
    }
  }
}
