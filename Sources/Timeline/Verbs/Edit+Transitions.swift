import MediaTime

extension Edit {
  /// Puts a transition between all neighbours of a track that touch. Each clip starts earlier by
  /// the transition's length, so that both are on screen while it lasts; the film gets shorter.
  ///
  /// ```
  /// before  [AAAAAA][BBBBBB][CCCC]
  /// after   [AAAAAA]
  ///              [BBBBBB]
  ///                   [CCCC]
  /// ```
  ///
  /// A transition is shortened where a clip is too short for it. A `cut` or a duration of 0 takes
  /// transitions away: see ``removeTransitions(on:in:)``.
  /// Without a track's id this is about the main video track.
  /// - Throws: `EditError` where there is no such track, or the length is negative.
  public static func addTransitions(
    _ transition: Transition, on track: String? = nil, in draft: Draft
  ) throws(EditError) -> Edit {
    try setTransitions("add transitions", on: track, in: draft, to: transition) { _ in true }
  }

  /// Turns all transitions of a track into cuts; each clip starts when the one before has ended,
  /// and the film gets longer.
  ///
  /// ```
  /// before  [AAAAAA]
  ///              [BBBBBB]
  /// after   [AAAAAA][BBBBBB]
  /// ```
  /// Without a track's id this is about the main video track.
  /// - Throws: `EditError` where there is no such track.
  public static func removeTransitions(
    on track: String? = nil, in draft: Draft
  ) throws(EditError) -> Edit {
    try setTransitions("remove transitions", on: track, in: draft, to: nil) { _ in true }
  }

  /// Sets the passage from one segment into the next, and shifts what follows to overlap exactly;
  /// nil for a cut.
  /// - Throws: `EditError` where there is no such segment, or it is the last of its track.
  public static func setTransition(
    after segment: String, to transition: Transition?, in draft: Draft
  ) throws(EditError) -> Edit {
    let place = try draft.place(of: segment)
    let track = draft.tracks[place.track]
    guard place.index + 1 < track.segments.count else {
      throw EditError(
        .noRoom, about: segment,
        "Segment \"\(segment)\" is the last of its track; a transition leads into the next one.")
    }
    return try setTransitions("set transition", on: track.id, in: draft, to: transition) {
      $0 == segment
    }
  }

  private static func setTransitions(
    _ label: String, on track: String?, in draft: Draft, to transition: Transition?,
    after isMeant: (String) -> Bool
  ) throws(EditError) -> Edit {
    guard let id = track ?? draft.mainTrack?.id else {
      throw EditError(.noRoom, "The draft shows nothing yet; add clips first.")
    }
    let index = try draft.index(ofTrack: id)
    let duration = transition?.duration ?? 0
    try duration.checkBounds(of: id)
    guard duration >= 0 else {
      throw EditError(.badValue, about: id, "A transition can't last \(duration); use 0 or more.")
    }
    let isCut = transition == nil || transition?.kind == .cut || duration == 0
    return try change(label, draft) { (draft) throws(EditError) in
      try draft.reflow(index) { chain in
        for place in chain.items.indices.dropLast() where isMeant(chain.items[place].segment.id) {
          if !isCut, chain.items[place + 1].lead > 0 { continue }
          chain.items[place].segment.style.transition = isCut ? nil : transition
        }
      }
    }
  }
}
