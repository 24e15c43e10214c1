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
  let sourceDuration: MediaTime?

  /// The sound of `segment`; fades over transitions are longer than what the draft asks.
  init(
    _ segment: Segment, path: String, sourceDuration: MediaTime?,
    transitionIn: Milliseconds = 0, transitionOut: Milliseconds = 0
  ) {
    id = segment.id
    self.path = path
    start = MediaTime(segment.start)
    duration = MediaTime(segment.duration)
    inPoint = MediaTime(segment.inPoint)
    speed = MediaTime(speed: segment.speed)
    volume = segment.volume
    fadeIn = MediaTime(max(segment.style.fadeIn ?? 0, transitionIn))
    fadeOut = MediaTime(max(segment.style.fadeOut ?? 0, transitionOut))
    playback = segment.style.playback ?? .normal
    self.sourceDuration = sourceDuration
  }
}
