/// Spoken text as pieces that stay whole, and the best ways to split it.
struct CaptionText {
  /// A word with its marks and the space behind it, or an ideograph with its marks.
  struct Atom {
    var text: String
    /// Its width in ideographs, without the space behind it.
    var width: Double
    /// The space's width.
    var gap: Double
    /// What it costs to split behind it: 0 at a sentence's end.
    var cost: Double
  }

  let atoms: [Atom]

  /// Ideographs on a line; as wide as 42 Latin letters.
  private static let line = 17.0
  private static let latin = line / 42

  init(_ raw: String) {
    let clean = CleanText(raw).text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let rules = BreakRules(clean)
    let glued = Set(rules.glued.map(\.lowerBound))
    var (atoms, text, byte): ([Atom], String, Int) = ([], "", 0)
    var before: Character?
    for character in clean {
      let previous = byte - (before?.utf8.count ?? 0)
      if let last = before, !glued.contains(previous),
        Self.parts(last, character)
      {
        atoms.append(Self.atom(text, cost: Self.cost(after: text, rules.penalty(at: byte))))
        text = ""
      }
      text.append(character)
      byte += character.utf8.count
      before = character
    }
    self.atoms = text.isEmpty ? [] : atoms + [Self.atom(text, cost: 0)]
  }

  /// Whether text may be split between two characters.
  private static func parts(_ before: Character, _ after: Character) -> Bool {
    if after.isWhitespace { return false }
    if before.isWhitespace { return true }
    guard before.isIdeographic || after.isIdeographic || before.isFullWidthMark else {
      return false
    }
    return !after.isClosing && !before.isOpening
  }

  private static func atom(_ text: String, cost: Double) -> Atom {
    let letters = text.filter { !$0.isWhitespace }
    return Atom(
      text: text, width: letters.reduce(0) { $0 + ($1.isWide ? 1 : latin) },
      gap: text.last?.isWhitespace == true ? latin : 0, cost: cost)
  }

  private static func cost(after text: String, _ penalty: Double) -> Double {
    guard let last = text.last(where: { !$0.isWhitespace && !$0.isClosing || $0.isClauseEnd })
    else { return 0.5 }
    if ".!?…。！？".contains(last) { return 0 }
    return last.isClauseEnd ? 0.1 : 0.5 + max(penalty, 0)
  }

  /// Milliseconds that reading takes, one at least.
  static func milliseconds(toRead text: String) -> Int64 {
    let wide = text.count(where: \.isWide)
    return max(Int64(wide * 1000 / 7 + (text.count - wide) * 1000 / 17), 1)
  }
}

extension CaptionText {
  /// The text in as few parts as fit two lines each, one more where that ends clauses better;
  /// never more than `most`, for which they may be longer.
  func parts(atMost most: Int) -> [String] {
    for room in [1, 1.5, 2.25, 4, 8] {
      guard let split = Split(atoms, line: Self.line * room, most: most).best else { continue }
      var start = 0
      return split.map { end in
        defer { start = end }
        let text = atoms[start..<end].map(\.text).joined()
        return text.last == " " ? String(text.dropLast()) : text
      }
    }
    return [atoms.map(\.text).joined()]
  }
}

/// Least cost over all ways to split atoms into a number of parts.
private struct Split {
  /// Where the parts end; nil where they don't fit.
  private(set) var best: [Int]?
  private static let costOfPart = 0.3

  init(_ atoms: [CaptionText.Atom], line: Double, most: Int) {
    let count = atoms.count
    let total = atoms.reduce(0) { $0 + $1.width + $1.gap }
    var (cost, origins) = ([Double](repeating: .infinity, count: count + 1), [[Int]]())
    cost[0] = 0
    var least: Double?
    // Enough for any text that fits the time, and for one part more than the fewest.
    for part in 0..<min(most, count) {
      var next = [Double](repeating: .infinity, count: count + 1)
      var origin = [Int](repeating: -1, count: count + 1)
      let target = total / Double(part + 1)
      for start in 0..<count where cost[start].isFinite {
        var (rows, row, length) = (1, 0.0, 0.0)
        for end in start..<count {
          let atom = atoms[end]
          if row + atom.width > line, row > 0 { (rows, row) = (rows + 1, 0) }
          if rows > 2 || atom.width > line { break }
          row += atom.width + atom.gap
          length += atom.width + atom.gap
          let slack = min(length / max(target, 1), 2) - 1
          let sum =
            cost[start] + 0.3 * slack * slack + (end == count - 1 ? 0 : atom.cost)
          if sum < next[end + 1] { (next[end + 1], origin[end + 1]) = (sum, start) }
        }
      }
      origins.append(origin)
      cost = next
      let whole = cost[count] + Self.costOfPart * Double(part)
      if let known = least {
        if whole < known { best = Self.trace(origins, to: count) }
        return
      }
      if cost[count].isFinite { (least, best) = (whole, Self.trace(origins, to: count)) }
    }
  }

  private static func trace(_ origins: [[Int]], to end: Int) -> [Int] {
    var ends = [end]
    for origin in origins.dropFirst().reversed() { ends.insert(origin[ends[0]], at: 0) }
    return ends
  }
}

extension Character {
  /// Whether it takes an ideograph's room.
  fileprivate var isWide: Bool {
    guard let value = unicodeScalars.first?.value else { return false }
    return isIdeographic || isFullWidthMark || (0xAC00...0xD7AF).contains(value)
  }

  fileprivate var isFullWidthMark: Bool {
    guard let value = unicodeScalars.first?.value else { return false }
    return (0x3000...0x303F).contains(value) || (0xFF00...0xFF60).contains(value)
  }

  fileprivate var isClosing: Bool { Self.closing.contains(self) }
  fileprivate var isOpening: Bool { Self.opening.contains(self) }

  private static let closing = Set<Character>("，。、；：！？）」』》〉】”’…—,.;:!?)]}%ー々ゃゅょっァィゥェォ")
  private static let opening = Set<Character>("（「『《〈【“‘([{")
}
