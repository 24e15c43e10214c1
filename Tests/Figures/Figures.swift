/// Prints what sound and type cost, a line of JSON a figure, for `scripts/bench --only sound type`.
///
///     figures type            what text costs a frame
///     figures sound FOLDER    music, mixing, beats; leaves what peers need in FOLDER
@main struct Figures {
  static func main() throws {
    let words = CommandLine.arguments.dropFirst()
    switch words.first {
    case "type": try TypeFigures().print()
    case "sound": try SoundFigures(folder: words.dropFirst().first ?? ".").print()
    default: Swift.print("Say which figures: type, or sound and a folder.")
    }
  }
}
