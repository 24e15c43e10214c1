import Timeline

extension Request {
  /// Whether it gives a clip another place.
  var isOrder: Bool { if case .order = self { true } else { false } }

  /// What it is about; nil where that can't be said of it.
  public var target: Target? {
    switch self {
    case .length(let target, _), .animate(let target, _), .cinematic(let target),
      .volume(let target, _), .mute(let target), .trim(let target, _), .speed(let target, _),
      .playback(let target, _), .fit(let target, _), .remove(let target),
      .stretch(let target, _), .split(let target, _), .duplicate(let target),
      .treat(let target, _), .hold(let target, _, _), .begin(let target, _), .shift(let target, _),
      .removeMotion(let target):
      target
    case .camera(let camera): camera.target
    case .fade(let fade): fade.target
    case .title(let title): title.target ?? (title.text == nil ? .film : nil)
    case .given(_, let request): request.target
    case .duck: .music
    case .order(let order):
      switch order {
      case .move(let clip, _), .moveBefore(let clip, _), .moveAfter(let clip, _): .clip(clip)
      case .swap, .reverse: nil
      }
    case .aspect, .resolution, .frame, .frameRate, .quality, .seed, .motionStrength, .guidance,
      .avoid, .transition, .background, .unsupported:
      nil
    }
  }

  /// The same request about something else; unchanged where it has no target.
  public func about(_ target: Target) -> Request {
    switch self {
    case .length(_, let length): return .length(target, length)
    case .animate(_, let strength): return .animate(target, strength)
    case .cinematic: return .cinematic(target)
    case .volume(_, let level): return .volume(target, level)
    case .mute: return .mute(target)
    case .trim(_, let trim): return .trim(target, trim)
    case .speed(_, let factor): return .speed(target, factor)
    case .playback(_, let playback): return .playback(target, playback)
    case .fit(_, let fit): return .fit(target, fit)
    case .remove: return .remove(target)
    case .removeMotion: return .removeMotion(target)
    case .stretch(_, let change): return .stretch(target, change)
    case .split(_, let split): return .split(target, split)
    case .duplicate: return .duplicate(target)
    case .hold(_, let time, let length): return .hold(target, at: time, for: length)
    case .begin(_, let time): return .begin(target, time)
    case .shift(_, let time): return .shift(target, time)
    case .treat(_, let treatment): return .treat(target, treatment)
    case .camera(var camera):
      camera.target = target
      return .camera(camera)
    case .fade(var fade):
      fade.target = target
      return .fade(fade)
    case .title(var title):
      if title.target == nil, title.text == nil { title.preset = nil }
      title.target = target
      return .title(title)
    case .given(let condition, let request): return .given(condition, request.about(target))
    case .order(.move(_, let place)):
      guard case .clip(let number) = target else { return self }
      return .order(.move(number, to: place))
    default: return self
    }
  }

  /// Whether it puts something on a clip that can be taken off again.
  var putsOn: Bool {
    switch self {
    case .treat(_, let treatment): !treatment.isRemoved
    case .transition(let transition): transition.kind != .cut
    case .camera, .animate, .cinematic: true
    default: false
    }
  }

  /// Whether what it does makes sense for words on screen, for music, for clips.
  func suits(_ target: Target) -> Bool {
    switch self {
    case .remove, .stretch, .length, .duplicate: return true
    case .title: return target.isText
    case .shift: return target.isText || target.role != nil
    case .volume, .mute, .fade: return !target.isText
    case .duck: return target == .music
    case .begin: return target.role != nil
    case .trim: return !target.isText
    case .speed, .playback, .fit, .split, .hold, .treat, .camera, .animate, .cinematic:
      return target.isClips
    case .given(_, let request): return request.suits(target)
    default: return false
    }
  }
}
