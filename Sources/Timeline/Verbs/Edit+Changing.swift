import MediaTime

extension Edit {
  /// The edit that does to a draft what `body` does to a copy of it.
  static func change(
    _ label: String, _ draft: Draft, _ body: (inout Draft) throws(EditError) -> Void
  ) throws(EditError) -> Edit {
    var changed = draft
    try body(&changed)
    return .group(label: label, edits: try draft.edits(to: changed))
  }
}

extension Draft {
  func unknown(_ segment: String) -> EditError {
    do {
      _ = try place(of: segment)
      return EditError(.notApplicable, about: segment, "Segment \"\(segment)\" can't be used here.")
    } catch {
      return error
    }
  }

  func isStill(_ segment: Segment, _ media: MediaLookup) -> Bool {
    segment.source.flatMap(media)?.kind == .image
  }

  /// Changes one segment; on the main track the rest ripples, on others what it now runs into
  /// keeps its start.
  mutating func alter(
    _ id: String, ripple: Bool? = nil, _ body: (inout Chain.Item, _ isRippling: Bool) -> Void
  ) throws(EditError) {
    let place = try place(of: id)
    if ripple ?? ripples(place.track) {
      try reflow(place.track) { chain in body(&chain.items[place.index], true) }
    } else {
      var item = Chain.Item(tracks[place.track].segments[place.index])
      body(&item, false)
      try makeRoom(for: item.segment, on: place.track)
      tracks[place.track].segments[place.index] = item.segment
      tracks[place.track].segments.sort { $0.start < $1.start }
      tracks[place.track].mend()
    }
  }

  /// Checks that a segment may stand where it says on its track, beside the others.
  func makeRoom(for segment: Segment, on track: Int) throws(EditError) {
    guard segment.start >= 0 else {
      throw EditError(
        .noRoom, about: segment.id, "Segment \"\(segment.id)\" would begin before the film.")
    }
    let others = tracks[track].segments.filter { $0.id != segment.id }
    let old = tracks[track].segments.first { $0.id == segment.id }
    for other in others where other.start < segment.end && segment.start < other.end {
      if let old, other.start < old.end, old.start < other.end { continue }
      throw EditError(
        .noRoom, about: segment.id,
        "Segment \"\(segment.id)\" would run into \"\(other.id)\" on the same track; "
          + "choose another time or track.")
    }
  }
}

extension Chain.Item {
  /// What it shows begins later in the old timeline.
  mutating func moveOrigin(by amount: Milliseconds) {
    guard let origin else { return }
    let start = min(origin.lowerBound + amount, origin.upperBound)
    self.origin = start..<origin.upperBound
  }

  /// What it shows of the old timeline lasts no longer than `length`.
  mutating func setOrigin(length: Milliseconds) {
    guard let origin else { return }
    self.origin = origin.lowerBound..<min(origin.upperBound, origin.lowerBound + length)
  }
}
