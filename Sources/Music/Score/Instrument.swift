/// What plays a track.
public enum Instrument: String, CaseIterable, Hashable, Sendable, Codable {
  /// A grand piano.
  case piano
  /// A tine piano.
  case electricPiano
  /// A celesta.
  case celesta
  /// A glockenspiel.
  case glockenspiel
  /// A music box.
  case musicBox
  /// A vibraphone.
  case vibraphone
  /// A marimba.
  case marimba
  /// Tubular bells.
  case tubularBells
  /// A guitar with nylon strings.
  case nylonGuitar
  /// A guitar with steel strings.
  case steelGuitar
  /// A double bass, plucked.
  case uprightBass
  /// An electric bass, fingered.
  case electricBass
  /// A synthesiser's bass.
  case synthBass
  /// A bass that is felt more than heard.
  case subBass
  /// A section of strings.
  case strings
  /// A section of strings that plays short.
  case pizzicato
  /// A cello.
  case cello
  /// A harp.
  case harp
  /// Kettledrums.
  case timpani
  /// A choir.
  case choir
  /// A section of brass.
  case brass
  /// Horns.
  case horn
  /// A flute.
  case flute
  /// A clarinet.
  case clarinet
  /// A whistle.
  case whistle
  /// A soft pad of a synthesiser.
  case warmPad
  /// A glassy pad of a synthesiser.
  case glassPad
  /// A synthesiser's lead.
  case lead
  /// A synthesiser's pluck.
  case pluck
  /// A square wave, as a game console has it.
  case pulse
  /// A narrow pulse, as a game console has it.
  case narrowPulse
  /// A triangle wave, as a game console has it.
  case triangle
  /// An acoustic drum set; pitches are the keys of General MIDI.
  case drumSet
  /// A drum set played with brushes.
  case brushSet
  /// A drum machine.
  case drumMachine
  /// The drums of an orchestra.
  case orchestralDrums
  /// Noise as a game console has it.
  case noiseSet
  /// The crackle of a record.
  case crackle

  /// Whether pitches are drums rather than tones.
  public var isPercussion: Bool {
    switch self {
    case .drumSet, .brushSet, .drumMachine, .orchestralDrums, .noiseSet, .crackle: true
    default: false
    }
  }

  /// The program of General MIDI that is nearest, from 0; for drums, the kit's.
  public var program: Int { Self.programs[self] ?? 0 }

  private static let programs: [Instrument: Int] = [
    .piano: 0, .electricPiano: 4, .celesta: 8, .glockenspiel: 9, .musicBox: 10, .vibraphone: 11,
    .marimba: 12, .tubularBells: 14, .nylonGuitar: 24, .steelGuitar: 25, .uprightBass: 32,
    .electricBass: 33, .synthBass: 38, .subBass: 39, .strings: 48, .pizzicato: 45, .cello: 42,
    .harp: 46, .timpani: 47, .choir: 52, .brass: 61, .horn: 60, .flute: 73, .clarinet: 71,
    .whistle: 78, .warmPad: 89, .glassPad: 92, .lead: 81, .pluck: 84, .pulse: 80,
    .narrowPulse: 80, .triangle: 79, .drumSet: 0, .brushSet: 40, .drumMachine: 25,
    .orchestralDrums: 48, .noiseSet: 24, .crackle: 0,
  ]
}
