import MediaTime

extension Draft {
  /// The draft after an edit, and the edit that leads back.
  ///
  /// The new draft is ``normalized()``. Applying the inverse to it gives back this draft exactly,
  /// provided that this one is normalized and its tracks are in order. Ids and numbers are
  /// checked here; whether the result makes a film is for ``problems(media:)``.
  /// - Throws: `EditError` where a track or segment is missing, an id is taken, or a number is
  ///   beyond what a draft holds. Of a group all edits apply or none.
  public func applying(_ edit: Edit) throws(EditError) -> (draft: Draft, inverse: Edit) {
    var draft = self
    let inverse = try draft.apply(edit)
    draft.duration = draft.lastEnd
    return (draft, inverse)
  }

  /// The draft after several edits.
  /// - Throws: `EditError` where one doesn't fit.
  public func applying(_ edits: [Edit]) throws(EditError) -> Draft {
    try applying(.group(label: "", edits: edits)).draft
  }

  /// Applies `edit` in place, without normalizing, and returns its inverse.
  @discardableResult
  mutating func apply(_ edit: Edit) throws(EditError) -> Edit {
    switch edit {
    case .group(let label, let edits):
      var inverses: [Edit] = []
      for edit in edits { inverses.append(try apply(edit)) }
      return .group(label: label, edits: inverses.reversed())
    case .insertTrack, .removeTrack, .moveTrack, .renameTrack, .setTrackDetail:
      return try applyToTracks(edit)
    case .setSize, .setFrameRate, .setBackground, .setTitle, .setDraftDetail:
      return try applyToCanvas(edit)
    case .insertSegment, .removeSegment, .moveSegment, .replaceSegment, .setTiming:
      return try applyToPlaces(edit)
    case .setSource, .setSpeed, .setVolume, .setText, .setName, .setDetail:
      return try applyToSegment(edit)
    case .setMotion, .setTransition, .setFit, .setPlayback, .setTextStyle, .setFades, .setDuck:
      return try applyToStyle(edit)
    }
  }

  private mutating func applyToTracks(_ edit: Edit) throws(EditError) -> Edit {
    switch edit {
    case .insertTrack(let track, let position):
      try checkIsNew(track: track.id)
      for segment in track.segments {
        try checkIsNew(segment: segment.id)
        try segment.checkBounds()
      }
      guard Set(track.segments.map(\.id)).count == track.segments.count else {
        throw .taken("track", track.id, "two of its segments share one")
      }
      tracks.insert(track, at: min(max(position ?? tracks.count, 0), tracks.count))
      return .removeTrack(track: track.id)
    case .removeTrack(let id):
      let index = try index(ofTrack: id)
      return .insertTrack(track: tracks.remove(at: index), at: index)
    case .moveTrack(let id, let to):
      let index = try index(ofTrack: id)
      let track = tracks.remove(at: index)
      tracks.insert(track, at: min(max(to, 0), tracks.count))
      return .moveTrack(track: id, to: index)
    case .renameTrack(let id, let name):
      let index = try index(ofTrack: id)
      let former = tracks[index].name
      tracks[index].name = name
      return .renameTrack(track: id, name: former)
    case .setTrackDetail(let id, let key, let value):
      let index = try index(ofTrack: id)
      let former = tracks[index].unknown[key]
      tracks[index].unknown[key] = value
      return .setTrackDetail(track: id, key: key, value: former)
    default: preconditionFailure("no edit of a track")
    }
  }

  private mutating func applyToCanvas(_ edit: Edit) throws(EditError) -> Edit {
    let former = canvas
    switch edit {
    case .setSize(let width, let height):
      guard (1...Canvas.largest).contains(width), (1...Canvas.largest).contains(height) else {
        throw EditError(
          .badValue,
          "A frame of \(width) × \(height) can't be drawn; use 2 to \(Canvas.largest) pixels.")
      }
      canvas.width = width
      canvas.height = height
      return .setSize(width: former.width, height: former.height)
    case .setFrameRate(let framesPerSecond):
      canvas.framesPerSecond = framesPerSecond
      return .setFrameRate(framesPerSecond: former.framesPerSecond)
    case .setBackground(let color):
      canvas.background = color
      return .setBackground(color: former.background)
    case .setTitle(let title):
      canvas.title = title
      return .setTitle(title: former.title)
    case .setDraftDetail(let key, let value):
      let former = unknown[key]
      unknown[key] = value
      return .setDraftDetail(key: key, value: former)
    default: preconditionFailure("no edit of the canvas")
    }
  }
}
