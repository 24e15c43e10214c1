import MediaTime

extension Draft {
  /// Where a segment is: the index of its track, and its index there.
  struct Place: Hashable {
    var track: Int
    var index: Int
  }

  /// The segment of that id, or nil.
  public func segment(_ id: String) -> Segment? {
    for track in tracks {
      if let segment = track.segments.first(where: { $0.id == id }) { return segment }
    }
    return nil
  }

  /// The track of that id, or nil.
  public func track(_ id: String) -> Track? { tracks.first { $0.id == id } }

  /// The track on which a segment lies, or nil.
  public func track(holding segment: String) -> Track? {
    tracks.first { $0.segments.contains { $0.id == segment } }
  }

  /// The track that the film follows: the lowest video track that shows something; where there
  /// is none, the first track with a segment.
  public var mainTrack: Track? {
    tracks.first { $0.kind == .video && !$0.segments.isEmpty }
      ?? tracks.first { !$0.segments.isEmpty }
  }

  /// An id that no segment has: `s1`, `s2`, … counted on from how many there are.
  public func freshSegmentID() -> String { freshSegmentID(besides: []) }

  func freshSegmentID(besides ids: [String]) -> String {
    fresh("s", besides: Set(tracks.flatMap { $0.segments.map(\.id) } + ids))
  }

  /// An id that no track has: `t1`, `t2`, ….
  public func freshTrackID() -> String { fresh("t", besides: Set(tracks.map(\.id))) }

  private func fresh(_ prefix: String, besides taken: Set<String>) -> String {
    var number = taken.count + 1
    while taken.contains("\(prefix)\(number)") { number += 1 }
    return "\(prefix)\(number)"
  }

  func index(ofTrack id: String) throws(EditError) -> Int {
    if let index = tracks.firstIndex(where: { $0.id == id }) { return index }
    throw EditError(
      .unknownTrack, about: id,
      "There is no track \"\(id)\"; the draft has \(Self.list(tracks.map(\.id))).")
  }

  func place(of id: String) throws(EditError) -> Place {
    for (track, segments) in tracks.map(\.segments).enumerated() {
      if let index = segments.firstIndex(where: { $0.id == id }) {
        return Place(track: track, index: index)
      }
    }
    let ids = tracks.flatMap { $0.segments.map(\.id) }
    throw EditError(
      .unknownSegment, about: id,
      "There is no segment \"\(id)\"; the draft has \(Self.list(ids)).")
  }

  func checkIsNew(track id: String) throws(EditError) {
    if tracks.contains(where: { $0.id == id }) {
      throw .taken("track", id, "a track of that id is already there")
    }
  }

  func checkIsNew(segment id: String) throws(EditError) {
    if tracks.contains(where: { $0.segments.contains { $0.id == id } }) {
      throw .taken("segment", id, "a segment of that id is already there")
    }
  }

  func checkFinite(_ number: Double, of id: String) throws(EditError) {
    if !number.isFinite {
      throw EditError(.badValue, about: id, "Segment \"\(id)\" can't take \(number); use a number.")
    }
  }

  private static func list(_ ids: [String]) -> String {
    if ids.isEmpty { return "none" }
    return ids.prefix(8).joined(separator: ", ") + (ids.count > 8 ? ", …" : "")
  }
}

extension EditError {
  static func taken(_ what: String, _ id: String, _ why: String) -> EditError {
    EditError(.duplicateID, about: id, "The id of \(what) \"\(id)\" is taken: \(why).")
  }
}

extension Canvas {
  /// No side of a frame is longer, in pixels.
  public static let largest = 8192
}

extension Milliseconds {
  func checkBounds(of id: String) throws(EditError) {
    if count.magnitude > Self.farthest.count {
      throw EditError(
        .badValue, about: id, "Segment \"\(id)\" can't take \(self): it is far beyond any film.")
    }
  }
}

extension Segment {
  /// Whether its numbers can be added up and written.
  func checkBounds() throws(EditError) {
    for time in [start, inPoint, duration] { try time.checkBounds(of: id) }
    if !speed.isFinite || !volume.isFinite {
      throw EditError(
        .badValue, about: id, "Segment \"\(id)\" has a speed or volume that is no number.")
    }
  }
}
