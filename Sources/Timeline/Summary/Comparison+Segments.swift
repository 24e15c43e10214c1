import MediaTime

extension Comparison {
  mutating func compareSegments(_ mediaName: (String) -> String?) {
    for track in new.tracks {
      if let count = captionCount(of: track, besides: old) {
        tell(nil, "added \(count) subtitles", "添加\(count)条字幕")
        continue
      }
      for segment in track.segments {
        guard let host = old.track(holding: segment.id), var former = old.segment(segment.id)
        else {
          tellAdded(segment, on: track, mediaName)
          continue
        }
        let isReplaced = former.source != segment.source
        let subject = name(isReplaced ? former : segment, on: isReplaced ? host : track, mediaName)
        if host.id != track.id {
          let name = language.name(track)
          tell(subject, "is now on track \(name)", "移到轨道\(name)")
        }
        former = tellMaker(former, segment, subject)
        let follows = track.kind == .video && track.id == new.mainTrack?.id
        compareTimes(former, segment, subject, follows: follows && host.id == track.id)
        compareContent(former, segment, subject, on: track, mediaName)
        compareLook(former.style, segment.style, subject)
        compareText(former.style.text, segment.style.text, subject)
        compareSound(former.style, segment.style, subject)
      }
    }
    for track in old.tracks {
      if let count = captionCount(of: track, besides: new) {
        tell(nil, "removed \(count) subtitles", "删除\(count)条字幕")
        continue
      }
      for segment in track.segments where new.segment(segment.id) == nil {
        let subject = name(segment, on: track, mediaName)
        tell(nil, "removed \(subject)", "删除\(subject)")
      }
    }
  }

  /// How many subtitles a track has, where it has many and comes or goes as a whole.
  private func captionCount(of track: Track, besides other: Draft) -> Int? {
    let count = track.segments.count
    guard count > 3, other.track(track.id) == nil,
      track.segments.allSatisfy({ $0.style.text?.preset == .subtitle && !other.has($0) })
    else { return nil }
    return count
  }

  private mutating func tellAdded(
    _ segment: Segment, on track: Track, _ mediaName: (String) -> String?
  ) {
    var subject = name(segment, on: track, mediaName)
    if let text = segment.text, track.segments.count == 1 { subject += " \(language.quote(text))" }
    if track.kind == .audio, let name = segment.style.name ?? segment.source.flatMap(mediaName),
      name != subject
    {
      subject += " (\(name))"
    }
    let range = "\(segment.start.secondsText)-\(segment.end.secondsText)"
    guard let inset = segment.style.inset else {
      return tell(nil, "added \(subject) at \(range) s", "添加\(subject)（\(range) 秒）")
    }
    let place = language.name(inset.place)
    var details: [String] = []
    if inset.size != Inset.signSize, inset.size != Inset.windowSize {
      let size = inset.size.percentText
      details.append(language.say("size \(size) %, ", "大小 \(size) %，"))
    }
    if inset.opacity != 1 {
      let opacity = inset.opacity.percentText
      details.append(language.say("opacity \(opacity) %, ", "不透明度 \(opacity) %，"))
    }
    let how = details.joined()
    tell(
      nil, "added \(subject) over the film, \(place), \(how)at \(range) s",
      "在画面\(place)叠放\(subject)（\(how)\(range) 秒）")
  }

