import Foundation
import Language
import Timeline

/// Reads a run of words as a wish that something be spoken.
struct VoiceOrder {
  let run: SoundRun
  let situation: Situation
  let language: SpokenLanguage

  /// What is asked for; nil where nothing is to be spoken.
  var order: SoundOrder? {
    guard !run.has(.remove), let text, !text.isEmpty else { return nil }
    var voice = VoiceOver(text)
    for case .manner(let manner) in run.terms {
      switch manner {
      case .female: voice.gender = .female
      case .male: voice.gender = .male
      case .slow: voice.rate = 0.85
      case .fast: voice.rate = 1.2
      case .english: voice.language = .english
      case .chinese: voice.language = .chinese
      }
    }
    if let pace = run.pace { voice.rate *= pace }
    let captions: CaptionWish? = run.has(.karaoke) ? .karaoke : run.has(.captions) ? .plain : nil
    return SoundOrder(
      recipe: .voice(voice), name: Self.name(of: text), cue: SoundCue(run), level: run.level,
      captions: captions, place: place)
  }

  /// What is quoted behind "voice-over" or "say"; else what the titles say, where those are to
  /// be read.
  private var text: String? {
    // "Make the title say “Hello”" is about the title.
    guard run.has(.voice) || run.has(.say) && !(run.has(.title) && run.hasQuote) else {
      return nil
    }
    let quoted = run.elements.compactMap { if case .quote(let text) = $0 { text } else { nil } }
    if !quoted.isEmpty {
      return quoted.joined(separator: " ").trimmingCharacters(in: .whitespacesAndNewlines)
    }
    guard run.has(.title) || run.has(.captions) else { return nil }
    let texts = situation.draft.tracks.filter { $0.kind == .text }.flatMap(\.segments)
      .sorted { $0.start < $1.start }
    let wanted = texts.filter { segment in
      let preset = segment.style.text?.preset ?? .title
      let isCaption = preset == .caption || preset == .subtitle
      return run.has(.captions) ? isCaption : !isCaption
    }
    return wanted.compactMap(\.text).joined(separator: ". ")
  }

  /// From the verb, or from the word for a voice, to the end of what is said of it.
  private var place: Range<Int> {
    let first = run.elements.firstIndex { element in
      switch element {
      case .term(.add), .term(.make), .term(.with), .term(.voice), .term(.say): true
      default: false
      }
    }
    return (run.opensClause ? run : run.dropping(first ?? 0)).place
  }

  /// The first words.
  private static func name(of text: String) -> String {
    let line = text.split(whereSeparator: \.isNewline).first.map(String.init) ?? text
    return line.count > 24 ? String(line.prefix(23)) + "…" : line
  }
}
