/// A model elsewhere that a message names.
struct EngineMention {
  /// Which.
  enum Choice: Hashable {
    /// The engine of that name.
    case named(String)
    /// The best there is.
    case any
    /// A model that nobody has set up here, as it is called.
    case missing(String)
    /// None: Kinora's own.
    case builtIn
  }

  let choice: Choice
  /// Its words with those that lead to it, by their index.
  let range: Range<Int>

  /// The first mention in a message; nil where it names none.
  init?(in wording: Wording, of engines: [ClipEngine]) {
    let words = wording.words
    for index in words.indices {
      guard let lead = EngineTerm.vocabulary.match(words, at: index),
        lead.term == .with || lead.term == .use
      else { continue }
      var next = index + lead.count
      if next < words.count, ["the", "my", "our"].contains(words[next].key ?? "") { next += 1 }
      guard let (choice, count) = Self.choice(wording, at: next, engines) else { continue }
      var end = next + count
      if let tail = EngineTerm.vocabulary.match(words, at: end),
        tail.term == .engine || tail.term == .anyModel
      {
        end += tail.count
      }
      self.choice = choice
      range = index..<end
      return
    }
    return nil
  }

  private static func choice(
    _ wording: Wording, at index: Int, _ engines: [ClipEngine]
  ) -> (Choice, Int)? {
    let words = wording.words
    guard index < words.count else { return nil }
    for count in stride(from: min(5, words.count - index), through: 1, by: -1) {
      let place = words[index].place.lowerBound..<words[index + count - 1].place.upperBound
      let said = plain(wording.text(of: place))
      if let engine = engines.first(where: { plain($0.name) == said }) {
        return (.named(engine.name), count)
      }
    }
    if let key = words[index].key, key.count > 2, !common.contains(key) {
      let engine = engines.first { $0.model.map { names(in: $0).contains(key) } ?? false }
      if let engine { return (.named(engine.name), 1) }
      if makers.contains(key) { return (.missing(key), 1) }
    }
    let match = EngineTerm.vocabulary.match(words, at: index)
    switch match?.term {
    case .builtIn: return (.builtIn, match?.count ?? 1)
    case .anyModel: return (.any, match?.count ?? 1)
    default: return nil
    }
  }

  /// What a model may be called, by its whole name: `Wan-AI/Wan2.2-T2V` is "wan" and "wan2".
  private static func names(in model: String) -> Set<String> {
    let parts = model.lowercased().split { !$0.isLetter && !$0.isNumber }
    return Set(parts.map(String.init) + parts.map { String($0.prefix { $0.isLetter }) })
  }

  /// A name as it is compared: small letters, without what joins its parts.
  private static func plain(_ name: String) -> String {
    name.lowercased().filter { $0.isLetter || $0.isNumber }
  }

  /// Words that stand in models' names and mean none.
  private static let common: Set = [
    "video", "text", "image", "the", "this", "that", "one", "clip", "film", "model", "music",
    "fast", "pro", "lite", "standard", "preview", "turbo", "small", "large", "picture",
  ]

  /// What makers of clips are called, to tell that one isn't here.
  private static let makers: Set = [
    "wan", "ltx", "cogvideo", "cogvideox", "hunyuan", "hunyuanvideo", "svd", "kling", "veo",
    "veo2", "veo3", "fal", "replicate", "comfy", "comfyui", "runway", "sora", "pika", "luma",
    "seedance", "mochi", "diffusers", "minimax", "hailuo", "wan2", "vidu",
  ]
}
