import MediaTime

extension Draft {
  /// What can be found without looking at a picture: texts too short to read, stretches that show
  /// nothing, stills that stand, a film without sound.
  public func preflight(media: MediaLookup) -> [PreflightFinding] {
    shortTexts + blanks + frozen(media) + silence(media) + cutVoices(media)
  }

  private var shortTexts: [PreflightFinding] {
    tracks.filter { $0.kind == .text }.flatMap(\.segments).compactMap { segment in
      guard let text = segment.text, segment.style.text?.preset != .watermark else { return nil }
      let needed = ReadingTime(of: text).seconds
      guard segment.duration.seconds + 0.05 < needed else { return nil }
      return PreflightFinding(
        .tooShortToRead, segment: segment.id, start: segment.start,
        measured: segment.duration.seconds, limit: needed)
    }
  }

  /// Stretches of the film that no clip covers; text over nothing is wanted.
  private var blanks: [PreflightFinding] {
    let clips = tracks.filter { $0.kind == .video }.flatMap(\.segments).sorted {
      $0.start < $1.start
    }
    guard !clips.isEmpty else { return [] }
    let texts = tracks.filter { $0.kind == .text }.flatMap(\.segments)
    var (shown, found) = (Milliseconds(0), [PreflightFinding]())
    let edges = clips.map { ($0.start, $0.end) } + [(lastEnd, lastEnd)]
    for (start, end) in edges {
      let isWritten = texts.contains { $0.start <= shown && start <= $0.end }
      if start - shown >= Self.longestBlank, !isWritten {
        found.append(
          PreflightFinding(
            .blank, start: shown, measured: (start - shown).seconds,
            limit: Self.longestBlank.seconds))
      }
      shown = max(shown, end)
    }
    return found
  }

  private func frozen(_ media: MediaLookup) -> [PreflightFinding] {
    (mainTrack?.segments ?? []).compactMap { segment in
      guard segment.source.flatMap(media)?.kind == .image || segment.style.playback == .freeze,
        segment.style.motion.isEmpty, segment.style.atmospheres.isEmpty,
        segment.style.regions.isEmpty, segment.style.effect == nil,
        segment.duration > Self.longestStill
      else { return nil }
      return PreflightFinding(
        .frozen, segment: segment.id, start: segment.start, measured: segment.duration.seconds,
        limit: Self.longestStill.seconds)
    }
  }

  private func silence(_ media: MediaLookup) -> [PreflightFinding] {
    let isHeard = tracks.filter { $0.kind != .text }.flatMap(\.segments).contains { segment in
      segment.volume > 0 && segment.source.flatMap(media)?.hasAudio ?? false
    }
    return isHeard || !hasContent ? [] : [PreflightFinding(.silent)]
  }

  private func cutVoices(_ media: MediaLookup) -> [PreflightFinding] {
    sounds(.voice).compactMap { segment in
      guard let facts = segment.source.flatMap(media) else { return nil }
      let left = facts.duration.seconds - segment.inPoint.seconds
      let lost = left - segment.duration.seconds * segment.speed
      guard lost > 0.15 else { return nil }
      return PreflightFinding(
        .voiceCut, segment: segment.id, start: segment.end, measured: lost, limit: 0)
    }
  }

  /// A tenth of a second of nothing is seen as a flash.
  private static let longestBlank = Milliseconds(100)
  /// A still that stands longer seems to be a fault.
  private static let longestStill = Milliseconds(4000)
}

/// How long a text has to stand to be read once, at the usual pace of subtitles: 17 characters a
/// second, 7 ideographs a second, and never less than a second.
public struct ReadingTime {
  /// The time, in seconds.
  public let seconds: Double

  /// The time for `text`.
  public init(of text: String) {
    var (letters, ideographs) = (0, 0)
    for character in text where !character.isWhitespace {
      let isIdeograph = character.unicodeScalars.contains { $0.properties.isIdeographic }
      (letters, ideographs) =
        isIdeograph ? (letters, ideographs + 1) : (letters + 1, ideographs)
    }
    let needed = Double(letters) / 17 + Double(ideographs) / 7
    seconds = letters + ideographs == 0 ? 0 : max(1, (needed * 10).rounded() / 10)
  }
}
