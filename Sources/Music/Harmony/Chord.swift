/// A chord: a root and what stands on it.
struct Chord: Hashable, Sendable {
  /// Pitch class of the root.
  let root: Int
  /// Semitones above the root, the root's own 0 first.
  let intervals: [Int]
  /// Pitch class of the lowest tone.
  let bass: Int

  /// Pitch classes, the root's first.
  var tones: [Int] { intervals.map { (root + $0) % 12 } }

  var third: Int { tones.count > 1 ? tones[1] : root }

  func contains(_ pitch: Int) -> Bool {
    intervals.contains { (root + $0 - pitch) % 12 == 0 }
  }

  /// Whether a pitch is a semitone above one of the chord's tones, and not one itself.
  func clashes(with pitch: Int) -> Bool {
    !contains(pitch) && (contains(pitch + 11) || contains(pitch + 1))
  }
}

extension Chord {
  /// Reads a Roman numeral over `tonic`, degrees as in the major scale: `vi7`, `bVImaj7`, `V7/3`.
  ///
  /// The numeral's case gives the third; a tail after a slash says which tone is lowest (3, 5 or
  /// 7), or `1` for the tonic held below.
  init(_ text: Substring, tonic: Int) {
    let parts = text.split(separator: "/")
    var rest = parts[0]
    var root = tonic
    while let sign = rest.first, sign == "b" || sign == "#" {
      root += sign == "b" ? -1 : 1
      rest = rest.dropFirst()
    }
    let numeral = rest.prefix { "IViv".contains($0) }
    let suffix = String(rest.dropFirst(numeral.count))
    root = (root + (Self.degrees[numeral.uppercased()] ?? 0) + 24) % 12
    let isMinor = numeral.first?.isLowercase ?? false
    let intervals = Self.intervals(suffix, isMinor: isMinor)
    self.root = root
    self.intervals = intervals
    switch parts.count > 1 ? parts[1] : "" {
    case "1": bass = tonic
    case "3": bass = (root + intervals[1]) % 12
    case "5": bass = (root + intervals[min(2, intervals.count - 1)]) % 12
    case "7": bass = (root + intervals[min(3, intervals.count - 1)]) % 12
    default: bass = root
    }
  }

  private static let degrees = [
    "I": 0, "II": 2, "III": 4, "IV": 5, "V": 7, "VI": 9, "VII": 11,
  ]

  private static func intervals(_ suffix: String, isMinor: Bool) -> [Int] {
    let third = isMinor ? 3 : 4
    return switch suffix {
    case "7": [0, third, 7, 10]
    case "maj7": [0, third, 7, 11]
    case "9": [0, third, 7, 10, 14]
    case "maj9": [0, third, 7, 11, 14]
    case "11": [0, third, 7, 10, 14, 17]
    case "13": [0, third, 7, 10, 14, 21]
    case "7b9": [0, third, 7, 10, 13]
    case "7b13": [0, third, 7, 10, 20]
    case "6": [0, third, 7, 9]
    case "69": [0, third, 7, 9, 14]
    case "add9": [0, third, 7, 14]
    case "sus2": [0, 2, 7]
    case "sus4": [0, 5, 7]
    case "7sus4": [0, 5, 7, 10]
    case "9sus4": [0, 5, 7, 10, 14]
    case "5": [0, 7]
    case "dim": [0, 3, 6]
    case "dim7": [0, 3, 6, 9]
    case "m7b5": [0, 3, 6, 10]
    case "aug": [0, 4, 8]
    default: [0, third, 7]
    }
  }
}
