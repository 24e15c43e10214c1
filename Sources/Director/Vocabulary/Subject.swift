import MediaTime
import Timeline

/// A part of the film that edits can be about, as people call it.
enum Subject: Hashable, CaseIterable {
  case title, music, camera, frame, transition, speed, length, volume
  case look, atmosphere, region, effect, playback, removal, order

  /// Whether going from one draft to another changes it.
  func differs(in before: Draft, from after: Draft) -> Bool {
    if self == .frame, before.canvas != after.canvas { return true }
    let (old, new) = (facets(of: before), facets(of: after))
    switch self {
    case .title, .music: return old != new
    case .removal: return old.keys.contains { new[$0] == nil }
    case .order:
      let (from, to) = (before.mainTrack?.segments.map(\.id), after.mainTrack?.segments.map(\.id))
      return Set(from ?? []) == Set(to ?? []) && from != to
    default: return old.contains { id, facet in new[id].map { $0 != facet } ?? false }
    }
  }

  /// What of each segment it comprises, by the segment's id.
  private func facets(of draft: Draft) -> [String: Facet] {
    var facets: [String: Facet] = [:]
    for track in draft.tracks where kind.map({ $0 == track.kind }) ?? true {
      for segment in track.segments { facets[segment.id] = facet(of: segment) }
    }
    return facets
  }

  /// The kind of track that it is on; nil for any.
  private var kind: TrackKind? {
    switch self {
    case .title: .text
    case .music: .audio
    case .camera, .transition, .length, .frame, .order: .video
    case .look, .atmosphere, .region, .effect, .playback: .video
    case .speed, .volume, .removal: nil
    }
  }

  private enum Facet: Hashable {
    case words(String?, TextStyle?)
    case source(String?)
    case motion([CameraMove])
    case fit(Fit?)
    case transition(Transition?)
    case number(Double)
    case times([Int?])
    case loudness(Double, Int?, Int?)
    case playback(Playback?)
    case detail(JSONValue?)
    case presence
  }

  private func facet(of segment: Segment) -> Facet {
    let style = segment.style
    switch self {
    case .title: return .words(segment.text, style.text)
    case .music: return .source(segment.source)
    case .camera: return .motion(style.motion)
    case .frame: return .fit(style.fit)
    case .transition: return .transition(style.transition)
    case .speed: return .number(segment.speed)
    case .length: return .times([segment.inPoint.count, segment.duration.count])
    case .volume: return .loudness(segment.volume, style.fadeIn?.count, style.fadeOut?.count)
    case .playback: return .playback(style.playback)
    case .look: return .detail(style.unknown["look"])
    case .atmosphere: return .detail(style.unknown["atmosphere"])
    case .region: return .detail(style.unknown["region"])
    case .effect: return .detail(style.unknown["effect"])
    case .removal, .order: return .presence
    }
  }

  /// Its name.
  func name(in language: SpokenLanguage) -> String {
    switch self {
    case .title: language.say("title", "标题")
    case .music: language.say("music", "音乐")
    case .camera: language.say("camera", "运镜")
    case .frame: language.say("frame", "画幅")
    case .transition: language.say("transition", "转场")
    case .speed: language.say("speed", "速度")
    case .length: language.say("length", "时长")
    case .volume: language.say("volume", "音量")
    case .look: language.say("look", "调色")
    case .atmosphere: language.say("atmosphere", "氛围")
    case .region: language.say("moving part", "局部动态")
    case .effect: language.say("effect", "特效")
    case .playback: language.say("playback", "播放方式")
    case .removal: language.say("removal", "删除")
    case .order: language.say("order", "顺序")
    }
  }
}
