/// A key: a tonic and whether it is minor. Written `A minor`, `F# major`, `Bb minor`.
public struct MusicKey: Hashable, Sendable {
  /// The tonic's pitch class: 0 is C, 11 is B.
  public let tonic: Int
  /// Minor rather than major.
  public let isMinor: Bool

  /// A key on a pitch class; whole octaves are taken off.
  public init(tonic: Int, isMinor: Bool) {
    self.tonic = ((tonic % 12) + 12) % 12
    self.isMinor = isMinor
  }

  /// Reads `A minor`, `f# major`, `Bb`, `E♭ min`; nil where it is no key. No mode means major.
  public init?(_ text: String) {
    let words = text.split(whereSeparator: { $0.isWhitespace || $0 == "-" })
    guard let name = words.first, let letter = name.first,
      var tonic = Self.letters[Character(letter.lowercased())]
    else { return nil }
    for sign in name.dropFirst() {
      switch sign {
      case "#", "♯": tonic += 1
      case "b", "♭": tonic -= 1
      default: return nil
      }
    }
    var isMinor = false
    for word in words.dropFirst() {
      switch word.lowercased() {
      case "major", "maj": isMinor = false
      case "minor", "min": isMinor = true
      case "sharp": tonic += 1
      case "flat": tonic -= 1
      default: return nil
      }
    }
    guard name.count <= 2, words.count <= 3 else { return nil }
    self.init(tonic: tonic, isMinor: isMinor)
  }

  private static let letters: [Character: Int] = [
    "c": 0, "d": 2, "e": 4, "f": 5, "g": 7, "a": 9, "b": 11,
  ]
  private static let majorNames = [
    "C", "Db", "D", "Eb", "E", "F", "F#", "G", "Ab", "A", "Bb", "B",
  ]
  private static let minorNames = [
    "C", "C#", "D", "Eb", "E", "F", "F#", "G", "G#", "A", "Bb", "B",
  ]
}

extension MusicKey: CustomStringConvertible {
  /// As it is read: `F# minor`.
  public var description: String {
    "\((isMinor ? Self.minorNames : Self.majorNames)[tonic]) \(isMinor ? "minor" : "major")"
  }
}

extension MusicKey: Codable {
  /// Reads the key's text.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let key = MusicKey(text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "\(text) is no key; write one like \"A minor\".")
    }
    self = key
  }

  /// Writes the key's text.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
