import Language
import MediaTime
import Timeline

extension Direction {
  /// Brings in what a command asks for; `told` gets what is done, as phrases.
  mutating func bring(
    _ command: Command, into assembly: inout Assembly, told: inout [String]
  ) {
    switch command {
    case .add(let references, let spot, let manner):
      add(references, spot, manner, into: &assembly, told: &told)
    case .addMusic: addMusic(into: &assembly, told: &told)
    case .replaceMusic(let reference): replaceMusic(reference, into: &assembly, told: &told)
    case .replaceClip(let clip, let reference):
      replace(clip, with: reference, in: &assembly, told: &told)
    case .remove(let references): remove(references, from: &assembly, told: &told)
    default: break
    }
  }

  /// Media that came since the last turn: where nothing else is asked, they go in at the end;
  /// else they wait, and that is said.
  mutating func bringArrivals(into assembly: inout Assembly, told: inout [String]) {
    let arrivals = situation.media.filter {
      $0.isNew && $0.sound == nil && !assembly.draft.uses($0.id)
    }
    guard !arrivals.isEmpty, wishes.engines?.isQuestion != true else { return }
    if requests.isEmpty, commands.isEmpty, wishes.overlays == nil, !isUndoUnclear {
      bring(arrivals, nil, into: &assembly, told: &told)
      return
    }
    guard commands.allSatisfy(\.isAboutFilm) else { return }
    let names = language.list(arrivals.map { language.quote($0.name) })
    let isOne = arrivals.count == 1
    let (verb, pronoun) = isOne ? ("is", "it") : ("are", "them")
    tell(
      "\(names) \(verb) here and not in the film; say “add \(pronoun)” to bring \(pronoun) in",
      "\(names)已收到，还没有放进影片；说“加上\(isOne ? "它" : "它们")”就会加入")
  }

  // MARK: Adding

  private mutating func add(
    _ references: [Reference], _ spot: Spot?, _ manner: Command.Manner,
    into assembly: inout Assembly, told: inout [String]
  ) {
    guard manner != .inset else {
      return refuse(
        "I can't tell which picture goes over the film; say its name and its corner, as in “put "
          + "logo in the top right corner”", "不确定要把哪张图片叠放在画面上；请说出名字和位置，例如“把logo放右上角”")
    }
    var media: [Medium] = []
    for reference in references {
      if manner == .put, let spot, let clip = standing(reference, in: assembly.draft) {
        move(clip, to: spot, in: &assembly, told: &told)
        continue
      }
      let group = standings(reference, in: assembly.draft)
      if manner == .put, let spot, !group.isEmpty {
        move(group, to: spot, in: &assembly, told: &told)
        continue
      }
      let found = find(reference, in: assembly.draft)
      let isInCut = hasCut && reference.ordinal == nil
      if found.isEmpty, !isInCut {
        manner == .put && spot != nil && reference.ordinal == nil
          ? tellWhich(reference, assembly.draft) : tellMissing(reference)
      }
      media += found.filter { !media.contains($0) }
    }
    if manner == .music, let medium = media.last(where: { $0.facts.kind == .audio }) {
      media = [medium]
    } else if manner == .music, !media.isEmpty {
      let names = language.list(media.map { language.quote($0.name) })
      return tell("\(names) has no sound of its own to use as music", "\(names)不是音频，不能作为背景音乐")
    }
    let isOnceEnough = manner != .add || hasCut
    if isOnceEnough, spot == nil {
      let there = media.filter { assembly.draft.uses($0.id) }
      media.removeAll(where: there.contains)
      if media.isEmpty, !there.isEmpty, !hasCut {
        let names = language.list(there.map { language.quote($0.name) })
        tell("\(names) is in the film already", "\(names)已经在影片里了")
      }
    }
    bring(media, spot, into: &assembly, told: &told)
  }

  /// Puts pictures where they belong, one behind the other; the last sound becomes the music.
  mutating func bring(
    _ media: [Medium], _ spot: Spot?, into assembly: inout Assembly, told: inout [String]
  ) {
    var pictures = media.filter { $0.facts.kind != .audio }
    let sounds = media.filter { $0.facts.kind == .audio }
    if assembly.draft.pictureTrack == nil, !pictures.isEmpty {
      cutPictures(pictures, into: &assembly, told: &told)
      pictures = []
    }
    var position = pictures.isEmpty ? nil : self.position(spot, in: assembly.draft)
    for medium in pictures {
      guard let place = position else { return }
      let name = medium.name
      attempt(language.say("add \(name)", "加上\(name)"), &assembly, &told) {
        (assembly) throws(EditError) in try assembly.insert(medium, at: place)
      }
      if case .index(let index) = place, index != .max { position = .index(index + 1) }
      if case .time(let time) = place {
        let clips = assembly.draft.pictureTrack?.segments ?? []
        let added = clips.last { $0.source == medium.id && $0.start <= time }
        position = .time(added?.end ?? time)
      }
    }
    guard let sound = sounds.last else { return }
    let name = sound.name
    attempt(language.say("\(name) as the music", "以\(name)为背景音乐"), &assembly, &told) {
      (assembly) throws(EditError) in try assembly.layMusic(sound)
    }
    if sounds.count > 1 {
      tell("One piece of music plays at a time; I took \(name)", "一次只用一段背景音乐，选用了\(name)")
    }
  }

