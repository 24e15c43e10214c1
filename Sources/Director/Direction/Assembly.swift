import Language
import MediaTime
import Scenes
import Timeline

/// Brings media into a draft, edit by edit.
struct Assembly {
  private(set) var draft: Draft
  private(set) var edits: [Edit] = []
  let media: MediaLookup
  /// Whether stills that come in drift gently.
  let drifts: Bool
  /// Drawn pictures among the media, by their ids.
  let drawings: [String: Drawing]

  init(
    _ draft: Draft, drifts: Bool, media: @escaping MediaLookup, drawings: [String: Drawing] = [:]
  ) {
    self.draft = draft
    self.drifts = drifts
    self.media = media
    self.drawings = drawings
  }

  mutating func apply(_ edit: Edit) throws(EditError) {
    guard !edit.isEmpty else { return }
    draft = try draft.applying(edit).draft
    edits.append(edit)
  }

  // MARK: Pictures

  /// Where a picture goes, as an index or a time.
  enum Position {
    case index(Int)
    case time(Milliseconds)
  }

  /// Puts a picture or footage in; the film gets longer by it.
  mutating func insert(_ medium: Medium, at position: Position) throws(EditError) {
    guard let track = draft.pictureTrack else {
      throw EditError(.noRoom, "The film shows nothing yet.")
    }
    var segment = Segment(
      id: draft.freshSegmentID(), source: medium.id, duration: try length(of: medium))
    segment.style = style(of: medium)
    switch position {
    case .index(let index):
      try apply(.insert(segment, at: index, on: track.id, in: draft))
    case .time(let time):
      try apply(.insert(segment, atTime: time, on: track.id, in: draft, media: media))
    }
    if track.segments.count == 1, let first = draft.track(track.id)?.segments.first,
      draft.track(track.id)?.segments.count == 2
    {
      try apply(
        .setTransition(
          after: first.id, to: Transition(kind: .dissolve, duration: 500), in: draft))
    }
    try loopMusic()
  }

  /// Shows another medium in the place of a clip. The clip keeps its place and length as far as
  /// footage reaches.
  mutating func replace(_ clip: Segment, with medium: Medium) throws(EditError) {
    let length = try length(of: medium)
    if medium.facts.kind == .video, length < clip.duration {
      try apply(.setLength(of: clip.id, to: length, in: draft, media: media))
    }
    guard var segment = draft.segment(clip.id) else { return }
    let wasStill = clip.source.flatMap(media)?.kind == .image
    let moves = clip.style.motion
    segment.source = medium.id
    segment.inPoint = 0
    segment.speed = 1
    segment.style.name = medium.name
    segment.style.playback = nil
    segment.style.fit = draft.canvas.fit(for: medium.facts)
    let isStill = medium.facts.kind == .image
    segment.style.motion = isStill ? (wasStill ? moves : style(of: medium).motion) : []
    drawings[medium.id]?.enliven(&segment.style)
    try apply(.replaceSegment(segment: clip.id, with: segment))
    try loopMusic()
  }

  /// Shows a picture as it was drawn anew; what lived in it before goes with it.
  mutating func redraw(
    _ clip: Segment, as medium: Medium, instead former: SceneFile?
  ) throws(EditError) {
    var segment = clip
    segment.source = medium.id
    segment.style.name = medium.name
    former?.calm(&segment.style)
    drawings[medium.id]?.enliven(&segment.style)
    try apply(.replaceSegment(segment: clip.id, with: segment))
  }

  private func length(of medium: Medium) throws(EditError) -> Milliseconds {
    if drawings[medium.id] != nil { return Drawing.duration(of: drawings.count) }
    if medium.facts.kind == .image { return RoughCut().stillDuration }
    guard medium.facts.duration > 0 else {
      throw EditError(.notApplicable, about: medium.id, "\(medium.name) has no length.")
    }
    return medium.facts.duration
  }

  private func style(of medium: Medium) -> SegmentStyle {
    let isStill = medium.facts.kind == .image
    var style = SegmentStyle(
      name: medium.name, motion: isStill && drifts ? [RoughCut.gentleMove] : [],
      fit: draft.canvas.fit(for: medium.facts))
    drawings[medium.id]?.enliven(&style)
    return style
  }

  // MARK: Music

  /// Lays music under the whole film, in the place of what is there and as loud.
  mutating func layMusic(_ medium: Medium) throws(EditError) {
    _ = try length(of: medium)
    let clips = draft.pictureTrack?.segments ?? []
    guard let former = draft.musicTrack?.segments.first else {
      let isLoud = clips.contains { $0.source.flatMap(media)?.hasAudio ?? false }
      try apply(
        .addMusic(
          medium.id, name: medium.name, volume: isLoud ? 0.35 : 1, in: draft, media: media))
      return
    }
    for other in draft.musicTrack?.segments.dropFirst() ?? [] {
      try apply(.removeSegment(segment: other.id))
    }
    let end = clips.map(\.end).max() ?? medium.facts.duration
    var music = Segment(
      id: former.id, source: medium.id, duration: end, volume: former.volume, style: former.style)
    music.style.name = medium.name
    music.style.transition = nil
    let loops = medium.facts.duration < end || former.style.playback == .loop
    music.style.playback = loops ? .loop : nil
    music.style.fadeOut = former.style.fadeOut ?? min(1500, Milliseconds(end.count / 2))
    try apply(.replaceSegment(segment: former.id, with: music))
  }

  /// Puts pictures under a film of sound alone: they give it its frame and its length.
  mutating func cutPictures(_ pictures: [Medium]) throws(EditError) {
    var roughCut = RoughCut()
    if drifts { roughCut.stillMove = RoughCut.gentleMove }
    let rough = try roughCut.draft(
      of: pictures.map { RoughCut.Item(id: $0.id, name: $0.name, facts: $0.facts) }
    ).enlivened(by: drawings)
    try apply(.setSize(width: rough.canvas.width, height: rough.canvas.height))
    try apply(.setFrameRate(framesPerSecond: rough.canvas.framesPerSecond))
    let track = Track(id: draft.freshTrackID(), kind: .video, name: "Video")
    try apply(.insertTrack(track: track, at: 0))
    for segment in rough.mainTrack?.segments ?? [] {
      var segment = segment
      segment.id = draft.freshSegmentID()
      try apply(.insertSegment(segment: segment, track: track.id, at: nil))
    }
  }

  /// Music that has become longer than its source goes round.
  private mutating func loopMusic() throws(EditError) {
    for track in draft.tracks where track.kind == .audio {
      for segment in track.segments where segment.style.playback == nil {
        guard let facts = segment.source.flatMap(media) else { continue }
        let used = segment.inPoint.seconds + segment.duration.seconds * segment.speed
        guard used > facts.duration.seconds + 0.0005 else { continue }
        try apply(.setPlayback(segment: segment.id, playback: .loop))
      }
    }
  }
}
