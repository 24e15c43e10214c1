import MediaTime
import Timeline

/// Where in the film a sound is heard.
enum SoundCue: Hashable {
  /// Wherever suits it best.
  case anywhere
  case throughout
  case start
  case end
  /// Wherever one clip follows another.
  case cuts
  /// One of those places, counted from 1; −1 is the last.
  case cut(Int)
  /// Half-way through the film.
  case middle
  case at(Milliseconds)
  /// Over a clip, counted from 1; −1 is the last.
  case clip(Int)
  /// Where a clip ends, counted likewise.
  case clipEnd(Int)
  /// When the first title comes.
  case title

  /// What a run says of it.
  init(_ run: SoundRun) {
    var cue = SoundCue.anywhere
    for (index, element) in run.elements.enumerated() {
      let next = index + 1 < run.elements.count ? run.elements[index + 1] : nil
      switch element {
      case .time(let time): cue = .at(time)
      case .term(.ordinal(let number)) where next == .term(.seconds) && number > 0:
        cue = .at(Milliseconds(number * 1000))
      case .term(.clip):
        if case .number(let number)? = next, number > 0 { cue = cue.over(clip: number) }
      case .number(1) where next == .term(.ordinal(2)): cue = .at(1000)
      case .number(let number) where next == .term(.seconds):
        cue = .at(Milliseconds(min(number, 86_400) * 1000))
      case .term(.cuts): cue = .cuts
      case .term(.cut(let number)): cue = .cut(number)
      case .term(.middle): cue = .middle
      case .term(.throughout): cue = .throughout
      case .term(.start): cue = .start
      case .term(.end):
        if case .clip(let number) = cue { cue = .clipEnd(number) } else { cue = .end }
      case .term(.title) where cue == .anywhere: cue = .title
      case .term(.ordinal(let number)) where run.has(.clip): cue = cue.over(clip: number)
      default: break
      }
    }
    self = cue
  }

  /// The same place of a clip: "at the end of the second clip".
  private func over(clip number: Int) -> SoundCue {
    self == .end ? .clipEnd(number) : .clip(number)
  }

  /// When the sound's `hit` falls, for each time that it is heard; nil where there is no such
  /// place in the film.
  func moments(in draft: Draft) -> [Milliseconds]? {
    let clips = draft.pictureTrack?.segments ?? []
    switch self {
    case .anywhere, .throughout, .start: return [0]
    case .end: return [draft.duration]
    case .at(let time): return time < draft.duration ? [time] : nil
    case .cuts:
      return draft.cuts.isEmpty ? nil : draft.cuts
    case .cut(let number):
      let index = number > 0 ? number - 1 : draft.cuts.count + number
      return draft.cuts.indices.contains(index) ? [draft.cuts[index]] : nil
    case .middle: return [Milliseconds(draft.duration.count / 2)]
    case .clip(let number), .clipEnd(let number):
      let index = number > 0 ? number - 1 : clips.count + number
      guard clips.indices.contains(index) else { return nil }
      if case .clipEnd = self { return [clips[index].end] }
      return [clips[index].start]
    case .title:
      let titles = draft.tracks.filter { $0.kind == .text }.flatMap(\.segments)
      return titles.map(\.start).min().map { [$0] }
    }
  }

  /// What is left of the film for something without a length of its own.
  func stretch(in draft: Draft) -> Range<Milliseconds>? {
    let clips = draft.pictureTrack?.segments ?? []
    switch self {
    case .anywhere, .throughout, .start, .cuts: return draft.duration > 0 ? 0..<draft.duration : nil
    case .clip(let number):
      let index = number > 0 ? number - 1 : clips.count + number
      return clips.indices.contains(index) ? clips[index].start..<clips[index].end : nil
    case .at, .title, .cut, .middle, .clipEnd:
      guard let start = moments(in: draft)?.first, start < draft.duration else { return nil }
      return start..<draft.duration
    case .end:
      let last = min(draft.duration, 3000)
      return draft.duration - last..<draft.duration
    }
  }
}
