import MediaTime
import Timeline

/// Splitting, repeating, reordering and stretching.
extension Planner {
  mutating func split(_ target: Target, _ wish: SplitRequest, _ request: Request) {
    switch wish {
    case .parts where target == .film && clips.count > 1:
      refuse(request, "Say which clip is to be split.", "请说明要分割哪一段。")
    case .parts(let count): split(clips(target, request), into: count, request)
    case .every(let length): split(clips(target, request), every: length, request)
    case .at(let time):
      let isFilm = target == .film || target == .clips
      let clips = isFilm ? clips(.clipAt(time), request) : clips(target, request)
      parts = []
      for clip in clips {
        // "The harbour at 7 seconds" is a moment of the film where the clip is not so long.
        let isMoment = isFilm || (time >= clip.duration && clip.start < time && time < clip.end)
        split(clip, at: isMoment ? time : clip.start + time, request)
      }
    }
    numbered = clips.map(\.id)
  }

  private mutating func split(_ segments: [Segment], into count: Int, _ request: Request) {
    guard (2...50).contains(count) else {
      return refuse(request, "A clip is split into 2 to 50 parts.", "一段可以分成2到50份。")
    }
    parts = []
    for segment in segments {
      for part in (1..<count).reversed() {
        let time = segment.start + Milliseconds(segment.duration.count * part / count)
        split(segment, at: time, request)
      }
    }
  }

  private mutating func split(
    _ segments: [Segment], every length: Milliseconds, _ request: Request
  ) {
    let longest = segments.map(\.duration.count).max() ?? 0
    guard length.count > 0, longest / length.count <= 50 else {
      return refuse(request, "A clip is split into 2 to 50 parts.", "一段可以分成2到50份。")
    }
    parts = []
    for segment in segments {
      let cuts = stride(from: length.count, to: segment.duration.count, by: length.count)
      for cut in cuts.reversed() { split(segment, at: segment.start + Milliseconds(cut), request) }
    }
    if longest <= length.count {
      refuse(request, "No clip is longer than that.", "没有更长的片段。")
    }
  }

  private mutating func split(_ segment: Segment, at time: Milliseconds, _ request: Request) {
    let before = Set(clips.map(\.id))
    apply(request) { draft, _ throws(EditError) in
      try Edit.split(segment.id, at: time, in: draft)
    }
    let made = clips.map(\.id).filter { !before.contains($0) || $0 == segment.id }
    let known = parts.filter { !made.contains($0) }
    parts = made.count > 1 ? made + known : known
  }

  mutating func duplicate(_ target: Target, _ request: Request) {
    let segments = target.isText ? texts(target, request) : clips(target, request)
    for segment in segments {
      let before = Set(clips.map(\.id))
      apply(request) { draft, _ throws(EditError) in
        try Edit.duplicate(segment.id, in: draft)
      }
      copies[segment.id] = clips.first { !before.contains($0.id) }?.id
    }
  }

  /// The clip of that number that is to get another place: where it was repeated, its copy.
  private mutating func moved(_ number: Int, _ request: Request) -> Segment? {
    guard let clip = clips(.clip(number), request).first else { return nil }
    guard let copy = copies[clip.id] else { return clip }
    return clips.first { $0.id == copy } ?? clip
  }

  mutating func order(_ wish: OrderRequest, _ request: Request) {
    let clips = self.clips
    switch wish {
    case .reverse:
      for clip in clips.dropLast().reversed() { move(clip.id, to: clips.count - 1, request) }
    case .move(let number, let place):
      guard let clip = moved(number, request) else { return }
      let index = place > 0 ? place - 1 : clips.count + place
      move(clip.id, to: min(max(index, 0), clips.count - 1), request)
    case .moveBefore(let number, let other): move(number, beside: other, offset: 0, request)
    case .moveAfter(let number, let other): move(number, beside: other, offset: 1, request)
    case .swap(let number, let other):
      guard let first = self.clips(.clip(number), request).first,
        let second = self.clips(.clip(other), request).first,
        let from = clips.firstIndex(where: { $0.id == first.id }),
        let to = clips.firstIndex(where: { $0.id == second.id }), from != to
      else { return }
      let (early, late) = from < to ? (first.id, second.id) : (second.id, first.id)
      move(early, to: max(from, to), request)
      move(late, to: min(from, to), request)
    }
  }

  private mutating func move(
    _ number: Int, beside other: Int, offset: Int, _ request: Request
  ) {
    guard let clip = moved(number, request),
      let neighbour = self.clips(.clip(other), request).first, clip.id != neighbour.id,
      let from = clips.firstIndex(where: { $0.id == clip.id }),
      let place = clips.firstIndex(where: { $0.id == neighbour.id })
    else { return }
    move(clip.id, to: place + offset - (from < place ? 1 : 0), request)
  }

  private mutating func move(_ id: String, to index: Int, _ request: Request) {
    guard clips.indices.contains(index), clips[index].id != id else { return }
    apply(request) { draft, _ throws(EditError) in
      try Edit.reorder(id, to: index, in: draft)
    }
  }

  /// Makes something longer or shorter than it is; the film, where nothing is named.
  mutating func stretch(_ target: Target, _ change: LengthChange, _ request: Request) {
    guard target != .film else {
      return length(.film, stretched(draft.normalized().duration, change), request)
    }
    let segments =
      target.isText
      ? texts(target, request)
      : target.role != nil ? sounds(target, request) : clips(target, request)
    for segment in segments {
      let length = stretched(segment.duration, change)
      guard !target.isText else {
        setLength(ofText: segment.id, to: length, request)
        continue
      }
      apply(request) { draft, media throws(EditError) in
        try Edit.setLength(of: segment.id, to: length, in: draft, media: media)
      }
    }
  }

  private func stretched(_ length: Milliseconds, _ change: LengthChange) -> Milliseconds {
    switch change {
    case .plus(let time): max(length + time, 100)
    case .times(let factor):
      Milliseconds(max(Int((Double(length.count) * factor / 100).rounded()) * 100, 100))
    }
  }
}
