import MediaTime

extension Draft {
  /// This draft with the tracks of one kind as `other` has them; what they hold stands where the
  /// pictures of `other` stand now, and music that ran along its whole film still does.
  ///
  /// Tracks that both have keep their places.
  public func taking(_ kind: TrackKind, from other: Draft) -> Draft {
    var result = self
    let theirs = other.tracks.filter { $0.kind == kind }
    result.tracks.removeAll { track in
      track.kind == kind && !theirs.contains { $0.id == track.id }
    }
    var displaced: [Segment] = []
    for var track in theirs {
      if let map = ReflowMap(from: other, to: self) { displaced += track.follow(map) }
      let taken = result.tracks.filter { $0.id != track.id }.flatMap(\.segments).map(\.id)
      track.segments.removeAll { taken.contains($0.id) }
      if let index = result.tracks.firstIndex(where: { $0.id == track.id }) {
        result.tracks[index] = track
      } else {
        result.tracks.append(track)
      }
    }
    for segment in displaced where result.segment(segment.id) == nil { result.placeText(segment) }
    return result.normalized()
  }
}

extension ReflowMap {
  /// From the pictures of one draft to those of another; nil where either has none.
  fileprivate init?(from old: Draft, to new: Draft) {
    guard let before = old.mainTrack?.segments, let after = new.mainTrack?.segments else {
      return nil
    }
    let items = after.map { segment in
      var item = Chain.Item(segment)
      guard let host = before.first(where: { $0.id == segment.id && $0.source == segment.source }),
        host.speed > 0, segment.speed > 0
      else { return item }
      item.scale = host.speed / segment.speed
      let start = host.start + (segment.inPoint - host.inPoint).scaled(by: 1 / host.speed)
      let end = min(start + segment.duration.scaled(by: 1 / item.scale), host.end)
      item.origin = max(start, host.start)..<max(end, start, host.start)
      return item
    }
    self.init(old: before, items: items)
  }
}
