import Language
import MediaTime
import Timeline

extension Direction {
  /// Lays pictures over the film, changes how they lie, or takes them away.
  mutating func layOver(into assembly: inout Assembly, told: inout [String]) {
    if wishes.overlays == nil, requests.contains(where: \.asksForWindow) {
      requests.removeAll(where: \.asksForWindow)
      refuse(
        "I can't tell what goes over the film; say its name, as in “talk as picture in picture, "
          + "bottom right”", "不确定要把什么叠放在画面上；请说出名字，例如“把talk做成画中画放右下角”")
    }
    if wishes.overlays == nil, speaksOfSign {
      requests.removeAll(where: \.isOfMark)
      refuse(
        "I can't tell how the logo is to lie; say for instance “put the logo in the top right "
          + "corner” or “make the logo smaller”", "不确定logo要怎么放；可以说“把logo放右上角”、“logo小一点”")
    }
    var laid: [String: String] = [:]
    for order in wishes.overlays?.orders ?? [] {
      if let id = order.segment ?? order.medium.flatMap({ laid[$0] }) {
        change(id, order.clause, in: &assembly, told: &told)
      } else if let medium = situation.media.first(where: { $0.id == order.medium }) {
        let id = assembly.draft.freshSegmentID()
        lay(medium, order.clause, into: &assembly, told: &told)
        if assembly.draft.segment(id)?.style.inset != nil { laid[medium.id] = id }
      } else {
        tellNoSign(order.clause)
      }
    }
  }

  /// Whether the words speak of a watermark, and there is a picture but no words that would be one.
  private var speaksOfSign: Bool {
    let hasWords = draft.tracks.flatMap(\.segments).contains {
      $0.style.text?.preset == .watermark
    }
    let hasSign = !draft.insets.isEmpty || situation.media.contains(where: \.isCalledSign)
    return hasSign && !hasWords && requests.contains(where: \.isOfMark)
  }

  private mutating func lay(
    _ medium: Medium, _ clause: OverlayClause, into assembly: inout Assembly,
    told: inout [String]
  ) {
    let isWindow = clause.subject == .window || medium.facts.kind == .video
    var inset = Inset(size: isWindow ? Inset.windowSize : Inset.signSize)
    if isWindow { inset.place = .bottomRight }
    inset.take(clause)
    let film = assembly.draft.mainTrack?.segments.map(\.end).max() ?? 0
    let times = clause.time?.range(in: film)
    let place = language.name(inset.place)
    let phrase = language.say(
      "\(medium.name) over the film, \(place)", "\(medium.name)叠放在画面\(place)")
    attempt(phrase, &assembly, &told) { (assembly) throws(EditError) in
      try assembly.apply(
        .lay(
          medium.id, as: inset, name: medium.name, start: times?.lowerBound ?? 0,
          duration: times.map { $0.upperBound - $0.lowerBound }, in: assembly.draft,
          media: assembly.media))
    }
  }

  private mutating func change(
    _ id: String, _ clause: OverlayClause, in assembly: inout Assembly, told: inout [String]
  ) {
    guard let segment = assembly.draft.segment(id), let inset = segment.style.inset else { return }
    let name = segment.style.name ?? language.say("the picture", "图片")
    if clause.removes {
      return attempt(language.say("remove \(name)", "去掉\(name)"), &assembly, &told) {
        (assembly) throws(EditError) in
        let host = assembly.draft.track(holding: id)
        let isAlone = host?.segments.count == 1
        try assembly.apply(
          isAlone ? .removeTrack(track: host?.id ?? "") : .delete(id, in: assembly.draft))
      }
    }
    var changed = inset
    changed.take(clause)
    let film = assembly.draft.mainTrack?.segments.map(\.end).max() ?? 0
    let times = clause.time?.range(in: film)
    let fades = (
      clause.fadesIn ? Self.fade : segment.style.fadeIn,
      clause.fadesOut ? Self.fade : segment.style.fadeOut
    )
    let isAsWished =
      changed == inset && (times.map { $0 == segment.start..<segment.end } ?? true)
      && fades == (segment.style.fadeIn, segment.style.fadeOut)
    guard !isAsWished else {
      return tell("\(name) lies so already", "\(name)已经是这样了")
    }
    guard times?.isEmpty != true else {
      return tell(
        "The film has ended by then; it lasts \(film.secondsText) s", "影片只有\(film.secondsText)秒")
    }
    let phrase = language.describe(changed, unlike: inset, times, clause)
    attempt("\(name)\(language.say(": ", "："))\(phrase)", &assembly, &told) {
      (assembly) throws(EditError) in
      if changed != inset {
        try assembly.apply(
          .setDetail(segment: id, key: SegmentStyle.insetKey, value: changed.json))
      }
      if clause.fadesIn || clause.fadesOut {
        try assembly.apply(.setFades(segment: id, fadeIn: fades.0, fadeOut: fades.1))
      }
      if let times { try assembly.show(id, during: times) }
    }
  }

