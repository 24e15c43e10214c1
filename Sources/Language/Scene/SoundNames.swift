public import Timeline

/// Words by which sound effects are called, whether or not a film has them.
public struct SoundNames: Sendable {
  /// A sort of sound effect.
  public struct Sound: Sendable {
    /// What it is called in drafts, by language.
    public var names: [SpokenLanguage: String]
    /// Words that mean nothing but the sound.
    public var heard: [String]
    /// Words that mean a sight too, as "rain" does.
    public var seen: [String]

    /// A sort of sound effect.
    public init(_ names: [SpokenLanguage: String], heard: [String], seen: [String]) {
      self.names = names
      self.heard = heard
      self.seen = seen
    }
  }

  /// What words at a place of an utterance mean.
  struct Match {
    var sound: Sound
    var index: Int
    var count: Int
    var isSight: Bool
  }

  /// No words at all.
  public static let none = SoundNames([])

  let sounds: [Sound]
  private let phrases: [Token.Kind: [Phrase]]

  private struct Phrase: Sendable {
    var tokens: [Token.Kind]
    var sound: Int
    var isSight: Bool
  }

  /// The words of `sounds`.
  public init(_ sounds: [Sound]) {
    self.sounds = sounds
    var phrases: [Phrase] = []
    for (index, sound) in sounds.enumerated() {
      for (words, isSight) in [(sound.seen, true), (sound.heard, false)] {
        phrases += words.map { word in
          Phrase(tokens: Tokenizer(word).tokens.map(\.kind), sound: index, isSight: isSight)
        }
      }
    }
    let longestFirst = phrases.filter { !$0.tokens.isEmpty }.sorted {
      ($0.tokens.count, $0.isSight ? 0 : 1) > ($1.tokens.count, $1.isSight ? 0 : 1)
    }
    self.phrases = Dictionary(grouping: longestFirst) { $0.tokens[0] }
  }

  /// The longest phrase that begins at `index`, with a word like "sound" behind it.
  func match(_ tokens: [Token], at index: Int) -> Match? {
    let found = phrases[tokens[index].kind]?.first { phrase in
      index + phrase.tokens.count <= tokens.count
        && phrase.tokens.indices.allSatisfy { tokens[index + $0].kind == phrase.tokens[$0] }
    }
    guard let found else { return nil }
    let tail = Self.tail(tokens[(index + found.tokens.count)...])
    return Match(
      sound: sounds[found.sound], index: found.sound, count: found.tokens.count + tail,
      isSight: found.isSight && tail == 0)
  }

  /// How many tokens say that what they follow is heard: "sound", 的声音.
  static func tail(_ tokens: ArraySlice<Token>) -> Int {
    var rest = tokens
    if rest.first?.kind == .han("的") { rest = rest.dropFirst() }
    switch rest.first?.kind {
    case .word(let word) where soundWords.contains(word):
      rest = rest.dropFirst()
      if case .word(let next)? = rest.first?.kind, ["effect", "effects"].contains(next) {
        rest = rest.dropFirst()
      }
    case .han("声"):
      rest = rest.dropFirst()
      if rest.first?.kind == .han("音") { rest = rest.dropFirst() }
    case .han("音"):
      guard rest.dropFirst().first?.kind == .han("效") else { return 0 }
      rest = rest.dropFirst(2)
    default: return 0
    }
    return tokens.count - rest.count
  }

  private static let soundWords: Set = [
    "sound", "sounds", "noise", "noises", "effect", "effects", "sfx", "ambience",
  ]
}
