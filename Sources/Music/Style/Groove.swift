/// What a drummer plays: bars of sixteenths, fuller where the section is.
///
/// `X` is an accent, `x` a stroke, `o` a light one, `.` none.
struct Groove: Sendable {
  /// A bar of one drum, from an energy on.
  struct Line: Sendable {
    let drum: Int
    let pattern: String
    let from: Double
    let upTo: Double

    init(_ drum: Int, _ pattern: String, from: Double = 0, upTo: Double = 1) {
      self.drum = drum
      self.pattern = pattern
      self.from = from
      self.upTo = upTo
    }
  }

  var lines: [Line]
  /// Last bars of a section.
  var fills: [[Line]] = []
  /// Whether a cymbal opens full sections.
  var opensWithCrash = true
}

/// Keys of General MIDI's drum set.
enum Drum {
  static let kick = 36
  static let rim = 37
  static let snare = 38
  static let clap = 39
  static let lowTom = 45
  static let middleTom = 47
  static let highTom = 50
  static let closedHat = 42
  static let pedalHat = 44
  static let openHat = 46
  static let crash = 49
  static let ride = 51
  static let tambourine = 54
  static let shaker = 70
  static let sleighBells = 83
  static let woodBlock = 76
  static let bassDrum = 35
  static let swell = 55
  static let triangle = 81
}
