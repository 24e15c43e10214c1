import MediaTime
import Timeline

/// Words that are to stay for longer than there is room.
extension Planner {
  /// Lets a text stay for so long. Others of its kind, which stand where it does, come later by as
  /// much as they have to; words elsewhere in the frame may be seen with it.
  mutating func setLength(
    ofText id: String, to duration: Milliseconds, _ request: Request
  ) {
    guard let title = draft.segment(id) else { return }
    guard let moves = moves(behind: title, until: title.start + duration) else {
      return refuse(
        request,
        "There is no room: the words behind it follow at once and can't come later.",
        "没有空位：后面的文字紧接着出现，不能再往后移。")
    }
    for (other, start) in moves.reversed() {
      apply(request) { draft, _ throws(EditError) in
        try Edit.move(other, to: start, in: draft)
      }
    }
    clear(id, for: duration, request)
    apply(request) { draft, media throws(EditError) in
      try Edit.setLength(of: id, to: duration, in: draft, media: media)
    }
  }

  /// When the texts of its kind come that a text would run into, if it stayed up to `end`; nil
  /// where they would leave the film, or what is spoken.
  private func moves(
    behind title: Segment, until end: Milliseconds
  ) -> [(id: String, start: Milliseconds)]? {
    var moves: [(String, Milliseconds)] = []
    var free = end
    let film = draft.normalized().duration
    for other in texts where other.start >= title.end && stands(other, with: title) {
      guard other.start < free else { break }
      let isSpoken = draft.sounds(.voice).contains {
        $0.start < other.end && other.start < $0.end
      }
      guard !isSpoken, free + other.duration <= max(film, other.end) else { return nil }
      moves.append((other.id, free))
      free += other.duration
    }
    return moves
  }

  /// Whether two texts stand in the same place.
  private func stands(_ text: Segment, with other: Segment) -> Bool {
    guard text.id != other.id else { return false }
    let (style, second) = (text.style.text ?? TextStyle(), other.style.text ?? TextStyle())
    let presets = [style.preset, second.preset].map { $0 == .subtitle ? .caption : $0 }
    return presets[0] == presets[1] && style.x == second.x && style.y == second.y
  }

  /// Puts a text on a track of its own where it is to last into the next one.
  private mutating func clear(
    _ id: String, for duration: Milliseconds, _ request: Request
  ) {
    guard let title = draft.segment(id), let track = draft.track(holding: id) else { return }
    let range = title.start..<title.start + duration
    let isBlocked = track.segments.contains { other in
      other.id != id && other.start < range.upperBound && range.lowerBound < other.end
    }
    guard isBlocked else { return }
    apply(request) { draft, _ in
      let own = Track(id: draft.freshTrackID(), kind: .text)
      return .group(
        label: "",
        edits: [
          .insertTrack(track: own, at: nil), .moveSegment(segment: id, track: own.id, at: nil),
        ])
    }
  }
}
