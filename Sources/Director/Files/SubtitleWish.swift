import Timeline

/// A clause that asks for uploaded subtitles to be laid over the film: "add the subtitles",
/// "use talk.srt", 加上字幕.
struct SubtitleWish {
  /// The subtitles that are meant.
  let medium: SubtitleMedium
  /// The message without the clause.
  let words: String

  /// What `words` ask for; nil where they ask for nothing of the kind.
  init?(_ words: String, in situation: Situation) {
    guard !situation.subtitles.isEmpty else { return nil }
    let wording = Wording(words)
    let clauses = FileClause.clauses(
      of: wording, naming: situation.subtitles.map(\.name), sorts: Self.sorts)
    for clause in clauses where clause.others == nil {
      guard let place = clause.place, let medium = situation.subtitles(meantBy: clause) else {
        continue
      }
      self.medium = medium
      self.words = wording.text(replacing: [(place, ", ")], finding: []).text
      return
    }
    return nil
  }

  private static let sorts = PhraseTrie<Bool>([
    (
      true,
      "subtitle|subtitles|subs|caption|captions|closed captions|srt|vtt|ass|ssa|字幕|字幕文件|字幕档"
    )
  ])
}

extension Situation {
  /// Those that a clause names, else the newest that are not in the film. Where all are, a
  /// voice-over may be what is to be captioned.
  fileprivate func subtitles(meantBy clause: FileClause) -> SubtitleMedium? {
    if let name = clause.name { return subtitles[name] }
    let waiting = subtitles.filter { draft.captionTracks(from: $0.id).isEmpty }
    return waiting.last ?? (draft.sounds(.voice).isEmpty ? subtitles.last : nil)
  }

  /// The subtitles that a message's first film gets without being asked.
  var arrivingSubtitles: SubtitleMedium? {
    draft.hasContent || draft.setAside != nil ? nil : subtitles.last(where: \.isNew)
  }

  /// The uploaded subtitles that have to be read before `words` are said, by their ids.
  public func subtitlesToRead(for words: String) -> [String] {
    let medium = SubtitleWish(words, in: self)?.medium ?? arrivingSubtitles
    return medium.map { [$0.id] } ?? []
  }
}
