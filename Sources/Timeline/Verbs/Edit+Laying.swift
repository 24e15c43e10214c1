public import MediaTime

extension Edit {
  /// Lays a picture or footage over the film, smaller than the frame, on the first track above the
  /// film with room there, else on a new one named "Overlay".
  ///
  /// ```
  /// new     ..[IIII]......
  /// film    [AAAAAAA][BBB]
  /// ```
  ///
  /// The segment's id is ``Draft/freshSegmentID()``. Footage ends where its source does.
  /// - Throws: `EditError` where there is no film to lay it over, the medium has no picture, or
  ///   nothing of it would be seen.
  public static func lay(
    _ source: String, as inset: Inset, name: String? = nil, start: Milliseconds = 0,
    duration: Milliseconds? = nil, in draft: Draft, media: MediaLookup
  ) throws(EditError) -> Edit {
    let end = draft.mainTrack?.segments.map(\.end).max() ?? 0
    guard let main = draft.mainTrack, main.kind == .video, end > 0 else {
      throw EditError(
        .noRoom, "The film shows nothing yet; add a picture or a clip, then lay something over it.")
    }
    guard let facts = media(source), facts.kind.hasPicture else {
      throw EditError(
        .badValue, about: source, "\"\(name ?? source)\" has no picture to lay over the film.")
    }
    var length = min(duration ?? end - start, end - start)
    if facts.kind == .video { length = min(length, facts.duration) }
    guard start >= 0, length > 0 else {
      throw EditError(.badValue, "Nothing of it would be seen from \(start) for \(length).")
    }
    var segment = Segment(
      id: draft.freshSegmentID(), source: source, start: start, duration: length)
    segment.style.name = name
    segment.style.inset = inset
    let times = start..<(start + length)
    let host = draft.tracks.first { track in
      track.kind == .video && track.id != main.id
        && track.segments.allSatisfy { other in
          other.style.inset != nil
            && (other.end <= times.lowerBound || times.upperBound <= other.start)
        }
    }
    if let host {
      let insertion = Edit.insertSegment(segment: segment, track: host.id, at: nil)
      return .group(label: "lay over", edits: [insertion])
    }
    let track = Track(
      id: draft.freshTrackID(), kind: .video, name: "Overlay", segments: [segment])
    let top = (draft.tracks.lastIndex { $0.kind == .video } ?? 0) + 1
    return .group(label: "lay over", edits: [.insertTrack(track: track, at: top)])
  }
}
