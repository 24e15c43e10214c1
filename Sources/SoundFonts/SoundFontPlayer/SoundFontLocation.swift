internal import Foundation

/// Where a sound font is looked for.
struct SoundFontLocation {
  /// What somebody named; nil where nobody did.
  let named: String?
  /// Where fonts are installed for all.
  var usualPlaces = [
    "/usr/share/sounds/sf2/default-GM.sf2", "/usr/share/sounds/sf2/FluidR3_GM.sf2",
    "/usr/share/sounds/sf2/TimGM6mb.sf2", "/usr/share/soundfonts/default.sf2",
    "/usr/share/soundfonts/FluidR3_GM.sf2", "/usr/local/share/soundfonts/default.sf2",
  ]

  static let variable = "KINORA_SOUND_FONT"

  init(path: String?, variables: [String: String]) {
    let text = (path ?? variables[Self.variable])?.trimmingCharacters(in: .whitespaces)
    named = text?.isEmpty == false ? text : nil
  }

  /// The font; throws where there is none.
  func font() throws(SoundFontError) -> String {
    let files = FileManager.default
    if let named {
      guard files.fileExists(atPath: named) else {
        throw SoundFontError(
          .missingFont, "There is no sound font at \(named); name a General MIDI .sf2 file.")
      }
      return named
    }
    guard let found = usualPlaces.first(where: files.fileExists(atPath:)) else {
      throw SoundFontError(
        .missingFont,
        "No General MIDI sound font is installed; install fluid-soundfont-gm, or name one with "
          + "\(Self.variable).")
    }
    return found
  }
}
