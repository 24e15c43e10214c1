import Language
import MediaTime
import Timeline

/// Clips that are in the film: their order, and which of them go.
extension Direction {
  // MARK: Order

  /// The clip of the film that is to change its place; nil where a medium is to come in.
  func standing(_ reference: Reference, in draft: Draft) -> Segment? {
    let clips = draft.pictureTrack?.segments ?? []
    let namesClip =
      reference.medium == nil && [nil, .visual].contains(reference.sort)
      && (reference.ordinal ?? reference.count) != nil
    if namesClip, !hasCut, let index = clip(reference, in: draft) { return clips[index] }
    let media = find(reference, in: draft)
    let found = media.isEmpty ? segments(reference, in: draft) : []
    guard media.count == 1 else { return found.count == 1 ? found[0] : nil }
    return clips.first { $0.source == media[0].id }
  }

  /// The clips of a sort that are to change their place together, in order: "both photos".
  func standings(_ reference: Reference, in draft: Draft) -> [Segment] {
    guard reference.medium == nil, reference.ordinal == nil, !hasCut,
      [.image, .video].contains(reference.sort), find(reference, in: draft).isEmpty
    else { return [] }
    var every = reference
    every.isAll = true
    let found = segments(every, in: draft)
    let isEvery = reference.isAll || reference.count == found.count
    return isEvery && found.count > 1 ? found : []
  }

  mutating func move(
    _ clips: [Segment], to spot: Spot, in assembly: inout Assembly, told: inout [String]
  ) {
    let isBackwards: Bool
    switch spot {
    case .start, .after, .at, .number: isBackwards = true
    case .end, .before: isBackwards = false
    }
    for clip in isBackwards ? clips.reversed() : clips {
      if spot == .start, assembly.draft.pictureTrack?.segments.first?.id == clip.id { continue }
      if spot == .end, assembly.draft.pictureTrack?.segments.last?.id == clip.id { continue }
      move(clip, to: spot, in: &assembly, told: &told)
    }
  }

  mutating func move(
    _ clip: Segment, to spot: Spot, in assembly: inout Assembly, told: inout [String]
  ) {
    let clips = assembly.draft.pictureTrack?.segments ?? []
    guard let place = position(spot, in: assembly.draft),
      let from = clips.firstIndex(where: { $0.id == clip.id })
    else { return }
    var index: Int
    switch place {
    case .index(let number): index = number
    case .time(let time): index = clips.count { ($0.start + $0.end).count / 2 < time.count }
    }
    if index > from, !spot.isNumber { index -= 1 }
    index = min(max(index, 0), clips.count - 1)
    let name = name(of: clip)
    guard index != from else {
      return tell("\(language.quote(name)) is there already", "\(language.quote(name))已经在那里了")
    }
    attempt(
      language.say("move \(name) to place \(index + 1)", "把\(name)移到第\(index + 1)段"), &assembly,
      &told
    ) { (assembly) throws(EditError) in
      try assembly.apply(.reorder(clip.id, to: index, in: assembly.draft))
    }
  }

  // MARK: Removing

  mutating func remove(
    _ references: [Reference], from assembly: inout Assembly, told: inout [String]
  ) {
    for reference in references {
      let found = segments(reference, in: assembly.draft)
      guard !found.isEmpty else {
        if !hasCut { tellWhich(reference, assembly.draft) }
        continue
      }
      for segment in found { remove(segment, from: &assembly, told: &told) }
    }
  }

  private mutating func remove(
    _ segment: Segment, from assembly: inout Assembly, told: inout [String]
  ) {
    guard let track = assembly.draft.track(holding: segment.id) else { return }
    let name = name(of: segment)
    let isLast = track.segments.count == 1
    guard !isLast || track.id != assembly.draft.pictureTrack?.id else {
      return tell("It is the only clip; nothing would be left", "这是唯一的片段，不能删除")
    }
    attempt(language.say("remove \(name)", "删除\(name)"), &assembly, &told) {
      (assembly) throws(EditError) in
      if isLast {
        try assembly.apply(.removeTrack(track: track.id))
      } else {
        try assembly.apply(.delete(segment.id, in: assembly.draft))
      }
    }
  }

  /// What of the film a reference by name or sort means; empty where that is not clear.
  private func segments(_ reference: Reference, in draft: Draft) -> [Segment] {
    let clips = draft.pictureTrack?.segments ?? []
    if let index = reference.medium, situation.media.indices.contains(index) {
      let id = situation.media[index].id
      return draft.tracks.flatMap(\.segments).filter { $0.source == id }
    }
    let isFootage: (Segment) -> Bool = { $0.source.flatMap(lookup)?.kind == .video }
    let ofSort =
      switch reference.sort {
      case .image: clips.filter { !isFootage($0) }
      case .video: clips.filter(isFootage)
      default: clips
      }
    if reference.isAll || ofSort.count == 1 { return ofSort }
    let footage = ofSort.filter(isFootage)
    return reference.sort == .visual && footage.count == 1 ? footage : []
  }

  mutating func tellWhich(_ reference: Reference, _ draft: Draft) {
    if let index = reference.medium, situation.media.indices.contains(index) {
      let name = language.quote(situation.media[index].name)
      return tell("\(name) is not in the film", "影片里没有\(name)")
    }
    let clips = draft.pictureTrack?.segments ?? []
    let names = language.list(language.few(clips.map(name(of:)), most: 8))
    asksWhich = true
    tell("Say which one: \(names)", "请说明是哪一个：\(names)")
  }

  private func name(of clip: Segment) -> String {
    clip.style.name ?? clip.source.flatMap { mediaNames[$0] } ?? clip.id
  }
}

extension Spot {
  /// Whether it names the place that a clip is to have.
  fileprivate var isNumber: Bool { if case .number = self { true } else { false } }
}
