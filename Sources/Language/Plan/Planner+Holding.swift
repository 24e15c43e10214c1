import MediaTime
import Timeline

/// Frames that stand still within the film, and sounds that come in later.
extension Planner {
  /// Puts a still frame of a clip into the film, at a moment of it, or behind it.
  mutating func hold(
    _ target: Target, _ time: Milliseconds?, _ length: Milliseconds, _ request: Request
  ) {
    guard length > 0 else { return }
    let isFilm = target == .film
    let found = time.map { isFilm ? clips(.clipAt($0), request) : clips(target, request) }
    for clip in found ?? (isFilm ? Array(clips.suffix(1)) : clips(target, request)) {
      let moment = time.map { isFilm ? $0 : clip.start + $0 } ?? clip.end
      hold(clip, at: moment, length, request)
    }
    numbered = clips.map(\.id)
  }

  private mutating func hold(
    _ clip: Segment, at time: Milliseconds, _ length: Milliseconds, _ request: Request
  ) {
    guard let track = draft.track(holding: clip.id) else { return }
    var still = clip
    still.style.playback = .freeze
    still.style.transition = nil
    still.style.motion = []
    still.style.fadeIn = nil
    still.style.fadeOut = nil
    still.start = time
    still.duration = length
    if !isStill(clip) {
      // The last frame begins one frame before the end.
      let shown = min(time - clip.start, clip.duration - 40)
      let isReversed = clip.style.playback == .reverse
      let played = Int(Double((isReversed ? clip.duration - shown : shown).count) * clip.speed)
      still.inPoint = clip.inPoint + Milliseconds(max(played, 0))
    }
    still.speed = 1
    apply(request) { draft, media throws(EditError) in
      still.id = draft.freshSegmentID()
      if time >= clip.end {
        let index = track.segments.firstIndex { $0.id == clip.id } ?? track.segments.count - 1
        return try Edit.insert(still, at: index + 1, on: track.id, in: draft)
      }
      return try Edit.insert(still, atTime: time, on: track.id, in: draft, media: media)
    }
  }

  /// Lets words or sound come later, or earlier, at the film's start at the earliest.
  mutating func shift(_ target: Target, by time: Milliseconds, _ request: Request) {
    guard target.isText || target.role != nil else {
      return refuse(
        request, "Clips follow one another; change their order or lengths instead.",
        "片段是首尾相接的；可以改变顺序或时长。")
    }
    guard target.isText else {
      for sound in sounds(target, request) {
        begin([sound], max(sound.start + time, 0), request)
      }
      return
    }
    for text in texts(target, request) {
      apply(request) { draft, _ throws(EditError) in
        try Edit.move(text.id, to: max(text.start + time, 0), in: draft)
      }
    }
  }

  /// Lets sound, words or an overlay come in at a moment; what plays to the film's end still
  /// ends there.
  mutating func begin(_ target: Target, _ time: Milliseconds, _ request: Request) {
    begin(target.isText ? texts(target, request) : sounds(target, request), time, request)
  }

  private mutating func begin(
    _ segments: [Segment], _ time: Milliseconds, _ request: Request
  ) {
    let end = draft.normalized().duration
    guard time < end else {
      let seconds = Printing.seconds(end)
      return refuse(
        request, "The film ends at \(seconds) s.", "影片在\(seconds)秒就结束了。")
    }
    for segment in segments where segment.start != time {
      let length = max(min(segment.duration, end - time), 100)
      apply(request) { _, _ in
        .setTiming(
          segment: segment.id, start: time, inPoint: segment.inPoint, duration: length, at: nil)
      }
    }
  }
}
