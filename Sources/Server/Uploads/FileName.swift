import Foundation

/// Names of files as strangers send them, made fit to be kept and shown.
enum FileName {
  /// Bytes of a name that are kept at most, in UTF-8.
  static let limit = 200

  /// The last component of a path, without control characters and marks that turn the writing
  /// direction, with its extension where it has to be shortened; `file` where nothing is left.
  static func cleaned(_ name: String) -> String {
    let last = name.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last ?? ""
    var scalars = String.UnicodeScalarView()
    for scalar in last.unicodeScalars where !isUnwanted(scalar) { scalars.append(scalar) }
    let clean = String(scalars).trimmingCharacters(in: .whitespaces)
    guard !clean.allSatisfy({ $0 == "." }) else { return "file" }
    return shortened(clean)
  }

  private static func isUnwanted(_ scalar: UnicodeScalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator, .surrogate: true
    default: scalar.properties.isBidiControl || scalar == "\u{FEFF}"
    }
  }

  private static func shortened(_ name: String) -> String {
    guard name.utf8.count > limit else { return name }
    var stem = name[...]
    var ending = ""
    if let dot = name.lastIndex(of: "."), dot != name.startIndex,
      name[dot...].utf8.count <= 16
    {
      stem = name[..<dot]
      ending = String(name[dot...])
    }
    var short = ""
    for character in stem {
      guard short.utf8.count + character.utf8.count + ending.utf8.count <= limit else { break }
      short.append(character)
    }
    // One character can be longer than a whole name.
    return (short.isEmpty ? "file" : short) + ending
  }
}
