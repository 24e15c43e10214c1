import MediaTime

/// How long the pieces are into which something is cut.
extension Phrases {
  /// "Every 5 seconds", "into 10 second pieces", 切成5秒一段, 每隔10秒切一刀.
  func each(_ index: Int) -> Match? {
    isChinese(index) || isChinese(index + 1) ? chineseEach(index) : englishEach(index)
  }

  private func englishEach(_ index: Int) -> Match? {
    if term(index) == .all, ["every", "each"].contains(word(index)), splits(near: index),
      let length = length(index + 1)
    {
      return (.each(length.value), length.count + 1)
    }
    guard let length = length(index), length.count > 1 else { return nil }
    let end = index + length.count
    switch term(end) {
    case .pieces, .noun(.clips): break
    default: guard Self.pieces.contains(word(end)) else { return nil }
    }
    return splits(near: index) ? (.each(length.value), length.count + 1) : nil
  }

  private func chineseEach(_ index: Int) -> Match? {
    if ["每隔", "每", "每过"].contains(text(index)), splits(near: index),
      let length = length(skipping(index + 1))
    {
      return (.each(length.value), skipping(index + 1) - index + length.count)
    }
    guard splits(near: index), let length = length(index), length.count > 1 else { return nil }
    let end = index + length.count
    guard term(end) == .number(1) || ["一段", "一份", "一截", "一节", "一块"].contains(text(end)) else {
      return nil
    }
    let isPiece = term(end + 1) == .noun(.clip) || term(end + 1) == .pieces
    if text(end).count > 1 { return (.each(length.value), length.count + 1) }
    return isPiece ? (.each(length.value), length.count + 2) : nil
  }

  private static let pieces: Set = [
    "piece", "pieces", "chunk", "chunks", "part", "parts", "bit", "bits", "section", "sections",
    "segment", "segments", "clips", "blocks", "slices", "intervals",
  ]

  /// The places where "one" counts seconds and names nothing: "and one off the market".
  var countedOnes: Set<Span> {
    var spans: Set<Span> = []
    for index in lexemes.indices where term(index) == .number(1) && word(index) == "one" {
      switch term(index + 1) {
      case .preposition(.of), .preposition(.from): break
      default: continue
      }
      guard index > 0, case .article = term(index - 1) else {
        if index == 0 || [.and, .comma, .then].contains(term(index - 1)) {
          spans.insert(lexemes[index].span)
        } else if case .verb = term(index - 1) {
          spans.insert(lexemes[index].span)
        }
        continue
      }
    }
    return spans
  }

  /// 那段, 那张: one clip, and it is not said which.
  var pointsAtClip: Bool {
    lexemes.indices.contains { index in
      let said = text(index)
      guard isChinese(index), said.hasPrefix("那") else { return false }
      let isWhole = ["那段", "那张", "那条", "那个片段", "那一段", "那个镜头"].contains(said)
      let isClip = term(index + 1) == .noun(.clip) && said == "那"
      guard isWhole || isClip else { return false }
      let next = index + (isWhole ? 1 : 2)
      return !term(next).isText && ![.noun(.music), .target(.music)].contains(term(next))
        && text(next) != "时间"
    }
  }

  /// A plain length: a number, or none, and its unit.
  private func length(_ index: Int) -> (value: Milliseconds, count: Int)? {
    func unit(_ index: Int) -> Int? {
      switch term(index) {
      case .unit(let milliseconds): milliseconds
      case .second where !isChinese(index): 1000
      default: nil
      }
    }
    if case .number(let value) = term(index), value > 0, let unit = unit(index + 1) {
      return (Self.milliseconds(value * Double(unit) / 1000), 2)
    }
    return unit(index).map { (Milliseconds($0), 1) }
  }

  /// Whether something is to be cut up there.
  private func splits(near index: Int) -> Bool {
    lexemes[max(0, index - 8)..<min(index + 8, lexemes.count)].contains { lexeme in
      switch lexeme.term {
      case .split, .verb(.cut), .verb(.trim): true
      case .verb(.remove): ["chop", "chopped"].contains(lexeme.word) || lexeme.said.hasPrefix("切")
      case .preposition(.to): ["剪成", "切成", "裁成", "into"].contains(lexeme.said)
      default: false
      }
    }
  }
}
