import MediaTime

extension Draft {
  /// The draft in one line, as clients show it:
  ///
  /// ```
  /// Timeline (3 tracks): 1. Video: city timelapse (0-10s) 2. BGM: Lo-fi (0-10s, 35%) …
  /// ```
  /// - Parameters:
  ///   - language: the session's language.
  ///   - mediaName: what people call a medium, by its id, where a segment has no name of its own.
  public func summary(
    language: SpokenLanguage = .english, mediaName: (String) -> String? = { _ in nil }
  ) -> String {
    let count = tracks.count
    let head = language.say(
      "Timeline (\(count) \(count == 1 ? "track" : "tracks")):", "时间线（\(count) 条轨道）：")
    let lines = tracks.enumerated().map { index, track in
      let colon = language.say(": ", "：")
      let what = Self.summary(of: track, language, mediaName)
      return "\(index + 1). \(language.name(track))\(colon)\(what)"
    }
    guard !lines.isEmpty else { return head + language.say(" empty", "空") }
    return head + language.say(" ", "") + lines.joined(separator: " ")
  }

  private static let most = 12

  private static func summary(
    of track: Track, _ language: SpokenLanguage, _ mediaName: (String) -> String?
  ) -> String {
    if track.segments.isEmpty { return language.say("empty", "空") }
    let shown = track.segments.count > most + 1 ? most : track.segments.count
    var parts = track.segments.prefix(shown).map { segment in
      let name =
        segment.text.map(language.quote) ?? segment.style.name
        ?? segment.source.flatMap(mediaName) ?? segment.source ?? segment.id
      return name + times(of: segment, language)
    }
    let more = track.segments.count - shown
    if more > 0 { parts.append(language.say("\(more) more", "另有 \(more) 段")) }
    return language.list(parts)
  }

  private static func times(of segment: Segment, _ language: SpokenLanguage) -> String {
    let range = "\(segment.start.secondsText)-\(segment.end.secondsText)"
    var details = [language.say("\(range)s", "\(range)秒")]
    if let inset = segment.style.inset { details.append(language.name(inset.place)) }
    if segment.volume != 1 { details.append("\(segment.volume.percentText)%") }
    if segment.speed != 1 { details.append("\(segment.speed.shortText)x") }
    let text = details.joined(separator: language.say(", ", "，"))
    return language.say(" (\(text))", "（\(text)）")
  }
}
