public import MediaTime

extension Edit {
  /// Makes the film last exactly `length`.
  ///
  /// ```
  /// before  [AAAA]╳[BBBBBBBB]╳[CCCC]
  /// after   [AA]╳[BBBB]╳[CC]
  /// ```
  ///
  /// All clips of the main video track share the change in proportion to their lengths. Stills
  /// stretch and shrink; footage is trimmed at its end, and grows only as far as its source
  /// goes, the stills taking the rest. A transition that would take more than a quarter of a
  /// clip's share gets shorter. Titles stay with their clips, music runs to the new end and is
  /// looped where its source is too short.
  ///
  /// With `keepsTransitions`, as when someone chose their length, transitions stay as long as they
  /// are wherever each clip can be as long as the two that it takes part in.
  /// - Throws: `EditError` where there is nothing to show, or the footage can't last that long.
  public static func setFilmLength(
    to length: Milliseconds, keepsTransitions: Bool = false, in draft: Draft,
    media: MediaLookup = { _ in nil }
  ) throws(EditError) -> Edit {
    guard length > 0, length <= Draft.longest else {
      throw EditError(
        .badValue, "A film can't last \(length); use more than 0 and at most \(Draft.longest).")
    }
    guard let track = draft.tracks.firstIndex(where: { $0.id == draft.mainTrack?.id }) else {
      throw EditError(.noRoom, "The draft shows nothing yet; add a picture or a clip first.")
    }
    return try change("set film length", draft) { (draft) throws(EditError) in
      if draft.ripples(track) {
        try draft.reflow(track) { (chain) throws(EditError) in
          try chain.stretch(to: length, keepingTransitions: keepsTransitions) {
            $0.source.flatMap(media)
          }
        }
      } else {
        let end = draft.lastEnd
        for segment in draft.tracks[track].segments where segment.end == end {
          try draft.apply(
            .setTiming(
              segment: segment.id, start: segment.start, inPoint: segment.inPoint,
              duration: max(length - segment.start, 1), at: nil))
        }
      }
      draft.end(at: length)
      draft.loopMusic(media)
    }
  }

  /// Sets the frame's size and keeps every clip.
  ///
  /// Footage of another shape than the frame is shown whole over a blurred copy of itself,
  /// stills and footage of the same shape fill the frame; a `fit` or `crop` that someone chose
  /// stays.
  /// - Throws: `EditError` where the size can't be drawn.
  public static func setSize(
    width: Int, height: Int, in draft: Draft, media: MediaLookup
  ) throws(EditError) -> Edit {
    try change("set size", draft) { (draft) throws(EditError) in
      try draft.apply(.setSize(width: width, height: height))
      let canvas = draft.canvas
      for track in draft.tracks where track.kind == .video && track.id == draft.mainTrack?.id {
        for segment in track.segments {
          guard let facts = segment.source.flatMap(media) else { continue }
          let fit = segment.style.fit
          guard fit == nil || fit == .fill || fit == .blurPad else { continue }
          try draft.apply(.setFit(segment: segment.id, fit: canvas.fit(for: facts)))
        }
      }
    }
  }

  /// Sets the frame's shape as width to height, such as 9 to 16, its shorter side 1080 pixels, and
  /// keeps every clip: see ``setSize(width:height:in:media:)``.
  /// - Throws: `EditError` where the shape is narrower than 1 : 4 or wider than 4 : 1.
  public static func setAspect(
    _ ratio: (width: Int, height: Int), in draft: Draft, media: MediaLookup
  ) throws(EditError) -> Edit {
    guard let size = Canvas.size(aspect: ratio) else {
      throw EditError(
        .badValue, "A frame of \(ratio.width) : \(ratio.height) can't be drawn; use 1:4 to 4:1.")
    }
    return try setSize(width: size.width, height: size.height, in: draft, media: media)
  }
}

extension Canvas {
  /// Even pixels of a frame of that shape, its shorter side 1080 (16 : 9 → 1920 × 1080); nil for
  /// shapes narrower than 1 : 4 or wider than 4 : 1.
  public static func size(aspect ratio: (width: Int, height: Int)) -> (width: Int, height: Int)? {
    let sides = 1...100_000
    guard sides.contains(ratio.width), sides.contains(ratio.height),
      ratio.width <= ratio.height * 4, ratio.height <= ratio.width * 4
    else { return nil }
    let (short, long) = (min(ratio.width, ratio.height), max(ratio.width, ratio.height))
    let longSide = (1080 * long + short) / (2 * short) * 2
    return ratio.width >= ratio.height ? (longSide, 1080) : (1080, longSide)
  }

  /// How a source is shown best: stills, and footage of the frame's shape within 5 %, fill it;
  /// other footage stands over a blurred copy of itself.
  public func fit(for facts: MediaFacts) -> Fit {
    guard facts.kind == .video, let aspect = facts.aspect, height > 0 else { return .fill }
    let ratio = aspect / (Double(width) / Double(height))
    return ratio > 0.95 && ratio < 1 / 0.95 ? .fill : .blurPad
  }
}

extension Draft {
  /// No film lasts longer: six hours.
  public static let longest: Milliseconds = 21_600_000

  /// Cuts what goes on after `length`.
  fileprivate mutating func end(at length: Milliseconds) {
    for index in tracks.indices {
      tracks[index].segments.removeAll { $0.start >= length }
      for place in tracks[index].segments.indices {
        let segment = tracks[index].segments[place]
        if segment.end > length { tracks[index].segments[place].setLength(length - segment.start) }
      }
      tracks[index].mend()
    }
  }

  /// Lets music that is now longer than its source begin again.
  fileprivate mutating func loopMusic(_ media: MediaLookup) {
    for index in tracks.indices where tracks[index].kind == .audio {
      for place in tracks[index].segments.indices {
        let segment = tracks[index].segments[place]
        guard let longest = segment.longest(segment.source.flatMap(media)) else { continue }
        if segment.duration > longest { tracks[index].segments[place].style.playback = .loop }
      }
    }
  }
}
