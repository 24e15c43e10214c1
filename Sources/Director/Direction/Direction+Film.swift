import Language
import MediaTime
import Timeline

extension Direction {
  /// Cuts media into a film where there is none, brings media in, and does what the words ask.
  mutating func changeFilm() {
    guard draft.hasContent || !situation.media.isEmpty else { return tellNothingToShow() }
    var fresh: Fresh?
    let replaces = isRemade
    if !draft.hasContent || replaces {
      guard wantsFilm else { return }
      fresh = cut()
      guard draft.hasContent, !replaces || fresh != nil else { return }
    }
    var assembly = Assembly(
      fresh?.draft ?? draft, drifts: !namesCamera, media: lookup, drawings: drawings)
    var told: [String] = []
    for command in commands { bring(command, into: &assembly, told: &told) }
    bringNamed(into: &assembly, told: &told)
    layOver(into: &assembly, told: &told)
    bringDrawings(into: &assembly, told: &told)
    bringSounds(into: &assembly, told: &told)
    bringArrivals(into: &assembly, told: &told)
    resolveNames(in: assembly.draft)
    let music = assembly.draft.musicTrack?.segments
    if music != nil, music != draft.musicTrack?.segments {
      requests = requests.map(\.aboutNewMusic)
    }
    if let clip = clipSpokenOf(in: assembly.draft) {
      requests = requests.map { $0.isPointed ? $0.about(clip) : $0 }
    }
    layTables()
    counted = assembly.draft
    let words = Words(
      requests, in: language, for: assembly.draft, media: lookup)
    refused += words.refused
    let isFulfilled = retracts || hasCut && wish != nil
    remarks += words.remarks(in: language, afterCut: hasCut, isFulfilled: isFulfilled)
    quality = words.plan.output.quality
    told += words.done
    var late =
      dropCaptions(after: assembly, words.edits, told: &told)
      + cutToBeats(after: assembly, words.edits, told: &told)
    late += laySubtitles(after: assembly, words.edits + late, told: &told)
    let edits = assembly.edits + words.edits + late
    if told.isEmpty, !edits.isEmpty { told = requests.map { $0.sentence(in: language) } }
    if let fresh {
      let label = self.label([fresh.label] + told)
      tasks += [fresh.task] + told
      let made = Edit.group(label: Fresh.name(in: language), edits: fresh.edits)
      add(
        .group(label: label, edits: [made] + edits), label: label, told: [fresh.task] + told,
        summary: fresh.summary)
      price.animations += words.animations
    } else if !edits.isEmpty {
      let label = self.label(told)
      tasks += told
      add(.group(label: label, edits: edits), label: label, told: told)
      price.animations += words.animations
    }
    tellSettings(words.plan.output)
  }

  /// What the edit is called in the history.
  private func label(_ told: [String]) -> String {
    let label = language.series(told)
    return label.count > 120 ? String(label.prefix(119)) + "…" : label
  }

  /// Whether the message asks for anything that needs a film.
  private var wantsFilm: Bool {
    if let engines = wishes.engines, engines.task != .draw {
      let changes = !requests.isEmpty || sounds != nil || subtitles != nil
      return changes || !engines.isQuestion && (wishes.clip != nil || !engines.isNew)
    }
    if !requests.isEmpty || !leftovers.isEmpty || wish != nil || sounds != nil || subtitles != nil
      || wishes.overlays != nil
    {
      return true
    }
    if commands.isEmpty { return true }
    return commands.contains { command in
      switch command {
      case .add, .addMusic, .replaceMusic, .replaceClip, .remove, .export, .preview, .remake,
        .cutToBeats:
        true
      default: false
      }
    }
  }

  private mutating func tellNothingToShow() {
    let isAsked = !requests.isEmpty || !leftovers.isEmpty
    if subtitles != nil {
      return refuse(
        "There is no film yet to lay subtitles over; upload a picture or a clip",
        "还没有可以加字幕的影片；请上传图片或视频")
    }
    if !requests.isEmpty {
      let wishes = language.series(requests.map { $0.sentence(in: language) })
      remarks.append(
        language.say(
          "I understood “\(wishes)”, but there is nothing to do it to yet",
          "听懂了“\(wishes)”，但还没有可用的素材"))
    } else if isAsked {
      isAnswered = true
      let offers = language.list(Drawing.offers(in: language).prefix(6).map { language.quote($0) })
      remarks.append(
        language.say(
          "There is nothing in that to draw; say for instance \(offers), or upload a picture or a "
            + "clip", "这句话里没有能画的东西；可以说\(offers)，或者上传图片或视频"))
    }
    let needsMedia = commands.contains { command in
      switch command {
      case .add, .addMusic, .replaceMusic, .replaceClip, .remake: true
      default: false
      }
    }
    if needsMedia { remarks.append(language.say("Nothing was uploaded yet", "还没有上传任何素材")) }
  }

  // MARK: The rough cut

