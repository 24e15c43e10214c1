import MediaTime
import Timeline

extension Parser {
  // MARK: Negation

  /// "no music", 不要标题: what it asks for, and where reading goes on.
  func negated(_ index: Int) -> (Sentence.Role, Int)? {
    let lexemes = sentence.lexemes
    var next = index + 1
    while next < lexemes.count, next - index < 4 {
      switch lexemes[next].term {
      case .article, .filler, .verb(.make), .preposition, .all, .verb(.move): next += 1
      case .noun(.title(let preset)) where untilTime(next + 1) != nil:
        let wish = TitleRequest(target: .texts(preset ?? .title), start: untilTime(next + 1)?.time)
        return (.request(.title(wish)), untilTime(next + 1)?.end ?? next + 1)
      case .noun(.title(let preset)):
        let isAll = !lexemes[next].isChinese && preset == nil
        return (.request(.remove(isAll ? .titles : .texts(preset ?? .title))), next + 1)
      case .noun(.text): return (.request(.remove(.titles)), next + 1)
      case .target(.music) where isOverClip(next): return (.unknown, next + 1)
      case .target(.music): return (.request(.remove(.music)), next + 1)
      case .noun(.sound): return (.head(.mute), next + 1)
      case .noun(.ownSound) where !lexemes[next].isChinese:
        return (.request(.mute(.clips)), next + 1)
      case .fade(let edge) where !lexemes[next].isChinese: return (unfaded(edge, next), next + 1)
      case .noun(.transition), .passage, .wipe, .slide, .fade:
        return (.head(.transition(.cut)), next + 1)
      case .animate where sentence.isAboutTitle(next):
        return (.atom(.titleAnimation(.none, nil)), next + 1)
      case .noun(.motion), .noun(.camera), .animate: return (.head(.move(.static)), next + 1)
      case .treatment(let kind, let name):
        return (.head(.treat(kind, name, isRemoved: true)), next + 1)
      case .duck: return (.head(.duck(false)), next + 1)
      case .lettering: return (sentence.lettering(index, sentence.clause(of: next)), next + 1)
      case .playback(.reverse), .playback(.loop), .playback(.boomerang), .playback(.freeze):
        return (.head(.playback(.normal)), next + 1)
      case .move, .family, .playback, .fit, .tempo, .cinematic, .mute, .request, .quote:
        return (.unknown, next + 1)
      default: return nil
      }
    }
    return nil
  }

  /// "Don't show the title until 2 seconds in": when it comes, and nothing goes.
  private func untilTime(_ index: Int) -> (time: Milliseconds, end: Int)? {
    for place in index..<min(index + 3, sentence.lexemes.count) {
      guard case .time(let time, .until) = sentence.lexemes[place].term else { continue }
      var end = place + 1
      if end < sentence.lexemes.count, sentence.lexemes[end].word == "in" { end += 1 }
      return (time, end)
    }
    return nil
  }

  /// "No music under the market": a part of the film only, where music can't be left out.
  private func isOverClip(_ index: Int) -> Bool {
    let next = sentence.lexemes[(index + 1)...].prefix(3)
    return next.first?.term == .preposition(.over) && next.contains(where: \.isClip)
  }

  /// "Don't fade the music out", "the title without the fade", "no fades".
  private func unfaded(_ edge: FadeRequest.Edge?, _ index: Int) -> Sentence.Role {
    let clause = sentence.clause(of: index)
    if clause.isAboutTitle { return .atom(.titleAnimation(.none, edge)) }
    let isSound = clause.hasMusic || clause.hasSound
    return isSound || edge == .in || edge == .out ? .head(.unfade(edge)) : .head(.transition(.cut))
  }

  // MARK: Quotations

  var lastPreset: TextStyle.Preset? {
    guard case .title(let preset)? = frames.last?.kind else { return nil }
    return preset
  }

  /// Whether a quotation opens a title of its own: no title before it lacks words, and none
  /// that follows in the clause could take it.
  func opensTitle(_ index: Int) -> Bool {
    if let last = frames.last, last.isTitle, last.slots.quotes.isEmpty,
      !pending.contains(where: { if case .quote = $0.lexeme.term { true } else { false } })
    {
      return false
    }
    for next in sentence.lexemes[(index + 1)...].prefix(8) {
      switch next.term {
      case .comma, .then, .quote: return true
      case .noun(.title), .noun(.text): return false
      default: continue
      }
    }
    return true
  }
}
