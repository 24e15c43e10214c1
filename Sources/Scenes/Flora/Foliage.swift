/// The colours of plants through the year.
enum Foliage {
  /// Grass.
  static func meadow(_ season: SceneGraph.Season) -> Light {
    switch season {
    case .spring: Light(0x86B24C)
    case .summer: Light(0x6E9A44)
    case .autumn: Light(0xB59A4C)
    case .winter: Light(0xE6ECF2)
    }
  }

  /// Leaves, several for a wood that isn't of one colour.
  static func leaves(_ season: SceneGraph.Season) -> [Light] {
    switch season {
    case .spring: [Light(0x8DB94F), Light(0xA7C765), Light(0xF3B6CC), Light(0x76A548)]
    case .summer: [Light(0x4F7F36), Light(0x5F8F3C), Light(0x3F6F34), Light(0x749C44)]
    case .autumn: [Light(0xD9822B), Light(0xC4501F), Light(0xE0A93A), Light(0x9E3A22)]
    case .winter: [Light(0x5B5550), Light(0x6A625C), Light(0xC9D2DC), Light(0x4A4644)]
    }
  }

  /// Needles of pines and firs.
  static let needles = Light(0x2C4A38)
}
