internal import Foundation

/// A place on a sheet, in pixels from the left and the top.
typealias Point = SIMD2<Float>

/// Closed outlines in pixels. All of them turn the same way, so that where they overlap they
/// join rather than cancel.
struct Path: Sendable {
  private(set) var contours: [[Point]] = []

  init() {}

  /// One polygon.
  init(_ points: [Point]) { add(points) }

  /// Adds a polygon.
  mutating func add(_ points: [Point]) {
    guard points.count > 2 else { return }
    var area: Float = 0
    for i in points.indices {
      let (a, b) = (points[i], points[(i + 1) % points.count])
      area += a.x * b.y - b.x * a.y
    }
    contours.append(area < 0 ? points.reversed() : points)
  }

  /// Adds another path's outlines.
  mutating func add(_ other: Path) { contours += other.contours }

  /// Adds an upright rectangle.
  mutating func addRect(_ x: Float, _ y: Float, _ width: Float, _ height: Float) {
    add([
      Point(x, y), Point(x + width, y), Point(x + width, y + height), Point(x, y + height),
    ])
  }

  /// Adds an ellipse, turned by `angle` radians.
  mutating func addEllipse(_ centre: Point, _ rx: Float, _ ry: Float, angle: Float = 0) {
    let count = max(12, min(96, Int(max(rx, ry) * 1.5)))
    let (c, s) = (cos(angle), sin(angle))
    add(
      (0..<count).map { index in
        let t = Float(index) / Float(count) * 2 * .pi
        let (x, y) = (cos(t) * rx, sin(t) * ry)
        return centre + Point(x * c - y * s, x * s + y * c)
      })
  }

  /// Adds a smooth closed outline through `points` (Catmull & Rom 1974).
  mutating func addSmooth(_ points: [Point]) { add(Path.smooth(points, closed: true)) }

  /// Adds a limb: a smooth stroke through places, each with its half width.
  mutating func addLimb(_ places: [(point: Point, radius: Float)]) {
    guard places.count > 1 else { return }
    let centres = Path.smooth(places.map(\.point), closed: false)
    let radii = Path.smooth(places.map { Point($0.radius, 0) }, closed: false).map { max($0.x, 0) }
    var left: [Point] = []
    var right: [Point] = []
    for i in centres.indices {
      let along = centres[min(i + 1, centres.count - 1)] - centres[max(i - 1, 0)]
      let length = max((along * along).sum().squareRoot(), 1e-5)
      let normal = Point(-along.y, along.x) / length * radii[i]
      left.append(centres[i] + normal)
      right.append(centres[i] - normal)
    }
    add(left + right.reversed())
    for end in [0, centres.count - 1] where radii[end] > 0.3 {
      addEllipse(centres[end], radii[end], radii[end])
    }
  }

  /// The places of a Catmull-Rom curve through `points`, eight to a span.
  static func smooth(_ points: [Point], closed: Bool) -> [Point] {
    let count = points.count
    guard count > 2 else { return points }
    func at(_ i: Int) -> Point {
      closed ? points[(i + count) % count] : points[min(max(i, 0), count - 1)]
    }
    var result: [Point] = []
    for i in 0..<(closed ? count : count - 1) {
      let (a, b, c, d) = (at(i - 1), at(i), at(i + 1), at(i + 2))
      for step in 0..<8 {
        let t = Float(step) / 8
        let p = b * 2 + (c - a) * t
        let q = (a * 2 - b * 5 + c * 4 - d) * (t * t)
        let r = (b * 3 - a - c * 3 + d) * (t * t * t)
        result.append((p + q + r) * 0.5)
      }
    }
    if !closed { result.append(points[count - 1]) }
    return result
  }

  /// The path with each place changed.
  func map(_ change: (Point) -> Point) -> Path {
    var result = Path()
    for contour in contours { result.add(contour.map(change)) }
    return result
  }
}
