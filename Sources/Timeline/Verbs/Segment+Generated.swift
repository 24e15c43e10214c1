public import MediaTime

extension Segment {
  /// What moves a still by itself and has no place on a clip.
  static let keysOfStills = ["region", "effect", "atmosphere"]
  /// A clip is slowed no further; then it goes round.
  private static let slowest = 0.25

  /// The segment with a clip in the place of what it shows: what moved a still is left out, and
  /// both the still and who made the clip are noted.
  /// - Parameters:
  ///   - medium: the clip.
  ///   - length: how long the clip lasts.
  ///   - clip: how it was made.
  public func showing(
    _ medium: String, lasting length: Milliseconds, as clip: GeneratedClip
  ) -> Segment {
    var segment = self
    var made = clip
    if clip.follows == nil {
      let former = style.generated
      made.still = former == nil ? self : former?.still
      // What follows the segment is no part of what it shows.
      made.still?.style.transition = nil
    }
    segment.source = medium
    segment.inPoint = 0
    segment.style.motion = []
    for key in Self.keysOfStills { segment.style.unknown[key] = nil }
    segment.style.generated = made
    segment.style.fit = nil
    return segment.filled(by: length)
  }

  /// The segment as a clip of that length fills it: one that is too short is slowed rather than
  /// left standing, and goes round where that isn't enough.
  public func filled(by length: Milliseconds) -> Segment {
    var segment = self
    (segment.speed, segment.style.playback) = (1, nil)
    guard length < duration else { return segment }
    let speed = Double(length.count) / Double(max(duration.count, 1))
    segment.speed = max(speed, Self.slowest)
    if speed < Self.slowest { segment.style.playback = .loop }
    return segment
  }

  /// The segment with the still and the motion that a clip took the place of; nil where it took
  /// the place of none.
  public var withoutClip: Segment? {
    guard let still = style.generated?.still, let source = still.source else { return nil }
    var segment = self
    segment.source = source
    (segment.inPoint, segment.speed) = (still.inPoint, still.speed)
    segment.style.motion = still.style.motion
    segment.style.fit = still.style.fit
    segment.style.playback = still.style.playback
    for key in Self.keysOfStills { segment.style.unknown[key] = still.style.unknown[key] }
    segment.style.generated = nil
    return segment
  }
}

extension Edit {
  /// The edit with the segments that it puts in as `change` makes them.
  public func replacing(_ change: (Segment) -> Segment) -> Edit {
    switch self {
    case .group(let label, let edits):
      return .group(label: label, edits: edits.map { $0.replacing(change) })
    case .insertTrack(var track, let index):
      track.segments = track.segments.map(change)
      return .insertTrack(track: track, at: index)
    case .insertSegment(let segment, let track, let index):
      return .insertSegment(segment: change(segment), track: track, at: index)
    case .replaceSegment(let id, let segment):
      return .replaceSegment(segment: id, with: change(segment))
    default: return self
    }
  }
}
