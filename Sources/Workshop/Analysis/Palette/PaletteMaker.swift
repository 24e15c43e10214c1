internal import Pixels

/// Collects the colours of pictures and finds the few that stand for all.
///
/// Colours are counted in 32 steps a channel; their means are grouped by k-means in OKLab, begun
/// from colours that are both frequent and far from each other (Celebi, "Improving the performance
/// of k-means for color quantization", 2011), so that nothing depends on chance.
struct PaletteMaker {
  private struct Bin {
    var count = 0
    var red = 0
    var green = 0
    var blue = 0
  }

  private var bins: [Int: Bin] = [:]

  private static let mostColors = 5
  /// About as many samples of each picture count.
  private static let samples = 2_500
  private static let rounds = 40

  /// Adds a picture; what is transparent doesn't count.
  mutating func add(_ picture: Picture) {
    let size = picture.size
    let step = max(1, Int((Double(size.area) / Double(Self.samples)).squareRoot()))
    let shift = picture.isFullChroma ? 0 : 1
    for y in stride(from: step / 2, to: size.height, by: step) {
      for x in stride(from: step / 2, to: size.width, by: step) {
        if let alpha = picture.alpha, alpha[x, y] < 128 { continue }
        count(
          Int(picture.luma[x, y]), Int(picture.cb[x >> shift, y >> shift]),
          Int(picture.cr[x >> shift, y >> shift]))
      }
    }
  }

  /// BT.709 of limited range, to sRGB's numbers.
  private mutating func count(_ y: Int, _ cb: Int, _ cr: Int) {
    let luma = Double(y - 16) * 255 / 219
    let (u, v) = (Double(cb - 128) * 255 / 224, Double(cr - 128) * 255 / 224)
    func value(_ sum: Double) -> Int { Int(min(max(sum, 0), 255).rounded()) }
    let red = value(luma + 1.5748 * v)
    let green = value(luma - 0.1873 * u - 0.4681 * v)
    let blue = value(luma + 1.8556 * u)
    var bin = bins[(red >> 3) << 10 | (green >> 3) << 5 | blue >> 3] ?? Bin()
    bin.count += 1
    bin.red += red
    bin.green += green
    bin.blue += blue
    bins[(red >> 3) << 10 | (green >> 3) << 5 | blue >> 3] = bin
  }

  /// At most five colours, the one that covers most first.
  var colors: [String] {
    let points = bins.sorted { $0.key < $1.key }.map { _, bin in
      let total = Double(bin.count) * 255
      return (
        color: PerceptualColor(
          red: Double(bin.red) / total, green: Double(bin.green) / total,
          blue: Double(bin.blue) / total),
        weight: Double(bin.count)
      )
    }
    var centers = Self.seeds(points)
    var members: [Int] = []
    for _ in 0..<Self.rounds {
      let nearest = points.map { Self.nearest(to: $0.color, of: centers) }
      if nearest == members { break }
      members = nearest
      for index in centers.indices {
        let own = points.indices.filter { members[$0] == index }.map { points[$0] }
        if !own.isEmpty { centers[index] = PerceptualColor.mean(own) }
      }
    }
    var weights = [Double](repeating: 0, count: centers.count)
    for (point, member) in zip(points, members) { weights[member] += point.weight }
    let order = centers.indices.filter { weights[$0] > 0 }.sorted { weights[$0] > weights[$1] }
    var told: [String] = []
    for hex in order.map({ centers[$0].hex }) where !told.contains(hex) { told.append(hex) }
    return told
  }

  private typealias Point = (color: PerceptualColor, weight: Double)

  private static func seeds(_ points: [Point]) -> [PerceptualColor] {
    guard let first = points.max(by: { $0.weight < $1.weight }) else { return [] }
    var seeds = [first.color]
    var distances = points.map { $0.color.squaredDistance(to: first.color) }
    while seeds.count < min(mostColors, points.count) {
      let score = { (index: Int) in distances[index] * points[index].weight }
      guard let next = points.indices.max(by: { score($0) < score($1) }), score(next) > 0 else {
        break
      }
      seeds.append(points[next].color)
      for index in points.indices {
        distances[index] = min(
          distances[index], points[index].color.squaredDistance(to: points[next].color))
      }
    }
    return seeds
  }

  private static func nearest(to color: PerceptualColor, of centers: [PerceptualColor]) -> Int {
    var best = (index: 0, distance: Double.infinity)
    for (index, center) in centers.enumerated() {
      let distance = color.squaredDistance(to: center)
      if distance < best.distance { best = (index, distance) }
    }
    return best.index
  }
}
