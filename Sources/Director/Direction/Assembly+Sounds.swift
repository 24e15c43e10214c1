import Language
import MediaTime
import Timeline

extension Assembly {
  /// How loud the music is, as a factor.
  mutating func setMusicLevel(_ level: Double) throws(EditError) {
    for segment in draft.sounds(.music) {
      try apply(.setVolume(segment: segment.id, volume: level))
    }
  }

  /// Lets the music give way where somebody speaks, unless somebody said otherwise.
  mutating func duckMusic() throws(EditError) {
    guard !draft.sounds(.voice).isEmpty else { return }
    for segment in draft.sounds(.music) where segment.style.duck == nil {
      try apply(.setDuck(segment: segment.id, duck: true))
    }
  }

  /// Lays a sound from a moment on; what would come before the film begins is not heard.
  mutating func lay(
    _ medium: Medium, as role: SoundRole, from start: Milliseconds, for length: Milliseconds,
    level: Double
  ) throws(EditError) {
    let from = max(start, 0)
    try apply(
      .addSound(
        medium.id, as: role, name: medium.name, start: from, duration: length - (from - start),
        inPoint: from - start, volume: level, in: draft))
  }

  /// Lays a sound of any length over a stretch of the film, coming and going gently.
  mutating func layAmbience(
    _ medium: Medium, over stretch: Range<Milliseconds>, level: Double
  ) throws(EditError) {
    let id = draft.freshSegmentID()
    let length = stretch.upperBound - stretch.lowerBound
    try lay(medium, as: .effect, from: stretch.lowerBound, for: length, level: level)
    let fade = min(800, Milliseconds(length.count / 3))
    try apply(.setFades(segment: id, fadeIn: fade, fadeOut: fade))
  }

  /// When a voice-over begins: half a second into the film, or a breath after the one before.
  func start(ofVoice cue: SoundCue) -> Milliseconds? {
    switch cue {
    case .anywhere, .throughout:
      guard let last = draft.sounds(.voice).map(\.end).max() else {
        return min(500, Milliseconds(draft.duration.count / 10))
      }
      return last + 400
    case .cuts: return nil
    default: return cue.stretch(in: draft)?.lowerBound
    }
  }
}

// MARK: Captions

extension Assembly {
  /// Shows what is spoken, piece by piece, while it is heard.
  mutating func caption(
    _ spoken: Spoken, from start: Milliseconds, _ wish: CaptionWish
  ) throws(EditError) {
    let pieces = CaptionPieces(spoken.words).pieces
    for (index, words) in pieces.enumerated() {
      guard let first = words.first, let last = words.last else { continue }
      let next = index + 1 < pieces.count ? pieces[index + 1].first?.start : nil
      // A caption stays a little, but not into the next.
      let end = min(max(last.end + 400, first.start + 1000), next ?? last.end + 800)
      var style = TextStyle(preset: .caption)
      if wish == .karaoke { style.entrance = .karaoke }
      let id = draft.freshSegmentID()
      try apply(
        .addText(
          CaptionPieces.text(of: words), style: style, start: start + first.start,
          duration: max(end - first.start, 300), in: draft))
      guard wish == .karaoke else { continue }
      let texts = CaptionPieces.spaced(words)
      let timed = zip(words, texts).map { word, text in
        TimedWord(text, start: word.start - first.start, end: word.end - first.start)
      }
      var shown = SegmentStyle()
      shown.words = timed
      try apply(
        .setDetail(
          segment: id, key: SegmentStyle.wordsKey, value: shown.unknown[SegmentStyle.wordsKey]))
    }
  }

  /// Lets the last still stay until a sound has ended; footage has an end of its own.
  mutating func holdPicture(until end: Milliseconds) throws(EditError) {
    guard let last = draft.pictureTrack?.segments.last, last.end < end,
      last.source.flatMap(media)?.kind == .image
    else { return }
    try apply(
      .setLength(of: last.id, to: last.duration + (end - last.end), in: draft, media: media))
  }
}