  /// Makes a rough cut: the draft's first version, or, where the timeline holds a film to be
  /// replaced, what becomes one version with the rest of the message.
  private mutating func cut() -> Fresh? {
    let brought = Set(sounds?.items.map(\.medium.id) ?? [])
    let media = situation.media.filter { !brought.contains($0.id) }
    let usable = media.filter { medium in
      let isMusic = if case .music? = medium.sound { true } else { medium.sound == nil }
      return isMusic && (medium.facts.kind == .image || medium.facts.duration > 0)
    }
    for medium in media where !usable.contains(medium) {
      let name = language.quote(medium.name)
      remarks.append(language.say("\(name) has no length and was left out", "\(name)没有时长，没有使用"))
    }
    let chosen = choice(of: usable)
    guard !chosen.isEmpty else { return nil }
    var roughCut = RoughCut()
    if !namesCamera { roughCut.stillMove = RoughCut.gentleMove }
    roughCut.stillDuration = stillDuration(of: chosen)
    let items = chosen.map { RoughCut.Item(id: $0.id, name: $0.name, facts: $0.facts) }
    do {
      let rough = try roughCut.draft(of: items).enlivened(by: drawings)
      let label = language.say("rough cut", "粗剪")
      let names = language.list(language.few(chosen.map(\.name), most: 4))
      let isDrawn = chosen.allSatisfy { drawings[$0.id] != nil }
      let task =
        isDrawn
        ? language.say("draw \(names)", "画\(names)")
        : language.say("a rough cut of \(names)", "把\(names)剪成粗剪")
      if isRemade {
        let edits = try draft.edits(to: rough)
        hasCut = true
        return Fresh(
          draft: rough, edits: edits, label: language.say("new film of \(names)", "用\(names)重做"),
          task: task, summary: summary(of: rough, chosen))
      }
      tasks.append(task)
      add(
        .group(label: label, edits: try draft.edits(to: rough)), label: label, told: [task],
        summary: summary(of: rough, chosen))
      hasCut = true
    } catch {
      remarks.append(language.say(error.message, "这些素材剪不成影片"))
    }
    return nil
  }

  /// What the rough cut is made of: everything but what the words put somewhere themselves; only
  /// what they say to use.
  private func choice(of usable: [Medium]) -> [Medium] {
    if let clip = wishes.clip?.medium {
      return usable.filter { $0.id == clip.id || $0.facts.kind == .audio }
    }
    var left = waiting(among: usable)
    for command in commands {
      switch command {
      case .remake(let references):
        let named = references.flatMap { find($0, in: Draft()) }
        if !named.isEmpty { left = usable.filter(named.contains) }
      case .add(let references, nil, .use):
        let named = references.flatMap { find($0, in: draft) }
        if !named.isEmpty { left = usable.filter(named.contains) }
      case .add(let references, .some, _):
        let named = references.flatMap { find($0, in: draft) }
        left.removeAll(where: named.contains)
      case .replaceClip(_, let reference):
        let named = find(reference, in: draft)
        left.removeAll(where: named.contains)
      default: break
      }
    }
    if let overlays = wishes.overlays?.media { left.removeAll { overlays.contains($0.id) } }
    return left.contains { $0.facts.kind != .audio } ? left : usable
  }

  private func summary(of rough: Draft, _ chosen: [Medium]) -> String {
    let size = "\(rough.canvas.width)×\(rough.canvas.height)"
    let length = rough.duration.secondsText
    let pictures = chosen.filter { $0.facts.kind != .audio }
    let sounds = chosen.filter { $0.facts.kind == .audio }
    let shown = pictures.isEmpty ? chosen : pictures
    let what =
      shown.count == 1
      ? language.quote(shown[0].name) : language.count(shown.map(\.facts))
    let isDrawn = shown.allSatisfy { drawings[$0.id] != nil }
    var text =
      isDrawn
      ? language.say(
        "Drew \(what) as a film of \(length) s (\(size))", "把\(what)画成\(length)秒的影片（\(size)）")
      : language.say(
        "Cut \(what) into a film of \(length) s (\(size))", "把\(what)剪成\(length)秒的影片（\(size)）")
    if pictures.count > 1 { text += language.say(" with dissolves", "，以叠化衔接") }
    if !namesCamera, pictures.contains(where: { $0.facts.kind == .image }) {
      text += language.say(", stills drifting gently", "，静态图片缓缓推近")
    }
    if !pictures.isEmpty, !sounds.isEmpty {
      let names = language.list(sounds.map { language.quote($0.name) })
      text += language.say(", with \(names) as the music", "，以\(names)为背景音乐")
    }
    return text
  }

  /// The clip that the message brings in, which what else it asks is about where nothing else is
  /// named: "add the surf clip and mute it".
  private func clipSpokenOf(in draft: Draft) -> Target? {
    guard !hasCut, pointsBack || !namesFilm else { return nil }
    let known = Set(self.draft.pictureTrack?.segments.map(\.id) ?? [])
    let clips = draft.pictureTrack?.segments ?? []
    let added = clips.indices.filter { !known.contains(clips[$0].id) }
    return added.count == 1 && !known.isEmpty ? .clip(added[0] + 1) : nil
  }
}

extension Request {
  /// Whether it may be about what was just brought in: "add the surf clip and mute it".
  fileprivate var isPointed: Bool {
    guard target == .film else { return false }
    switch self {
    case .mute, .speed, .playback, .trim, .stretch, .volume, .camera, .length, .split, .treat:
      return true
    default: return false
    }
  }

  /// Beside music that comes in, a fade or a level of nothing else is the music's.
  fileprivate var aboutNewMusic: Request {
    switch self {
    case .fade(var fade) where fade.target == .film:
      fade.target = .music
      return .fade(fade)
    case .volume(.film, let level): return .volume(.music, level)
    default: return self
    }
  }
}
