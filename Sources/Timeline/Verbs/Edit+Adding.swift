public import MediaTime

extension Edit {
  /// Puts words over the picture, on the first text track with room there, else on a new one;
  /// captions keep to themselves.
  ///
  /// ```
  /// new     ..[TTTT]......
  /// film    [AAAAAAA][BBB]
  /// ```
  ///
  /// The segment's id is ``Draft/freshSegmentID()``.
  /// - Throws: `EditError` where there are no words, or the times are no times.
  public static func addText(
    _ words: String, style: TextStyle = TextStyle(), start: Milliseconds = 0,
    duration: Milliseconds, in draft: Draft
  ) throws(EditError) -> Edit {
    var segment = Segment(
      id: draft.freshSegmentID(), text: words, start: start, duration: duration)
    segment.style.text = style
    try segment.checkBounds()
    guard words.contains(where: { !$0.isWhitespace }) else {
      throw EditError(.badValue, "There are no words to show; say what the title reads.")
    }
    guard start >= 0, duration > 0 else {
      throw EditError(.badValue, "Words can't stand from \(start) for \(duration).")
    }
    let range = start..<(start + duration)
    let host = draft.tracks.first { track in
      track.kind == .text
        && track.segments.allSatisfy { other in
          (other.end <= range.lowerBound || range.upperBound <= other.start)
            && other.isCaption == segment.isCaption
        }
    }
    if let host {
      return .group(
        label: "add text",
        edits: [.insertSegment(segment: segment, track: host.id, at: nil)])
    }
    let track = Track(
      id: draft.freshTrackID(), kind: .text, name: trackName(for: style.preset),
      segments: [segment])
    return .group(label: "add text", edits: [.insertTrack(track: track, at: nil)])
  }

  private static func trackName(for preset: TextStyle.Preset) -> String {
    switch preset {
    case .title: "Title"
    case .lowerThird: "Lower third"
    case .caption, .subtitle: "Captions"
    case .watermark: "Watermark"
    case .credits: "Credits"
    }
  }

  /// Lays music under the whole film, on a new track named "BGM": faded out at the end, and
  /// looped where its source is too short.
  ///
  /// ```
  /// film    [AAAAAAA][BBB]
  /// new     [MMMMMMMMMMM\]
  /// ```
  /// - Throws: `EditError` where there is no film yet to lay it under.
  public static func addMusic(
    _ source: String, name: String? = nil, volume: Double = 1, in draft: Draft,
    media: MediaLookup = { _ in nil }
  ) throws(EditError) -> Edit {
    let length = draft.mainTrack?.segments.map(\.end).max() ?? 0
    guard length > 0 else {
      throw EditError(.noRoom, "The draft shows nothing yet; add pictures before the music.")
    }
    let segment = Segment.music(
      id: draft.freshSegmentID(), source: source, name: name, length: length, volume: volume,
      facts: media(source))
    try segment.checkBounds()
    let track = Track(id: draft.freshTrackID(), kind: .audio, name: "BGM", segments: [segment])
    let lowestText = draft.tracks.firstIndex { $0.kind == .text }
    return .group(label: "add music", edits: [.insertTrack(track: track, at: lowestText)])
  }
}

extension Segment {
  /// Music along a whole film of `length`.
  static func music(
    id: String, source: String, name: String?, length: Milliseconds, volume: Double,
    facts: MediaFacts?
  ) -> Segment {
    var style = SegmentStyle(name: name)
    style.fadeOut = min(1500, Milliseconds(length.count / 2))
    if let facts, facts.duration < length { style.playback = .loop }
    return Segment(id: id, source: source, duration: length, volume: volume, style: style)
  }
}
