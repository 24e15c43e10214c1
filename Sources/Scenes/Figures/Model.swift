/// An outline drawn in its own measure: feet at the origin, y upwards, about 1 high.
struct Model {
  private(set) var path = Path()

  /// A limb: places and half widths.
  mutating func limb(_ places: [(x: Float, y: Float, r: Float)]) {
    path.addLimb(places.map { (Point($0.x, $0.y) * Model.detail, $0.r * Model.detail) })
  }

  /// An ellipse.
  mutating func ellipse(_ x: Float, _ y: Float, _ rx: Float, _ ry: Float, angle: Float = 0) {
    path.addEllipse(Point(x, y) * Model.detail, rx * Model.detail, ry * Model.detail, angle: angle)
  }

  /// A smooth outline.
  mutating func smooth(_ points: [(Float, Float)]) {
    path.addSmooth(points.map { Point($0.0, $0.1) * Model.detail })
  }

  /// A polygon.
  mutating func polygon(_ points: [(Float, Float)]) {
    path.add(points.map { Point($0.0, $0.1) * Model.detail })
  }

  /// The outline standing at `foot`, `height` pixels to a unit, facing right or left.
  func standing(at foot: Point, height: Float, facesLeft: Bool = false) -> Path {
    let scale = height / Model.detail
    return path.map { Point($0.x * (facesLeft ? -scale : scale), -$0.y * scale) + foot }
  }

  private static let detail: Float = 200
}

extension Canvas {
  /// Fills a silhouette: dark, a little lighter towards its foot where the air lies before it,
  /// with a rim of light on the side of the sun.
  mutating func fill(silhouette path: Path, stage: Stage, tone: Light? = nil, rim: Float = 1) {
    let air = stage.atmosphere
    let base = tone ?? air.silhouette
    guard let whole = Coverage(path, width: width, height: height) else { return }
    let shift = Point(-stage.sunSide * 1.1, 0.9) * max(stage.unit / 900, 0.6)
    let inner = Coverage(path.map { $0 + shift }, width: width, height: height)
    let light = (air.key * 0.8 + air.glow * 0.55) * rim
    for row in 0..<whole.height {
      for column in 0..<whole.width {
        let share = whole[column, row]
        guard share > 0.002 else { continue }
        let (x, y) = (whole.x + column, whole.y + row)
        let lit = max(share - (inner?.share(x, y) ?? 0), 0)
        let i = y * width + x
        pixels[i] = pixels[i].under((base + light * lit).pixel() * share)
      }
    }
  }
}

extension Coverage {
  /// The share of a pixel of the sheet; 0 outside the rectangle.
  func share(_ px: Int, _ py: Int) -> Float {
    guard px >= x, py >= y, px < x + width, py < y + height else { return 0 }
    return self[px - x, py - y]
  }
}

extension Atmosphere {
  /// The tone of near things seen against the light.
  var silhouette: Light {
    let tone = Light(0x2A3244) * (ambient * 0.55 + key * 0.04)
    return tone.mixed(Light(0x0A0D14), 0.35)
  }
}
