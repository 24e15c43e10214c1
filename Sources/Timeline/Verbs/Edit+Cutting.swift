public import MediaTime

extension Edit {
  /// Splits a segment in two at `time` of the film; nothing that is seen or heard changes.
  ///
  /// ```
  ///             time
  /// before  [AAAAAAA][BB]
  /// after   [AAA][AAA][BB]
  /// ```
  ///
  /// The second part has the id ``Draft/freshSegmentID()``. A camera move goes on across the cut.
  /// - Throws: `EditError` where the time isn't inside the segment, or in one of its transitions.
  public static func split(
    _ segment: String, at time: Milliseconds, in draft: Draft,
    media: MediaLookup = { _ in nil }
  ) throws(EditError) -> Edit {
    try split(segment, at: time, id: draft.freshSegmentID(), in: draft, media: media)
  }

  static func split(
    _ segment: String, at time: Milliseconds, id: String, in draft: Draft, media: MediaLookup
  ) throws(EditError) -> Edit {
    let place = try draft.place(of: segment)
    let found = draft.tracks[place.track].segments[place.index]
    guard found.start < time, time < found.end else {
      throw EditError(
        .noRoom, about: segment,
        "Segment \"\(segment)\" runs from \(found.start) to \(found.end); split it in between.")
    }
    let calm = draft.tracks[place.track].calm(of: place.index)
    guard calm.lowerBound <= time, time <= calm.upperBound else {
      throw EditError(
        .noRoom, about: segment,
        "At \(time) segment \"\(segment)\" is in a transition; "
          + "split it from \(calm.lowerBound) to \(calm.upperBound).")
    }
    return try change("split", draft) { draft in
      let parts = found.split(
        at: time - found.start, id: id, isStill: draft.isStill(found, media))
      draft.tracks[place.track].segments[place.index] = parts.0
      draft.tracks[place.track].segments.insert(parts.1, at: place.index + 1)
    }
  }

  /// Takes a segment away. On the main video track the rest closes up and what belonged to the
  /// clip goes with it; on other tracks, or where `ripple` is false, a gap stays.
  ///
  /// ```
  /// before  [AAAA][BBBB][CCCC]
  /// ripple  [AAAA][CCCC]
  /// lift    [AAAA]......[CCCC]
  /// ```
  ///
  /// The dissolve between A and B then leads from A to C.
  /// - Throws: `EditError` where there is no such segment.
  public static func delete(
    _ segment: String, ripple: Bool? = nil, in draft: Draft
  ) throws(EditError) -> Edit {
    let place = try draft.place(of: segment)
    return try change("delete", draft) { (draft) throws(EditError) in
      if ripple ?? draft.ripples(place.track) {
        try draft.reflow(place.track) { chain in
          let removed = chain.items.remove(at: place.index)
          if place.index == 0, !chain.items.isEmpty { chain.items[0].lead = removed.lead }
        }
      } else {
        draft.tracks[place.track].segments.remove(at: place.index)
        draft.tracks[place.track].mend()
      }
    }
  }

  /// Puts a segment on a track over what is there; nothing moves.
  ///
  /// ```
  /// before  [AAAAAA][BBBBBB]
  /// new         [XXXXX]
  /// after   [AAA][XXXX][BBB]
  /// ```
  /// - Throws: `EditError` where there is no such track, or the id is taken.
  public static func overwrite(
    with segment: Segment, on track: String, in draft: Draft,
    media: MediaLookup = { _ in nil }
  ) throws(EditError) -> Edit {
    let index = try draft.index(ofTrack: track)
    try draft.tracks[index].checkCarries(segment)
    return try change("overwrite", draft) { (draft) throws(EditError) in
      let range = segment.start..<segment.end
      var kept: [Segment] = []
      for old in draft.tracks[index].segments {
        guard old.start < range.upperBound, range.lowerBound < old.end else {
          kept.append(old)
          continue
        }
        let isStill = draft.isStill(old, media)
        var (before, after) = (old, old)
        if old.start < range.lowerBound, range.upperBound < old.end {
          after.id = draft.freshSegmentID(besides: [segment.id])
        }
        if old.start < range.lowerBound {
          before.trimTail(by: old.end - range.lowerBound, isStill: isStill)
          before.style.transition = nil
          kept.append(before)
        }
        if range.upperBound < old.end {
          after.trimHead(by: range.upperBound - old.start, isStill: isStill)
          after.start = range.upperBound
          kept.append(after)
        }
      }
      draft.tracks[index].segments = kept
      try draft.apply(.insertSegment(segment: segment, track: track, at: nil))
      draft.tracks[index].mend()
    }
  }
}

extension Track {
  /// Checks that a new segment makes sense on this track.
  func checkCarries(_ segment: Segment) throws(EditError) {
    try segment.checkBounds()
    guard segment.start >= 0, segment.duration > 0 else {
      throw EditError(
        .badValue, about: segment.id,
        "Segment \"\(segment.id)\" must begin at or after 0 and last longer than nothing.")
    }
    guard (kind == .text) == (segment.source == nil) else {
      throw EditError(
        .notApplicable, about: segment.id,
        "Track \"\(id)\" carries \(kind == .text ? "words, not media" : "media, not words"); "
          + "choose another track.")
    }
  }

  /// Where a segment is on screen alone, between its transitions.
  func calm(of index: Int) -> ClosedRange<Milliseconds> {
    let segment = segments[index]
    let incoming = index > 0 ? segments[index - 1].style.transition?.duration ?? 0 : 0
    let outgoing = segment.style.transition?.duration ?? 0
    let start = segment.start + incoming
    return start...max(segment.end - outgoing, start)
  }
}