  private static let fade: Milliseconds = 500

  private mutating func tellNoSign(_ clause: OverlayClause) {
    if clause.subject == .window {
      return refuse(
        "There is no other picture or clip to lay over the film; upload it first",
        "没有可以叠放的图片或视频；请先上传")
    }
    refuse(
      "There is no logo here yet; upload the picture, then say “put the logo in the top right "
        + "corner”", "还没有logo；请先上传图片，再说“把logo放右上角”")
  }
}

extension Assembly {
  /// Shows what lies over the film at another time, on a track of its own where its track has
  /// something else then.
  fileprivate mutating func show(
    _ id: String, during times: Range<Milliseconds>
  ) throws(EditError) {
    guard var segment = draft.segment(id), let host = draft.track(holding: id) else { return }
    let facts = segment.source.flatMap(media)
    let most = facts?.kind == .video ? facts.map { $0.duration - segment.inPoint } : nil
    let length = times.upperBound - times.lowerBound
    segment.start = times.lowerBound
    segment.duration = min(length, most ?? length)
    let clashes = host.segments.contains { other in
      other.id != id && other.start < segment.end && segment.start < other.end
    }
    guard clashes else {
      return try apply(
        .setTiming(
          segment: id, start: segment.start, inPoint: segment.inPoint,
          duration: segment.duration, at: nil))
    }
    try apply(.removeSegment(segment: id))
    let track = Track(
      id: draft.freshTrackID(), kind: .video, name: host.name, segments: [segment])
    let above = (draft.tracks.firstIndex { $0.id == host.id } ?? 0) + 1
    try apply(.insertTrack(track: track, at: above))
  }
}

extension Request {
  /// Whether it changes a watermark, or shows one that nobody gave words.
  fileprivate var isOfMark: Bool {
    if case .title(let title) = self {
      title.text == nil && title.preset == .watermark
    } else {
      false
    }
  }

  /// Whether it asks for a picture in the picture.
  fileprivate var asksForWindow: Bool {
    if case .unsupported(let feature) = self { feature.name == "picture-in-picture" } else { false }
  }
}

extension SpokenLanguage {
  /// What is new about how a picture lies, and when it is seen where that is.
  fileprivate func describe(
    _ inset: Inset, unlike former: Inset, _ times: Range<Milliseconds>?, _ clause: OverlayClause
  ) -> String {
    var parts: [String] = []
    if inset.place != former.place { parts.append(name(inset.place)) }
    if inset.size != former.size {
      parts.append(
        inset.size < former.size ? say("smaller", "缩小") : say("larger", "放大"))
    }
    if inset.opacity != former.opacity {
      let share = Int((inset.opacity * 100).rounded())
      parts.append(say("opacity \(share) %", "不透明度 \(share) %"))
    }
    if let times {
      let range = "\(times.lowerBound.secondsText)-\(times.upperBound.secondsText)"
      parts.append(say("at \(range) s", "\(range) 秒"))
    }
    if clause.fadesIn { parts.append(say("fade in", "淡入")) }
    if clause.fadesOut { parts.append(say("fade out", "淡出")) }
    return list(parts)
  }
}

extension Inset {
  /// Takes over what a clause says of it.
  fileprivate mutating func take(_ clause: OverlayClause) {
    place = clause.place ?? place
    if let nudge = clause.nudge { place = place.moved(nudge.across, nudge.down) }
    size = clause.size ?? size
    if clause.size == nil, let scale = clause.scale {
      size = (size * scale * 1000).rounded() / 1000
    }
    size = max(Self.sizes.lowerBound, min(Self.sizes.upperBound, size))
    opacity = clause.opacity ?? opacity
    if let factor = clause.opacityScale { opacity = (opacity * factor * 100).rounded() / 100 }
    opacity = max(0.05, min(1, opacity))
  }
}

extension Inset.Place {
  /// The field so many further to the right and down, as far as there is one.
  fileprivate func moved(_ across: Int, _ down: Int) -> Inset.Place {
    let index = Self.allCases.firstIndex(of: self) ?? 0
    func bounded(_ place: Int) -> Int { max(0, min(2, place)) }
    return Self.allCases[bounded(index / 3 + down) * 3 + bounded(index % 3 + across)]
  }
}

extension OverlayClause.Time {
  /// The part of a film of that length.
  fileprivate func range(in film: Milliseconds) -> Range<Milliseconds> {
    switch self {
    case .whole: 0..<film
    case .first(let length): 0..<min(length, film)
    case .last(let length): max(0, film - length)..<film
    case .from(let start, let end):
      min(start, film)..<max(min(start, film), min(end ?? film, film))
    }
  }
}
