/// How much of each pixel of a rectangle a path covers, 0…1, exactly: signed areas are gathered
/// along each row and summed (Levien, “font-rs”, 2016).
struct Coverage {
  let x: Int
  let y: Int
  let width: Int
  let height: Int
  private(set) var values: [Float]

  /// The coverage of `path` inside a sheet of this size; nil where they don't meet.
  init?(_ path: Path, width sheetWidth: Int, height sheetHeight: Int) {
    var low = Point(repeating: .greatestFiniteMagnitude)
    var high = Point(repeating: -.greatestFiniteMagnitude)
    for contour in path.contours {
      for point in contour {
        low = pointwiseMin(low, point)
        high = pointwiseMax(high, point)
      }
    }
    let bound = Point(Float(sheetWidth), Float(sheetHeight))
    guard low.x < bound.x, low.y < bound.y, high.x > 0, high.y > 0, low.x.isFinite,
      high.x.isFinite, low.y.isFinite, high.y.isFinite
    else { return nil }
    x = Int(max(low.x, 0))
    y = Int(max(low.y, 0))
    width = Int(min(high.x, bound.x - 0.001)) + 1 - x
    height = Int(min(high.y, bound.y - 0.001)) + 1 - y
    guard width > 0, height > 0 else { return nil }
    values = Array(repeating: 0, count: (width + 2) * height)
    for contour in path.contours {
      for i in contour.indices {
        gather(contour[i], contour[i + 1 == contour.count ? 0 : i + 1])
      }
    }
    sum()
  }

  private mutating func gather(_ from: Point, _ to: Point) {
    guard from.y != to.y else { return }
    let direction: Float = from.y < to.y ? 1 : -1
    let (a, b) = from.y < to.y ? (from, to) : (to, from)
    let slope = (b.x - a.x) / (b.y - a.y)
    let top = max(a.y - Float(y), 0)
    let bottom = min(b.y - Float(y), Float(height))
    guard top < bottom else { return }
    var across = a.x - Float(x) + (top - (a.y - Float(y))) * slope
    var row = Int(top)
    var down = top
    while row < height, down < bottom {
      let next = min(Float(row + 1), bottom)
      let dy = next - down
      let end = across + slope * dy
      deposit(row, across, end, dy * direction)
      across = end
      down = next
      row += 1
    }
  }

  private mutating func deposit(_ row: Int, _ from: Float, _ to: Float, _ amount: Float) {
    let limit = Float(width)
    let x0 = min(max(min(from, to), 0), limit)
    let x1 = min(max(max(from, to), 0), limit)
    let base = row * (width + 2)
    let first = Int(x0)
    let last = Int(x1.rounded(.up))
    if last <= first + 1 {
      let mean = (x0 + x1) / 2 - Float(first)
      values[base + first] += amount * (1 - mean)
      values[base + first + 1] += amount * mean
      return
    }
    let share = 1 / (x1 - x0)
    let head = 1 - (x0 - Float(first))
    let start = 0.5 * share * head * head
    let tail = x1 - Float(last) + 1
    let end = 0.5 * share * tail * tail
    values[base + first] += amount * start
    if last == first + 2 {
      values[base + first + 1] += amount * (1 - start - end)
    } else {
      let second = share * (1.5 - (x0 - Float(first)))
      values[base + first + 1] += amount * (second - start)
      for i in first + 2..<last - 1 { values[base + i] += amount * share }
      let before = second + Float(last - first - 3) * share
      values[base + last - 1] += amount * (1 - before - end)
    }
    values[base + last] += amount * end
  }

  private mutating func sum() {
    for row in 0..<height {
      var total: Float = 0
      let base = row * (width + 2)
      for i in 0..<width {
        total += values[base + i]
        values[base + i] = min(abs(total), 1)
      }
    }
  }

  /// The share of the pixel at a column and a row of the rectangle.
  subscript(_ column: Int, _ row: Int) -> Float { values[row * (width + 2) + column] }
}
