import MediaTime
import Timeline

extension Planner {
  /// The segments whose sound `target` means. The film's sound is its music and its clips.
  mutating func sounds(_ target: Target, _ request: Request) -> [Segment] {
    switch target {
    case .film:
      let all = segments(of: .audio) + clips
      if all.isEmpty { refuse(request, "There is no sound yet.", "还没有声音。") }
      return all
    case .music, .voice, .effects, .effect:
      let sounds = sounds(target)
      if sounds.isEmpty { refuseSilence(of: target, request) }
      return sounds
    case .clips, .clip, .clipList, .clipsBut, .clipAt, .part, .stills, .footage, .titles, .text,
      .texts:
      return clips(target, request)
    }
  }

  /// The sounds that `target` means.
  func sounds(_ target: Target) -> [Segment] {
    if case .effect(let name) = target { return draft.effects(called: name) }
    return draft.sounds(target.role ?? .music)
  }

  /// Says that sounds are not played faster or slower, and what can be had instead.
  mutating func keepPace(of target: Target, _ request: Request) {
    guard !sounds(target).isEmpty else { return refuseSilence(of: target, request) }
    switch target.role {
    case .voice:
      refuse(
        request, "A voice-over keeps its pace; have it spoken again, “slowly” or “fast”.",
        "配音的语速不能改；可以重新配音，说“慢速”或“快速”。")
    case .effect: refuse(request, "Sound effects keep their pace.", "音效的速度不能改。")
    case .music, nil:
      refuse(
        request,
        "Uploaded music keeps its tempo; say “compose calm music”, and then “make the music "
          + "slower” or “faster”.",
        "上传的音乐速度不能改；可以说“写一段舒缓的音乐”，再说“音乐慢一点”或“快一点”。")
    }
  }

  /// Says that nothing of the kind is heard.
  mutating func refuseSilence(of target: Target, _ request: Request) {
    if case .effect(let name) = target {
      return refuse(
        request,
        "There is no sound effect called “\(name)” in the film; for a clip's own sound, name the "
          + "clip.", "影片里没有“\(name)”这个音效；要改片段自己的声音，请说是哪一段。")
    }
    switch target.role {
    case .voice: refuse(request, "There is no voice-over.", "没有配音。")
    case .effect: refuse(request, "There is no sound effect.", "没有音效。")
    case .music, nil: refuse(request, "There is no music.", "没有音乐。")
    }
  }

  /// "Volume 35 %" is the music's where there is music, else the clips'.
  mutating func volume(_ target: Target, _ level: Level, _ request: Request) {
    let hasMusic = !draft.sounds(.music).isEmpty
    let segments = sounds(target == .film && hasMusic ? .music : target, request)
    each(segments, request) { segment in
      let volume: Double
      switch level {
      case .to(let gain): volume = gain
      case .times(let factor): volume = segment.volume * factor
      }
      return .setVolume(segment: segment.id, volume: CameraTable.rounded(min(max(volume, 0), 2)))
    }
  }

  mutating func fade(_ wish: FadeRequest, _ request: Request) {
    if wish.target.isText {
      return fadeTitles(wish, request)
    }
    let music = draft.sounds(.music)
    switch wish.target {
    case .music, .voice, .effects, .effect:
      fade(sounds(wish.target, request), wish, request)
    case .film:
      fade(music, wish, request)
      fade(clips, wish, request)
    case .clips: fade(clips, wish, request)
    case .titles, .text, .texts: break
    default: fade(clips(wish.target, request), wish, request)
    }
  }

  /// Fades the first of `segments` in, the last out.
  private mutating func fade(_ segments: [Segment], _ wish: FadeRequest, _ request: Request) {
    guard let first = segments.first?.id, let last = segments.last?.id else { return }
    let length = max(wish.duration ?? 2000, 0)
    if wish.edge != .out, let segment = draft.segment(first) {
      let fade = min(length, segment.duration)
      apply(request) { _, _ in
        .setFades(segment: first, fadeIn: fade, fadeOut: segment.style.fadeOut)
      }
      keepPicture(of: first, at: .start, wish.isSoundOnly, request)
    }
    if wish.edge != .in, let segment = draft.segment(last) {
      let fade = min(length, segment.duration)
      apply(request) { _, _ in
        .setFades(segment: last, fadeIn: segment.style.fadeIn, fadeOut: fade)
      }
      keepPicture(of: last, at: .end, wish.isSoundOnly, request)
    }
  }

  /// Lets the fade at an end of a clip be its sound's alone, or its picture's too.
  private mutating func keepPicture(
    of id: String, at end: SegmentStyle.End, _ isKept: Bool, _ request: Request
  ) {
    guard let style = draft.segment(id)?.style, style.fadesSoundOnly(at: end) != isKept else {
      return
    }
    var changed = style
    changed.setFadesSoundOnly(isKept, at: end)
    let key = SegmentStyle.soundOnlyKey
    apply(request) { _, _ in
      .setDetail(segment: id, key: key, value: changed.unknown[key])
    }
  }

  private mutating func fadeTitles(_ wish: FadeRequest, _ request: Request) {
    each(texts(wish.target, request), request) { segment in
      var style = segment.style.text ?? TextStyle()
      if wish.edge != .out { style.entrance = .fade }
      if wish.edge != .in { style.exit = .fade }
      return .setTextStyle(segment: segment.id, style: style)
    }
  }
}
