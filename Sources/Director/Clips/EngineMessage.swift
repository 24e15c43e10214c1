import Language
import Timeline

/// A message that names a model elsewhere, clause by clause.
struct EngineMessage {
  /// The clause that names it; all of the message where none does.
  let clause: EngineClause
  /// Whether an editor reads all of it, the engine's name as well: “a title saying use wan”.
  let isRead: Bool
  /// Clauses that an editor reads.
  private(set) var rest: [String] = []
  /// Clauses that nobody reads: they tell what the clip shows.
  private(set) var told: [String] = []

  init(_ wording: Wording, _ mention: EngineMention?, _ situation: Situation) {
    let words = wording.words
    let pieces = Self.pieces(wording, situation)
    let own = pieces.first { piece in
      mention.map { piece.contains($0.range.lowerBound) } ?? true
    }
    clause = EngineClause(wording, mention, situation, in: own ?? words.indices)
    isRead = own.map { Self.reads(Self.text($0, wording), situation) } ?? false
    let described = own.flatMap { Self.description(after: $0, wording) } ?? 0..<0
    if !described.isEmpty { told.append(Self.text(described, wording)) }
    for piece in pieces where piece != own && !described.contains(piece.lowerBound) {
      let text = Self.text(piece, wording)
      guard text.contains(where: { $0.isLetter || $0.isNumber }) else { continue }
      if Self.reads(text, situation) { rest.append(text) } else { told.append(text) }
    }
  }

  /// Whether the words ask for the engine that they name.
  func isAsked(of mention: EngineMention, _ situation: Situation) -> Bool {
    let asks = clause.isUse || clause.has(.make) || clause.has(.again) || clause.has(.extend)
    if clause.content.isEmpty { return asks || clause.isBare }
    if isRead || Self.reads(clause.text, situation) { return false }
    if case .missing = mention.choice { return clause.has(.make) }
    return asks || !situation.engines.isEmpty
  }

  /// What stands behind a colon up to the end of the sentence: whatever it says, the clip shows it.
  private static func description(after piece: Range<Int>, _ wording: Wording) -> Range<Int>? {
    let words = wording.words
    func mark(_ index: Int) -> Unicode.Scalar? {
      words[index].kind == .mark ? wording.scalars[words[index].place.lowerBound] : nil
    }
    let start = piece.upperBound + 1
    guard start < words.count, let colon = mark(piece.upperBound),
      ":：".unicodeScalars.contains(colon)
    else { return nil }
    let ends = ".!?;\n。！？；".unicodeScalars
    let end = (start..<words.count).first { index in
      words[index].key == "then" || mark(index).map(ends.contains) ?? false
    }
    return start..<(end ?? words.count)
  }

  /// Stretches between marks and words that begin another wish, as indexes of words.
  private static func pieces(_ wording: Wording, _ situation: Situation) -> [Range<Int>] {
    let words = wording.words
    var pieces: [Range<Int>] = []
    var (start, joints) = (0, 0)
    for index in words.indices {
      // Whoever lists very much is read up to the next mark.
      if words[index].key == "and" { joints += 1 }
      guard words[index].kind == .mark || joints <= mostJoints,
        isBoundary(index, wording, situation)
      else { continue }
      if start < index { pieces.append(start..<index) }
      start = index + 1
    }
    if start < words.count { pieces.append(start..<words.count) }
    return pieces
  }

  private static let mostJoints = 6

  private static func isBoundary(
    _ index: Int, _ wording: Wording, _ situation: Situation
  ) -> Bool {
    let words = wording.words
    if words[index].kind == .mark {
      // 2.5 and wan2.1 are whole.
      let place = words[index].place
      let isInside =
        wording.scalars[place.lowerBound] == "." && index > 0 && index + 1 < words.count
        && words[index - 1].place.upperBound == place.lowerBound
        && words[index + 1].place.lowerBound == place.upperBound
      return !isInside
    }
    if words[index].key == "then" { return true }
    guard words[index].key == "and", index + 1 < words.count else { return false }
    let end = words[index...].firstIndex { $0.kind == .mark } ?? words.count
    return index + 1 < end && reads(text(index + 1..<end, wording), situation)
  }

  private static func text(_ piece: Range<Int>, _ wording: Wording) -> String {
    let words = wording.words
    let place =
      words[piece.lowerBound].place
      .lowerBound..<words[piece.upperBound - 1].place
      .upperBound
    return wording.text(of: place)
  }

  /// Whether an editor reads all of the words as something to be done.
  private static func reads(_ text: String, _ situation: Situation) -> Bool {
    if SoundWish(text, in: situation) != nil { return true }
    let reader = situation.reader(of: text)
    let reading = Reading(of: reader.rest().text, in: situation.scene)
    guard reading.leftovers.allSatisfy({ !$0.hasWords }) else { return false }
    let isDone = reader.commands.contains { command in
      switch command {
      case .smallTalk, .outOfReach, .question, .facts, .dislike, .hello, .thanks: false
      default: true
      }
    }
    return isDone || !reading.requests.isEmpty
  }
}
