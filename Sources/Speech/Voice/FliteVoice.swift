import Foundation

/// Flite (Black and Lenzo, “Flite: a small fast run-time synthesis engine”, 2001): English.
struct FliteVoice: PhraseVoice {
  let program: SpeechProgram
  let name = "flite"

  /// Its voices, the clearest first, with the mean of each one's pitch in hertz.
  static let voices: [(name: String, pitch: Double)] = [
    ("slt", 172), ("rms", 100), ("awb", 128), ("kal16", 105), ("kal", 105),
  ]

  func speaks(_ language: String) -> Bool { language == "en" }

  func has(voice: String) -> Bool { Self.voices.contains { $0.name == voice } }

  func sound(of phrase: String, _ manner: Manner) async throws(SpeechError) -> Waveform {
    let named = manner.voice ?? (manner.gender == .male ? "rms" : nil)
    let chosen = Self.voices.first { $0.name == named } ?? Self.voices[0]
    // Its output has to be a file: it goes back to write the header.
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "kinora-speech-\(UUID().uuidString)")
    do {
      try FileManager.default.createDirectory(
        at: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    } catch {
      throw SpeechError(
        .engineFailed, "No folder can be made for the speech; see that the disk has room.")
    }
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "speech.wav")
    var arguments = ["-voice", chosen.name]
    if manner.rate != 1 { arguments += ["--setf", "duration_stretch=\(1 / manner.rate)"] }
    if manner.pitch != 1 {
      arguments += ["--setf", "int_f0_target_mean=\(chosen.pitch * manner.pitch)"]
    }
    arguments += ["-f", "/dev/stdin", "-o", file.path]
    _ = try await program.run(arguments, input: Self.plain(phrase) + "\n", in: folder.path)
    return try WaveReader.read(try contents(of: file))
  }

  private func contents(of file: URL) throws(SpeechError) -> [UInt8] {
    let attributes = try? FileManager.default.attributesOfItem(atPath: file.path)
    let size = (attributes?[.size] as? Int) ?? 0
    guard attributes?[.type] as? FileAttributeType == .typeRegular, size > 0 else {
      throw SpeechError(
        .badSound, "The speech engine flite gave no sound; check that it is whole.")
    }
    guard size <= program.mostBytes, let data = try? Data(contentsOf: file) else {
      throw SpeechError(
        .badSound, "The speech engine flite gave more sound than is read; try a shorter text.")
    }
    return Array(data)
  }

  /// The phrase in the ASCII that Flite reads.
  static func plain(_ phrase: String) -> String {
    let named = phrase.replacing("&", with: " and ")
    let folded = named.folding(options: .diacriticInsensitive, locale: nil)
    var plain = ""
    for scalar in folded.unicodeScalars {
      switch scalar {
      case "‘", "’", "ʼ": plain += "'"
      case "–", "—", "…": plain += ", "
      case "€": plain += " euros "
      case "£": plain += " pounds "
      case "ß": plain += "ss"
      case "æ": plain += "ae"
      case "ø": plain += "o"
      default: plain += scalar.isASCII ? String(scalar) : " "
      }
    }
    return plain
  }
}
