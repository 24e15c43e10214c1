public import MediaTime

extension Edit {
  /// Puts a segment between two of the chain, as number `index` from 0; what follows moves on.
  ///
  /// ```
  /// before  [AAAA][BBBB]
  /// after   [AAAA][XX][BBBB]        index 1
  /// ```
  ///
  /// Where all neighbours share a transition, the new ones have it too.
  /// - Throws: `EditError` where there is no such track, or the id is taken.
  public static func insert(
    _ segment: Segment, at index: Int, on track: String, in draft: Draft
  ) throws(EditError) -> Edit {
    let track = try draft.index(ofTrack: track)
    try draft.checkIsNew(segment: segment.id)
    try draft.tracks[track].checkCarries(segment)
    return try change("insert", draft) { (draft) throws(EditError) in
      try draft.reflow(track) { chain in
        chain.insert(Chain.Item(segment), at: index)
      }
    }
  }

  /// Puts a segment behind the last of a track.
  ///
  /// ```
  /// before  [AAAA][BBBB]
  /// after   [AAAA][BBBB][XX]
  /// ```
  /// - Throws: `EditError` where there is no such track, or the id is taken.
  public static func append(
    _ segment: Segment, to track: String, in draft: Draft
  ) throws(EditError) -> Edit {
    try insert(segment, at: .max, on: track, in: draft)
  }

  /// Puts a segment in at `time` of the film; a clip that stands there is split,
  /// but in a transition it goes between the two.
  ///
  /// ```
  ///             time
  /// before  [AAAAAAA][BB]
  /// after   [AAA][XX][AAA][BB]
  /// ```
  /// - Throws: `EditError` where there is no such track, or the id is taken.
  public static func insert(
    _ segment: Segment, atTime time: Milliseconds, on track: String, in draft: Draft,
    media: MediaLookup = { _ in nil }
  ) throws(EditError) -> Edit {
    let index = try draft.index(ofTrack: track)
    return try change("insert", draft) { (draft) throws(EditError) in
      let hosts = draft.tracks[index].segments
      if let host = hosts.lastIndex(where: { $0.start < time && time < $0.end }),
        draft.tracks[index].calm(of: host).contains(time)
      {
        let id = draft.freshSegmentID(besides: [segment.id])
        try draft.apply(split(hosts[host].id, at: time, id: id, in: draft, media: media))
      }
      let position = draft.tracks[index].segments.count { $0.start < time }
      try draft.apply(insert(segment, at: position, on: track, in: draft))
    }
  }

  /// Moves a clip to be number `index` (from 0) of its track. Transitions stay between the same
  /// places, titles go along with their clips.
  ///
  /// ```
  /// before  [AAAA]╳[BBBB]╳[CC]
  /// after   [CC]╳[AAAA]╳[BBBB]      C to index 0
  /// ```
  /// - Throws: `EditError` where there is no such segment.
  public static func reorder(
    _ segment: String, to index: Int, in draft: Draft
  ) throws(EditError) -> Edit {
    let place = try draft.place(of: segment)
    return try change("reorder", draft) { (draft) throws(EditError) in
      try draft.reflow(place.track) { chain in
        let transitions = chain.transitions
        let leads = chain.items.map(\.lead)
        let item = chain.items.remove(at: place.index)
        chain.items.insert(item, at: min(max(index, 0), chain.items.count))
        chain.transitions = transitions
        for index in chain.items.indices { chain.items[index].lead = leads[index] }
      }
    }
  }

  /// Moves a title, a sound or an overlay to begin at `time`.
  ///
  /// ```
  /// before  [TTTT]........
  /// after   ....[TTTT]....
  /// ```
  /// - Throws: `EditError` where it would run into a neighbour, or is a clip of the main video
  ///   track (see ``reorder(_:to:in:)``).
  public static func move(
    _ segment: String, to time: Milliseconds, in draft: Draft
  ) throws(EditError) -> Edit {
    let place = try draft.place(of: segment)
    try time.checkBounds(of: segment)
    if draft.ripples(place.track), draft.tracks[place.track].segments.count > 1 {
      throw EditError(
        .notApplicable, about: segment,
        "Segment \"\(segment)\" is a clip of the film; change its place in the order instead.")
    }
    return try change("move", draft) { (draft) throws(EditError) in
      try draft.alter(segment, ripple: false) { item, _ in item.segment.start = time }
    }
  }

