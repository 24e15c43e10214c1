import MediaTime
import Timeline

extension Draft {
  /// Whether some segment shows or plays a medium.
  func uses(_ medium: String) -> Bool {
    tracks.contains { $0.segments.contains { $0.source == medium } }
  }

  /// The track of pictures that the film follows; nil where it shows none.
  var pictureTrack: Track? { mainTrack.flatMap { $0.kind == .video ? $0 : nil } }

  /// When each clip gives way to the next: the middle of a passage.
  var cuts: [Milliseconds] {
    let clips = pictureTrack?.segments ?? []
    return zip(clips, clips.dropFirst()).map { first, next in
      Milliseconds((first.end.count + next.start.count) / 2)
    }
  }

  /// The track of the music: the one called so, else the first with sound; no track of voices or
  /// effects.
  var musicTrack: Track? {
    let sounds = tracks.filter { track in
      track.kind == .audio && track.segments.contains { $0.style.role == .music }
    }
    return sounds.first { $0.name == "BGM" } ?? sounds.first
  }
}

extension History {
  /// All media that some version brought in.
  var mediaEverUsed: Set<String> {
    var used = Set(draft.tracks.flatMap(\.segments).compactMap(\.source))
    for edit in versions.compactMap(\.edit).flatMap(\.primitives) {
      switch edit {
      case .insertTrack(let track, _): used.formUnion(track.segments.compactMap(\.source))
      case .insertSegment(let segment, _, _), .replaceSegment(_, let segment):
        if let source = segment.source { used.insert(source) }
      case .setSource(_, let source): if let source { used.insert(source) }
      default: break
      }
    }
    return used
  }
}
