/// What of a message an intent is told by, as places in a table of weights.
///
/// Latin words give themselves, their pairs and their pieces of four letters, which survive a
/// slip of the finger; Han characters give themselves, their pairs and their threes. Each is
/// hashed into one of a few thousand places, so that no dictionary is needed (Weinberger et al.,
/// "Feature Hashing for Large Scale Multitask Learning", ICML 2009). The two scripts have tables
/// of their own.
package struct IntentFeatures {
  /// How many places a table has.
  static let places = 4096
  /// How many places there are in all.
  package static let count = 2 * places
  /// So many characters of a message are read.
  static let mostCharacters = 300

  /// The places, ascending, each once; never empty.
  package let indices: [Int]
  /// Whether there is no word in it that could be read.
  let isBlank: Bool

  private enum Sort: UInt32 {
    case word = 1, pair, piece, character, couple, triple, shape
  }

  /// A word or a character, by its hash.
  private struct Token {
    var hash: UInt32
    var isHan: Bool
  }

  /// Reads `words`; a message without any gives the features of its shape.
  package init(_ words: String) {
    var found: [Int] = []
    let scalars = Self.folded(words)
    let tokens = Self.tokens(of: scalars, pieces: &found)
    let edge = Token(hash: 7, isHan: false)
    for index in tokens.indices {
      let token = tokens[index]
      let before = index > 0 ? tokens[index - 1] : edge
      let after = index + 1 < tokens.count ? tokens[index + 1] : edge
      found.append(Self.place(token.isHan ? .character : .word, [token.hash], token.isHan))
      if index == 0 { found.append(Self.pair(before, token)) }
      found.append(Self.pair(token, after))
      if token.isHan {
        found.append(Self.place(.triple, [before.hash, token.hash, after.hash], true))
      }
    }
    isBlank = tokens.isEmpty
    found += Self.shape(of: scalars, tokens)
    indices = Set(found).sorted()
  }

  private static func pair(_ first: Token, _ second: Token) -> Int {
    let isHan = first.isHan || second.isHan
    return place(isHan ? .couple : .pair, [first.hash, second.hash], isHan)
  }

  /// How long it is, whether it asks, and whether it holds a figure, an address or code.
  private static func shape(of scalars: [UInt32], _ tokens: [Token]) -> [Int] {
    let isHan = tokens.contains(where: \.isHan)
    let bounds = isHan ? [2, 4, 7, 11, 16] : [1, 3, 5, 8, 12]
    let length = bounds.count { tokens.count > $0 }
    var shape: [UInt32] = [100, 110 + UInt32(length)]
    if scalars.contains(where: { $0 == 63 || $0 == 0xFF1F }) { shape.append(120) }
    if scalars.contains(where: { (48...57).contains($0) }) { shape.append(121) }
    if scalars.contains(where: { code.contains($0) }) { shape.append(122) }
    return shape.map { place(.shape, [$0], isHan) }
  }

  /// Marks of addresses, paths and code: / \ < > { } = ; ~ _
  private static let code: Set<UInt32> = [47, 92, 60, 62, 123, 125, 61, 59, 126, 95]

  // MARK: Words

  /// The first characters in lower case.
  private static func folded(_ words: String) -> [UInt32] {
    words.unicodeScalars.prefix(mostCharacters).map { scalar in
      (65...90).contains(scalar.value) ? scalar.value + 32 : scalar.value
    }
  }

  private static func tokens(of scalars: [UInt32], pieces: inout [Int]) -> [Token] {
    var tokens: [Token] = []
    var index = 0
    while index < scalars.count {
      let start = index
      while index < scalars.count, isLatin(scalars[index]) { index += 1 }
      if index > start {
        let word = scalars[start..<index].filter { $0 != 39 && $0 != 0x2019 }
        tokens.append(Token(hash: hash(word), isHan: false))
        addPieces(of: word, to: &pieces)
        continue
      }
      while index < scalars.count, (48...57).contains(scalars[index]) { index += 1 }
      if index > start {
        tokens.append(Token(hash: 11, isHan: false))
        continue
      }
      let scalar = scalars[index]
      index += 1
      if (0x3400...0x9FFF).contains(scalar) {
        tokens.append(Token(hash: hash([scalar]), isHan: true))
      } else if code.contains(scalar) {
        tokens.append(Token(hash: 13, isHan: false))
      }
    }
    return tokens
  }

  private static func isLatin(_ scalar: UInt32) -> Bool {
    (97...122).contains(scalar) || (0xC0...0x24F).contains(scalar) || scalar == 39
      || scalar == 0x2019
  }

  /// The pieces of a word with its ends marked, where it has four letters or more.
  private static func addPieces(of word: [UInt32], to pieces: inout [Int]) {
    guard word.count >= 4 else { return }
    let marked = [1] + word.prefix(24) + [2]
    for start in 0...marked.count - 4 {
      pieces.append(place(.piece, Array(marked[start..<start + 4]), false))
    }
  }

  // MARK: Hashing

  private static func place(_ sort: Sort, _ parts: [UInt32], _ isHan: Bool) -> Int {
    let hash = hash([sort.rawValue] + parts)
    return Int((hash ^ hash >> 15) % UInt32(places)) + (isHan ? places : 0)
  }

  /// FNV-1a over the bytes of `parts`.
  private static func hash(_ parts: [UInt32]) -> UInt32 {
    var hash: UInt32 = 2_166_136_261
    for part in parts {
      for shift in [0, 8, 16, 24] as [UInt32] {
        hash = (hash ^ (part >> shift & 255)) &* 16_777_619
      }
    }
    return hash
  }
}
