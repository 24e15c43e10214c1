import Language
import MediaTime
import Timeline

extension Direction {
  /// Has the film looked through for what a viewer would stumble over.
  mutating func inspect() {
    guard draft.hasContent else { return }
    isAnswered = true
    steps.append(Step(.inspect, call: ToolCall("check_film")))
  }

  /// Mends what the last check found, as far as the message names it.
  mutating func mend() {
    guard !remedies.isEmpty else { return }
    isAnswered = true
    var assembly = Assembly(draft, drifts: false, media: lookup, drawings: drawings)
    var told: [String] = []
    let findings = situation.findings.filter { remedies.contains(Remedy($0.kind)) }
    for finding in findings { mend(finding, in: &assembly, told: &told) }
    guard !assembly.edits.isEmpty else { return }
    var seen: Set<String> = []
    let phrases = told.filter { seen.insert($0).inserted }
    tasks += phrases
    add(
      .group(label: language.series(phrases), edits: assembly.edits),
      label: language.series(language.few(phrases, most: 6)), told: phrases)
  }

  private mutating func mend(
    _ finding: PreflightFinding, in assembly: inout Assembly, told: inout [String]
  ) {
    let segment = finding.segment.flatMap { assembly.draft.segment($0) }
    let phrase = phrase(for: finding, segment)
    // Music is composed as where words ask for it.
    guard finding.kind != .silent else { return }
    attempt(phrase, &assembly, &told) { (assembly) throws(EditError) in
      try assembly.mend(finding, segment)
    }
  }

  private func phrase(for finding: PreflightFinding, _ segment: Segment?) -> String {
    let name = language.quote(
      String((segment?.text ?? segment?.style.name ?? "").prefix(24)))
    return switch finding.kind {
    case .truncated: language.say("\(name) in several parts", "\(name)分成几段")
    case .missingGlyphs, .missingFont: language.say("another font for \(name)", "\(name)换字体")
    case .outsideFrame, .outsideSafeArea: language.say("\(name) inside the frame", "\(name)移进画面")
    case .lowContrast: language.say("a plate behind \(name)", "给\(name)加底板")
    case .tooShortToRead: language.say("\(name) longer", "延长\(name)")
    case .blank: language.say("close the gap", "补上空白")
    case .frozen: language.say("a slow push in on \(name)", "\(name)缓缓推近")
    case .quiet: language.say("the sounds louder", "声音调大")
    case .clipping: language.say("the sounds quieter", "声音调小")
    case .voiceCut: language.say("all of the voice-over", "留下完整的配音")
    case .silent: ""
    }
  }
}

extension Assembly {
  /// Mends a finding about a segment.
  mutating func mend(_ finding: PreflightFinding, _ segment: Segment?) throws(EditError) {
    switch finding.kind {
    case .missingGlyphs, .missingFont: try restyle(segment) { $0.font = nil }
    case .truncated: try part(segment, atMost: Int(finding.measured * 0.8))
    case .outsideFrame, .outsideSafeArea:
      try restyle(segment) { style in
        (style.x, style.y) = (nil, nil)
        if let size = style.size { style.size = max(size * 0.75, 0.03) }
      }
    case .lowContrast: try restyle(segment) { $0.plate = true }
    case .tooShortToRead: try lengthen(segment, to: Milliseconds(seconds: finding.limit))
    case .blank: try fillGap(before: finding.start + Milliseconds(seconds: finding.measured))
    case .frozen:
      guard let segment else { return }
      try apply(.setMotion(segment: segment.id, motion: [RoughCut.gentleMove]))
    case .quiet, .clipping:
      let factor = finding.kind == .quiet ? 1.6 : 0.7
      for track in draft.tracks where track.kind != .text {
        for sound in track.segments where sound.source.flatMap(media)?.hasAudio ?? false {
          try apply(
            .setVolume(
              segment: sound.id, volume: min(2, (sound.volume * factor * 100).rounded() / 100)))
        }
      }
    case .voiceCut:
      guard let segment else { return }
      let whole = segment.duration + Milliseconds(seconds: finding.measured)
      try apply(
        .setTiming(
          segment: segment.id, start: segment.start, inPoint: segment.inPoint, duration: whole,
          at: nil))
      try holdPicture(until: segment.start + whole + 500)
    case .silent: break
    }
  }

  private mutating func restyle(
    _ segment: Segment?, _ change: (inout TextStyle) -> Void
  ) throws(EditError) {
    guard let segment else { return }
    var style = segment.style.text ?? TextStyle()
    change(&style)
    try apply(.setTextStyle(segment: segment.id, style: style))
  }

  /// A text in several that follow each other, each with its share of the time.
  private mutating func part(_ segment: Segment?, atMost count: Int) throws(EditError) {
    guard let segment, let text = segment.text, let track = draft.track(holding: segment.id),
      let index = track.segments.firstIndex(where: { $0.id == segment.id })
    else { return }
    let parts = text.parts(atMost: count)
    guard segment.duration.seconds >= 0.5 * Double(parts.count) else {
      throw EditError(
        .noRoom, about: segment.id,
        "\(parts.count) parts don't fit into \(segment.duration.secondsText) s; shorten the text, "
          + "or let it stand longer.")
    }
    let whole = Double(max(parts.map(\.count).reduce(0, +), 1))
    var (shown, start) = (0, segment.start)
    for (offset, words) in parts.enumerated() {
      shown += words.count
      let share = Double(shown) / whole
      let end = segment.start + Milliseconds(seconds: segment.duration.seconds * share)
      var part = segment
      (part.text, part.start, part.duration) = (words, start, end - start)
      start = end
      guard offset > 0 else {
        try apply(.replaceSegment(segment: segment.id, with: part))
        continue
      }
      part.id = draft.freshSegmentID()
      try apply(.insertSegment(segment: part, track: track.id, at: index + offset))
    }
  }

  /// As long as it takes to read, as far as the film and the next text leave room.
  private mutating func lengthen(
    _ segment: Segment?, to length: Milliseconds
  ) throws(EditError) {
    guard let segment, let track = draft.track(holding: segment.id) else { return }
    let next = track.segments.map(\.start).filter { $0 >= segment.end }.min()
    let end = min(segment.start + length, next ?? max(draft.duration, segment.end))
    let start = max(0, min(segment.start, end - length))
    let before = track.segments.map(\.end).filter { $0 <= segment.start }.max() ?? 0
    try apply(
      .setTiming(
        segment: segment.id, start: max(start, before), inPoint: segment.inPoint,
        duration: end - max(start, before), at: nil))
  }

  /// Lets what comes behind a gap follow at once.
  private mutating func fillGap(before end: Milliseconds) throws(EditError) {
    guard let track = draft.pictureTrack,
      let next = track.segments.first(where: { $0.start >= end - 1 }),
      let last = track.segments.last(where: { $0.end <= next.start })
    else { return }
    try apply(
      .setLength(of: last.id, to: last.duration + (next.start - last.end), in: draft, media: media))
  }
}

extension Situation {
  /// What a message asks to be mended of what was found last; nil where it asks for nothing of
  /// the kind.
  func remedies(named words: String) -> [Remedy]? {
    guard !findings.isEmpty, let named = Remedy.named(in: words) else { return nil }
    let found = Set(findings.map { Remedy($0.kind) })
    return found.isDisjoint(with: named) ? nil : named
  }
}
