public import MediaTime

extension Draft {
  /// A moment of this draft at which it can be seen, or heard, what is different from `former`:
  /// within the first segment that changed, or where one was that is gone. Segments that only
  /// moved count where nothing else changed; what runs to the film's end may follow it unnoticed.
  /// nil where nothing is different, or nothing shows.
  public func moment(ofChangeFrom former: Draft) -> Milliseconds? {
    let (end, formerEnd) = (lastEnd, former.lastEnd)
    guard self != former, end > 0 else { return nil }
    let (then, now, main) = (former.placed, placed, mainTrack?.id)
    let changed = now.values.filter { here in
      guard let old = then[here.segment.id], old.track == here.track else { return true }
      let runsAlong =
        here.track != main && old.segment.start == here.segment.start
        && old.segment.end == formerEnd && here.segment.end == end
      let duration = (runsAlong ? here : old).segment.duration
      return !here.segment.isLike(old.segment, lasting: duration)
    }
    let gone = then.values.filter { now[$0.segment.id] == nil }
    var moments = changed.map { Self.middle(of: $0.segment) } + gone.map(\.segment.start)
    if moments.isEmpty {
      moments = now.values.filter { then[$0.segment.id]?.segment.start != $0.segment.start }
        .map { Self.middle(of: $0.segment) }
    }
    return min(moments.min() ?? 0, end - 1)
  }

  /// All segments by their ids, each with its track.
  private var placed: [String: (segment: Segment, track: String)] {
    let all = tracks.flatMap { track in track.segments.map { ($0.id, ($0, track.id)) } }
    return Dictionary(all) { first, _ in first }
  }

  /// Where a segment is fully there: what comes in has come in by then.
  private static func middle(of segment: Segment) -> Milliseconds {
    segment.start + min(Milliseconds(segment.duration.count / 2), 1000)
  }
}

extension Segment {
  /// Whether it is `old` wherever that began, had it lasted so long.
  fileprivate func isLike(_ old: Segment, lasting duration: Milliseconds) -> Bool {
    var moved = old
    moved.start = start
    moved.duration = duration
    return self == moved
  }
}
