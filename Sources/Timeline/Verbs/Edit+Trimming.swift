public import MediaTime

extension Edit {
  /// Takes `amount` from the head of a segment; a negative amount brings back what lies before.
  ///
  /// On the main video track the rest closes up and titles and music follow; on other tracks
  /// everything else stays where it is.
  ///
  /// ```
  /// before  [AAAAAAAA][BBBB]        before  ..[TTTTTTTT]..
  /// main    [AAAAA][BBBB]           other   .....[TTTTT]..
  /// ```
  /// - Throws: `EditError` where there is no such segment, or not that much to take or bring back.
  public static func trimStart(
    of segment: String, by amount: Milliseconds, in draft: Draft,
    media: MediaLookup = { _ in nil }
  ) throws(EditError) -> Edit {
    try change("trim start", draft) { (draft) throws(EditError) in
      let trim = try draft.trim(of: segment, by: amount, media: media)
      try trim.checkHead()
      try draft.alter(segment) { item, isRippling in
        item.segment.trimHead(by: amount, isStill: trim.isStill)
        item.moveOrigin(by: amount)
        if !isRippling { item.segment.start = item.segment.start + amount }
      }
    }
  }

  /// Takes `amount` from the tail of a segment; a negative amount brings back what lies behind.
  ///
  /// ```
  /// before  [AAAAAAAA][BBBB]        before  ..[TTTTTTTT]..
  /// main    [AAAAA][BBBB]           other   ..[TTTTT].....
  /// ```
  /// - Throws: `EditError` where there is no such segment, or not that much to take or bring back.
  public static func trimEnd(
    of segment: String, by amount: Milliseconds, in draft: Draft,
    media: MediaLookup = { _ in nil }
  ) throws(EditError) -> Edit {
    try change("trim end", draft) { (draft) throws(EditError) in
      let trim = try draft.trim(of: segment, by: amount, media: media)
      try trim.checkTail()
      try draft.alter(segment) { item, _ in
        item.segment.trimTail(by: amount, isStill: trim.isStill)
        item.setOrigin(length: item.segment.duration)
      }
    }
  }

  /// Keeps of a segment only `range`, counted from its own start.
  ///
  /// ```
  ///            from   to
  /// before  [AAA|AAAA|AA][BBBB]
  /// after   [AAAA][BBBB]
  /// ```
  /// - Throws: `EditError` where there is no such segment, or nothing of it in the range.
  public static func keep(
    _ range: Range<Milliseconds>, of segment: String, in draft: Draft,
    media: MediaLookup = { _ in nil }
  ) throws(EditError) -> Edit {
    guard let found = draft.segment(segment) else { throw draft.unknown(segment) }
    let range = range.clamped(to: 0..<max(found.duration, 0))
    guard !range.isEmpty else {
      throw EditError(
        .noRoom, about: segment,
        "Nothing of segment \"\(segment)\" lies there; it is \(found.duration) long.")
    }
    return try change("trim to range", draft) { (draft) throws(EditError) in
      let tail = found.duration - range.upperBound
      try draft.apply(trimEnd(of: segment, by: tail, in: draft, media: media))
      try draft.apply(trimStart(of: segment, by: range.lowerBound, in: draft, media: media))
    }
  }

  /// Makes a segment last `length`, by its tail. Stills and words stretch freely, footage and
  /// sound as far as the source goes.
  ///
  /// ```
  /// before  [AAAA][BBBB]
  /// after   [AAAAAAA][BBBB]
  /// ```
  /// - Throws: `EditError` where the source is too short; the message says how long it can be.
  public static func setLength(
    of segment: String, to length: Milliseconds, in draft: Draft,
    media: MediaLookup = { _ in nil }
  ) throws(EditError) -> Edit {
    guard let found = draft.segment(segment) else { throw draft.unknown(segment) }
    return try trimEnd(of: segment, by: found.duration - length, in: draft, media: media)
  }

