import Language
import MediaTime
import Scenes
import Timeline

extension Direction {
  /// More clips than this are not made of one message.
  private static let mostClips = 8

  /// Has the clip made of which the film is to be, before the film is cut.
  mutating func openWithClip() {
    guard let plan = wishes.clip else { return }
    asked.append((plan.medium.id, plan.order))
    take(plan)
    tasks.append(telling(plan, of: plan.medium.name))
    tellPassedOver(plan)
  }

  /// Does what is asked of models elsewhere, once the rest of the message is done.
  mutating func askEngines() {
    guard let wish = wishes.engines else { return }
    switch wish.task {
    case .list: tellEngines()
    case .quote: quote(wish)
    case .restore: restore(wish)
    case .extend(let length): extend(by: length, wish)
    case .make where wish.isNew: makeNew(wish)
    case .make: make(wish)
    case .draw: break
    }
  }

  // MARK: Making

  private mutating func makeNew(_ wish: EngineWish) {
    guard wishes.clip == nil, isReachable(wish) else { return }
    guard let plan = ClipPlan(new: wish, on: draft.canvas, in: situation) else { return }
    asked.append((plan.medium.id, plan.order))
    guard !plan.offers.isEmpty else { return tellRefused(plan) }
    guard let track = draft.pictureTrack else { return }
    let name = plan.medium.name
    place(plan, at: track.segments.count, on: track, named: name)
  }

  private mutating func make(_ wish: EngineWish) {
    guard isReachable(wish), let clips = clips(meantBy: wish) else { return }
    var names = Set(situation.media.map(\.name))
    for (index, clip) in clips.prefix(Self.mostClips).enumerated() {
      guard let order = order(for: clip, wish) else { continue }
      let shown = clip.style.name ?? clip.source.flatMap { mediaNames[$0] } ?? clip.id
      let plan = ClipPlan(
        order, as: ClipPlan.id(index + 1, in: situation),
        named: situation.freeName(
          shown + " " + (order.engines.first ?? ""), among: &names), in: situation)
      asked.append((plan.medium.id, order))
      guard let offer = plan.offers.first else {
        tellRefused(plan)
        continue
      }
      take(plan)
      let number = number(of: clip)
      tasks.append(telling(plan, of: language.say("clip \(number)", "第\(number)段")))
      tellPassedOver(plan)
      let label = language.say(
        "clip \(number) made by \(offer.engine)", "由\(offer.engine)生成第\(number)段")
      let segment = clip.showing(plan.medium.id, lasting: offer.duration, as: plan.note)
      add(
        .group(label: label, edits: [.replaceSegment(segment: clip.id, with: segment)]),
        label: label, told: [label])
      madeClips.append(clip.id)
    }
  }

  private mutating func extend(by length: Milliseconds?, _ wish: EngineWish) {
    guard isReachable(wish), let track = draft.pictureTrack,
      let clip = situation.clip(pointedAt: wish.pointing), let source = clip.source,
      let facts = media[source], let index = track.segments.firstIndex(where: { $0.id == clip.id })
    else { return }
    guard facts.kind == .video else {
      return tell(
        "Clip \(index + 1) is a still and lasts as long as you say; clips by engines are extended",
        "第\(index + 1)段是静态图片，直接说时长即可；能续写的是引擎生成的片段")
    }
    let engines = wish.engines(in: situation, insteadOf: clip.style.generated?.engine)
    guard !engines.isEmpty else { return tellGone(clip.style.generated?.engine ?? "") }
    let end = min(
      clip.inPoint + Milliseconds(Int(Double(clip.duration.count) * clip.speed)), facts.duration)
    var order = ClipOrder(
      wish.prompt ?? clip.style.generated?.prompt ?? Self.plainPrompt,
      from: .frame(of: source, at: end), duration: length ?? clip.duration,
      width: draft.canvas.width, height: draft.canvas.height,
      seed: clip.style.generated?.seed ?? seed, engines: engines)
    order.duration = max(order.duration, 200)
    var names = Set(situation.media.map(\.name))
    let name = situation.freeName(clip.style.name ?? source, among: &names)
    let plan = ClipPlan(
      order, as: ClipPlan.id(1, in: situation), named: name, in: situation)
    asked.append((plan.medium.id, order))
    guard !plan.offers.isEmpty else { return tellRefused(plan) }
    place(plan, at: index + 1, on: track, named: name)
  }