  /// Repeats a segment right behind itself.
  ///
  /// ```
  /// before  [AAAA][BBBB]
  /// main    [AAAA][AAAA][BBBB]
  /// ```
  ///
  /// On other tracks the copy takes the room behind it; the copy's id is
  /// ``Draft/freshSegmentID()``.
  /// - Throws: `EditError` where there is no such segment, or no room for the copy.
  public static func duplicate(_ segment: String, in draft: Draft) throws(EditError) -> Edit {
    let place = try draft.place(of: segment)
    var copy = draft.tracks[place.track].segments[place.index]
    copy.id = draft.freshSegmentID()
    return try change("duplicate", draft) { (draft) throws(EditError) in
      if draft.ripples(place.track) {
        try draft.reflow(place.track) { chain in
          let transition = copy.style.transition
          chain.insert(Chain.Item(copy), at: place.index + 1)
          if place.index + 2 < chain.items.count {
            chain.items[place.index + 1].segment.style.transition = transition
          }
        }
      } else {
        copy.start = copy.end
        copy.style.transition = nil
        try draft.makeRoom(for: copy, on: place.track)
        try draft.apply(
          .insertSegment(segment: copy, track: draft.tracks[place.track].id, at: nil))
        draft.tracks[place.track].mend()
      }
    }
  }

  /// Plays a segment at another speed and lets it last as much shorter or longer.
  ///
  /// ```
  /// before  [AAAAAAAA][BBBB]
  /// 2×      [AAAA][BBBB]
  /// ```
  ///
  /// A still has no speed: only its length changes, and its moves with it.
  /// - Throws: `EditError` where it draws words, or the speed is not above 0 and at most 100.
  public static func setSpeed(
    of segment: String, to speed: Double, ripple: Bool? = nil, in draft: Draft,
    media: MediaLookup = { _ in nil }
  ) throws(EditError) -> Edit {
    guard let found = draft.segment(segment) else { throw draft.unknown(segment) }
    guard speed > 0, speed <= 100 else {
      throw EditError(
        .badValue, about: segment, "A speed of \(speed) can't be played; use 0.01 to 100.")
    }
    guard found.source != nil else {
      throw EditError(
        .notApplicable, about: segment, "Words have no speed; change how long they stay instead.")
    }
    let isStill = draft.isStill(found, media)
    let former = found.speed > 0 ? found.speed : 1
    let factor = former / speed
    return try change("set speed", draft) { (draft) throws(EditError) in
      try draft.alter(segment, ripple: ripple) { item, _ in
        item.segment.duration = max(found.duration.scaled(by: factor), 1)
        if !isStill { item.segment.speed = speed }
        for index in item.segment.style.motion.indices {
          let move = item.segment.style.motion[index]
          item.segment.style.motion[index].from = move.from?.scaled(by: factor)
          item.segment.style.motion[index].to = move.to?.scaled(by: factor)
        }
        item.scale = factor
      }
    }
  }
}

extension Chain {
  /// Inserts an item; where all neighbours share a transition, the new ones have it too.
  mutating func insert(_ item: Item, at index: Int) {
    let shared = sharedTransition
    let index = min(max(index, 0), items.count)
    var item = item
    if index == 0, !items.isEmpty {
      item.lead = items[0].lead
      items[0].lead = 0
    }
    if index > 0, items[index - 1].segment.style.transition == nil {
      items[index - 1].segment.style.transition = shared
    }
    if item.segment.style.transition == nil { item.segment.style.transition = shared }
    items.insert(item, at: index)
  }
}
