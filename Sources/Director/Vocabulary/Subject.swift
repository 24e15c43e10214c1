import MediaTime
import Timeline

/// A part of the film that edits can be about, as people call it.
enum Subject: Hashable, CaseIterable {
  case title, music, camera, frame, transition, speed, length, volume

  /// Whether going from one draft to another changes it.
  func differs(in before: Draft, from after: Draft) -> Bool {
    if self == .frame, before.canvas != after.canvas { return true }
    let (old, new) = (facets(of: before), facets(of: after))
    switch self {
    case .title, .music: return old != new
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
    case .camera, .transition, .length, .frame: .video
    case .speed, .volume: nil
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
    }
  }
}
