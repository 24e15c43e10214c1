internal import MediaTime
internal import Timeline

/// A stretch of sound in the film: a segment of an audio track, or what a clip of footage
/// brings with it.
struct SoundPlan: Sendable {
  let origin: SoundOrigin
  let role: Role
  /// Whether it gives way to voices.
  let ducks: Bool
  private(set) var start: MediaTime
  private(set) var duration: MediaTime
  private(set) var inPoint: MediaTime
  let speed: MediaTime
  let volume: Double
  private(set) var fadeIn: MediaTime
  private(set) var fadeOut: MediaTime
  private(set) var playback: Playback
  /// Whether it goes on from the sound before it, as after a split.
  private(set) var joinsPrevious: Bool
  /// Whether the sound after it goes on from it.
  private(set) var joinsNext: Bool

  /// The sound of `segment` between its neighbours; over transitions it fades for as long as
  /// they last, where the draft asks for less.
  init(
    _ segment: Segment, from origin: SoundOrigin, role: Role, previous: Segment?,
    next: Segment?
  ) {
    self.origin = origin
    self.role = role
    ducks = segment.style.duck ?? false
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

  /// The stretches of a boomerang that turns after each `length`: forwards, then back from where
  /// that ended. Other sounds are one stretch, and turns too quick to hear are silent.
  func turns(every length: MediaTime) -> [SoundPlan] {
    guard playback == .boomerang else { return [self] }
    guard length >= Self.shortestTurn else { return [] }
    var stretches: [SoundPlan] = []
    var passed = MediaTime.zero
    while passed < duration {
      var stretch = self
      stretch.start = start + passed
      stretch.duration = min(length, duration - passed)
      // What is cut off a way back is its end, near the in-point.
      stretch.inPoint =
        stretches.count.isMultiple(of: 2)
        ? inPoint
        : inPoint + (length - stretch.duration) * speed
      stretch.playback = stretches.count.isMultiple(of: 2) ? .normal : .reverse
      stretch.fadeIn = passed == .zero ? fadeIn : .zero
      stretch.joinsPrevious = passed > .zero
      passed += length
      stretch.fadeOut = passed >= duration ? fadeOut : .zero
      stretch.joinsNext = passed < duration
      stretches.append(stretch)
    }
    return stretches
  }

  /// A twentieth of a second: shorter turns are a buzz.
  private static let shortestTurn = MediaTime(1, over: 20)
}

extension SoundPlan {
  /// What a sound is in the mix.
  enum Role: Hashable, Sendable {
    /// What footage brings with it.
    case source
    /// A segment of an audio track.
    case laid(SoundRole)
  }
}

extension Segment {
  /// Whether `next` plays on where this one stops, in the film and in the source.
  func runsOn(into next: Segment) -> Bool {
    let used = Milliseconds(Int((Double(duration.count) * speed).rounded()))
    return source == next.source && end == next.start && inPoint + used == next.inPoint
      && speed == next.speed && volume == next.volume
      && style.playback ?? .normal == .normal && next.style.playback ?? .normal == .normal
  }
}
