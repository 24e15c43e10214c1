/// A voice that is somewhere else and speaks a passage at a time.
public protocol PassageVoice: Sendable {
  /// What it is called in reports.
  var name: String { get }

  /// A passage as the bytes of a WAV file.
  /// - Parameters:
  ///   - passage: a few sentences of the request's text.
  ///   - request: how they are spoken.
  /// - Throws: `SpeechError` where it can't be had.
  func wave(of passage: String, for request: SpeechRequest) async throws(SpeechError) -> [UInt8]
}

/// An engine made of a voice elsewhere, whose words are timed here.
///
/// Where a program speaks here, its words are warped onto the foreign voice; else they are spread
/// by their length over what is audible.
public struct RemoteSpeech: SpeechEngine {
  private let voice: any PassageVoice
  private let local: LocalSpeech?

  /// No passage has more characters, unless a sentence does; that may have three times as many.
  static let longestPassage = 400

  /// An engine.
  /// - Parameters:
  ///   - voice: what speaks.
  ///   - local: whose words are compared with it; nil where none is installed.
  public init(_ voice: any PassageVoice, timedBy local: LocalSpeech?) {
    self.voice = voice
    self.local = local
  }

  /// The voice's name.
  public var name: String { voice.name }

  /// Speaks a text, a few sentences at a time.
  /// - Throws: `SpeechError` where the voice can't be had or gives nothing that can be used.
  public func speak(_ request: SpeechRequest) async throws(SpeechError) -> SpokenAudio {
    let passages = Self.passages(try Narrator.text(request).phrases, of: request.text)
    var assembly = Assembly()
    var alone = WordsAlone()
    for passage in passages {
      let bytes = try await voice.wave(of: passage.text, for: request)
      let wave = try WaveReader.read(bytes)
      let words = passage.phrases.flatMap(\.words)
      let ranges = try await ranges(of: passage, in: wave, &alone)
      let pause = passage.phrases.last?.pause.seconds ?? 0
      guard assembly.append(wave, words: words, ranges: ranges, pause: pause / request.rate) else {
        throw SpeechError(
          .badSound, "The speech engine \(voice.name) gave silence; check its voice and model.")
      }
    }
    return try assembly.finished(by: voice.name)
  }

  /// Sentences that are asked for together.
  struct Passage {
    var text: String
    var phrases: [SpokenText.Phrase]
  }

  static func passages(_ phrases: [SpokenText.Phrase], of text: String) -> [Passage] {
    var passages: [[SpokenText.Phrase]] = []
    var length = 0
    var isOpen = false
    var mayBreak = false
    for phrase in phrases {
      let size = phrase.text.count
      if isOpen, !mayBreak || length + size <= longestPassage {
        passages[passages.count - 1].append(phrase)
      } else {
        passages.append([phrase])
        length = 0
      }
      length += size
      isOpen = phrase.pause != .paragraph
      mayBreak = phrase.pause >= .sentence || length > longestPassage
    }
    let starts = passages.map { $0[0].words[0].range.lowerBound }
    return passages.indices.map { index in
      let end = index + 1 < starts.count ? starts[index + 1] : text.endIndex
      let passage = text[starts[index]..<end].split(whereSeparator: \.isWhitespace)
      return Passage(text: passage.joined(separator: " "), phrases: passages[index])
    }
  }

  private func ranges(
    of passage: Passage, in wave: Waveform, _ alone: inout WordsAlone
  ) async throws(SpeechError) -> [ClosedRange<Double>] {
    var pieces: [Waveform] = []
    for phrase in passage.phrases {
      guard let voice = local?.voice(for: phrase.language) else { break }
      for word in phrase.words {
        let manner = Manner(language: phrase.language)
        pieces.append(try await alone.sound(of: word, by: voice, manner))
      }
    }
    let words = passage.phrases.flatMap(\.words)
    return pieces.count == words.count
      ? WordAligner.ranges(of: pieces, in: wave) : PaceAligner.ranges(of: words, in: wave)
  }
}
