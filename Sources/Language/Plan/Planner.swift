import MediaTime
import Timeline

/// Carries out requests one by one on a draft of its own.
struct Planner {
  private(set) var draft: Draft
  private(set) var edits: [Edit] = []
  var output = OutputOptions()
  private(set) var notDone: [Plan.NotDone] = []
  let language: SpokenLanguage
  let media: MediaLookup
  /// Whether someone said how long transitions last.
  private(set) var keepsTransitions = false
  /// How much the `-motion` flag scales every move; nil without it.
  var motionScale: Double?

  init(_ draft: Draft, language: SpokenLanguage, media: @escaping MediaLookup) {
    self.draft = draft
    self.language = language
    self.media = media
  }

  mutating func carryOut(_ requests: [Request]) {
    keepsTransitions = requests.contains { request in
      if case .transition(let wish) = request { wish.duration != nil } else { false }
    }
    for stage in Stage.allCases where stage != .camera {
      if stage == .join, keepsTransitions { makeRoom(requests) }
      for request in requests where Stage(of: request) == stage { carryOut(request) }
      if stage == .frame { moveCamera(requests.filter { Stage(of: $0) == .camera }) }
    }
    for request in requests { checkTransition(request) }
  }

  /// Makes a film that is to be longer so before transitions of a chosen length come into it;
  /// what fails is told when it gets its final length.
  private mutating func makeRoom(_ requests: [Request]) {
    let told = notDone
    for case .length(.film, let length) in requests where length > draft.normalized().duration {
      carryOut(.length(.film, length))
    }
    notDone = told
  }

  /// When a request is carried out.
  private enum Stage: CaseIterable {
    case cut, join, length, frame, camera, dress

    init(of request: Request) {
      switch request {
      case .trim, .speed, .playback, .length(.clip, _), .length(.clips, _), .remove: self = .cut
      case .transition: self = .join
      case .length: self = .length
      case .aspect, .resolution, .frame, .frameRate, .fit: self = .frame
      case .camera, .animate, .cinematic, .motionStrength: self = .camera
      default: self = .dress
      }
    }
  }

  private mutating func carryOut(_ request: Request) {
    switch request {
    case .trim(let target, let trim): self.trim(target, trim, request)
    case .speed(let target, let factor): speed(target, factor, request)
    case .playback(let target, let playback):
      each(clips(target, request), request) { .setPlayback(segment: $0.id, playback: playback) }
    case .length(let target, let length): self.length(target, length, request)
    case .remove(let target): remove(target, request)
    case .transition(let transition): join(transition, request)
    case .aspect, .resolution, .frame, .frameRate: frame(request)
    case .fit(let target, let fit):
      each(clips(target, request), request) { .setFit(segment: $0.id, fit: fit) }
    case .title(let title): self.title(title, request)
    case .volume(let target, let level): volume(target, level, request)
    case .mute(let target):
      each(sounds(target, request), request) { .setVolume(segment: $0.id, volume: 0) }
    case .fade(let fade): self.fade(fade, request)
    case .quality(let quality): output.quality = quality
    case .seed(let seed): output.seed = seed
    case .guidance(let scale): output.guidance = scale
    case .avoid(let text): output.avoid = text
    case .unsupported(let feature): unsupported(feature, request)
    case .camera, .animate, .cinematic, .motionStrength: break
    }
  }

  // MARK: Applying

  /// Says that `request` was not done, or not wholly.
  mutating func refuse(_ request: Request, _ english: String, _ chinese: String) {
    let sentence = language == .chinese ? chinese : english
    notDone.append(Plan.NotDone(request: request, sentence: sentence))
  }

  /// Applies what `make` gives for the draft as it is now; a failure is told.
  mutating func apply(
    _ request: Request, _ make: (Draft, MediaLookup) throws(EditError) -> Edit
  ) {
    do throws(EditError) {
      let edit = try make(draft, media)
      guard !edit.isEmpty else { return }
      let after = try draft.applying(edit).draft
      draft = after
      edits.append(edit)
    } catch {
      let said = Refusal(error, of: draft)
      refuse(
        request, said.english, "“\(request.sentence(in: .chinese))”没有完成：\(said.chinese)")
    }
  }

  /// Applies an edit for each of `segments`.
  mutating func each(
    _ segments: [Segment], _ request: Request, _ make: (Segment) -> Edit
  ) {
    for segment in segments { apply(request) { _, _ in make(segment) } }
  }

  // MARK: Finding

  /// The clips of the main video track.
  var clips: [Segment] {
    guard let main = draft.mainTrack, main.kind == .video else { return [] }
    return main.segments
  }

  /// The clips that `target` means; where there are none, that is told.
  mutating func clips(_ target: Target, _ request: Request) -> [Segment] {
    let clips = self.clips
    switch target {
    case .music, .titles:
      refuse(request, "That is for clips only.", "这只能用在片段上。")
      return []
    case .film, .clips:
      if clips.isEmpty { refuse(request, "There are no clips yet.", "还没有片段。") }
      return clips
    case .clip(let number):
      let index = number > 0 ? number - 1 : clips.count + number
      if clips.indices.contains(index), number != 0 { return [clips[index]] }
      let count = clips.count
      let place = number > 0 ? "clip \(number)" : "clip \(-number) from the end"
      refuse(
        request, "There is no \(place); the film has \(count).",
        "没有第\(number > 0 ? "" : "倒数")\(abs(number))段；影片共有\(count)段。")
      return []
    }
  }

  func segments(of kind: TrackKind) -> [Segment] {
    draft.tracks.filter { $0.kind == kind }.flatMap(\.segments)
  }

  /// Whether a clip shows a still, as far as is known.
  func isStill(_ segment: Segment) -> Bool {
    guard let source = segment.source, let facts = media(source) else { return true }
    return facts.kind == .image
  }

  private mutating func unsupported(_ feature: Feature, _ request: Request) {
    if feature.name == "music generation", !segments(of: .audio).isEmpty { return }
    let name = feature.name
    let isDoing = name.split(separator: " ").first?.hasSuffix("ing") ?? false
    let isPlural = name.hasSuffix("s") && !name.hasSuffix("ss") && !isDoing
    refuse(
      request,
      "\(name.prefix(1).uppercased() + name.dropFirst()) "
        + "\(isPlural ? "are" : "is") not available yet.",
      "“\(feature.name(in: .chinese))”还不能用。")
  }
}
