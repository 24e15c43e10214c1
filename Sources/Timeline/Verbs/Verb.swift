public import MediaTime

/// What a hand does to a timeline, as programs send it: one of the verbs of ``Edit``.
///
/// Written as `{"split":{"segment":"s1","at":1200}}`; times are whole milliseconds.
public enum Verb: Hashable, Sendable, Codable {
  /// Starts later in the source, or earlier where `by` is negative.
  case trimStart(segment: String, by: Milliseconds)
  /// Ends earlier, or later where `by` is negative.
  case trimEnd(segment: String, by: Milliseconds)
  /// Cuts in two at a time of the film.
  case split(segment: String, at: Milliseconds)
  /// Takes a segment away; clips of the film close up.
  case delete(segment: String)
  /// Takes a range out of the whole film.
  case cut(from: Milliseconds, to: Milliseconds)
  /// Moves a title, a sound or an overlay to a time.
  case move(segment: String, to: Milliseconds)
  /// Moves a clip of the film to a place in the order, from 0, counted without it.
  case reorder(segment: String, to: Int)
  /// Repeats a segment right behind itself.
  case duplicate(segment: String)
  /// Puts a medium at the film's end; a sound becomes its music.
  case append(media: String)

  enum CodingKeys: String, CodingKey {
    case trimStart = "trim_start"
    case trimEnd = "trim_end"
    case split, delete, cut, move, reorder, duplicate, append
  }
}

extension Verb {
  /// The edit that does it to a draft.
  /// - Parameters:
  ///   - draft: what it is done to.
  ///   - media: the facts of a medium.
  ///   - name: what people call a medium.
  /// - Throws: `EditError` where the draft doesn't allow it.
  public func edit(
    in draft: Draft, media: MediaLookup, name: (String) -> String? = { _ in nil }
  ) throws(EditError) -> Edit {
    switch self {
    case .trimStart(let segment, let amount):
      try .trimStart(of: segment, by: amount, in: draft, media: media)
    case .trimEnd(let segment, let amount):
      try .trimEnd(of: segment, by: amount, in: draft, media: media)
    case .split(let segment, let time): try .split(segment, at: time, in: draft, media: media)
    case .delete(let segment): try .delete(segment, in: draft)
    case .cut(let start, let end): try Self.cut(start, end, in: draft, media)
    case .move(let segment, let time): try .move(segment, to: time, in: draft)
    case .reorder(let segment, let index): try .reorder(segment, to: index, in: draft)
    case .duplicate(let segment): try .duplicate(segment, in: draft)
    case .append(let medium): try Self.append(medium, name(medium), in: draft, media)
    }
  }

  private static func cut(
    _ start: Milliseconds, _ end: Milliseconds, in draft: Draft, _ media: MediaLookup
  ) throws(EditError) -> Edit {
    guard start >= 0, start < end else {
      throw EditError(
        .badValue, "Nothing lies between \(start) and \(end) ms; mark a range that has a length.")
    }
    return try .cut(start..<end, in: draft, media: media)
  }

  private static func append(
    _ medium: String, _ name: String?, in draft: Draft, _ media: MediaLookup
  ) throws(EditError) -> Edit {
    guard let facts = media(medium) else {
      throw EditError(
        .badValue, about: medium, "There is no medium \"\(medium)\" here; add the file first.")
    }
    guard facts.kind.isPlayed else {
      throw EditError(
        .badValue, about: medium,
        "\"\(name ?? medium)\" is neither a picture nor a sound; say in words what to do with it.")
    }
    guard let track = draft.mainTrack, !track.segments.isEmpty else {
      return try begin(with: medium, name, facts, in: draft)
    }
    if facts.kind == .audio {
      return try .addMusic(medium, name: name, in: draft, media: media)
    }
    var segment = Segment(
      id: draft.freshSegmentID(), source: medium,
      duration: facts.kind == .image ? RoughCut().stillDuration : facts.duration)
    segment.style.name = name
    segment.style.fit = .fill
    return try .append(segment, to: track.id, in: draft)
  }

  private static func begin(
    with medium: String, _ name: String?, _ facts: MediaFacts, in draft: Draft
  ) throws(EditError) -> Edit {
    guard facts.kind != .audio else {
      throw EditError(
        .noRoom, about: medium,
        "A sound alone makes no film yet; add a picture or a clip, then the sound.")
    }
    let item = RoughCut.Item(id: medium, name: name ?? "clip", facts: facts)
    let first = try RoughCut().draft(of: [item])
    return .group(label: "append", edits: try draft.edits(to: first))
  }
}
