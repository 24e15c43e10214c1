import MediaTime

extension Draft {
  /// Everything that keeps the draft from being a film, in the order of its tracks; empty where
  /// it is fit to render.
  /// - Parameter media: finds the facts of a medium; nil for ids that don't exist.
  public func problems(media: MediaLookup) -> [DraftProblem] {
    var inspection = Inspection()
    inspection.inspect(canvas)
    inspection.inspectIDs(of: self)
    for track in tracks { inspection.inspect(track, media: media) }
    if tracks.allSatisfy(\.segments.isEmpty) {
      inspection.add(.nothingToShow, "The draft has nothing to show; add a picture or a clip.")
    }
    if lastEnd > Draft.longest {
      let longest = Draft.longest.count / 3_600_000
      inspection.add(
        .badTime,
        "The film would last \(lastEnd.readable); the longest that is made lasts \(longest) hours.")
    } else if duration != lastEnd, !tracks.allSatisfy(\.segments.isEmpty) {
      inspection.add(
        .wrongDuration, as: .warning,
        "The draft says it lasts \(duration.readable), its segments end at \(lastEnd.readable); "
          + "the segments decide.")
    }
    return inspection.problems
  }

  /// Throws the first problem that keeps the draft from being rendered.
  /// - Parameter media: finds the facts of a medium; nil for ids that don't exist.
  /// - Throws: `DraftProblem` of severity `error`.
  public func validate(media: MediaLookup) throws(DraftProblem) {
    if let problem = problems(media: media).first(where: { $0.severity == .error }) {
      throw problem
    }
  }

  /// The first problem that keeps the draft from being rendered and that `former` hadn't; that
  /// there is nothing to show is none.
  /// - Parameters:
  ///   - former: the draft before it was changed.
  ///   - media: finds the facts of a medium; nil for ids that don't exist.
  public func newProblem(since former: Draft, media: MediaLookup) -> DraftProblem? {
    let known = Set(former.problems(media: media))
    return problems(media: media).first {
      $0.severity == .error && $0.code != .nothingToShow && !known.contains($0)
    }
  }

  /// Whether some track has a segment, which is what an export asks for.
  public var hasContent: Bool { tracks.contains { !$0.segments.isEmpty } }
}

extension DraftProblem: Error {}

extension Milliseconds {
  /// Seconds without needless digits: `3 s`, `2.5 s`.
  var readable: String { "\(JSONValue(seconds).text()) s" }
}

/// Gathers problems.
struct Inspection {
  var problems: [DraftProblem] = []
  var track: Track?
  var segment: Segment?

  mutating func add(
    _ code: DraftProblem.Code, as severity: DraftProblem.Severity = .error, _ message: String
  ) {
    var place = ""
    if let track {
      let name = track.name.map { " (\($0))" } ?? ""
      place = "Track \"\(track.id)\"\(name)"
      if let segment { place += ", segment \"\(segment.id)\"" }
      place += ": "
    }
    problems.append(
      DraftProblem(
        code: code, severity: severity, track: track?.id, segment: segment?.id,
        message: place + message))
  }

  mutating func inspect(_ canvas: Canvas) {
    let sides = 16...Canvas.largest
    if !sides.contains(canvas.width) || !sides.contains(canvas.height) {
      add(
        .badCanvas,
        "The frame is \(canvas.width) × \(canvas.height); each side must have 16 to "
          + "\(Canvas.largest) pixels.")
    } else if canvas.width % 2 != 0 || canvas.height % 2 != 0 {
      add(
        .badCanvas,
        "The frame is \(canvas.width) × \(canvas.height); both sides must be even, "
          + "such as \(canvas.width / 2 * 2) × \(canvas.height / 2 * 2).")
    }
    if !(1...120).contains(canvas.framesPerSecond) {
      add(
        .badCanvas, "The draft has \(canvas.framesPerSecond) frames a second; use 1 to 120.")
    }
    if !Self.isColor(canvas.background) {
      add(.badColor, "The background \"\(canvas.background)\" is no colour; write #RRGGBB.")
    }
  }

  static func isColor(_ text: String) -> Bool {
    text.utf8.count == 7 && text.utf8.first == UInt8(ascii: "#")
      && text.dropFirst().allSatisfy { $0.isASCII && $0.isHexDigit }
  }

  mutating func inspectIDs(of draft: Draft) {
    let segments = draft.tracks.flatMap { $0.segments.map(\.id) }
    for (what, ids) in [("tracks", draft.tracks.map(\.id)), ("segments", segments)] {
      var seen: Set<String> = []
      var told: Set<String> = []
      for id in ids where !seen.insert(id).inserted && told.insert(id).inserted {
        add(.badID, "Two \(what) have the id \"\(id)\"; give each its own.")
      }
      if seen.contains("") { add(.badID, "One of the \(what) has an empty id; give it a name.") }
    }
  }
}
