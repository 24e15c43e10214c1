import MediaTime

extension Draft {
  /// What is different in `other`, one short phrase a change, as an answer quotes it:
  /// "BGM 35 → 20 %", "title moved 0 → 1 s". Empty where nothing is.
  ///
  /// Starts that only follow from the lengths of earlier clips are left out, as are the lengths
  /// of music and titles that run to the film's end; equal changes of several clips are told as
  /// one.
  /// - Parameters:
  ///   - other: the later draft.
  ///   - language: the session's language.
  ///   - mediaName: what people call a medium, by its id, where a segment has no name of its own.
  public func difference(
    to other: Draft, language: SpokenLanguage = .english,
    mediaName: (String) -> String? = { _ in nil }
  ) -> [String] {
    var comparison = Comparison(old: self, new: other, language: language)
    comparison.compareCanvas()
    comparison.compareTracks(mediaName)
    comparison.compareSegments(mediaName)
    return comparison.phrases()
  }
}

/// Gathers differences.
struct Comparison {
  let old: Draft
  let new: Draft
  let language: SpokenLanguage
  /// What it is about, nil for the film; and what is different.
  private var changes: [(subject: String?, predicate: String)] = []

  init(old: Draft, new: Draft, language: SpokenLanguage) {
    self.old = old
    self.new = new
    self.language = language
  }

  mutating func tell(_ subject: String?, _ english: String, _ chinese: String) {
    changes.append((subject, language.say(english, chinese)))
  }

  /// Changes in order, those with the same predicate as one.
  func phrases() -> [String] {
    var order: [String] = []
    var subjects: [String: [String]] = [:]
    for change in changes {
      if subjects[change.predicate] == nil { order.append(change.predicate) }
      subjects[change.predicate, default: []] += change.subject.map { [$0] } ?? []
    }
    return order.map { predicate in
      let names = subjects[predicate] ?? []
      switch names.count {
      case 0: return predicate
      case 1: return names[0] + " " + predicate
      case 2, 3: return language.list(names) + " " + Self.plural(predicate)
      default:
        return language.say("\(names.count) clips", "\(names.count) 段") + " "
          + Self.plural(predicate)
      }
    }
  }

  /// An English predicate of several things; what begins with no verb stays as it is.
  private static func plural(_ predicate: String) -> String {
    let verbs = ["lasts", "begins", "gives", "fills"]
    let verb = verbs.first { predicate.hasPrefix($0 + " ") }
    return verb.map { String($0.dropLast()) + predicate.dropFirst($0.count) } ?? predicate
  }

  mutating func compareCanvas() {
    let (from, to) = (old.canvas, new.canvas)
    if from.width != to.width || from.height != to.height {
      let sizes = "\(from.width)×\(from.height) → \(to.width)×\(to.height)"
      tell(nil, "frame \(sizes)", "画面 \(sizes)")
    }
    if from.framesPerSecond != to.framesPerSecond {
      let rates = "\(from.framesPerSecond) → \(to.framesPerSecond)"
      tell(nil, "\(rates) frames a second", "帧率 \(rates)")
    }
    if from.background != to.background {
      let colors = "\(from.background) → \(to.background)"
      tell(nil, "background \(colors)", "背景 \(colors)")
    }
    if from.title != to.title {
      let title = to.title.map(language.quote)
      tell(
        nil, title.map { "film is called \($0)" } ?? "film has no name",
        title.map { "片名改为\($0)" } ?? "去掉片名")
    }
    for key in changedKeys(old.unknown, new.unknown) {
      tell(nil, "\(key) changed", "\(key) 已更改")
    }
    if old.lastEnd != new.lastEnd, old.hasContent, new.hasContent {
      let lengths = "\(old.lastEnd.secondsText) → \(new.lastEnd.secondsText)"
      tell(nil, "film \(lengths) s", "影片 \(lengths) 秒")
    }
  }

  mutating func compareTracks(_ mediaName: (String) -> String?) {
    for track in new.tracks {
      guard let former = old.track(track.id) else {
        if track.segments.isEmpty {
          tell(nil, "added track \(language.name(track))", "添加轨道\(language.name(track))")
        }
        continue
      }
      let names = (language.name(former), language.name(track))
      if names.0 != names.1 { tell(names.0, "is now called \(names.1)", "改名为\(names.1)") }
      for key in changedKeys(former.unknown, track.unknown) {
        tell(names.1, "\(key) changed", "\(key) 已更改")
      }
    }
    for track in old.tracks where new.track(track.id) == nil && track.segments.isEmpty {
      tell(nil, "removed track \(language.name(track))", "删除轨道\(language.name(track))")
    }
    let shared = old.tracks.map(\.id).filter { new.track($0) != nil }
    if shared != new.tracks.map(\.id).filter(shared.contains) {
      let names = language.list(new.tracks.map(language.name))
      tell(nil, "tracks from the bottom: \(names)", "轨道自下而上：\(names)")
    }
    if let track = new.mainTrack, let former = old.mainTrack, track.id == former.id {
      let now = track.segments.map(\.id).filter { id in former.segments.contains { $0.id == id } }
      let then = former.segments.map(\.id).filter(now.contains)
      if now != then {
        let names = language.list(track.segments.map { name($0, on: track, mediaName) })
        tell(nil, "order is now \(names)", "顺序改为\(names)")
      }
    }
  }

  /// What people call a segment: its words' kind, its track where it is alone there, its name.
  func name(
    _ segment: Segment, on track: Track, _ mediaName: (String) -> String?
  ) -> String {
    let isAlone = track.segments.count == 1
    switch track.kind {
    case .text:
      let preset = language.name(segment.style.text?.preset ?? .title)
      return isAlone || segment.text == nil
        ? preset : "\(preset) \(segment.text.map(language.quote) ?? "")"
    case .audio where isAlone:
      return language.name(track)
    case .audio, .video:
      let name = segment.style.name ?? segment.source.flatMap(mediaName)
      let twins = track.segments.count {
        ($0.style.name ?? $0.source.flatMap(mediaName)) == name
      }
      let number = (track.segments.firstIndex { $0.id == segment.id } ?? 0) + 1
      guard let name else { return language.say("clip \(number)", "第 \(number) 段") }
      return twins > 1 ? "\(name) (\(number))" : name
    }
  }

  func changedKeys(_ old: [String: JSONValue], _ new: [String: JSONValue]) -> [String] {
    Set(old.keys).union(new.keys).filter { old[$0] != new[$0] }.sorted()
  }
}