  /// Takes a stretch of the film away on all tracks, and closes up.
  ///
  /// ```
  ///            range
  /// before  [AAA|AAA][BBB|BB][CCC]
  /// after   [AAA][BB][CCC]
  /// ```
  ///
  /// The film gets shorter by the length of the range. Titles and music follow as in every
  /// ripple. A transition whose clip loses its tail becomes a cut.
  /// - Throws: `EditError` where nothing of the film lies in the range, or all of it.
  public static func cut(
    _ range: Range<Milliseconds>, in draft: Draft, media: MediaLookup = { _ in nil }
  ) throws(EditError) -> Edit {
    guard let track = draft.tracks.firstIndex(where: { $0.id == draft.mainTrack?.id }) else {
      throw EditError(.noRoom, "The draft shows nothing yet, so there is nothing to cut.")
    }
    return try change("cut", draft) { (draft) throws(EditError) in
      var next = draft
      try next.reflow(track) { chain in
        chain.cut(range, isStill: { draft.isStill($0, media) }, id: draft.freshSegmentID)
      }
      guard next.tracks[track].segments != draft.tracks[track].segments else {
        throw EditError(.noRoom, "Nothing of the film lies there; it is \(draft.lastEnd) long.")
      }
      guard !next.tracks[track].segments.isEmpty else {
        throw EditError(.noRoom, "That would cut the whole film away; keep a part of it.")
      }
      draft = next
    }
  }

  /// Keeps only a stretch of the film, on all tracks.
  ///
  /// ```
  ///            range
  /// before  [AAA|AAA][BBB|BB]
  /// after   [AAA][BBB]
  /// ```
  /// - Throws: `EditError` where nothing of the film lies in the range.
  public static func keep(
    _ range: Range<Milliseconds>, in draft: Draft, media: MediaLookup = { _ in nil }
  ) throws(EditError) -> Edit {
    let end = draft.mainTrack?.segments.map(\.end).max() ?? 0
    let range = range.clamped(to: 0..<max(end, 0))
    return try change("keep", draft) { (draft) throws(EditError) in
      if range.upperBound < end {
        try draft.apply(cut(range.upperBound..<end, in: draft, media: media))
      }
      if range.lowerBound > 0 {
        try draft.apply(cut(0..<range.lowerBound, in: draft, media: media))
      }
    }
  }
}

/// A trim being checked.
private struct Trim {
  let segment: Segment
  let amount: Milliseconds
  let facts: MediaFacts?

  var isStill: Bool { facts?.kind == .image }

  func checkHead() throws(EditError) {
    try check()
    guard amount < 0, segment.source != nil, !isStill else { return }
    switch segment.style.playback ?? .normal {
    case .normal:
      guard segment.inPoint + amount.scaled(by: segment.speed) < 0 else { return }
      throw EditError(
        .noRoom, about: segment.id,
        "Segment \"\(segment.id)\" begins \(segment.inPoint) into its source; no more lies before.")
    case .reverse: try checkLonger()
    case .loop, .boomerang, .freeze: return
    }
  }

  func checkTail() throws(EditError) {
    try check()
    guard amount < 0, !isStill, segment.source != nil else { return }
    if segment.style.playback == .reverse {
      guard segment.inPoint + amount.scaled(by: segment.speed) < 0 else { return }
      throw EditError(
        .noRoom, about: segment.id,
        "Segment \"\(segment.id)\" plays back to \(segment.inPoint) of its source; no more is left."
      )
    }
    try checkLonger()
  }

  private func check() throws(EditError) {
    try amount.checkBounds(of: segment.id)
    guard segment.duration - amount > 0 else {
      throw EditError(
        .noRoom, about: segment.id,
        "Segment \"\(segment.id)\" is only \(segment.duration) long; take less, or delete it.")
    }
  }

  private func checkLonger() throws(EditError) {
    guard let longest = segment.longest(facts), segment.duration - amount > longest else { return }
    throw EditError(
      .noRoom, about: segment.id,
      "The source of segment \"\(segment.id)\" lasts for \(longest) at most, "
        + "not \(segment.duration - amount).")
  }
}

extension Draft {
  fileprivate func trim(
    of id: String, by amount: Milliseconds, media: MediaLookup
  ) throws(EditError) -> Trim {
    guard let segment = segment(id) else { throw unknown(id) }
    return Trim(segment: segment, amount: amount, facts: segment.source.flatMap(media))
  }
}