  /// Puts a clip that is to be made between those that are there.
  private mutating func place(_ plan: ClipPlan, at index: Int, on track: Track, named name: String)
  {
    guard let offer = plan.offers.first else { return }
    take(plan)
    let segment = Self.segment(of: plan, id: draft.freshSegmentID(), name)
    tasks.append(telling(plan, of: language.quote(name)))
    tellPassedOver(plan)
    let label = language.say("\(name) by \(offer.engine)", "由\(offer.engine)生成\(name)")
    do {
      let edit = try Edit.insert(segment, at: index, on: track.id, in: draft)
      add(
        .group(label: label, edits: [edit]), label: label, told: [label],
        summary: language.say(
          "\(offer.engine) made \(language.quote(name))",
          "\(offer.engine)生成了\(language.quote(name))"))
      madeClips.append(segment.id)
    } catch {
      remarks.append(language.say(error.message, "“\(label)”没有完成"))
    }
  }

  private static func segment(of plan: ClipPlan, id: String, _ name: String) -> Segment {
    var segment = Segment(id: id, source: plan.medium.id, duration: plan.medium.facts.duration)
    segment.style.name = name
    segment.style.generated = plan.note
    return segment
  }

  /// Has a clip made.
  private mutating func take(_ plan: ClipPlan) {
    steps.append(plan.step)
    media[plan.medium.id] = plan.medium.facts
    mediaNames[plan.medium.id] = plan.medium.name
    price.clips = (price.clips ?? 0) + plan.credits
  }

  // MARK: Orders

  /// What an engine is asked for a clip of the film; nil where nobody can be asked.
  private mutating func order(for clip: Segment, _ wish: EngineWish) -> ClipOrder? {
    let made = clip.style.generated
    let engines = wish.engines(in: situation, insteadOf: made?.engine)
    guard !engines.isEmpty else {
      tellGone(made?.engine ?? "")
      return nil
    }
    var (start, scene) = (ClipOrder.Start.words, String?.none)
    if let still = made == nil ? clip : clip.withoutClip, let source = still.source {
      let medium = situation.media.first { $0.id == source }
      scene = medium?.scene?.prompt
      start = scene == nil ? .picture(source) : .scene(source)
    } else if let source = made?.follows, let facts = media[source] {
      start = .frame(of: source, at: facts.duration)
    }
    let isSame = wish.isAnew || made?.engine == engines.first
    let moves = clip.style.motion.map { $0.move.rawValue.replacing("_", with: " ") }
    let plain = ([Self.plainPrompt] + moves).joined(separator: ", ")
    return ClipOrder(
      wish.prompt ?? made?.prompt ?? scene ?? plain, from: start, duration: clip.duration,
      width: draft.canvas.width, height: draft.canvas.height,
      seed: made.map { $0.seed + (isSame ? 1 : 0) } ?? seed, engines: engines)
  }

  /// What a picture is asked to do of which nothing is said.
  private static let plainPrompt = "natural, gentle motion"

  private var seed: Int {
    if case .integer(let seed)? = draft.unknown["seed"] { seed } else { 1 }
  }

  /// The clips that are meant; nil where none can be, or it has to be asked which.
  private mutating func clips(meantBy wish: EngineWish) -> [Segment]? {
    let all = draft.pictureTrack?.segments ?? []
    let able = all.filter { clip in
      clip.style.generated != nil || clip.source.flatMap { media[$0] }?.kind == .image
    }
    guard !able.isEmpty else {
      tell(
        "Engines make clips of pictures and of words, and the film has neither; say what a new "
          + "clip shows", "引擎用图片或文字生成片段，影片里还没有；可以说说新片段的内容")
      return nil
    }
    if wish.namesAll { return able }
    let scene = Scene(draft, media: lookup, focus: [], sounds: SoundVocabulary.names) {
      mediaNames[$0]
    }
    if let target = Reading(of: wish.pointing, in: scene).mentioned, target.isClips {
      let meant = target.segments(in: draft, media: lookup)
      let found = able.filter { meant.contains($0.id) }
      if found.isEmpty { tellFootage(meant, draft) }
      return found.isEmpty ? nil : found
    }
    let fresh = able.filter { situation.draft.segment($0.id) == nil }
    if !fresh.isEmpty { return fresh }
    if let clip = able.last(where: { situation.dialogue.focus.contains($0.id) }) { return [clip] }
    if able.count == 1 { return able }
    asksWhich = true
    isAnswered = true
    let names = able.map { clip in
      clip.style.name ?? clip.source.flatMap { mediaNames[$0] } ?? clip.id
    }
    let list = language.list(language.few(names, most: 8))
    tell("Which clip: \(list)?", "是哪一段：\(list)？")
    return nil
  }

