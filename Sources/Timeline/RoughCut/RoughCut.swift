public import MediaTime

/// Builds a first draft from a handful of files.
///
/// ```
/// Video   [photo]╳[clip      ]╳[photo]
/// BGM     [music                    \]
/// ```
///
/// Pictures and footage follow one another in the order given, with dissolves; the first sound
/// becomes the music, as long as the film, faded out at its end and looped where it is shorter.
public struct RoughCut: Hashable, Sendable {
  /// One file.
  public struct Item: Hashable, Sendable {
    /// The id by which the draft names it.
    public var id: String
    /// What people call it.
    public var name: String
    /// What a probe found.
    public var facts: MediaFacts

    /// A file.
    public init(id: String, name: String, facts: MediaFacts) {
      self.id = id
      self.name = name
      self.facts = facts
    }
  }

  /// How long each still stays.
  public var stillDuration: Milliseconds = 3000
  /// The passage between clips; nil for cuts.
  public var transition: Transition? = Transition(kind: .dissolve, duration: 500)
  /// A move given to every still; nil leaves them at rest.
  public var stillMove: CameraMove?
  /// Frames a second; nil takes those of the first footage, so that its motion stays even.
  public var framesPerSecond: Int?
  /// Volume of the music; nil takes 1 where footage is silent, 0.35 where it has sound.
  public var musicVolume: Double?

  /// A rough cut: stills of three seconds, dissolves of half a second.
  public init() {}

  /// The gentle move for stills that callers may ask for: a push in of 8 %.
  public static let gentleMove = CameraMove(.pushIn, amount: 0.08)

  /// The first draft of `items`. Ids of tracks and segments are `t1`…, `s1`…
  ///
  /// The first picture decides the frame: landscape 1920 × 1080, portrait 1080 × 1920, within 5 %
  /// of square 1080 × 1080. Footage at 24, 25 or 30 frames a second, or at twice or four times as
  /// many, gives the film its pace; anything else gives 30. Without a picture there is only the
  /// sound. More sounds than one follow one another.
  /// - Throws: `EditError` where there is nothing to show or hear, or a file has no length.
  public func draft(of items: [Item]) throws(EditError) -> Draft {
    for item in items where item.facts.kind != .image && item.facts.duration <= 0 {
      throw EditError(
        .notApplicable, about: item.id, "\"\(item.name)\" has no length; choose another file.")
    }
    guard !items.isEmpty else {
      throw EditError(.noRoom, "There are no files to make a film of; add a picture or a clip.")
    }
    let pictures = items.filter { $0.facts.kind != .audio }
    let sounds = items.filter { $0.facts.kind == .audio }
    var draft = Draft(canvas: canvas(for: pictures))
    if !pictures.isEmpty { draft.tracks.append(videoTrack(of: pictures, canvas: draft.canvas)) }
    let length = draft.lastEnd
    if !sounds.isEmpty {
      let isLoud = pictures.contains { $0.facts.hasAudio }
      let volume = musicVolume ?? (isLoud ? 0.35 : 1)
      let number = pictures.count + 1
      let segments =
        length > 0
        ? music(sounds, number: number, length: length, volume: volume)
        : sounds.enumerated().map { sound($1, number: number + $0, volume: volume) }
      var chain = Chain(segments)
      if length == 0 { chain.layOut() }
      let track = Track(
        id: draft.freshTrackID(), kind: .audio, name: "BGM",
        segments: chain.items.map(\.segment))
      draft.tracks.append(track)
    }
    return draft.normalized()
  }

  private func canvas(for pictures: [Item]) -> Canvas {
    let rates = pictures.filter { $0.facts.kind == .video }.compactMap(\.facts.frameRate)
    var canvas = Canvas(
      framesPerSecond: framesPerSecond ?? rates.first.flatMap(Self.pace) ?? 30)
    guard let aspect = pictures.first?.facts.aspect else { return canvas }
    let isSquare = aspect > 0.95 && aspect < 1 / 0.95
    if isSquare || aspect < 1 { canvas.width = 1080 }
    if !isSquare && aspect < 1 { canvas.height = 1920 }
    return canvas
  }

  /// The film's frames a second for footage of `rate`: the same, rounded (23.976 → 24), or half
  /// as many where that is more than 30; nil where no such film is usual.
  private static func pace(of rate: Double) -> Int? {
    [24, 25, 30].first { usual in
      [1.0, 2.0, 4.0].contains { (rate / (Double(usual) * $0) - 1).magnitude < 0.005 }
    }
  }

  private func videoTrack(of items: [Item], canvas: Canvas) -> Track {
    let segments = items.enumerated().map { index, item in
      let isStill = item.facts.kind == .image
      var segment = Segment(
        id: "s\(index + 1)", source: item.id,
        duration: isStill ? stillDuration : item.facts.duration)
      segment.style.name = item.name
      segment.style.fit = canvas.fit(for: item.facts)
      segment.style.transition = transition
      if isStill, let stillMove { segment.style.motion = [stillMove] }
      return segment
    }
    var chain = Chain(segments)
    for index in chain.items.indices { chain.items[index].lead = 0 }
    chain.layOut()
    return Track(
      id: "t1", kind: .video, name: "Video", segments: chain.items.map(\.segment))
  }

  /// The sounds in turn until the film ends; a single one is looped.
  private func music(
    _ sounds: [Item], number: Int, length: Milliseconds, volume: Double
  ) -> [Segment] {
    var segments: [Segment] = []
    var start: Milliseconds = 0
    for (index, item) in sounds.enumerated() where start < length {
      let isLast = index == sounds.count - 1
      let left = length - start
      var segment = Segment.music(
        id: "s\(number + index)", source: item.id, name: item.name, length: left,
        volume: volume, facts: item.facts)
      if !isLast, item.facts.duration < left {
        segment.duration = item.facts.duration
        segment.style.playback = nil
        segment.style.fadeOut = nil
      }
      segment.start = start
      start = segment.end
      segments.append(segment)
    }
    return segments
  }

  private func sound(_ item: Item, number: Int, volume: Double) -> Segment {
    var segment = Segment(
      id: "s\(number)", source: item.id, duration: item.facts.duration, volume: volume)
    segment.style.name = item.name
    return segment
  }
}
