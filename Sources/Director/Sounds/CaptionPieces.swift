import MediaTime
import Timeline

/// Spoken words cut into captions that can be read while they are heard.
struct CaptionPieces {
  /// The words of each caption, in order.
  let pieces: [[TimedWord]]

  /// Captions end with a sentence, else with a clause; what is still too long is cut into
  /// pieces of about the same width.
  init(_ words: [TimedWord]) {
    var clauses: [[TimedWord]] = []
    var clause: [TimedWord] = []
    for (index, word) in words.enumerated() {
      clause.append(word)
      let next = index + 1 < words.count ? words[index + 1] : nil
      if next == nil || Self.ends(clause, before: next) {
        clauses.append(clause)
        clause = []
      }
    }
    pieces = clauses.flatMap(Self.evenly)
  }

  private static func evenly(_ words: [TimedWord]) -> [[TimedWord]] {
    let count = (width(of: words) + mostUnits - 1) / mostUnits
    guard count > 1 else { return [words] }
    let target = width(of: words) / count
    var pieces: [[TimedWord]] = []
    var piece: [TimedWord] = []
    for word in words {
      let isFull = width(of: piece) + width(of: [word]) / 2 > target
      if isFull, !piece.isEmpty, pieces.count + 1 < count {
        pieces.append(piece)
        piece = []
      }
      piece.append(word)
    }
    return pieces + [piece]
  }

  /// The words of a caption as they are shown.
  static func text(of words: [TimedWord]) -> String {
    spaced(words).joined().split(separator: " ").joined(separator: " ")
  }

  /// Each word with the space behind it that its script asks for.
  static func spaced(_ words: [TimedWord]) -> [String] {
    words.indices.map { index in
      let next = index + 1 < words.count ? words[index + 1].text.first : nil
      let joins = words[index].text.last?.isWide ?? false || next?.isWide ?? false
      return next == nil || joins ? words[index].text : words[index].text + " "
    }
  }

  private static func ends(_ piece: [TimedWord], before next: TimedWord?) -> Bool {
    guard let last = piece.last, let next else { return false }
    let width = width(of: piece)
    if let mark = last.text.last {
      if ".!?…。！？".contains(mark) { return true }
      if ",;:—，；：、".contains(mark) { return width > mostUnits / 3 }
    }
    return next.start - last.end > 500 && width > mostUnits / 4
  }

  /// How wide words are: a letter is one unit, an ideograph two.
  private static func width(of words: [TimedWord]) -> Int {
    spaced(words).joined().reduce(0) { $0 + ($1.isWide ? 2 : 1) }
  }

  /// What one line holds at the size of captions.
  private static let mostUnits = 38
}

extension Character {
  /// Whether it is an ideograph or a mark of their width.
  fileprivate var isWide: Bool {
    guard let value = unicodeScalars.first?.value else { return false }
    return (0x2E80...0x9FFF).contains(value) || (0xAC00...0xD7A3).contains(value)
      || (0xFF00...0xFF60).contains(value) || (0x20000...0x3FFFF).contains(value)
  }
}
