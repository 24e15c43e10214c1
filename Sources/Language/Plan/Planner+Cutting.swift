import MediaTime
import Timeline

extension Planner {
  mutating func trim(_ target: Target, _ trim: Trim, _ request: Request) {
    let segments: [Segment]
    switch target {
    case .film:
      trimFilm(trim, request)
      return
    case .music, .voice, .effects, .effect: segments = sounds(target, request)
    case .titles, .text, .texts: segments = texts(target, request)
    case .clips, .clip, .clipList, .clipsBut, .clipAt, .part, .stills, .footage:
      segments = clips(target, request)
    }
    for segment in segments { self.trim(segment, trim, request) }
  }

  private mutating func trimFilm(_ trim: Trim, _ request: Request) {
    let end = draft.normalized().duration
    let range: Range<Milliseconds>
    switch trim {
    case .dropFirst(let time): range = 0..<max(time, 0)
    case .dropLast(let time): range = max(end - time, 0)..<end
    case .keepFirst(let time): range = 0..<time
    case .keepLast(let time): range = max(end - time, 0)..<end
    case .keep(let from, let to), .drop(let from, let to): range = from..<max(from, to)
    case .keepShare(let from, let to), .dropShare(let from, let to):
      range = Self.share(from, to, of: end)
    }
    switch trim {
    case .keepFirst(let time) where time >= end, .keepLast(let time) where time >= end:
      tooShort(end, request)
    case .keep, .keepFirst, .keepLast, .keepShare:
      apply(request) { draft, media throws(EditError) in
        try Edit.keep(range, in: draft, media: media)
      }
    case .drop, .dropFirst, .dropLast, .dropShare:
      apply(request) { draft, media throws(EditError) in
        try Edit.cut(range, in: draft, media: media)
      }
    }
  }

  private static func share(
    _ from: Double, _ to: Double, of length: Milliseconds
  ) -> Range<Milliseconds> {
    let total = Double(length.count)
    let start = Int((total * from).rounded())
    return Milliseconds(start)..<Milliseconds(max(Int((total * to).rounded()), start))
  }

  private mutating func tooShort(_ length: Milliseconds, _ request: Request) {
    let seconds = Printing.seconds(length)
    refuse(request, "It lasts only \(seconds) s already.", "它本来就只有\(seconds)秒。")
  }

  private mutating func trim(_ segment: Segment, _ trim: Trim, _ request: Request) {
    let id = segment.id
    let length = segment.duration
    switch trim {
    case .dropFirst(let time):
      apply(request) { draft, media throws(EditError) in
        try Edit.trimStart(of: id, by: time, in: draft, media: media)
      }
    case .dropLast(let time):
      apply(request) { draft, media throws(EditError) in
        try Edit.trimEnd(of: id, by: time, in: draft, media: media)
      }
    case .keepFirst(let time) where time >= length, .keepLast(let time) where time >= length:
      tooShort(length, request)
    case .keepFirst(let time):
      apply(request) { draft, media throws(EditError) in
        try Edit.trimEnd(of: id, by: length - time, in: draft, media: media)
      }
    case .keepLast(let time):
      apply(request) { draft, media throws(EditError) in
        try Edit.trimStart(of: id, by: length - time, in: draft, media: media)
      }
    case .keep(let from, let to):
      apply(request) { draft, media throws(EditError) in
        try Edit.keep(from..<max(from, to), of: id, in: draft, media: media)
      }
    case .keepShare(let from, let to):
      let range = Self.share(from, to, of: length)
      self.trim(segment, .keep(from: range.lowerBound, to: range.upperBound), request)
    case .dropShare(let from, let to):
      let range = Self.share(from, to, of: length)
      if from <= 0 { return self.trim(segment, .dropFirst(range.upperBound), request) }
      if to >= 1 { return self.trim(segment, .dropLast(length - range.lowerBound), request) }
      self.trim(segment, .drop(from: range.lowerBound, to: range.upperBound), request)
    case .drop(let from, let to):
      guard from < length else { return tooShort(length, request) }
      let range = segment.start + from..<min(segment.start + max(from, to), segment.end)
      apply(request) { draft, media throws(EditError) in
        try Edit.cut(range, in: draft, media: media)
      }
    }
  }

  mutating func speed(_ target: Target, _ factor: Double, _ request: Request) {
    if target.role != nil { return keepPace(of: target, request) }
    for segment in clips(target, request) {
      apply(request) { draft, media throws(EditError) in
        try Edit.setSpeed(of: segment.id, to: factor, in: draft, media: media)
      }
    }
  }

  mutating func length(_ target: Target, _ length: Milliseconds, _ request: Request) {
    guard target != .film else {
      let keepsTransitions = keepsTransitions
      apply(request) { draft, media throws(EditError) in
        try Edit.setFilmLength(
          to: length, keepsTransitions: keepsTransitions, in: draft, media: media)
      }
      return
    }
    let segments =
      target.isText
      ? texts(target, request)
      : target.role != nil ? sounds(target, request) : clips(target, request)
    for segment in segments {
      guard !target.isText else {
        setLength(ofText: segment.id, to: length, request)
        continue
      }
      apply(request) { draft, media throws(EditError) in
        try Edit.setLength(of: segment.id, to: length, in: draft, media: media)
      }
    }
  }

