import MediaTime

extension Track {
  /// Moves the segments of this track after a change of the main one.
  ///
  /// What ran along the whole film still does. Everything else stays with the picture it
  /// accompanied and keeps its length as far as the film and its clip still last. Captions, lower
  /// thirds, sounds and overlays go with a clip that is gone; titles, watermarks and credits stay.
  ///
  /// - Returns: words that now come while others of this track are still shown, taken off it.
  mutating func follow(_ map: ReflowMap) -> [Segment] {
    segments = segments.compactMap { follow($0, map) }
    segments.sort { $0.start < $1.start }
    let displaced = kind == .text ? takeOverlaps() : []
    mend()
    return displaced
  }

  private mutating func takeOverlaps() -> [Segment] {
    var end: Milliseconds = 0
    var displaced: [Segment] = []
    segments.removeAll { segment in
      if segment.start < end {
        displaced.append(segment)
        return true
      }
      end = segment.end
      return false
    }
    return displaced
  }

  private func follow(_ segment: Segment, _ map: ReflowMap) -> Segment? {
    var moved = segment
    if segment.end >= map.oldEnd, segment.start < map.newEnd,
      segment.start == 0 || kind == .audio && segment.end == map.oldEnd
    {
      if kind == .audio, segment.start > 0 { moved.start = place(segment, map) }
      moved.setLength(map.newEnd + (segment.end - map.oldEnd) - moved.start)
      return moved.duration > 0 ? moved : nil
    }
    guard segment.start < map.oldEnd else {
      moved.start = map.newEnd + (segment.start - map.oldEnd)
      return moved
    }
    if let item = map.item(at: segment.start) {
      return follow(segment, item: item, map)
    }
    return followLost(segment, map)
  }

  private func place(_ segment: Segment, _ map: ReflowMap) -> Milliseconds {
    if let item = map.item(at: segment.start) { return map.time(segment.start, in: item) }
    return min(map.join(segment.start), map.newEnd)
  }

  /// The picture at its start is still there.
  private func follow(_ segment: Segment, item: Chain.Item, _ map: ReflowMap) -> Segment? {
    var moved = segment
    let host = map.old.first { $0.id == item.segment.id }
    if let host, host.start == segment.start, host.end == segment.end {
      moved.start = item.segment.start
      moved.setLength(item.segment.duration)
      return moved
    }
    moved.start = map.time(segment.start, in: item)
    if isTimedText(segment) {
      moved.setLength(max(segment.duration.scaled(by: item.scale), 1))
    }
    if let host, segment.end <= host.end {
      moved.keep(before: item.segment.end, after: item.segment.start)
    } else if segment.end <= map.oldEnd {
      moved.keep(before: map.newEnd, after: 0)
    }
    return moved.duration > 0 ? moved : nil
  }

  /// The picture at its start is gone, or there was none.
  private func followLost(_ segment: Segment, _ map: ReflowMap) -> Segment? {
    var moved = segment
    let wasShown = map.old.contains { $0.start <= segment.start && segment.start < $0.end }
    let isAnchored = wasShown && (kind != .text || isTimedText(segment))
    if isAnchored {
      let range = segment.start..<max(segment.end, segment.start)
      guard let survivor = map.survivor(in: range) else { return nil }
      let lost = survivor.start - segment.start
      guard lost < segment.duration else { return nil }
      moved.trimHead(by: lost, isStill: false)
      moved.start = map.time(survivor.start, in: survivor.item)
    } else {
      moved.start = map.join(segment.start)
    }
    let host = map.old.last { $0.start <= segment.start && segment.end <= $0.end }
    let hostItem = host.flatMap { host in map.items.first { $0.segment.id == host.id } }
    if let hostItem, moved.start <= hostItem.segment.end {
      moved.keep(before: hostItem.segment.end, after: hostItem.segment.start)
    } else if segment.end <= map.oldEnd {
      moved.keep(before: map.newEnd, after: 0)
    }
    return moved.duration > 0 ? moved : nil
  }

  /// Words that belong to a moment of the picture, not to the film.
  private func isTimedText(_ segment: Segment) -> Bool {
    kind == .text && (segment.isCaption || segment.style.text?.preset == .lowerThird)
  }

  /// Cuts what runs into the next segment without a transition that says so, and drops
  /// transitions that no longer meet or fit their neighbour.
  mutating func mend() {
    segments.removeAll { $0.duration <= 0 }
    var index = 0
    while index < segments.count {
      if !transitionFits(at: index) { segments[index].style.transition = nil }
      let next = index + 1 < segments.count ? segments[index + 1].start : nil
      let overlap = segments[index].style.transition?.duration ?? 0
      guard let next, overlap <= 0, segments[index].end > next else {
        index += 1
        continue
      }
      segments[index].setLength(next - segments[index].start)
      if segments[index].duration <= 0 { segments.remove(at: index) }
      index = max(index - 1, 0)
    }
  }

  private func transitionFits(at index: Int) -> Bool {
    let segment = segments[index]
    guard let overlap = segment.style.transition?.duration, overlap > 0 else { return true }
    guard index + 1 < segments.count, segments[index + 1].start == segment.end - overlap,
      overlap <= segments[index + 1].duration
    else { return false }
    let incoming = index > 0 ? segments[index - 1].style.transition?.duration ?? 0 : 0
    return max(incoming, 0) + overlap <= segment.duration
  }
}

extension Segment {
  /// Ends it before `limit`: earlier where there is room after `floor`, else shorter.
  mutating func keep(before limit: Milliseconds, after floor: Milliseconds) {
    guard end > limit else { return }
    if limit - start < min(duration, 500) { start = max(min(start, limit - duration), floor) }
    if end > limit { setLength(limit - start) }
  }
}
