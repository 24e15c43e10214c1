import MediaTime

extension Draft {
  /// Edits that change where a segment is.
  mutating func applyToPlaces(_ edit: Edit) throws(EditError) -> Edit {
    switch edit {
    case .insertSegment(let segment, let track, let position):
      let track = try index(ofTrack: track)
      try checkIsNew(segment: segment.id)
      try segment.checkBounds()
      tracks[track].insert(segment, at: position)
      return .removeSegment(segment: segment.id)
    case .removeSegment(let id):
      let place = try place(of: id)
      let segment = tracks[place.track].segments.remove(at: place.index)
      return .insertSegment(segment: segment, track: tracks[place.track].id, at: place.index)
    case .moveSegment(let id, let track, let position):
      let target = try index(ofTrack: track)
      let place = try place(of: id)
      let segment = tracks[place.track].segments.remove(at: place.index)
      tracks[target].insert(segment, at: position)
      return .moveSegment(segment: id, track: tracks[place.track].id, at: place.index)
    case .replaceSegment(let id, let replacement):
      let place = try place(of: id)
      if replacement.id != id { try checkIsNew(segment: replacement.id) }
      try replacement.checkBounds()
      let former = tracks[place.track].segments[place.index]
      tracks[place.track].segments[place.index] = replacement
      return .replaceSegment(segment: replacement.id, with: former)
    case .setTiming(let id, let start, let inPoint, let duration, let position):
      let place = try place(of: id)
      let former = tracks[place.track].segments.remove(at: place.index)
      var segment = former
      segment.start = start
      segment.inPoint = inPoint
      segment.duration = duration
      try segment.checkBounds()
      tracks[place.track].insert(segment, at: position ?? place.index)
      return .setTiming(
        segment: id, start: former.start, inPoint: former.inPoint, duration: former.duration,
        at: place.index)
    default: preconditionFailure("no edit of a segment's place")
    }
  }

  /// Edits that change one property of a segment.
  mutating func applyToSegment(_ edit: Edit) throws(EditError) -> Edit {
    switch edit {
    case .setSource(let id, let source):
      return .setSource(segment: id, source: try exchange(\.source, with: source, in: id))
    case .setSpeed(let id, let speed):
      try checkFinite(speed, of: id)
      return .setSpeed(segment: id, speed: try exchange(\.speed, with: speed, in: id))
    case .setVolume(let id, let volume):
      try checkFinite(volume, of: id)
      return .setVolume(segment: id, volume: try exchange(\.volume, with: volume, in: id))
    case .setText(let id, let text):
      return .setText(segment: id, text: try exchange(\.text, with: text, in: id))
    case .setName(let id, let name):
      return .setName(segment: id, name: try exchange(\.style.name, with: name, in: id))
    case .setDetail(let id, let key, let value):
      let former = try exchange(\.style.unknown[key], with: value, in: id)
      return .setDetail(segment: id, key: key, value: former)
    default: preconditionFailure("no edit of a segment")
    }
  }

  /// Edits that change one property of a segment's style.
  mutating func applyToStyle(_ edit: Edit) throws(EditError) -> Edit {
    switch edit {
    case .setMotion(let id, let motion):
      return .setMotion(segment: id, motion: try exchange(\.style.motion, with: motion, in: id))
    case .setTransition(let id, let transition):
      if let transition { try transition.duration.checkBounds(of: id) }
      let former = try exchange(\.style.transition, with: transition, in: id)
      return .setTransition(segment: id, transition: former)
    case .setFit(let id, let fit):
      return .setFit(segment: id, fit: try exchange(\.style.fit, with: fit, in: id))
    case .setPlayback(let id, let playback):
      let former = try exchange(\.style.playback, with: playback, in: id)
      return .setPlayback(segment: id, playback: former)
    case .setTextStyle(let id, let style):
      let former = try exchange(\.style.text, with: style, in: id)
      return .setTextStyle(segment: id, style: former)
    case .setFades(let id, let fadeIn, let fadeOut):
      try (fadeIn ?? 0).checkBounds(of: id)
      try (fadeOut ?? 0).checkBounds(of: id)
      let formerIn = try exchange(\.style.fadeIn, with: fadeIn, in: id)
      let formerOut = try exchange(\.style.fadeOut, with: fadeOut, in: id)
      return .setFades(segment: id, fadeIn: formerIn, fadeOut: formerOut)
    case .setDuck(let id, let duck):
      return .setDuck(segment: id, duck: try exchange(\.style.duck, with: duck, in: id))
    default: preconditionFailure("no edit of a segment's style")
    }
  }

  /// Sets a property of a segment and returns its former value.
  private mutating func exchange<Value>(
    _ property: WritableKeyPath<Segment, Value>, with value: Value, in segment: String
  ) throws(EditError) -> Value {
    let place = try place(of: segment)
    let former = tracks[place.track].segments[place.index][keyPath: property]
    tracks[place.track].segments[place.index][keyPath: property] = value
    return former
  }
}

extension Track {
  /// Inserts at `position` where that keeps the order of starts, else where the order says.
  mutating func insert(_ segment: Segment, at position: Int?) {
    if let position, (0...segments.count).contains(position),
      position == 0 || segments[position - 1].start <= segment.start,
      position == segments.count || segment.start <= segments[position].start
    {
      segments.insert(segment, at: position)
      return
    }
    let later = segments.firstIndex { $0.start > segment.start }
    segments.insert(segment, at: later ?? segments.count)
  }
}
