/// eSpeak NG: more than a hundred languages.
struct EspeakVoice: PhraseVoice {
  let program: SpeechProgram
  let name = "espeak-ng"

  /// Its words a minute when nothing is asked.
  private static let words = 165.0

  func speaks(_ language: String) -> Bool { true }

  /// Its own names, such as `en-gb` or `fr+f2`, or a variant alone: `+f3`.
  func has(voice: String) -> Bool { Self.isName(voice) || Self.isVariant(voice) }

  func sound(of phrase: String, _ manner: Manner) async throws(SpeechError) -> Waveform {
    let speed = Int(min(max(Self.words * manner.rate, 80), 450))
    // Fifty is the voice's own; its scale goes from an octave below to about one above.
    let pitch = Int(min(max(50 + 50 * (manner.pitch - 1), 0), 99))
    let arguments = [
      "-v", voice(manner), "-s", "\(speed)", "-p", "\(pitch)", "-b", "1", "-z", "--stdin",
      "--stdout",
    ]
    return try WaveReader.read(try await program.run(arguments, input: phrase + "\n"))
  }

  private func voice(_ manner: Manner) -> String {
    let asked = manner.voice ?? (manner.gender == .female ? "+f3" : "")
    // A voice has one language; the text's others are left to theirs.
    if Self.isName(asked), Script.primaryLanguage(asked) == manner.language { return asked }
    // In version 1.51 the voice `cmn` reads the tones aloud as English numbers.
    let own =
      switch manner.language {
      case "zh": "cmn-latn-pinyin"
      case "en": "en-us"
      default: Self.isName(manner.language) ? manner.language : "en-us"
      }
    return Self.isVariant(asked) ? own + asked : own
  }

  private static func isVariant(_ word: String) -> Bool {
    word.first == "+" && isName(String(word.dropFirst()))
  }

  /// Whether a word can be a voice's name and nothing else.
  static func isName(_ word: String) -> Bool {
    word.count <= 40 && word.first?.isLetter == true
      && word.utf8.allSatisfy {
        $0 >= 0x61 && $0 <= 0x7A || $0 >= 0x41 && $0 <= 0x5A || $0 >= 0x30 && $0 <= 0x39
          || $0 == 0x2D || $0 == 0x2B
      }
  }
}
