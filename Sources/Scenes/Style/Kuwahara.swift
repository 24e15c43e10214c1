/// Smooths within shapes and keeps their edges: each pixel takes the mean of the calmest of the
/// four squares it is a corner of (Kuwahara et al. 1976), by summed areas (Crow 1984).
struct Kuwahara {
  private let source: Canvas
  private let radius: Int
  private var sums: [SIMD4<Float>]
  private var squares: [Float]

  init(_ source: Canvas, radius: Int) {
    self.source = source
    self.radius = radius
    let (w, h) = (source.width, source.height)
    sums = Array(repeating: .zero, count: (w + 1) * (h + 1))
    squares = Array(repeating: 0, count: (w + 1) * (h + 1))
    for y in 0..<h {
      var row = SIMD4<Float>.zero
      var square: Float = 0
      for x in 0..<w {
        let pixel = source.pixels[y * w + x]
        let tone = Kuwahara.tone(pixel)
        row += pixel
        square += tone * tone
        let i = (y + 1) * (w + 1) + x + 1
        sums[i] = sums[i - w - 1] + row
        squares[i] = squares[i - w - 1] + square
      }
    }
  }

  private static func tone(_ pixel: SIMD4<Float>) -> Float {
    min(pixel.x * 0.2126 + pixel.y * 0.7152 + pixel.z * 0.0722, 2) + pixel.w
  }

  /// Whether anything lies in these rows and columns.
  private func isDrawn(_ y0: Int, _ y1: Int, _ x0: Int, _ x1: Int) -> Bool {
    let (a, b) = (y0 * (source.width + 1), y1 * (source.width + 1))
    return sums[b + x1].w - sums[b + x0].w - sums[a + x1].w + sums[a + x0].w > 0
  }

  func filtered() -> Canvas {
    var result = source
    let (w, h) = (source.width, source.height)
    for y in 0..<h {
      let rows = [(max(y - radius, 0), y + 1), (y, min(y + radius + 1, h))]
      for x in 0..<w {
        let columns = [(max(x - radius, 0), x + 1), (x, min(x + radius + 1, w))]
        guard isDrawn(rows[0].0, rows[1].1, columns[0].0, columns[1].1) else { continue }
        var best = Float.greatestFiniteMagnitude
        for (y0, y1) in rows {
          for (x0, x1) in columns {
            let count = Float((y1 - y0) * (x1 - x0))
            let (a, b) = (y0 * (w + 1), y1 * (w + 1))
            let mean = (sums[b + x1] - sums[b + x0] - sums[a + x1] + sums[a + x0]) / count
            let square =
              (squares[b + x1] - squares[b + x0] - squares[a + x1] + squares[a + x0]) / count
            let tone = Kuwahara.tone(mean)
            let variance = square - tone * tone
            if variance < best {
              best = variance
              result.pixels[y * w + x] = mean
            }
          }
        }
      }
    }
    return result
  }
}