  mutating func position(_ spot: Spot?, in draft: Draft) -> Assembly.Position? {
    switch spot {
    case nil, .end: return .index(.max)
    case .start: return .index(0)
    case .number(let number): return .index(number > 0 ? number - 1 : .max)
    case .at(let time): return time < draft.duration ? .time(time) : .index(.max)
    case .after(let reference), .before(let reference):
      guard let clip = clip(reference, in: draft) else {
        tellNoClip(draft)
        return nil
      }
      if case .after = spot { return .index(clip + 1) }
      return .index(clip)
    }
  }

  /// A film of sound alone gets its first pictures; its first sound goes on as their music.
  private mutating func cutPictures(
    _ pictures: [Medium], into assembly: inout Assembly, told: inout [String]
  ) {
    let source = assembly.draft.musicTrack?.segments.first?.source
    let music = situation.media.first { $0.id == source }
    let names = language.list(pictures.map(\.name))
    attempt(language.say("add \(names)", "加上\(names)"), &assembly, &told) {
      (assembly) throws(EditError) in
      try assembly.cutPictures(pictures)
      if let music { try assembly.layMusic(music) }
    }
  }

  // MARK: Music

  private mutating func addMusic(into assembly: inout Assembly, told: inout [String]) {
    let sounds = find(Reference(sort: .audio), in: assembly.draft)
    let waiting = sounds.filter { !assembly.draft.uses($0.id) }
    if let sound = waiting.last { return bring([sound], nil, into: &assembly, told: &told) }
    if let track = assembly.draft.musicTrack, let first = track.segments.first {
      guard !hasCut else { return }
      let name = language.quote(first.style.name ?? track.name ?? "BGM")
      return refuse(
        "\(name) plays as the music already; upload another song to replace it",
        "\(name)已经是背景音乐；上传另一首可以替换")
    }
    refuse(
      "Music is not composed here yet; upload a song and it becomes the music",
      "还不能自动作曲；上传一首歌，就会作为背景音乐")
  }

  private mutating func replaceMusic(
    _ reference: Reference?, into assembly: inout Assembly, told: inout [String]
  ) {
    var wanted = reference ?? Reference(isRecent: true)
    wanted.sort = .audio
    let sounds = find(wanted, in: assembly.draft).filter { $0.facts.kind == .audio }
    guard let sound = sounds.last(where: { !assembly.draft.uses($0.id) }) else {
      if let sound = sounds.last {
        guard !hasCut else { return }
        let name = language.quote(sound.name)
        return tell("\(name) plays as the music already", "\(name)已经是背景音乐")
      }
      guard assembly.draft.musicTrack != nil else {
        return addMusic(into: &assembly, told: &told)
      }
      return refuse(
        "There is no other music here; upload a song and it replaces the one that plays",
        "没有其他音乐；上传一首歌，就会替换现在的背景音乐")
    }
    bring([sound], nil, into: &assembly, told: &told)
  }

  // MARK: Replacing

  private mutating func replace(
    _ clip: Reference, with reference: Reference, in assembly: inout Assembly,
    told: inout [String]
  ) {
    let clips = assembly.draft.pictureTrack?.segments ?? []
    guard let index = self.clip(clip, in: assembly.draft) else {
      return tellNoClip(assembly.draft)
    }
    guard let medium = find(reference, in: assembly.draft).first else {
      return tellMissing(reference)
    }
    let name = medium.name
    guard medium.facts.kind != .audio else {
      return tell("\(name) is a sound and can't replace a clip", "\(name)是音频，不能替换画面")
    }
    let number = index + 1
    attempt(
      language.say("\(name) in place of clip \(number)", "用\(name)替换第\(number)段"), &assembly, &told
    ) { (assembly) throws(EditError) in
      try assembly.replace(clips[index], with: medium)
    }
  }

  // MARK: Telling

  /// Carries `body` out wholly or not at all; a failure is told.
  mutating func attempt(
    _ phrase: String, _ assembly: inout Assembly, _ told: inout [String],
    _ body: (inout Assembly) throws(EditError) -> Void
  ) {
    var trial = assembly
    do throws(EditError) {
      try body(&trial)
      assembly = trial
      told.append(phrase)
    } catch {
      remarks.append(
        language.say("“\(phrase)” was not done: \(error.message)", "“\(phrase)”没有完成"))
    }
  }

  /// Says what was understood and can't be done.
  mutating func refuse(_ english: String, _ chinese: String) {
    tell(english, chinese)
    refused.append(language.say(english, chinese))
  }

  mutating func tell(_ english: String, _ chinese: String) {
    remarks.append(language.say(english, chinese))
  }

  mutating func tellNoClip(_ draft: Draft) {
    let count = draft.pictureTrack?.segments.count ?? 0
    tell(
      "There is no such clip; the film has \(count), say for instance “the first clip”",
      "没有这一段；影片共有\(count)段，可以说“第一段”")
  }

  mutating func tellMissing(_ reference: Reference) {
    let names = language.list(language.few(situation.media.map(\.name), most: 6))
    if reference.ordinal != nil {
      tell("There is no such file; uploaded: \(names)", "没有这个文件；已上传：\(names)")
    } else if situation.media.allSatisfy({ draft.uses($0.id) }) {
      tell("Everything uploaded is in the film already: \(names)", "上传的素材都已在影片里：\(names)")
    } else {
      tell(
        "I can't tell which file is meant; say its name: \(names)", "不确定是哪个文件，请说出名字：\(names)")
    }
  }
}