  mutating func remove(_ target: Target, _ request: Request) {
    switch target {
    case .music, .voice, .effects:
      let role = target.role ?? .music
      let tracks = draft.tracks.filter { track in
        track.kind == .audio && track.segments.contains { $0.style.role == role }
      }
      if tracks.isEmpty { refuseSilence(of: target, request) }
      for track in tracks { apply(request) { _, _ in .removeTrack(track: track.id) } }
    case .effect: remove(sounds(target, request), request)
    case .titles, .text, .texts: remove(texts(target, request), request)
    case .film, .clips:
      guard allowed != nil else {
        return refuse(
          request, "Nothing would be left of the film; say which clip.", "影片会变空；请说明是哪一段。")
      }
      fallthrough
    case .clip, .clipList, .clipsBut, .clipAt, .part, .stills, .footage:
      let segments = clips(target, request)
      guard clips.count > segments.count else {
        guard !segments.isEmpty else { return }
        if clips.count == 1, case .clip = target {
          return refuse(
            request, "It is the only clip; nothing would be left.", "这是唯一的一段，删掉就什么都不剩了。")
        }
        return refuse(
          request, "Nothing would be left of the film; say which clip.", "影片会变空；请说明是哪一段。")
      }
      if case .clipsBut = target, let range = range(without: segments) {
        apply(request) { draft, media throws(EditError) in
          try Edit.keep(range, in: draft, media: media)
        }
      } else {
        remove(segments, request)
      }
    }
  }

  /// What is left without `segments`, where that is one stretch with hard cuts at both its ends.
  private func range(without segments: [Segment]) -> Range<Milliseconds>? {
    let clips = self.clips
    let gone = Set(segments.map(\.id))
    let left = clips.indices.filter { !gone.contains(clips[$0].id) }
    guard let first = left.first, let last = left.last, last - first + 1 == left.count,
      clips[last].style.transition == nil,
      first == 0 || clips[first - 1].style.transition == nil
    else { return nil }
    return clips[first].start..<clips[last].end
  }

  /// Takes segments away, and a track with its last one.
  private mutating func remove(_ segments: [Segment], _ request: Request) {
    for segment in segments {
      apply(request) { draft, _ throws(EditError) in
        guard let track = draft.track(holding: segment.id), track.segments.count == 1 else {
          return try Edit.delete(segment.id, in: draft)
        }
        return .removeTrack(track: track.id)
      }
    }
  }

  mutating func join(_ wish: TransitionRequest, _ request: Request) {
    let clips = self.clips
    let transition = Transition(kind: wish.kind, duration: wish.duration ?? 500)
    guard clips.count > 1 else {
      guard wish.kind != .cut else { return }
      refuse(request, "A transition needs two clips.", "转场需要至少两段片段。")
      return
    }
    if let number = wish.before {
      guard let next = self.clips(.clip(number), request).first,
        let index = clips.firstIndex(where: { $0.id == next.id })
      else { return }
      guard index > 0 else {
        return refuse(request, "Nothing comes before that clip.", "这一段前面没有片段。")
      }
      return join(transition, after: clips[index - 1], request)
    }
    guard let number = wish.after else {
      apply(request) { draft, _ throws(EditError) in
        try wish.kind == .cut
          ? Edit.removeTransitions(in: draft) : Edit.addTransitions(transition, in: draft)
      }
      return
    }
    guard let segment = self.clips(.clip(number), request).first else { return }
    join(transition, after: segment, request)
  }

  private mutating func join(
    _ transition: Transition, after segment: Segment, _ request: Request
  ) {
    apply(request) { draft, _ throws(EditError) in
      try Edit.setTransition(
        after: segment.id, to: transition.kind == .cut ? nil : transition, in: draft)
    }
  }

  /// Says where clips were too short for the transition that was asked for.
  mutating func checkTransition(_ request: Request) {
    guard case .transition(let wish) = request, let wanted = wish.duration, wish.kind != .cut
    else { return }
    let place = (wish.after ?? wish.before.map { $0 - 1 }).map {
      $0 > 0 ? $0 - 1 : clips.count + $0
    }
    let meant = clips.indices.filter { place == nil || place == $0 }
    let made = meant.compactMap { clips[$0].style.transition }.filter { $0.kind == wish.kind }
    guard let shortest = made.map(\.duration).min(), shortest < wanted else { return }
    let (asked, got) = (Printing.seconds(wanted), Printing.seconds(shortest))
    refuse(
      request, "The clips are too short for \(asked) s; it lasts \(got) s.",
      "片段太短，转场不能持续\(asked)秒，改为\(got)秒。")
  }

  mutating func frame(_ request: Request) {
    switch request {
    case .aspect(let aspect):
      // A frame of that shape already stays as it is, and so does how clips fill it.
      let canvas = draft.canvas
      guard canvas.width * aspect.height != canvas.height * aspect.width else { return }
      apply(request) { draft, media throws(EditError) in
        try Edit.setAspect((aspect.width, aspect.height), in: draft, media: media)
      }
    case .resolution(let lines):
      let canvas = draft.canvas
      let scale = Double(lines) / Double(max(1, min(canvas.width, canvas.height)))
      size(Double(canvas.width) * scale, Double(canvas.height) * scale, request)
    case .frame(let width, let height): size(Double(width), Double(height), request)
    case .frameRate(let rate):
      apply(request) { _, _ in .setFrameRate(framesPerSecond: rate) }
    default: break
    }
  }

  private mutating func size(_ width: Double, _ height: Double, _ request: Request) {
    let even = [width, height].map { Int((min($0, 1e6) / 2).rounded()) * 2 }
    apply(request) { draft, media throws(EditError) in
      try Edit.setSize(width: even[0], height: even[1], in: draft, media: media)
    }
  }
}
