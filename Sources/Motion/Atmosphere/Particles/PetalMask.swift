internal import Foundation

/// The outline and shading of a petal of cherry blossom, at sizes each half the one before, so
/// that small and blurred ones are sampled from few values.
struct PetalMask: Sendable {
  /// One size: opacity and lightness, 0…1, row after row within a clear border.
  struct Level: Sendable {
    let size: Int
    let opacity: [Float]
    let lightness: [Float]
  }

  /// From 64 values across to 8.
  let levels: [Level]

  static let shared = PetalMask()

  private init() {
    var levels = [Self.drawn(64)]
    for _ in 0..<3 { levels.append(Self.halved(levels[levels.count - 1])) }
    self.levels = levels
  }

  private static func drawn(_ size: Int) -> Level {
    var opacity = [Float](repeating: 0, count: size * size)
    var lightness = opacity
    for row in 0..<size {
      for column in 0..<size {
        let x = (Double(column) + 0.5) / Double(size) * 2.3 - 1.15
        let y = (Double(row) + 0.5) / Double(size) * 2.3 - 1.15
        let along = (y + 1) / 2
        let girth = 0.66 * pow(max(0, sin(.pi * pow(max(0, min(1, along)), 1.35))), 0.62)
        let notch = 0.17 * exp(-pow(x / 0.13, 2))
        let inside = min((girth - x.magnitude) * 7, (1 - notch - y) * 7, (y + 1) * 7)
        opacity[row * size + column] = Float(smoothstep(-0.35, 0.6, inside))
        let vein = 0.05 * cos(x * 22) * (1 - along)
        lightness[row * size + column] =
          Float(0.72 + 0.26 * smoothstep(0, 0.8, along) + vein - 0.07 * x)
      }
    }
    return Level(size: size, opacity: opacity, lightness: lightness)
  }

  private static func halved(_ level: Level) -> Level {
    let size = level.size / 2
    func half(_ values: [Float]) -> [Float] {
      (0..<size * size).map { i in
        let at = i / size * 2 * level.size + i % size * 2
        return
          (values[at] + values[at + 1] + values[at + level.size]
          + values[at + level.size + 1]) / 4
      }
    }
    return Level(size: size, opacity: half(level.opacity), lightness: half(level.lightness))
  }
}
