internal import Foundation

/// Air in slow turmoil: the curl of a few travelling waves (after curl noise, Bridson 2007), so
/// that neighbours go together and nothing gathers or thins out.
struct Swirl {
  private let waves: [(kx: Double, ky: Double, speed: Double, phase: Double, size: Double)]

  init(_ chance: Chance, scale: Double = 1) {
    waves = (0..<4).map { k in
      let angle = chance.unit(k, 1) * 2 * .pi
      let number = 2 * Double.pi * scale * chance.within(0.7...1.6, k, 2) * (k < 2 ? 1 : 2.1)
      return (
        cos(angle) * number, sin(angle) * number,
        chance.within(0.5...1.1, k, 3) * (k < 2 ? 1 : 1.7),
        chance.unit(k, 4) * 2 * .pi, (k < 2 ? 1 : 0.45) / number
      )
    }
  }

  /// Displacement at a place (in frame heights) and time, of a size about 1.
  func displacement(x: Double, y: Double, seconds: Double) -> (x: Double, y: Double) {
    var (dx, dy) = (0.0, 0.0)
    for wave in waves {
      let slope =
        cos(wave.kx * x + wave.ky * y + wave.speed * seconds + wave.phase) * wave.size
      dx += slope * wave.ky
      dy -= slope * wave.kx
    }
    return (dx * 0.5, dy * 0.5)
  }
}
