extension Edit {
  /// The ids of all segments that it touches.
  public var segments: Set<String> {
    switch self {
    case .group(_, let edits): edits.reduce(into: []) { $0.formUnion($1.segments) }
    case .insertTrack(let track, _): Set(track.segments.map(\.id))
    case .insertSegment(let segment, _, _): [segment.id]
    case .replaceSegment(let id, let with): [id, with.id]
    case .removeSegment(let id), .moveSegment(let id, _, _), .setTiming(let id, _, _, _, _),
      .setSource(let id, _), .setSpeed(let id, _), .setVolume(let id, _), .setMotion(let id, _),
      .setTransition(let id, _), .setFit(let id, _), .setPlayback(let id, _),
      .setText(let id, _), .setTextStyle(let id, _), .setFades(let id, _, _),
      .setDuck(let id, _), .setName(let id, _), .setDetail(let id, _, _):
      [id]
    case .removeTrack, .moveTrack, .renameTrack, .setTrackDetail, .setSize, .setFrameRate,
      .setBackground, .setTitle, .setDraftDetail:
      []
    }
  }

  /// The ids of all tracks that it names.
  public var tracks: Set<String> {
    switch self {
    case .group(_, let edits): edits.reduce(into: []) { $0.formUnion($1.tracks) }
    case .insertTrack(let track, _): [track.id]
    case .removeTrack(let id), .moveTrack(let id, _), .renameTrack(let id, _),
      .setTrackDetail(let id, _, _), .insertSegment(_, let id, _), .moveSegment(_, let id, _):
      [id]
    default: []
    }
  }
}