  private mutating func tellFootage(_ meant: [String], _ draft: Draft) {
    guard !meant.isEmpty else { return tellNoClip(draft) }
    tell(
      "That clip is footage, and engines make clips of pictures and words; name a picture",
      "这一段是视频素材，引擎只能用图片或文字生成；请指定一张图片")
  }

  func number(of clip: Segment) -> Int {
    1 + (draft.pictureTrack?.segments.firstIndex { $0.id == clip.id } ?? 0)
  }

  // MARK: Putting back

  /// Puts the stills back that clips took the place of; a clip of words is drawn instead.
  private mutating func restore(_ wish: EngineWish) {
    let made = (draft.pictureTrack?.segments ?? []).filter { $0.style.generated != nil }
    guard !made.isEmpty else {
      isAnswered = true
      return tell("The film is by the built-in engine already", "影片本来就是内置引擎做的")
    }
    let meant = wish.namesAll || made.count == 1 ? made : clips(meantBy: wish) ?? []
    var edits: [Edit] = []
    var numbers: [String] = []
    for clip in meant where clip.style.generated != nil {
      guard let edit = restoring(clip) else { continue }
      edits.append(edit)
      numbers.append("\(number(of: clip))")
      madeClips.append(clip.id)
    }
    guard !edits.isEmpty else { return }
    let list = language.list(numbers)
    let label = language.say("clip \(list) by the built-in engine", "用内置引擎做第\(list)段")
    let paid = price
    add(
      .group(label: label, edits: edits), label: label, told: [label])
    price = paid
  }

  private mutating func restoring(_ clip: Segment) -> Edit? {
    let number = number(of: clip)
    if let still = clip.withoutClip {
      if let source = still.source, media[source] != nil {
        return .replaceSegment(segment: clip.id, with: still)
      }
      tell(
        "The picture of clip \(number) is no longer here; say “undo” to go back to it",
        "第\(number)段的原图已不在；可以说“撤销”")
      return nil
    }
    let prompt = clip.style.generated?.follows == nil ? clip.style.generated?.prompt : nil
    guard let drawing = prompt.flatMap({ Drawing($0, seed: UInt64(max(seed, 0))) }) else {
      tell(
        "Clip \(number) was made of nothing that the built-in engine can draw; remove it, or keep "
          + "it", "第\(number)段的内容内置引擎画不出来；可以删除或保留")
      return nil
    }
    return drawn(clip, drawing)
  }

  /// Draws what a clip was made of in its place.
  private mutating func drawn(_ clip: Segment, _ drawing: Drawing) -> Edit? {
    let id = "\(situation.drawingID)_r\(steps.count + 1)"
    let medium = Medium(
      id: id, name: drawing.name, facts: Drawing.facts, hasAnalysis: true, scene: drawing.file)
    media[id] = medium.facts
    mediaNames[id] = medium.name
    var assembly = Assembly(draft, drifts: true, media: lookup, drawings: [id: drawing])
    var plain = clip
    plain.style.generated = nil
    do {
      try assembly.replace(plain, with: medium)
    } catch {
      remarks.append(language.say(error.message, "没能画出来"))
      return nil
    }
    guard var segment = assembly.draft.segment(clip.id) else { return nil }
    segment.style.generated = nil
    steps.append(
      Step(
        .draw(media: id, name: medium.name, scene: drawing.file),
        call: ToolCall(
          "draw_scene", ["prompt": .string(drawing.file.prompt), "media": .string(id)])))
    return .replaceSegment(segment: clip.id, with: segment)
  }
}
