import MediaTime

/// Takes one change back out of a draft that has moved on: a three-way merge by field.
///
/// What still is as the change left it goes back to what it was before; what was set anew since
/// stays. On the main video track gaps are merged instead of starts, and the chain is laid out
/// again.
struct Merge {
  let before: Draft
  let after: Draft
  let current: Draft

  func result() -> Draft {
    var draft = current
    draft.canvas = canvas()
    draft.unknown = merge(before.unknown, after.unknown, current.unknown)
    draft.tracks.removeAll { before.track($0.id) == nil && after.track($0.id) != nil }
    for (index, track) in before.tracks.enumerated()
    where after.track(track.id) == nil && current.track(track.id) == nil {
      var track = track
      track.segments.removeAll { current.segment($0.id) != nil }
      draft.tracks.insert(track, at: min(index, draft.tracks.count))
    }
    if current.tracks.map(\.id) == after.tracks.map(\.id) {
      let order = before.tracks.map(\.id)
      draft.tracks.sort { order.firstIndex(of: $0.id) ?? 0 < order.firstIndex(of: $1.id) ?? 0 }
    }
    for index in draft.tracks.indices { mergeDetails(of: &draft.tracks[index]) }
    placeSegments(in: &draft)
    for index in draft.tracks.indices {
      layOut(&draft.tracks[index], isMain: draft.ripples(index))
    }
    stretchMusic(in: &draft)
    return draft.normalized()
  }

  private func pick<Value: Equatable>(_ before: Value, _ after: Value, _ current: Value) -> Value {
    current == after ? before : current
  }

  private func merge(
    _ before: [String: JSONValue], _ after: [String: JSONValue], _ current: [String: JSONValue]
  ) -> [String: JSONValue] {
    var merged = current
    for key in Set(before.keys).union(after.keys) {
      merged[key] = pick(before[key], after[key], current[key])
    }
    return merged
  }

  private func canvas() -> Canvas {
    let (b, a, c) = (before.canvas, after.canvas, current.canvas)
    var canvas = c
    canvas.title = pick(b.title, a.title, c.title)
    if c.width == a.width && c.height == a.height {
      canvas.width = b.width
      canvas.height = b.height
    }
    canvas.framesPerSecond = pick(b.framesPerSecond, a.framesPerSecond, c.framesPerSecond)
    canvas.background = pick(b.background, a.background, c.background)
    return canvas
  }

  private func mergeDetails(of track: inout Track) {
    guard let b = before.track(track.id), let a = after.track(track.id),
      let c = current.track(track.id)
    else { return }
    track.name = pick(b.name, a.name, c.name)
    track.unknown = merge(b.unknown, a.unknown, c.unknown)
  }

  /// Brings removed segments back, takes added ones away, and merges the rest.
  private func placeSegments(in draft: inout Draft) {
    for index in draft.tracks.indices {
      draft.tracks[index].segments.removeAll {
        before.segment($0.id) == nil && after.segment($0.id) != nil
      }
    }
    for track in before.tracks {
      for (index, segment) in track.segments.enumerated()
      where returns(segment.id, to: track.id) {
        let predecessors = track.segments[..<index].reversed().map(\.id)
        bring(segment, back: track.id, after: predecessors, in: &draft)
      }
    }
  }

  /// Whether the change took a segment off a track, and nobody moved it since.
  private func returns(_ segment: String, to track: String) -> Bool {
    let then = after.track(holding: segment)?.id
    let now = current.track(holding: segment)?.id
    return then == now && then != track
  }

  private func bring(
    _ segment: Segment, back track: String, after predecessors: [String], in draft: inout Draft
  ) {
    guard let target = draft.tracks.firstIndex(where: { $0.id == track }) else { return }
    let moved = draft.segment(segment.id) ?? segment
    for index in draft.tracks.indices {
      draft.tracks[index].segments.removeAll { $0.id == segment.id }
    }
    var place = 0
    for id in predecessors {
      if let index = draft.tracks[target].segments.firstIndex(where: { $0.id == id }) {
        place = index + 1
        break
      }
    }
    draft.tracks[target].segments.insert(moved, at: place)
  }

