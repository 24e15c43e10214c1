internal import MediaTime

extension Segment {
  /// Whether it is a caption or a subtitle: words that follow what is heard.
  public var isCaption: Bool {
    style.text?.preset == .caption || style.text?.preset == .subtitle
  }
}

extension Draft {
  /// The captions and subtitles of this film, in the order of their starts.
  public var captions: [Segment] {
    let texts = tracks.filter { $0.kind == .text }.flatMap(\.segments)
    return texts.filter(\.isCaption).sorted { $0.start < $1.start }
  }

  /// Tracks of captions that can be laid over this film.
  public struct CaptionTracks: Hashable, Sendable {
    /// The tracks, one where no captions share the screen.
    public var tracks: [Track]
    /// How many captions begin after the film has ended and were left out.
    public var late: Int

    /// How many captions lie on the tracks.
    public var count: Int { tracks.reduce(0) { $0 + $1.segments.count } }
  }

  /// Lays captions out on tracks that this film doesn't have yet, clipped to its length.
  /// - Parameters:
  ///   - captions: texts in the order of their starts; their ids don't count.
  ///   - name: what people call the tracks.
  ///   - details: what the tracks keep under `m`.
  public func captionTracks(
    of captions: [Segment], name: String, details: [String: JSONValue] = [:]
  ) -> CaptionTracks {
    let end = duration
    var rows: [[Segment]] = []
    var late = 0
    for caption in captions {
      guard caption.start < end else {
        late += 1
        continue
      }
      var caption = caption
      caption.duration = min(caption.end, end) - caption.start
      guard caption.duration > 0 else { continue }
      let place = rows.firstIndex { ($0.last?.end ?? 0) <= caption.start }
      if let place { rows[place].append(caption) } else { rows.append([caption]) }
    }
    var draft = self
    for row in rows {
      let id = draft.freshTrackID()
      var segments = row
      for index in segments.indices { segments[index].id = "c\(index + 1)-\(id)" }
      draft.tracks.append(
        Track(id: id, kind: .text, name: name, segments: segments, unknown: details))
    }
    return CaptionTracks(tracks: Array(draft.tracks.dropFirst(tracks.count)), late: late)
  }
}
