extension String {
  /// The text in parts of at most `count` characters: each is broken behind a sentence where one
  /// ends in the part's second half, else behind a clause, else between words, and inside a word
  /// only where nothing else is left.
  func parts(atMost count: Int) -> [String] {
    let count = max(count, 1)
    var parts: [String] = []
    var rest = self[...].trimmed
    while rest.count > count {
      let head = rest.prefix(count)
      let end = Break.allCases.lazy.compactMap { head.end(behind: $0) }.first ?? head.endIndex
      parts.append(String(rest[..<end].trimmed))
      rest = rest[end...].trimmed
    }
    return rest.isEmpty ? parts : parts + [String(rest)]
  }
}

/// Where a text may be broken, the best first.
private enum Break: CaseIterable {
  case sentence, clause, word

  /// Marks of Latin script break only before a blank: not in "3.5".
  func isBehind(_ mark: Character, before next: Character?) -> Bool {
    let isFree = next?.isWhitespace ?? true
    return switch self {
    case .sentence: "。！？…\n".contains(mark) || isFree && ".!?".contains(mark)
    case .clause: "，；：、".contains(mark) || isFree && ",;:—".contains(mark)
    case .word: mark.isWhitespace
    }
  }
}

extension Substring {
  /// Behind the last break of a kind in the second half; marks that close a quotation stay with
  /// what they close.
  fileprivate func end(behind kind: Break) -> Index? {
    let middle = index(startIndex, offsetBy: count / 2)
    for place in self[middle...].indices.reversed() {
      let tail = self[index(after: place)...]
      let end = tail.prefix { "\"'”’」』）)".contains($0) }.endIndex
      let next = end < base.endIndex ? base[end] : nil
      if kind.isBehind(self[place], before: next) { return end }
    }
    return nil
  }

  fileprivate var trimmed: Substring {
    let front = drop(while: \.isWhitespace)
    guard let last = front.lastIndex(where: { !$0.isWhitespace }) else { return front }
    return front[...last]
  }
}