  private mutating func compareTimes(
    _ old: Segment, _ new: Segment, _ subject: String, follows: Bool
  ) {
    if old.start != new.start, !follows {
      let times = "\(old.start.secondsText) → \(new.start.secondsText)"
      tell(subject, "moved \(times) s", "移动 \(times) 秒")
    }
    let runsAlong =
      !follows && old.start == new.start && old.end == self.old.lastEnd
      && new.end == self.new.lastEnd
    if old.duration != new.duration, !runsAlong {
      let times = "\(old.duration.secondsText) → \(new.duration.secondsText)"
      tell(subject, "lasts \(times) s", "时长 \(times) 秒")
    }
    if old.inPoint != new.inPoint {
      let times = "\(old.inPoint.secondsText) → \(new.inPoint.secondsText)"
      tell(subject, "begins \(times) s into its source", "入点 \(times) 秒")
    }
    if old.speed != new.speed {
      let speeds = "\(old.speed.shortText) → \(new.speed.shortText)×"
      tell(subject, "speed \(speeds)", "速度 \(speeds)")
    }
    if old.volume != new.volume {
      let volumes = "\(old.volume.percentText) → \(new.volume.percentText) %"
      if new.volume == 0 {
        tell(subject, "muted", "静音")
      } else {
        tell(subject, volumes, "音量 \(volumes)")
      }
    }
  }

  private mutating func compareContent(
    _ old: Segment, _ new: Segment, _ subject: String, on track: Track,
    _ mediaName: (String) -> String?
  ) {
    let isReplaced = old.source != new.source
    if isReplaced {
      let name = new.source.map { new.style.name ?? mediaName($0) ?? $0 }
      let what = name ?? language.say("nothing", "空")
      let verb = track.kind == .audio ? "plays" : "shows"
      tell(subject, "now \(verb) \(what)", "换成 \(what)")
    }
    if old.text != new.text {
      let words = language.quote(new.text ?? "")
      tell(subject, "now reads \(words)", "文字改为\(words)")
    }
    if old.style.name != new.style.name, !isReplaced {
      let name = new.style.name ?? language.say("nothing", "空")
      tell(subject, "is now called \(name)", "改名为 \(name)")
    }
  }

  private mutating func compareLook(
    _ old: SegmentStyle, _ new: SegmentStyle, _ subject: String
  ) {
    if old.motion != new.motion {
      let moves = new.motion.map(language.describe)
      if moves.isEmpty {
        tell(subject, "no longer moves", "不再运动")
      } else if old.motion.map(language.describe) == moves {
        tell(subject, "camera timing changed", "运镜时间已调整")
      } else {
        let list = language.list(moves)
        tell(subject, "camera: \(list)", "运镜：\(list)")
      }
    }
    if old.transition != new.transition {
      if let transition = new.transition, transition.duration > 0, transition.kind != .cut {
        let length = transition.duration.secondsText
        let name = language.name(transition.kind)
        tell(subject, "→ \(name) \(length) s", "→ \(name) \(length) 秒")
      } else {
        tell(subject, "→ cut", "→ 硬切")
      }
    }
    if language.name(old.fit) != language.name(new.fit) {
      tell(subject, language.name(new.fit), language.name(new.fit))
    }
    if language.name(old.playback) != language.name(new.playback) {
      tell(subject, language.name(new.playback), language.name(new.playback))
    }
    compareInset(old.inset, new.inset, subject)
    for key in changedKeys(old.unknown, new.unknown)
    where key != SegmentStyle.soundOnlyKey && key != SegmentStyle.insetKey {
      guard let sort = language.treatmentSort(key) else {
        tell(subject, "\(key) changed", "\(key) 已更改")
        continue
      }
      let names = language.treatments(key, new.unknown[key]) ?? language.say("none", "无")
      tell(subject, "\(sort): \(names)", "\(sort)：\(names)")
    }
  }

  private mutating func compareInset(_ old: Inset?, _ new: Inset?, _ subject: String) {
    guard let old, let new else {
      if old != nil { tell(subject, "fills the frame", "铺满画面") }
      if let new {
        let place = language.name(new.place)
        tell(subject, "lies over the film: \(place)", "叠放在画面上：\(place)")
      }
      return
    }
    if old.place != new.place {
      let places = "\(language.name(old.place)) → \(language.name(new.place))"
      tell(subject, places, "位置 \(places)")
    }
    if old.size != new.size {
      let sizes = "\(old.size.percentText) → \(new.size.percentText) %"
      tell(subject, "size \(sizes)", "大小 \(sizes)")
    }
    if old.opacity != new.opacity {
      let opacities = "\(old.opacity.percentText) → \(new.opacity.percentText) %"
      tell(subject, "opacity \(opacities)", "不透明度 \(opacities)")
    }
  }

