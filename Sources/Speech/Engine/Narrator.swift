/// Has a text spoken by programs, phrase by phrase.
struct Narrator {
  let voices: [any PhraseVoice]

  func speak(_ request: SpeechRequest) async throws(SpeechError) -> SpokenAudio {
    let phrases = try Self.text(request).phrases
    let voices = try voices(named: request.voice)
    let languages = Set(phrases.map(\.language))
    var assembly = Assembly()
    var engines: [String] = []
    var alone = WordsAlone()
    for phrase in phrases {
      let voice = try Self.voice(for: phrase.language, of: voices, among: languages)
      let manner = Manner(
        language: phrase.language, voice: request.voice, gender: request.gender,
        rate: request.rate, pitch: request.pitch)
      let whole = try await voice.sound(of: phrase.text, manner)
      let pieces = try await alone.sounds(of: phrase.words, by: voice, manner)
      let isAudible = assembly.append(
        whole, words: phrase.words, ranges: WordAligner.ranges(of: pieces, in: whole),
        pause: phrase.pause.seconds / request.rate)
      guard isAudible else {
        throw SpeechError(
          .badSound, "The speech engine \(voice.name) gave silence; check the text's language.")
      }
      if !engines.contains(voice.name) { engines.append(voice.name) }
    }
    return try assembly.finished(by: engines.joined(separator: "+"))
  }

  /// Those that have a voice of a name first; all where none is asked for.
  private func voices(named name: String?) throws(SpeechError) -> [any PhraseVoice] {
    guard let name else { return voices }
    let known = voices.filter { $0.has(voice: name) }
    guard !known.isEmpty else {
      throw SpeechError(
        .unknownVoice, "There is no voice of the name asked for; leave it out, or try slt or en-gb."
      )
    }
    return known + voices.filter { !$0.has(voice: name) }
  }

  /// The request's text, cut up.
  static func text(_ request: SpeechRequest) throws(SpeechError) -> SpokenText {
    guard request.text.count <= SpeechRequest.longestText else {
      throw SpeechError(
        .badText,
        "The text has more than \(SpeechRequest.longestText) characters; say it in parts.")
    }
    let text = SpokenText(request.text, language: request.language)
    guard !text.phrases.isEmpty else {
      throw SpeechError(.badText, "There is nothing to say in the text; give some words.")
    }
    return text
  }

  /// The first voice that has the language; a text in several languages stays with one program
  /// where it can, so that it sounds like one speaker.
  static func voice(
    for language: String, of voices: [any PhraseVoice], among languages: Set<String>
  ) throws(SpeechError) -> any PhraseVoice {
    let all = voices.first { voice in languages.allSatisfy(voice.speaks) }
    guard let voice = all ?? voices.first(where: { $0.speaks(language) }) else {
      throw SpeechError(
        .unknownVoice, "No voice for the language \(language) is installed; install espeak-ng.")
    }
    return voice
  }
}

/// Words spoken one by one, each kind once.
struct WordsAlone {
  private struct Key: Hashable {
    var text: String
    var voice: String
    var manner: Manner
  }

  private var known: [Key: Waveform] = [:]

  /// The words' sounds; none for a single word, which is its phrase.
  mutating func sounds(
    of words: [SpokenText.Word], by voice: any PhraseVoice, _ manner: Manner
  ) async throws(SpeechError) -> [Waveform] {
    guard words.count > 1 else { return [] }
    var sounds: [Waveform] = []
    for word in words { sounds.append(try await sound(of: word, by: voice, manner)) }
    return sounds
  }

  mutating func sound(
    of word: SpokenText.Word, by voice: any PhraseVoice, _ manner: Manner
  ) async throws(SpeechError) -> Waveform {
    // With its full stop, or “Dr.” would be two letters.
    let text = word.text + (word.punctuation == "." ? "." : "")
    let key = Key(text: text, voice: voice.name, manner: manner)
    if let sound = known[key] { return sound }
    let sound = try await voice.sound(of: text, manner)
    known[key] = sound
    return sound
  }
}
