import MediaTime

extension Inspection {
  mutating func inspect(_ track: Track, media: MediaLookup) {
    self.track = track
    for (index, segment) in track.segments.enumerated() {
      self.segment = segment
      inspectTimes(of: segment)
      inspectContent(of: segment, on: track.kind, media: media)
      inspectStyle(of: segment)
      if index > 0 {
        inspectMeeting(of: track.segments[index - 1], with: segment)
      }
      inspectTransition(at: index, of: track)
    }
    self.segment = nil
    self.track = nil
  }

  private mutating func inspectTimes(of segment: Segment) {
    if segment.start < 0 {
      add(.badTime, "It starts at \(segment.start), before the film; use 0 or more.")
    }
    if segment.inPoint < 0 {
      add(.badTime, "Its in-point is \(segment.inPoint), before the source; use 0 or more.")
    }
    if segment.duration <= 0 {
      add(.badTime, "It lasts \(segment.duration); it must last longer than nothing.")
    }
    if !(segment.speed > 0 && segment.speed <= 100) {
      add(.badValue, "Its speed is \(segment.speed); use more than 0 and at most 100.")
    }
    if !(segment.volume >= 0 && segment.volume <= 2) {
      add(.badValue, "Its volume is \(segment.volume); use 0 to 2, where 1 leaves it as it is.")
    }
  }

  private mutating func inspectContent(
    of segment: Segment, on kind: TrackKind, media: MediaLookup
  ) {
    if kind == .text {
      if let source = segment.source {
        add(.wrongTrack, "It shows the medium \"\(source)\" on a text track; use a video track.")
      }
      if segment.text?.allSatisfy(\.isWhitespace) ?? true {
        add(.noContent, "It is text without words; give it words or delete it.")
      }
      return
    }
    if segment.text != nil {
      add(.wrongTrack, "It has words on a track that carries none; use a text track.")
    }
    guard let source = segment.source else {
      add(.noContent, "It names no medium; give it a \"src\" or delete it.")
      return
    }
    guard let facts = media(source) else {
      add(.unknownMedia, "The medium \"\(source)\" isn't there; upload it or choose another.")
      return
    }
    if kind == .audio, facts.kind == .image || !facts.hasAudio {
      add(.wrongMedia, "The medium \"\(source)\" has no sound, but it is on an audio track.")
    }
    if kind == .video, !facts.kind.hasPicture {
      add(.wrongMedia, "The medium \"\(source)\" has no picture, but it is on a video track.")
    }
    if facts.kind != .image, segment.inPoint >= facts.duration {
      add(
        .pastSource,
        "It begins \(segment.inPoint.readable) into \"\(source)\", which lasts only "
          + "\(facts.duration.readable); move its in-point.")
    } else if let longest = segment.longest(facts), segment.duration > longest + 40 {
      add(
        .pastSource, as: .warning,
        "It lasts \(segment.duration.readable), but \"\(source)\" has only \(longest.readable) "
          + "left; its last frame will stand.")
    }
  }

  private mutating func inspectStyle(of segment: Segment) {
    for (index, move) in segment.style.motion.enumerated() {
      let (from, to) = (move.from ?? 0, move.to ?? segment.duration)
      if from >= to, segment.duration > 0 {
        add(
          .badMove,
          "Its move \(index + 1) (\(move.move.rawValue)) runs from \(from) to \(to); "
            + "it must end after it begins.")
      }
      let numbers = [move.amount, move.degrees].compactMap { $0 }
      if numbers.contains(where: { !$0.isFinite || abs($0) > 360 }) {
        add(.badMove, "Its move \(index + 1) (\(move.move.rawValue)) is far too large.")
      }
      if case .point(let x, let y) = move.at, !(0...1).contains(x) || !(0...1).contains(y) {
        add(.badMove, "Its move \(index + 1) looks at (\(x), \(y)); use 0 to 1 for both.")
      }
    }
    for fade in [segment.style.fadeIn, segment.style.fadeOut] {
      if let fade, fade < 0 { add(.badTime, "One of its fades lasts \(fade); use 0 or more.") }
    }
    if segment.style.hasUnreadableInset {
      add(
        .badValue,
        "How it is laid over the film can't be read; give its inset a place (top_left, top, …, "
          + "bottom_right), a size of 0.02 to 1 and an opacity of 0 to 1.")
    }
    guard let text = segment.style.text else { return }
    if let color = text.color, !Self.isColor(color) {
      add(.badColor, "\"\(color)\" is no colour; write #RRGGBB.")
    }
    if let size = text.size, !(size > 0 && size <= 1) {
      add(.badValue, "Its letters are \(size) of the frame's height; use more than 0, at most 1.")
    }
    for place in [text.x, text.y] {
      if let place, !(-1...2).contains(place) {
        add(.badValue, "Its text stands at \(place) of the frame, out of sight; use 0 to 1.")
      }
    }
  }

  /// Neighbours touch, lie apart, or overlap by exactly the transition between them.
  private mutating func inspectMeeting(of before: Segment, with segment: Segment) {
    let transition = before.style.transition
    let overlap = max(transition?.duration ?? 0, 0)
    if segment.start < before.start {
      add(
        .outOfOrder,
        "It starts at \(segment.start), before \"\(before.id)\" in front of it at "
          + "\(before.start); put them in order.")
    } else if overlap > 0 {
      guard segment.start != before.end - overlap else { return }
      add(
        .overlap,
        "It starts at \(segment.start), but the \(transition?.kind.rawValue ?? "transition") of "
          + "\(overlap) out of \"\(before.id)\" needs it to start at \(before.end - overlap).")
    } else if segment.start < before.end {
      add(
        .overlap,
        "It overlaps \"\(before.id)\" by \(before.end - segment.start) without a transition; "
          + "start it at \(before.end) or add one.")
    }
  }

  private mutating func inspectTransition(at index: Int, of track: Track) {
    let segment = track.segments[index]
    guard let transition = segment.style.transition else { return }
    if transition.duration < 0 {
      add(.badTransition, "Its transition lasts \(transition.duration); use 0 or more.")
      return
    }
    guard transition.duration > 0 else { return }
    guard index + 1 < track.segments.count else {
      add(
        .badTransition, as: .warning,
        "Its \(transition.kind.rawValue) leads into nothing, since nothing follows.")
      return
    }
    let shorter = min(segment.duration, track.segments[index + 1].duration)
    let incoming = index > 0 ? track.segments[index - 1].style.transition?.duration ?? 0 : 0
    if transition.duration > shorter {
      add(
        .badTransition,
        "Its \(transition.kind.rawValue) of \(transition.duration) is longer than a neighbour "
          + "of \(shorter); make it shorter.")
    } else if incoming > 0, incoming + transition.duration > segment.duration {
      add(
        .badTransition,
        "Its two transitions take \(incoming + transition.duration) of its "
          + "\(segment.duration); make them shorter.")
    }
  }
}
