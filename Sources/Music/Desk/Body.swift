/// A resonance of the wood that an instrument's strings are on.
struct Body {
  /// In Hz.
  let frequency: Double
  let quality: Double
  /// How much of it is added, 1 as much as the strings themselves.
  let level: Float

  /// The resonances of an instrument; all its notes share them.
  static func resonances(of instrument: Instrument) -> [Body] { bodies[instrument] ?? [] }

  private static let bodies: [Instrument: [Body]] = [
    .nylonGuitar: [
      Body(frequency: 105, quality: 4, level: 0.5),
      Body(frequency: 205, quality: 3, level: 0.35),
      Body(frequency: 420, quality: 2, level: 0.25),
    ],
    .steelGuitar: [
      Body(frequency: 110, quality: 4, level: 0.4),
      Body(frequency: 220, quality: 3, level: 0.35),
      Body(frequency: 2600, quality: 1.5, level: 0.2),
    ],
    .harp: [
      Body(frequency: 180, quality: 2, level: 0.4),
      Body(frequency: 400, quality: 2, level: 0.2),
    ],
    .uprightBass: [
      Body(frequency: 98, quality: 3, level: 0.7),
      Body(frequency: 180, quality: 3, level: 0.4),
      Body(frequency: 700, quality: 1.5, level: 0.25),
    ],
    .electricBass: [
      Body(frequency: 90, quality: 1.2, level: 0.4)
    ],
    .pizzicato: [
      Body(frequency: 290, quality: 2.5, level: 0.7),
      Body(frequency: 480, quality: 2.5, level: 0.5),
      Body(frequency: 1000, quality: 1.5, level: 0.3),
    ],
  ]
}
