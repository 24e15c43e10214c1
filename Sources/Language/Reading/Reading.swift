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

  /// What was asked for.
  public var requests: [Request] { understood.map(\.request) }

  /// Reads `text`, English, Chinese or both; `scene` tells what names in it can mean.
  public init(of text: String, in scene: Scene = .empty) {
    let scanner = Scanner(text, in: scene)
    language = Self.language(of: scanner.tokenizer.tokens)
    let parser = Parser(Phrases(scanner).lexemes)
    understood = parser.found
    leftovers = Self.leftovers(parser.unused, scanner.tokenizer)
  }

  /// Chinese where Chinese characters outweigh words in Latin letters.
  private static func language(of tokens: [Token]) -> SpokenLanguage {
    var weight = 0
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
