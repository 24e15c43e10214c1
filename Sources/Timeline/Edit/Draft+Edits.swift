import MediaTime

extension Draft {
  /// The primitives that turn this draft into `other`, matching tracks and segments by id.
  ///
  /// Applying them in order gives `other.normalized()` exactly. Tracks and segments that are the
  /// same in both are not mentioned, so that the edits can be done and undone beside others.
  /// - Throws: `EditError` where `other` has two of one id, or numbers beyond what a draft holds.
  public func edits(to other: Draft) throws(EditError) -> [Edit] {
    var walk = Walk(draft: self, target: other)
    try walk.changeCanvas()
    try walk.changeTracks()
    try walk.changeSegments()
    return walk.edits
  }
}

/// Walks from one draft to another, writing down each step.
private struct Walk {
  var draft: Draft
  let target: Draft
  var edits: [Edit] = []

  init(draft: Draft, target: Draft) {
    self.draft = draft
    self.target = target
  }

  mutating func step(_ edit: Edit) throws(EditError) {
    _ = try draft.apply(edit)
    edits.append(edit)
  }

  mutating func changeCanvas() throws(EditError) {
    let (old, new) = (draft.canvas, target.canvas)
    if old.width != new.width || old.height != new.height {
      try step(.setSize(width: new.width, height: new.height))
    }
    if old.framesPerSecond != new.framesPerSecond {
      try step(.setFrameRate(framesPerSecond: new.framesPerSecond))
    }
    if old.background != new.background { try step(.setBackground(color: new.background)) }
    if old.title != new.title { try step(.setTitle(title: new.title)) }
    for key in changedKeys(draft.unknown, target.unknown) {
      try step(.setDraftDetail(key: key, value: target.unknown[key]))
    }
  }

  mutating func changeTracks() throws(EditError) {
    for track in draft.tracks where target.track(track.id).map({ $0.kind != track.kind }) ?? false {
      try step(.removeTrack(track: track.id))
    }
    for track in target.tracks where draft.track(track.id) == nil {
      var fresh = track
      fresh.segments.removeAll { draft.segment($0.id) != nil }
      try step(.insertTrack(track: fresh, at: nil))
    }
    for track in target.tracks {
      for segment in track.segments {
        if let holder = draft.track(holding: segment.id), holder.id != track.id {
          try step(.moveSegment(segment: segment.id, track: track.id, at: nil))
        }
      }
    }
    for track in draft.tracks where target.track(track.id) == nil {
      try step(.removeTrack(track: track.id))
    }
    for (index, track) in target.tracks.enumerated() {
      let position = draft.tracks.firstIndex { $0.id == track.id }
      if position != index { try step(.moveTrack(track: track.id, to: index)) }
      if draft.tracks[index].name != track.name {
        try step(.renameTrack(track: track.id, name: track.name))
      }
      for key in changedKeys(draft.tracks[index].unknown, track.unknown) {
        try step(.setTrackDetail(track: track.id, key: key, value: track.unknown[key]))
      }
    }
  }

  mutating func changeSegments() throws(EditError) {
    for (index, track) in target.tracks.enumerated() {
      let kept = Set(track.segments.map(\.id))
      for segment in draft.tracks[index].segments where !kept.contains(segment.id) {
        try step(.removeSegment(segment: segment.id))
      }
      for segment in track.segments {
        if let old = draft.tracks[index].segments.first(where: { $0.id == segment.id }) {
          try change(old, to: segment)
        } else {
          try step(.insertSegment(segment: segment, track: track.id, at: nil))
        }
      }
      if draft.tracks[index].segments != track.segments {
        try step(.removeTrack(track: track.id))
        try step(.insertTrack(track: track, at: index))
      }
    }
  }

  private mutating func change(_ old: Segment, to new: Segment) throws(EditError) {
    let id = new.id
    if old.start != new.start || old.inPoint != new.inPoint || old.duration != new.duration {
      try step(
        .setTiming(
          segment: id, start: new.start, inPoint: new.inPoint, duration: new.duration, at: nil))
    }
    if old.source != new.source { try step(.setSource(segment: id, source: new.source)) }
    if old.speed != new.speed { try step(.setSpeed(segment: id, speed: new.speed)) }
    if old.volume != new.volume { try step(.setVolume(segment: id, volume: new.volume)) }
    if old.text != new.text { try step(.setText(segment: id, text: new.text)) }
    try change(old.style, to: new.style, of: id)
  }

  private mutating func change(
    _ old: SegmentStyle, to new: SegmentStyle, of id: String
  ) throws(EditError) {
    if old.name != new.name { try step(.setName(segment: id, name: new.name)) }
    if old.motion != new.motion { try step(.setMotion(segment: id, motion: new.motion)) }
    if old.transition != new.transition {
      try step(.setTransition(segment: id, transition: new.transition))
    }
    if old.fit != new.fit { try step(.setFit(segment: id, fit: new.fit)) }
    if old.playback != new.playback {
      try step(.setPlayback(segment: id, playback: new.playback))
    }
    if old.text != new.text { try step(.setTextStyle(segment: id, style: new.text)) }
    if old.fadeIn != new.fadeIn || old.fadeOut != new.fadeOut {
      try step(.setFades(segment: id, fadeIn: new.fadeIn, fadeOut: new.fadeOut))
    }
    if old.duck != new.duck { try step(.setDuck(segment: id, duck: new.duck)) }
    for key in changedKeys(old.unknown, new.unknown) {
      try step(.setDetail(segment: id, key: key, value: new.unknown[key]))
    }
  }

  private func changedKeys(_ old: [String: JSONValue], _ new: [String: JSONValue]) -> [String] {
    Set(old.keys).union(new.keys).filter { old[$0] != new[$0] }.sorted()
  }
}
