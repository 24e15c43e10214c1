import MediaTime
public import Timeline

/// What the words of an utterance can refer to: the clips and the texts of a draft, by name.
public struct Scene: Sendable {
  /// The names of each clip of the main video track.
  let clips: [[String]]
  /// The texts on screen, in order of their starts.
  let texts: [(words: String, preset: TextStyle.Preset)]
  /// The places of the clips that are footage, from 1.
  let footage: Set<Int>
  /// When each clip begins.
  let starts: [Milliseconds]
  /// How long each clip is.
  let lengths: [Milliseconds]
  /// Sounds of the film by the feature that makes such: what it already has is spoken of, and
  /// not asked for.
  let sounds: [String: Target]
  /// Words for sound effects.
  let soundNames: SoundNames
  /// What the effects of the film are called, by their places in `soundNames`.
  let effects: [Int: [String]]
  /// Looks, atmospheres and the like that clips have, by their names in drafts.
  let treatments: Set<String>
  /// What was spoken of last; nil for the film.
  let spoken: Target?
  /// By their first tokens, the longest first.
  private let names: [Token.Kind: [Name]]

  /// A name, in tokens.
  private struct Name: Sendable {
    var tokens: [Token.Kind]
    var target: Target
    /// Whether it is only the beginning of a text, which means it only beside a word for texts.
    var isPart: Bool
    /// Whether it is a segment's id, which is one word.
    var isID = false
  }

  /// A scene where nothing has a name.
  public static let empty = Scene(Draft())

  /// What `draft` shows.
  /// - Parameters:
  ///   - draft: what there is to speak of.
  ///   - media: tells footage from stills.
  ///   - focus: ids of the segments that were spoken of last.
  ///   - soundNames: words for sound effects.
  ///   - mediaName: what people call a medium.
  public init(
    _ draft: Draft, media: MediaLookup = { _ in nil }, focus: [String] = [],
    sounds soundNames: SoundNames = .none,
    mediaName: (String) -> String? = { _ in nil }
  ) {
    let main = draft.mainTrack
    let segments = main?.kind == .video ? main?.segments ?? [] : []
    clips = segments.map { segment in
      let names = [segment.style.name, segment.source.flatMap(mediaName)].compactMap { $0 }
      return names.flatMap { [$0, Self.stem($0)] + Gloss.names(for: $0) }
    }
    footage = Set(
      segments.indices.filter { segments[$0].source.flatMap(media)?.kind == .video }.map { $0 + 1 })
    starts = segments.map(\.start)
    lengths = segments.map(\.duration)
    var sounds: [String: Target] = [:]
    if !draft.sounds(.voice).isEmpty { sounds["voice-over"] = .voice }
    if !draft.sounds(.effect).isEmpty { sounds["sound effects"] = .effects }
    self.sounds = sounds
    self.soundNames = soundNames
    effects = Self.effects(of: draft, soundNames)
    treatments = Set(
      segments.flatMap { clip in
        let style = clip.style
        return (style.looks + style.atmospheres + style.regions).map(\.name)
          + [style.effect?.name].compactMap { $0 }
      })
    spoken = Self.target(focus, in: draft, segments)
    texts = draft.tracks.filter { $0.kind == .text }.flatMap(\.segments)
      .sorted { $0.start < $1.start }
      .map { ($0.text ?? "", $0.style.text?.preset ?? .title) }
    let shown = draft.tracks.filter { $0.kind == .text }.flatMap(\.segments)
      .sorted { $0.start < $1.start }
    let names =
      Self.names(clips: clips, texts: texts.map(\.words))
      + Self.ids(segments.map(\.id)) { .clip($0) } + Self.ids(shown.map(\.id)) { .text($0) }
    self.names = Dictionary(grouping: names.filter { !$0.tokens.isEmpty }) { $0.tokens[0] }
  }

  private static func effects(of draft: Draft, _ names: SoundNames) -> [Int: [String]] {
    var effects: [Int: [String]] = [:]
    for name in draft.sounds(.effect).compactMap(\.effectName) {
      let sound = names.sounds.firstIndex { sound in
        sound.names.values.contains { $0.lowercased() == name.lowercased() }
      }
      guard let sound, !(effects[sound]?.contains(name) ?? false) else { continue }
      effects[sound, default: []].append(name)
    }
    return effects
  }

  /// What these segments are, by their places now.
  private static func target(
    _ ids: [String], in draft: Draft, _ clips: [Segment]
  ) -> Target? {
    let numbers = ids.compactMap { id in clips.firstIndex { $0.id == id } }.map { $0 + 1 }
    if numbers.count == 1 { return .clip(numbers[0]) }
    if !numbers.isEmpty { return .clipList(numbers) }
    let texts = draft.tracks.filter { $0.kind == .text }.flatMap(\.segments)
      .sorted { $0.start < $1.start }
    let spoken = texts.filter { ids.contains($0.id) }
    let presets = Set(spoken.map { $0.style.text?.preset ?? .title })
    if spoken.count > 1, presets.count == 1, let preset = presets.first,
      texts.allSatisfy({ ids.contains($0.id) || ($0.style.text?.preset ?? .title) != preset })
    {
      return .texts(preset)
    }
    if let id = ids.first, let index = texts.firstIndex(where: { $0.id == id }) {
      return .text(index + 1)
    }
    let effects = draft.sounds(.effect).filter { ids.contains($0.id) }
    if let name = effects.first?.effectName, effects.allSatisfy({ $0.effectName == name }) {
      return .effect(name)
    }
    let roles: [(SoundRole, Target)] = [(.music, .music), (.voice, .voice), (.effect, .effects)]
    return roles.first { role, _ in draft.sounds(role).contains { ids.contains($0.id) } }?.1
  }

