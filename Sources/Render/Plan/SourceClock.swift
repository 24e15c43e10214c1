internal import MediaTime
internal import Timeline

/// Which moment of its source a clip shows at a moment of the film.
struct SourceClock: Sendable {
  /// Where the clip begins on the timeline.
  var start: MediaTime
  /// How long it lasts on the timeline.
  let duration: MediaTime
  /// Where it begins in its source.
  let inPoint: MediaTime
  /// Source time over timeline time.
  let speed: MediaTime
  /// How the source is played.
  let playback: Playback
  /// How long the source lasts, where that is known.
  let sourceDuration: MediaTime?
  /// Length of one source frame, so that reverse play ends on the frame it should.
  let sourceFrame: MediaTime

  /// Time since the clip's start.
  func elapsed(at time: MediaTime) -> MediaTime { max(.zero, time - start) }

  /// The moment of a still's camera move at `time` of the film. A still has no frames to play,
  /// so what is reversed, held or wound back and forth is the move; a loop goes there and back
  /// too, that it may begin again without a jump.
  func moveTime(at time: MediaTime) -> MediaTime {
    let played = elapsed(at: time)
    switch playback {
    case .normal: return played
    case .freeze: return .zero
    case .reverse: return max(.zero, duration - played)
    case .loop, .boomerang:
      let half = duration * MediaTime(1, over: 2)
      return played <= half ? played * 2 : max(.zero, (duration - played) * 2)
    }
  }

  /// Time of a still's camera move that passes in a second of the film.
  var moveRate: Int {
    switch playback {
    case .normal, .reverse: 1
    case .freeze: 0
    case .loop, .boomerang: 2
    }
  }

  /// The moment of the source at `time` of the film.
  func sourceTime(at time: MediaTime) -> MediaTime {
    let played = elapsed(at: time) * speed
    switch playback {
    case .normal: return inPoint + played
    case .freeze: return inPoint
    case .reverse: return max(.zero, inPoint + duration * speed - sourceFrame - played)
    case .loop: return inPoint + played.modulo(loopLength)
    case .boomerang:
      let phase = played.modulo(loopLength * 2)
      return phase < loopLength
        ? inPoint + phase : max(inPoint, inPoint + loopLength * 2 - sourceFrame - phase)
    }
  }

  /// The part of the source that it shows.
  var sourceTimes: ClosedRange<MediaTime> {
    let played = duration * speed
    switch playback {
    case .normal, .reverse: return inPoint...inPoint + played
    case .freeze: return inPoint...inPoint
    case .loop, .boomerang: return inPoint...inPoint + min(played, loopLength)
    }
  }

  /// How long a boomerang goes one way, on the timeline.
  var turnLength: MediaTime { loopLength / speed }

  /// From the in-point to the source's end; a boomerang turns at the clip's middle at the latest.
  var loopLength: MediaTime {
    let rest = (sourceDuration ?? .zero) - inPoint
    let whole = rest > sourceFrame ? rest : sourceFrame
    guard playback == .boomerang else { return whole }
    return max(sourceFrame, min(whole, duration * speed * MediaTime(1, over: 2)))
  }
}

extension MediaTime {
  /// The remainder after whole lengths of `length`.
  func modulo(_ length: MediaTime) -> MediaTime { self - length * count(of: length) }

  /// The nearest thousandth to a speed of a draft.
  init(speed: Double) { self.init(Int64((speed * 1000).rounded()), over: 1000) }
}
