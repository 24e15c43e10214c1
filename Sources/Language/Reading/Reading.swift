public import Timeline

/// What an utterance asks for, in order, and what in it was not understood.
///
/// Reading never fails and takes time in proportion to the utterance's length. Every word ends
/// up in a request, in `leftovers`, or is a word that carries no request ("please", 把).
///
/// ```swift
/// let reading = Reading(of: "make it 5 seconds, slow push in on the face, 竖屏")
/// reading.requests   // length, aspect, camera, in the order of their words
/// ```
public struct Reading: Hashable, Sendable {
  /// The language it is best answered in.
  public let language: SpokenLanguage
  /// What was asked for, with the words that said so.
  public let understood: [Understood]
  /// Words that no rule used.
  public let leftovers: [Leftover]

  /// Whether what the last turn changed is to be taken back first.
  public let retracts: Bool
  /// Whether it asks for more, or less, of what changed last.
  public let adjustment: Adjustment?
  /// What has to be asked before anything can be done.
  public let question: Dialogue.Question?
  /// What it speaks of, whether or not it asks for anything.
  public let mentioned: Target?

  /// Whether all that it asks for is a figure for the film, which may belong to something else.
  public let isLoose: Bool

  /// Whether the film as a whole is spoken of.
  public let namesFilm: Bool
  /// Whether it points at what was named before it: "it", 它.
  public let pointsBack: Bool
  /// Whether it asks the same as the last turn of something else: "too", 也.
  public let repeats: Bool
  /// Whether it speaks of how loud something is.
  public let speaksOfVolume: Bool
  /// Whether it puts right what was asked last: "no, the city", 不对.
  public let corrects: Bool

  /// What was asked for.
  public var requests: [Request] { understood.map(\.request) }

  /// Reads `text`, English, Chinese or both; `scene` tells what names in it can mean,
  /// `dialogue` what the turns before it spoke of.
  public init(
    of text: String, in scene: Scene = .empty, after dialogue: Dialogue = Dialogue()
  ) {
    let scanner = Scanner(text, in: scene)
    language = Self.language(of: scanner.tokenizer.tokens)
    let phrases = Phrases(scanner)
    let resolver = Resolver(Parser(phrases.lexemes), phrases, dialogue)
    if let titles = TitleRequest.subtitles(in: text) {
      let whole = Span(0, text.unicodeScalars.count)
      understood = titles.map { Understood(request: .title($0), span: whole) }
      leftovers = []
    } else {
      understood = resolver.found.flatMap { scanner.heard($0) }
      leftovers = Self.leftovers(resolver.unused, scanner.tokenizer)
    }
    retracts = resolver.retracts
    adjustment = resolver.adjustment
    question = resolver.question
    isLoose = resolver.isLoose
    namesFilm = resolver.namesFilm
    pointsBack = resolver.has(.pronoun)
    repeats = resolver.has(.same)
    speaksOfVolume = phrases.lexemes.contains { $0.term == .noun(.volume) }
    corrects = resolver.has(.correction)
    let mentioned = phrases.lexemes.compactMap(\.target).last
    self.mentioned = mentioned == .music ? scanner.sounds.last?.targets.last ?? .music : mentioned
  }

  /// The language in which `text` is best answered.
  public static func language(of text: String) -> SpokenLanguage {
    language(of: Tokenizer(text).tokens)
  }

  /// Chinese where Chinese characters outweigh words in Latin letters.
  private static func language(of tokens: [Token]) -> SpokenLanguage {
    var weight = 0
    // 把 and its like open no English sentence.
    if case .han? = tokens.first?.kind { weight += 1 }
    for token in tokens {
      switch token.kind {
      case .han: weight += 2
      case .word: weight -= 3
      default: continue
      }
    }
    return weight > 0 ? .chinese : .english
  }

  /// Joins words that stand side by side.
  private static func leftovers(_ spans: [Span], _ tokenizer: Tokenizer) -> [Leftover] {
    var joined: [Span] = []
    for span in spans {
      if let last = joined.last, span.start <= last.end + 1 {
        joined[joined.count - 1] = last.joined(span)
      } else {
        joined.append(span)
      }
    }
    return joined.map { Leftover(text: tokenizer.text($0), span: $0) }
  }
}