  /// The name without a file's extension.
  private static func stem(_ name: String) -> String {
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex,
      name.distance(from: dot, to: name.endIndex) <= 5
    else { return name }
    return String(name[..<dot])
  }

  private static func names(clips: [[String]], texts: [String]) -> [Name] {
    var places: [[Token.Kind]: [Int]] = [:]
    for (index, names) in clips.enumerated() {
      for name in Set(names.map(kinds)) where isTelling(name) {
        places[name, default: []].append(index + 1)
      }
    }
    var names = places.map { name, numbers in
      Name(
        tokens: name, target: numbers.count == 1 ? .clip(numbers[0]) : .clipList(numbers),
        isPart: false)
    }
    for (index, text) in texts.enumerated() {
      let tokens = kinds(text)
      for count in 1...max(tokens.count, 1) where isTelling(Array(tokens.prefix(count))) {
        names.append(
          Name(
            tokens: Array(tokens.prefix(count)), target: .text(index + 1),
            isPart: count < tokens.count))
      }
    }
    return names.sorted { $0.tokens.count > $1.tokens.count }
  }

  /// Ids such as `s3`, by which drafts and interfaces call segments.
  private static func ids(_ ids: [String], _ target: (Int) -> Target) -> [Name] {
    ids.enumerated().compactMap { index, id in
      let tokens = kinds(id)
      guard tokens.count == 2, case .word(let word) = tokens[0], word.count == 1,
        case .number = tokens[1]
      else { return nil }
      return Name(tokens: tokens, target: target(index + 1), isPart: false, isID: true)
    }
  }

  private static func kinds(_ name: String) -> [Token.Kind] {
    Tokenizer(String(name.prefix(200))).tokens.map(\.kind)
  }

  /// Whether a name is more than a figure, a mark, a letter, or small words like "the".
  private static func isTelling(_ tokens: [Token.Kind]) -> Bool {
    var weight = 0
    for token in tokens {
      switch token {
      case .word(let word): weight += Lexicon.shared.isSmall(word) ? 0 : word.count
      case .han: weight += 2
      default: break
      }
    }
    return weight >= 3
  }

  /// What the longest name that begins at `index` means, and how many tokens it takes.
  func match(
    _ tokens: [Token], at index: Int
  ) -> (target: Target, count: Int, isPart: Bool)? {
    for name in names[tokens[index].kind] ?? [] where index + name.tokens.count <= tokens.count {
      let isThere = name.tokens.indices.allSatisfy { tokens[index + $0].kind == name.tokens[$0] }
      if isThere, name.isID {
        let isOneWord = tokens[index].span.end == tokens[index + 1].span.start
        let isOwn = index == 0 || tokens[index - 1].span.end < tokens[index].span.start
        if isOneWord, isOwn || !tokens[index - 1].isFigure { return (name.target, 2, false) }
        continue
      }
      if isThere { return (name.target, name.tokens.count, name.isPart) }
    }
    return nil
  }

  /// What a word means that is a slip of a name of one word: "harbor" of "harbour".
  func slip(_ token: Token) -> Target? {
    guard case .word(let word) = token.kind, word.count >= 5 else { return nil }
    for case (.word(let name), let targets) in names where name.count >= 5 {
      guard let target = targets.first(where: { $0.tokens.count == 1 && !$0.isPart }) else {
        continue
      }
      if Spelling.isNear(Array(word), Array(name)) { return target.target }
    }
    return nil
  }

  /// The text that reads `words`, or, where `isPartial`, begins with them; 1 for the first.
  func text(reading words: String, isPartial: Bool) -> Int? {
    let wanted = Self.kinds(words)
    guard !wanted.isEmpty else { return nil }
    let all = texts.map { Self.kinds($0.words) }
    if let index = all.firstIndex(of: wanted) { return index + 1 }
    guard isPartial, Self.isTelling(wanted) else { return nil }
    return all.firstIndex { $0.starts(with: wanted) }.map { $0 + 1 }
  }

  /// The text that is number `ordinal` among those of a kind, among all where that names none or
  /// means titles and there are none; 1 for the first text of all, −1 for the last.
  func text(_ ordinal: Int, of preset: TextStyle.Preset?) -> Int? {
    let wanted = preset ?? .title
    var numbers = texts.indices.filter { texts[$0].preset == wanted }
    if numbers.isEmpty, wanted == .subtitle || wanted == .caption {
      numbers = texts.indices.filter { [.subtitle, .caption].contains(texts[$0].preset) }
    }
    if numbers.isEmpty || (preset == nil && numbers.count < abs(ordinal)) {
      guard wanted == .title else { return nil }
      numbers = Array(texts.indices)
    }
    let index = ordinal > 0 ? ordinal - 1 : numbers.count + ordinal
    return numbers.indices.contains(index) && ordinal != 0 ? numbers[index] + 1 : nil
  }

  /// Whether a clip of that name is found by it in an utterance.
  public func knows(_ name: String) -> Bool {
    clips.contains { $0.contains(name) } && Self.isTelling(Self.kinds(Self.stem(name)))
  }
}
