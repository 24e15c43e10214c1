import Timeline

/// What a message asks to be made before the film can be changed, and the message without it.
struct Wishes {
  /// Clips to be made by models elsewhere, or what is asked of these.
  let engines: EngineWish?
  /// The clip that a film is to be made of where there is none.
  let clip: ClipPlan?
  /// Pictures to be drawn.
  let drawing: DrawingWish?
  /// Uploaded subtitles to be laid over the film.
  let subtitles: SubtitleWish?
  /// An uploaded colour table to be laid over clips.
  let table: TableWish?
  /// Pictures to lie over the film.
  let overlays: OverlayWish?
  /// Sounds to be made.
  let sounds: SoundWish?
  /// What is to be mended of what a check found; the whole message asks for it then.
  let remedies: [Remedy]
  /// The words that are left.
  let rest: String

  init(_ words: String, in situation: Situation) {
    if let remedies = situation.remedies(named: words) {
      let isSilent = situation.findings.contains { $0.kind == .silent }
      let music = isSilent && remedies.contains(.music)
      sounds = music ? SoundWish("add music", in: situation) : nil
      (drawing, subtitles, table, self.remedies, rest) = (nil, nil, nil, remedies, "")
      (engines, clip, overlays) = (nil, nil, nil)
      return
    }
    remedies = []
    engines = EngineWish(words, in: situation)
    clip = engines.flatMap { ClipPlan(opening: $0, in: situation) }
    let said = engines?.rest ?? words
    subtitles = SubtitleWish(said, in: situation)
    table = TableWish(subtitles?.words ?? said, in: situation)
    let film = table?.words ?? subtitles?.words ?? said
    overlays = OverlayWish(film, in: situation)
    let words = overlays?.words ?? film
    let heard = SoundWish(words, in: situation)
    let draws = engines == nil || engines?.task == .draw
    let drawing = draws ? DrawingWish(heard?.words ?? words, in: situation) : nil
    // Sounds alone are no film.
    let isFilm =
      drawing != nil || clip != nil || situation.draft.hasContent
      || situation.media.contains { $0.facts.kind != .audio }
    self.drawing = isFilm || !draws ? drawing : DrawingWish(words, in: situation)
    sounds = isFilm ? heard : nil
    rest = self.drawing?.words ?? sounds?.words ?? words
  }

  /// The media that come of it.
  var media: [Medium] {
    (sounds?.items.map(\.medium) ?? []) + (drawing?.media.map(\.medium) ?? [])
      + (clip.map { [$0.medium] } ?? [])
  }

  /// Whether nothing has to be made or mended.
  var isEmpty: Bool {
    engines == nil && drawing == nil && subtitles == nil && overlays == nil && sounds == nil
      && remedies.isEmpty
  }
}
