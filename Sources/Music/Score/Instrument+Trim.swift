extension Instrument {
  /// Decibels that bring an instrument, playing as it mostly does, to the loudness of the others:
  /// measured with scales and chords in its range.
  var trim: Double { Self.trims[self] ?? 0 }

  private static let trims: [Instrument: Double] = [
    .electricPiano: -4.8, .celesta: 6, .glockenspiel: 7, .musicBox: 7, .vibraphone: 3.5,
    .marimba: 6.5, .tubularBells: 5, .nylonGuitar: -1, .steelGuitar: -2, .uprightBass: -1.5,
    .electricBass: -1.5, .synthBass: -1, .subBass: -4, .strings: -5, .pizzicato: 1, .cello: -1,
    .choir: -5.5, .brass: -3.5, .horn: -4.5, .flute: -1.5, .warmPad: -3, .glassPad: -3.5,
    .pluck: 4, .pulse: 3.5, .narrowPulse: 8, .triangle: -2, .drumSet: 3, .brushSet: 5,
    .drumMachine: 2.5, .orchestralDrums: -4, .noiseSet: 6,
  ]
}
