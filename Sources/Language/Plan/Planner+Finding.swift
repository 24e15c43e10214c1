import MediaTime
import Timeline

/// Which segments a target means.
extension Planner {
  /// The clips of the main video track.
  var clips: [Segment] {
    guard let main = draft.mainTrack, main.kind == .video else { return [] }
    return main.segments
  }

  /// Everything on tracks of that kind, in their order.
  func segments(of kind: TrackKind) -> [Segment] {
    draft.tracks.filter { $0.kind == kind }.flatMap(\.segments)
  }

  /// The texts on screen, in order of their starts.
  var texts: [Segment] { segments(of: .text).sorted { $0.start < $1.start } }

  /// The clips that `target` means; where there are none, that is told.
  mutating func clips(_ target: Target, _ request: Request) -> [Segment] {
    let found = named(target, request)
    guard let allowed else { return found }
    return found.filter { allowed.contains($0.id) }
  }

  private mutating func named(_ target: Target, _ request: Request) -> [Segment] {
    let clips = self.clips
    switch target {
    case .music, .voice, .effects, .effect, .titles, .text, .texts:
      refuse(request, "That is for clips only.", "这只能用在片段上。")
      return []
    case .film, .clips:
      if clips.isEmpty { refuse(request, "There are no clips yet.", "还没有片段。") }
      return clips
    case .clip(let number): return clip(number, request).map { [$0] } ?? []
    case .clipList(let numbers): return numbers.compactMap { clip($0, request) }
    case .clipsBut(let numbers):
      let left = Set(numbers.compactMap { clip($0, request)?.id })
      return clips.filter { !left.contains($0.id) }
    case .clipAt(let time): return clip(at: time, request)
    case .part(let number):
      let index = number > 0 ? number - 1 : parts.count + number
      guard parts.indices.contains(index), let part = draft.segment(parts[index]) else {
        refuse(request, "Nothing was split into so many parts.", "没有这一部分。")
        return []
      }
      return [part]
    case .stills, .footage:
      let found = clips.filter { isStill($0) == (target == .stills) }
      if found.isEmpty {
        refuse(
          request, target == .stills ? "There is no still." : "There is no footage.",
          target == .stills ? "没有照片。" : "没有视频片段。")
      }
      return found
    }
  }

  private mutating func clip(_ number: Int, _ request: Request) -> Segment? {
    let index = number > 0 ? number - 1 : numbered.count + number
    if numbered.indices.contains(index), number != 0,
      let clip = clips.first(where: { $0.id == numbered[index] })
    {
      return clip
    }
    let count = clips.count
    let place = number > 0 ? "clip \(number)" : "clip \(-number) from the end"
    refuse(
      request, "There is no \(place); the film has \(count).",
      "没有第\(number > 0 ? "" : "倒数")\(abs(number))段；影片共有\(count)段。")
    return nil
  }

  private mutating func clip(at time: Milliseconds, _ request: Request) -> [Segment] {
    if let clip = clips.last(where: { $0.start <= time && time < $0.end }) { return [clip] }
    let (length, seconds) = (Printing.seconds(draft.normalized().duration), Printing.seconds(time))
    refuse(
      request, "No clip is on screen at \(seconds) s; the film ends at \(length) s.",
      "\(seconds)秒处没有片段；影片在\(length)秒结束。")
    return []
  }

  /// The texts that `target` means, where it names none the titles, or, without one, every text;
  /// where there are none, that is told.
  mutating func texts(_ target: Target?, _ request: Request) -> [Segment] {
    let found = spoken(target, request)
    guard let allowed, found.contains(where: { allowed.contains($0.id) }) else { return found }
    return found.filter { allowed.contains($0.id) }
  }

  private mutating func spoken(_ target: Target?, _ request: Request) -> [Segment] {
    let texts = self.texts
    if texts.isEmpty {
      refuse(request, "There is no title.", "没有标题。")
      return []
    }
    switch target {
    case .text(let number)?:
      let index = number > 0 ? number - 1 : texts.count + number
      if texts.indices.contains(index), number != 0 { return [texts[index]] }
      let count = texts.count
      refuse(
        request, "There is no text \(number); the film has \(count).",
        "没有第\(number)个文字；影片共有\(count)个。")
      return []
    case .texts(let preset)?:
      var found = texts.filter { ($0.style.text?.preset ?? .title) == preset }
      if let other = Self.kin[preset], found.isEmpty {
        found = texts.filter { ($0.style.text?.preset ?? .title) == other }
      }
      if found.isEmpty {
        if preset == .title { return texts }
        let name = preset.rawValue.replacing("_", with: " ")
        refuse(request, "There is no \(name).", "没有\(ChinesePrinter.name(preset))。")
      }
      return found
    case nil:
      let titles = texts.filter { ($0.style.text?.preset ?? .title) == .title }
      return titles.isEmpty ? texts : titles
    default: return texts
    }
  }

  /// What people call by one name: where there is none of the one, the other is meant.
  private static let kin: [TextStyle.Preset: TextStyle.Preset] = [
    .subtitle: .caption, .caption: .subtitle,
  ]

  /// Whether a clip shows a still, as far as is known.
  func isStill(_ segment: Segment) -> Bool {
    guard let source = segment.source, let facts = media(source) else { return true }
    return facts.kind == .image
  }

  /// The clips of which a condition holds, where it asks each; nothing where it holds of none.
  func passing(_ condition: Condition) -> Set<String>? {
    switch condition.test {
    case .isThere: return isThere(condition.subject) ? [] : nil
    case .isNotThere: return isThere(condition.subject) ? nil : []
    default: break
    }
    if condition.subject == .film {
      return holds(condition.test, length: draft.normalized().duration, volume: 1) ? [] : nil
    }
    var trial = self
    let segments =
      condition.subject.role != nil
      ? sounds(condition.subject)
      : condition.subject.isText
        ? trial.texts(condition.subject, .remove(condition.subject))
        : trial.clips(condition.subject, .remove(condition.subject))
    let found = segments.filter { holds(condition.test, length: $0.duration, volume: $0.volume) }
    guard !found.isEmpty else { return nil }
    return condition.subject.role != nil ? [] : Set(found.map(\.id))
  }

  private func holds(_ test: Condition.Test, length: Milliseconds, volume: Double) -> Bool {
    switch test {
    case .longer(let time): length > time
    case .shorter(let time): length < time
    case .louder(let gain): volume > gain
    case .quieter(let gain): volume < gain
    case .isThere, .isNotThere: true
    }
  }

  private func isThere(_ subject: Target) -> Bool {
    switch subject {
    case .music, .voice, .effects, .effect: !sounds(subject).isEmpty
    case .texts(let preset):
      texts.contains { ($0.style.text?.preset ?? .title) == preset }
    case .titles, .text: !texts.isEmpty
    case .stills, .footage: clips.contains { isStill($0) == (subject == .stills) }
    case .clip(let number): clips.count >= abs(number)
    default: !clips.isEmpty
    }
  }
}
