internal import MediaTime
internal import Timeline

/// A stretch of sound in the film: a segment of an audio track, or what a clip of footage
/// brings with it.
struct SoundPlan: Sendable {
  let id: String
  let path: String
  let start: MediaTime
  let duration: MediaTime
  let inPoint: MediaTime
  let speed: MediaTime
  let volume: Double
  let fadeIn: MediaTime
  let fadeOut: MediaTime
  let playback: Playback
  /// Whether it goes on from the sound before it, as after a split.
  let joinsPrevious: Bool
  /// Whether the sound after it goes on from it.
  let joinsNext: Bool

  /// The sound of `segment` between its neighbours; over transitions it fades for as long as
  /// they last, where the draft asks for less.
  init(_ segment: Segment, path: String, previous: Segment?, next: Segment?) {
    id = segment.id
    self.path = path
    start = MediaTime(segment.start)
    duration = MediaTime(segment.duration)
    inPoint = MediaTime(segment.inPoint)
    speed = MediaTime(speed: segment.speed)
    volume = segment.volume
    let overlapBefore = previous.map { max(0, $0.end - segment.start) } ?? 0
    let overlapAfter = next.map { max(0, segment.end - $0.start) } ?? 0
    fadeIn = MediaTime(max(segment.style.fadeIn ?? 0, overlapBefore))
    fadeOut = MediaTime(max(segment.style.fadeOut ?? 0, overlapAfter))
    playback = segment.style.playback ?? .normal
    joinsPrevious = previous.map { $0.runsOn(into: segment) } ?? false
    joinsNext = next.map { segment.runsOn(into: $0) } ?? false
  }
}

extension Segment {
  /// Whether `next` plays on where this one stops, in the film and in the source.
  fileprivate func runsOn(into next: Segment) -> Bool {
    let used = Milliseconds(Int((Double(duration.count) * speed).rounded()))
    return source == next.source && end == next.start && inPoint + used == next.inPoint
      && speed == next.speed && volume == next.volume
      && style.playback ?? .normal == .normal && next.style.playback ?? .normal == .normal
  }
}
