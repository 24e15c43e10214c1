public import MediaTime

extension Edit {
  /// Lays a sound over the film, on the first track of its kind with room there, else on a new
  /// one.
  ///
  /// ```
  /// new     ....[VVVVVV]..
  /// music   [MMMMMMMMMMMM]
  /// film    [AAAAAAA][BBB]
  /// ```
  ///
  /// The segment's id is ``Draft/freshSegmentID()``.
  /// - Throws: `EditError` where the times are no times.
  public static func addSound(
    _ source: String, as role: SoundRole, name: String?, start: Milliseconds,
    duration: Milliseconds, inPoint: Milliseconds = 0, volume: Double = 1, in draft: Draft
  ) throws(EditError) -> Edit {
    guard start >= 0, duration > 0 else {
      throw EditError(.badValue, "A sound can't play from \(start) for \(duration).")
    }
    var segment = Segment(
      id: draft.freshSegmentID(), source: source, start: start, inPoint: inPoint,
      duration: duration, volume: volume)
    segment.style.name = name
    segment.style.role = role
    try segment.checkBounds()
    let end = start + duration
    let host = draft.tracks.first { track in
      track.kind == .audio && !track.segments.isEmpty
        && track.segments.allSatisfy {
          $0.style.role == role && ($0.end <= start || end <= $0.start)
        }
    }
    if let host {
      return .group(
        label: "add sound", edits: [.insertSegment(segment: segment, track: host.id, at: nil)])
    }
    let track = Track(
      id: draft.freshTrackID(), kind: .audio, name: trackName(for: role), segments: [segment])
    let lowestText = draft.tracks.firstIndex { $0.kind == .text }
    return .group(label: "add sound", edits: [.insertTrack(track: track, at: lowestText)])
  }

  private static func trackName(for role: SoundRole) -> String {
    switch role {
    case .music: "BGM"
    case .voice: "Voice"
    case .effect: "Effects"
    }
  }
}
