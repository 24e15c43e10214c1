/// How the music of a mood is made.
struct Style: Sendable {
  /// Beats a minute that suit it.
  var tempo: ClosedRange<Double>
  var beatsPerBar = 4
  var mode: ScaleMode
  /// Tonics that suit its instruments.
  var tonics: [Int]
  /// Where the second eighth of a beat falls: ½ is straight, ⅔ a triplet.
  var swing = 0.5
  /// What swings, in beats: 1 eighths, ½ sixteenths.
  var swingUnit = 1.0
  /// How far players stray from the beat, in seconds.
  var looseness = 0.006
  /// Progressions for the themes, as Roman numerals; the second is for contrast.
  var themes: [[String]]
  /// What leads back to a theme, a bar.
  var turnarounds: [String]
  /// One or two bars before the last chord.
  var cadences: [String]
  /// The last chord.
  var finals: [String]
  /// Rhythm and gesture of the melody.
  var melody = MelodyStyle()
  /// Who plays what.
  var layers: [Layer]
  /// How it is mixed as a whole.
  var room = RoomStyle()
  /// Whether the end is the height of it; else it calms down.
  var endsHigh = false
}

/// One player's part.
struct Layer: Sendable {
  var name: String
  var instrument: Instrument
  var part: Part
  /// It plays where the section's energy is at least this…
  var from = 0.0
  /// … and at most this.
  var upTo = 1.0
  /// The keys it moves among.
  var range: ClosedRange<Int> = 48...72
  var velocity = 0.65
  var mix = TrackMix()

  enum Part: Sendable {
    case melody
    /// Long tones that answer the melody.
    case counter
    /// The melody once more, some steps away: 7 an octave up, −2 a third below.
    case doubling(steps: Int)
    case chords(ChordFigure)
    case bass(BassFigure)
    case drums(Groove)
    /// A record's crackle, as long as the music.
    case texture
  }
}

/// How a player sounds chords.
enum ChordFigure: Sendable {
  /// Held as long as the chord is.
  case held
  /// Struck by a rhythm of sixteenths: `X` accented, `x` struck, `-` held, `.` silent.
  case struck(String)
  /// Tones one by one, in this order from the lowest, each this many beats long.
  case broken(order: [Int], unit: Double, rings: Bool)
  /// Strummed by a rhythm of eighths: `d` down, `u` up, `D` accented, `.` silent.
  case strummed(String)
  /// The lowest three tones as one repeated figure.
  case ostinato(String)
}

/// How a bass plays.
enum BassFigure: Sendable {
  /// The root as long as the chord is.
  case held
  /// Quarters that lead from root to root.
  case walking
  /// A rhythm of sixteenths on tones of the chord: `r` root, `f` fifth, `o` octave, `t` third,
  /// `a` a step towards the next root, `-` held, `.` silent.
  case pattern([String])
}

/// What a melody is like.
struct MelodyStyle: Sendable {
  /// Notes a beat, about: 0 long notes, 1 eighths.
  var density = 0.5
  /// How often it rests, 0…1.
  var rests = 0.15
  /// How often it leaps, 0…1.
  var leaps = 0.25
  /// Whether it anticipates the beat.
  var syncopation = 0.2
}

/// The room and the tape that everything goes through.
struct RoomStyle: Sendable {
  /// Seconds until the reverb is 60 dB down.
  var reverbTime = 1.8
  /// Hz above which the room swallows sound.
  var damping = 6000.0
  /// Seconds before the room answers.
  var predelay = 0.02
  /// Level of the room, 0…1.
  var level = 0.6
  /// A worn tape: how far its speed wanders, 0…1.
  var wobble = 0.0
  /// Hz above which the whole is cut.
  var highCut = 20_000.0
  /// Beats between echoes.
  var echoBeats = 0.75
  /// How much of what is above 2 kHz is added once more, 0…1.
  var brightness = 0.25
  /// How much the sum is driven into saturation, 0…1.
  var drive = 0.15
}