  private mutating func compareText(_ old: TextStyle?, _ new: TextStyle?, _ subject: String) {
    let (old, new) = (old ?? TextStyle(), new ?? TextStyle())
    if old.preset != new.preset {
      tell(subject, "is now a \(language.name(new.preset))", "改为\(language.name(new.preset))样式")
    }
    if old.entrance != new.entrance {
      tell(subject, "comes in: \(language.name(new.entrance))", "入场：\(language.name(new.entrance))")
    }
    if old.exit != new.exit {
      tell(subject, "goes out: \(language.name(new.exit))", "出场：\(language.name(new.exit))")
    }
    let usual = language.say("as usual", "默认")
    if old.font != new.font {
      tell(subject, "font \(new.font ?? usual)", "字体 \(new.font ?? usual)")
    }
    if old.size != new.size {
      let size = new.size.map { "\($0.percentText) %" } ?? usual
      tell(subject, "size \(size)", "字号 \(size)")
    }
    if old.color != new.color {
      tell(subject, "colour \(new.color ?? usual)", "颜色 \(new.color ?? usual)")
    }
    if old.x != new.x || old.y != new.y {
      let x = new.x.map(\.shortText) ?? usual
      let y = new.y.map(\.shortText) ?? usual
      tell(subject, "at (\(x), \(y)) of the frame", "位置 (\(x), \(y))")
    }
    let switches: [(Bool?, Bool?, String, String)] = [
      (old.plate, new.plate, "on a plate", "底板"), (old.bold, new.bold, "bold", "加粗"),
      (old.vertical, new.vertical, "in columns", "竖排"),
    ]
    for (before, after, english, chinese) in switches where before != after {
      let isOn = after ?? false
      tell(subject, isOn ? english : "not \(english)", isOn ? chinese : "不\(chinese)")
    }
    if old.alignment != new.alignment {
      let alignment = new.alignment?.rawValue ?? usual
      tell(subject, "aligned \(alignment)", "对齐 \(alignment)")
    }
  }

  /// How long a fade is, and whether it is the sound's alone.
  private func fade(of style: SegmentStyle, at end: SegmentStyle.End) -> [Int] {
    let length = (end == .start ? style.fadeIn : style.fadeOut)?.count ?? 0
    return length == 0 ? [] : [length, style.fadesSoundOnly(at: end) ? 1 : 0]
  }

  private mutating func compareSound(
    _ old: SegmentStyle, _ new: SegmentStyle, _ subject: String
  ) {
    if fade(of: old, at: .start) != fade(of: new, at: .start) {
      let length = (new.fadeIn ?? 0).secondsText
      let (sound, its) = new.fadesSoundOnly(at: .start) ? ("sound ", "声音") : ("", "")
      tell(subject, "\(sound)fade in \(length) s", "\(its)淡入 \(length) 秒")
    }
    if fade(of: old, at: .end) != fade(of: new, at: .end) {
      let length = (new.fadeOut ?? 0).secondsText
      let (sound, its) = new.fadesSoundOnly(at: .end) ? ("sound ", "声音") : ("", "")
      tell(subject, "\(sound)fade out \(length) s", "\(its)淡出 \(length) 秒")
    }
    if (old.duck ?? false) != (new.duck ?? false) {
      if new.duck ?? false {
        tell(subject, "gives way to speech", "遇人声压低")
      } else {
        tell(subject, "no longer gives way to speech", "不再压低")
      }
    }
  }
}

extension Draft {
  /// Whether it has a segment of that id.
  fileprivate func has(_ segment: Segment) -> Bool { self.segment(segment.id) != nil }
}
