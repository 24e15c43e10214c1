import MediaTime

extension Draft {
  /// Whether later segments of a track close up when one is cut, and other tracks follow.
  func ripples(_ track: Int) -> Bool {
    tracks[track].kind == .video && tracks[track].id == mainTrack?.id
  }

  /// Changes a track as a chain; where it is the main one, titles, music and overlays follow.
  mutating func reflow(
    _ track: Int, _ body: (inout Chain) throws(EditError) -> Void
  ) throws(EditError) {
    let old = tracks[track].segments
    let isMain = ripples(track)
    var chain = Chain(old)
    try body(&chain)
    chain.layOut()
    tracks[track].segments = chain.items.map(\.segment)
    guard isMain, !old.isEmpty else { return }
    let map = ReflowMap(old: old, items: chain.items)
    var displaced: [Segment] = []
    for index in tracks.indices where index != track { displaced += tracks[index].follow(map) }
    for segment in displaced { placeText(segment) }
  }

  /// Lays words on the first text track that has room for them, or on one of their own.
  mutating func placeText(_ segment: Segment) {
    let free = tracks.firstIndex { track in
      track.kind == .text
        && track.segments.allSatisfy { $0.end <= segment.start || segment.end <= $0.start }
    }
    guard let free else {
      tracks.append(Track(id: freshTrackID(), kind: .text, segments: [segment]))
      return
    }
    tracks[free].segments.append(segment)
    tracks[free].segments.sort { $0.start < $1.start }
  }
}
