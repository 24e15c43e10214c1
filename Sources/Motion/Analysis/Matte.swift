internal import Pixels

/// The subject cut out softly: colours of what stands out against colours of the rest, in turns
/// (after Rother, Kolmogorov & Blake 2004), the cut smoothed by a guided filter instead of a graph
/// cut.
struct Matte {
  /// 1 on the subject, 0 elsewhere.
  let field: Field
  /// How convincing the boundary is all the way round, 0…1.
  let confidence: Double
  /// Share of the picture.
  let area: Double

  private static let rounds = 4
  private static let levels = 12

  init(_ picture: PictureFields, saliency: Field, sky: Field?) {
    let bins = Self.bins(of: picture)
    var belief = saliency.map { max(0.02, min(0.98, ($0 - 0.35) * 1.6 + 0.5)) }
    let prior = belief
    for _ in 0..<Self.rounds {
      let inside = Self.histogram(bins, weights: belief.values)
      let outside = Self.histogram(bins, weights: belief.values.map { 1 - $0 })
      var posterior = Field(size: picture.size)
      for i in bins.indices {
        let (a, b) = (inside[bins[i]], outside[bins[i]])
        let likelihood = a / (a + b)
        let p = prior.values[i]
        let joint = likelihood * p / (likelihood * p + (1 - likelihood) * (1 - p))
        posterior.values[i] = sky.map { joint * (1 - $0.values[i]) } ?? joint
      }
      let smooth = posterior.guided(by: picture.luma, radius: 5, epsilon: 0.001)
      belief = smooth.map { value in
        let t = max(0, min(1, (value - 0.2) / 0.6))
        return t * t * (3 - 2 * t)
      }
    }
    field = belief.guided(by: picture.luma, radius: 2, epsilon: 0.0005)
      .map { max(0, min(1, $0)) }
    area = Double(field.mean)
    confidence = Self.confidence(field, gradient: picture.gradient, area: area)
  }

  private static func bins(of picture: PictureFields) -> [Int] {
    picture.luma.values.indices.map { i in
      func level(_ value: Float) -> Int {
        max(0, min(levels - 1, Int(value * Float(levels))))
      }
      return
        (level(picture.luma.values[i]) * levels + level(picture.blue.values[i] * 1.5 + 0.5))
        * levels + level(picture.red.values[i] * 1.5 + 0.5)
    }
  }

  private static func histogram(_ bins: [Int], weights: [Float]) -> [Float] {
    var counts = [Float](repeating: 0, count: levels * levels * levels)
    for (bin, weight) in zip(bins, weights) { counts[bin] += weight }
    let sum = max(counts.reduce(0, +), 1e-3)
    return counts.map { ($0 + 0.01) / sum }
  }

  /// Strong edges along the boundary, little between yes and no, and no more than a side of the
  /// picture touched.
  private static func confidence(_ field: Field, gradient: Field, area: Double) -> Double {
    guard area > 0.02, area < 0.6 else { return 0 }
    let size = field.size
    var (boundary, strong, unsure) = (0, 0, 0)
    for y in 1..<size.height - 1 {
      for x in 1..<size.width - 1 {
        let here = field[x, y]
        if here > 0.15, here < 0.85 { unsure += 1 }
        guard here >= 0.5,
          min(field[x - 1, y], field[x + 1, y], field[x, y - 1], field[x, y + 1]) < 0.5
        else { continue }
        boundary += 1
        var steepest: Float = 0
        for dy in -1...1 {
          for dx in -1...1 { steepest = max(steepest, gradient[x + dx, y + dy]) }
        }
        if steepest > 0.06 { strong += 1 }
      }
    }
    guard boundary > 0 else { return 0 }
    let edges = Double(strong) / Double(boundary)
    let decided = 1 - min(1, Double(unsure) / (area * Double(size.area)))
    let compact = min(1, 7 * (area * Double(size.area)).squareRoot() / Double(boundary))
    return edges * decided * compact
  }
}
