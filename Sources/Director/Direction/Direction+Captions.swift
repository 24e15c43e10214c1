import Language
import MediaTime
import Timeline

extension Direction {
  /// Takes the captions of a voice-over away with it, where the message says nothing of captions.
  mutating func dropCaptions(
    after assembly: Assembly, _ edits: [Edit], told: inout [String]
  ) -> [Edit] {
    let isAsked = requests.contains { request in
      if case .remove(.voice) = request { true } else { false }
    }
    guard isAsked, !SoundRun(wholeOf: words).has(.captions),
      let after = try? assembly.draft.applying(.group(label: "", edits: edits)).draft
    else { return [] }
    var late = Assembly(after, drifts: false, media: lookup)
    let gone = assembly.draft.sounds(.voice).filter { after.segment($0.id) == nil }
    let captions = gone.flatMap { situation.captions(of: $0, in: after) }
    guard !captions.isEmpty else { return [] }
    let phrase = language.say("remove its captions", "一起去掉配音的字幕")
    attempt(phrase, &late, &told) { (late) throws(EditError) in
      for caption in captions {
        guard let track = late.draft.track(holding: caption.id) else { continue }
        if track.segments.count == 1 {
          try late.apply(.removeTrack(track: track.id))
        } else {
          try late.apply(.delete(caption.id, in: late.draft))
        }
      }
    }
    return late.edits
  }
}

extension Situation {
  /// The captions that show what a voice-over says while it is heard.
  fileprivate func captions(of voice: Segment, in draft: Draft) -> [Segment] {
    guard case .voice(let order)? = media.first(where: { $0.id == voice.source })?.sound else {
      return []
    }
    let spoken = order.text.letters
    let linger = Milliseconds(1000)
    return draft.tracks.filter { $0.kind == .text }.flatMap(\.segments).filter { text in
      let words = (text.text ?? "").letters
      return text.style.text?.preset == .caption && voice.start <= text.start
        && text.end <= voice.end + linger && !words.isEmpty && spoken.contains(words)
    }
  }
}

extension String {
  /// Its letters and figures alone, in small letters.
  fileprivate var letters: String { lowercased().filter { $0.isLetter || $0.isNumber } }
}