  /// What ran to the end of the film still does.
  private func stretchMusic(in draft: inout Draft) {
    let oldEnd = current.mainTrack?.segments.map(\.end).max() ?? 0
    let newEnd = draft.mainTrack?.segments.map(\.end).max() ?? 0
    for index in draft.tracks.indices where !draft.ripples(index) {
      let isAudio = draft.tracks[index].kind == .audio
      for place in draft.tracks[index].segments.indices {
        let segment = draft.tracks[index].segments[place]
        guard let then = current.segment(segment.id), then.end == oldEnd,
          isAudio || then.start == 0, segment.start < newEnd
        else { continue }
        draft.tracks[index].segments[place].duration = newEnd - segment.start
      }
    }
  }

  private func layOut(_ track: inout Track, isMain: Bool) {
    var leads: [String: Milliseconds] = [:]
    for index in track.segments.indices {
      let id = track.segments[index].id
      let lead = lead(of: id)
      leads[id] = lead
      if let b = before.segment(id), let a = after.segment(id), let c = current.segment(id) {
        track.segments[index] = merge(b, a, c)
      }
    }
    guard isMain else {
      track.segments.sort { $0.start < $1.start }
      return
    }
    restoreOrder(of: &track)
    var chain = Chain(track.segments)
    for index in chain.items.indices {
      chain.items[index].lead = leads[chain.items[index].segment.id] ?? 0
    }
    chain.layOut()
    track.segments = chain.items.map(\.segment)
  }

  /// Where the change altered the order and nobody has since, the former order.
  private func restoreOrder(of track: inout Track) {
    let order = before.track(track.id)?.segments.map(\.id) ?? []
    let then = (after.track(track.id)?.segments.map(\.id) ?? []).filter(order.contains)
    let now = (current.track(track.id)?.segments.map(\.id) ?? []).filter(then.contains)
    let formerly = order.filter(then.contains)
    guard now == then, formerly != then, Set(track.segments.map(\.id)) == Set(order) else { return }
    track.segments.sort {
      order.firstIndex(of: $0.id) ?? 0 < order.firstIndex(of: $1.id) ?? 0
    }
  }

  /// The gap before a segment, merged.
  private func lead(of id: String) -> Milliseconds {
    func lead(in draft: Draft) -> Milliseconds? {
      guard let track = draft.track(holding: id) else { return nil }
      return Chain(track.segments).items.first { $0.segment.id == id }?.lead
    }
    let (b, a, c) = (lead(in: before), lead(in: after), lead(in: current))
    return pick(b, a, c) ?? c ?? b ?? 0
  }

  private func merge(_ b: Segment, _ a: Segment, _ c: Segment) -> Segment {
    var segment = c
    segment.source = pick(b.source, a.source, c.source)
    segment.text = pick(b.text, a.text, c.text)
    segment.start = pick(b.start, a.start, c.start)
    segment.inPoint = pick(b.inPoint, a.inPoint, c.inPoint)
    segment.duration = pick(b.duration, a.duration, c.duration)
    segment.speed = pick(b.speed, a.speed, c.speed)
    segment.volume = pick(b.volume, a.volume, c.volume)
    segment.style.name = pick(b.style.name, a.style.name, c.style.name)
    segment.style.motion = pick(b.style.motion, a.style.motion, c.style.motion)
    segment.style.playback = pick(b.style.playback, a.style.playback, c.style.playback)
    segment.style.fit = pick(b.style.fit, a.style.fit, c.style.fit)
    segment.style.transition = pick(b.style.transition, a.style.transition, c.style.transition)
    segment.style.text = merge(b.style.text, a.style.text, c.style.text)
    segment.style.fadeIn = pick(b.style.fadeIn, a.style.fadeIn, c.style.fadeIn)
    segment.style.fadeOut = pick(b.style.fadeOut, a.style.fadeOut, c.style.fadeOut)
    segment.style.duck = pick(b.style.duck, a.style.duck, c.style.duck)
    segment.style.unknown = merge(b.style.unknown, a.style.unknown, c.style.unknown)
    return segment
  }

  private func merge(_ before: TextStyle?, _ after: TextStyle?, _ now: TextStyle?) -> TextStyle? {
    guard let b = before, let a = after, var style = now else { return pick(before, after, now) }
    let c = style
    style.preset = pick(b.preset, a.preset, c.preset)
    style.entrance = pick(b.entrance, a.entrance, c.entrance)
    style.exit = pick(b.exit, a.exit, c.exit)
    style.font = pick(b.font, a.font, c.font)
    style.size = pick(b.size, a.size, c.size)
    style.color = pick(b.color, a.color, c.color)
    style.x = pick(b.x, a.x, c.x)
    style.y = pick(b.y, a.y, c.y)
    style.alignment = pick(b.alignment, a.alignment, c.alignment)
    return style
  }
}
