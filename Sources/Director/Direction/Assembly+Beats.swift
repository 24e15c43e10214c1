import Language
import MediaTime
import Timeline

extension Assembly {
  /// Moves each cut to a beat: the nearest one that leaves every clip long enough to be seen and
  /// footage no longer than its source. The film's end stays where it is, as far as the last clip
  /// reaches.
  ///
  /// ```
  /// beats   |   |   |   |   |   |
  /// before  [AAAAAA][BBBB][CCCCC]
  /// after   [AAAAAAA][BBB][CCCCC]
  /// ```
  /// - Parameter beats: moments of the film, rising.
  /// - Returns: How many cuts lie on a beat now, and how many there are.
  mutating func cutToBeats(_ beats: [Milliseconds]) throws(EditError) -> (moved: Int, cuts: Int) {
    let end = draft.pictureTrack?.segments.last?.end ?? 0
    let ids = draft.pictureTrack?.segments.map(\.id) ?? []
    let cuts = draft.cuts
    var onBeat = 0
    for (index, cut) in cuts.enumerated() {
      guard let clip = draft.segment(ids[index]) else { continue }
      let overlap = Milliseconds((clip.style.transition?.duration.count ?? 0) / 2)
      let earliest = clip.start + Self.shortest + overlap
      let latest = min(clip.start + longest(clip) - overlap, end - Self.shortest)
      let beat = beats.filter { (earliest...max(latest, earliest)).contains($0) && $0 <= latest }
        .min { abs($0.count - cut.count) < abs($1.count - cut.count) }
      guard let beat else { continue }
      onBeat += 1
      let length = beat + overlap - clip.start
      guard length != clip.duration else { continue }
      try apply(.setLength(of: clip.id, to: length, in: draft, media: media))
    }
    if let last = draft.pictureTrack?.segments.last, last.end != end {
      let length = min(last.duration + (end - last.end), longest(last))
      try apply(.setLength(of: last.id, to: max(length, Self.shortest), in: draft, media: media))
    }
    return (onBeat, cuts.count)
  }

  /// How long a clip can be: footage reaches to its source's end, a still as far as it likes.
  private func longest(_ clip: Segment) -> Milliseconds {
    guard let facts = clip.source.flatMap(media), facts.kind == .video,
      clip.style.playback ?? .normal == .normal
    else { return 3_600_000 }
    let left = facts.duration.seconds - clip.inPoint.seconds
    return Milliseconds(seconds: left / max(clip.speed, 0.01))
  }

  /// Shorter clips can't be made out.
  private static let shortest = Milliseconds(400)
}
