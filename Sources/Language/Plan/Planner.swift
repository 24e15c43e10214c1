import MediaTime
import Timeline

/// Carries out requests one by one on a draft of its own.
struct Planner {
  private(set) var draft: Draft
  private(set) var edits: [Edit] = []
  var output = OutputOptions()
  private(set) var notDone: [Plan.NotDone] = []
  private(set) var remarks: [String] = []
  let language: SpokenLanguage
  let media: MediaLookup
  /// Whether someone said how long transitions last.
  private(set) var keepsTransitions = false
  /// The clips' ids as they are counted: as the film was when it was spoken of, until clips are
  /// split or repeated.
  var numbered: [String] = []
  /// The last copy of each clip that was repeated.
  var copies: [String: String] = [:]
  /// The parts of what was split last.
  var parts: [String] = []
  /// The segments that a condition lets through; nil for all.
  var allowed: Set<String>?
  /// How much the `-motion` flag scales every move; nil without it.
  var motionScale: Double?

  init(_ draft: Draft, language: SpokenLanguage, media: @escaping MediaLookup) {
    self.draft = draft
    self.language = language
    self.media = media
    numbered = clips.map(\.id)
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
      case .trim(let target, _), .remove(let target):
        self = target.isText || target.role != nil ? .dress : .cut
      case .speed, .playback, .split, .duplicate, .order, .hold: self = .cut
      case .length(let target, _), .stretch(let target, _):
        self = target == .film ? .length : target.isClips ? .cut : .dress
      case .transition: self = .join
      case .aspect, .resolution, .frame, .frameRate, .fit: self = .frame
      case .camera, .animate, .cinematic, .motionStrength: self = .camera
      case .given(_, let request): self.init(of: request)
      default: self = .dress
      }
    }
  }

  private mutating func carryOut(_ request: Request) {
    switch request {
    case .trim(let target, let trim): self.trim(target, trim, request)
    case .speed(let target, let factor): speed(target, factor, request)
    case .playback(let target, let playback):
      guard target != .music || playback != .loop else {
        return refuse(
          request, "The music is repeated to the film's end by itself.", "音乐会自动循环到影片结束。")
      }
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
    case .stretch(let target, let change): stretch(target, change, request)
    case .split(let target, let wish): split(target, wish, request)
    case .hold(let target, let time, let length): hold(target, time, length, request)
    case .shift(let target, let time): shift(target, by: time, request)
    case .begin(let target, let time): begin(target, time, request)
    case .duplicate(let target): duplicate(target, request)
    case .order(let wish): order(wish, request)
    case .treat(let target, let treatment): treat(target, treatment, request)
    case .duck(let isOn): duck(isOn, request)
    case .background(let color): apply(request) { _, _ in .setBackground(color: color) }
    case .given(let condition, let wish): carryOut(wish, given: condition, request)
    case .unsupported(let feature): unsupported(feature, request)
    case .removeMotion(let target):
      each(clips(target, request), request) { .setMotion(segment: $0.id, motion: []) }
    case .camera, .animate, .cinematic, .motionStrength: break
    }
  }

  private mutating func carryOut(
    _ wish: Request, given condition: Condition, _ request: Request
  ) {
    guard let passing = passing(condition) else {
      return refuse(
        request, EnglishPrinter.unmet(condition), ChinesePrinter.unmet(condition))
    }
    var wish = wish
    if case .title(let title) = wish, title.text == nil, title.target == nil {
      wish = wish.about(condition.subject)
    }
    allowed = passing.isEmpty ? nil : passing
    if Stage(of: wish) == .camera { moveCamera([wish]) } else { carryOut(wish) }
    allowed = nil
  }

  // MARK: Applying

  /// Says why something was done as it was, once.
  mutating func remark(_ sentence: String) {
    if !remarks.contains(sentence) { remarks.append(sentence) }
  }

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

  private mutating func unsupported(_ feature: Feature, _ request: Request) {
    if feature.name == "music generation", !draft.sounds(.music).isEmpty { return }
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
