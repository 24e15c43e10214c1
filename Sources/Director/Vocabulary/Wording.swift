import MediaTime

/// A message cut into words, in one pass.
struct Wording {
  let scalars: [Unicode.Scalar]
  private(set) var words: [Word] = []
  private var position = 0
  /// Up to where no mark closes a quotation, by the mark: keeps the search linear.
  private var unclosed: [Unicode.Scalar: Int] = [:]

  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
    while position < scalars.count { step() }
  }

  /// The message with other words in some places, and where `found` stand in it then.
  func text(
    replacing changes: [(place: Range<Int>, text: String)], finding found: [Range<Int>]
  ) -> (text: String, found: [Range<Int>]) {
    var view: [Unicode.Scalar] = []
    var next = 0
    var shifts: [(from: Int, by: Int)] = []
    for change in changes.sorted(by: { $0.place.lowerBound < $1.place.lowerBound }) {
      view.append(contentsOf: scalars[next..<max(next, change.place.lowerBound)])
      view.append(contentsOf: change.text.unicodeScalars)
      next = max(next, change.place.upperBound)
      shifts.append((next, view.count - next))
    }
    view.append(contentsOf: scalars[next...])
    let places = found.map { place in
      let shift = shifts.last { $0.from <= place.lowerBound }?.by ?? 0
      return place.lowerBound + shift..<place.upperBound + shift
    }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: view)
    return (String(text), places)
  }

  /// The words that stand in a stretch of the message.
  func words(in place: Range<Int>) -> ArraySlice<Word> {
    let first = words.partitioningIndex { $0.place.lowerBound >= place.lowerBound }
    let end = words.partitioningIndex { $0.place.lowerBound >= place.upperBound }
    return words[first..<max(first, end)]
  }

  private mutating func emit(_ kind: Word.Kind, _ count: Int) {
    words.append(Word(kind: kind, place: position..<position + count))
    position += count
  }

  private mutating func step() {
    let scalar = Self.plain(scalars[position])
    if scalar.properties.isWhitespace {
      if scalar == "\n" { emit(.mark, 1) } else { position += 1 }
    } else if let closing = Self.quotations[scalar] {
      quotation(closing)
    } else if Self.isHan(scalar) {
      emit(.han(String(Character(scalar))), 1)
    } else if Self.isLetter(scalar) || Self.isDigit(scalar) {
      letters()
    } else if Self.marks.contains(scalar) {
      emit(.mark, 1)
    } else {
      emit(.other, 1)
    }
  }

  private mutating func quotation(_ closing: Unicode.Scalar) {
    let limit = min(scalars.count, position + 400)
    let start = max(position + 1, unclosed[closing] ?? 0)
    let end = scalars[min(start, limit)..<limit].firstIndex { Self.plain($0) == closing }
    guard let end else {
      unclosed[closing] = limit
      return emit(.other, 1)
    }
    emit(.quotation, end + 1 - position)
  }

  private mutating func letters() {
    var end = position
    var text = ""
    while end < scalars.count {
      let scalar = Self.plain(scalars[end])
      let next = end + 1 < scalars.count ? Self.plain(scalars[end + 1]) : " "
      let joins = scalar == "'" || scalar == "_" || scalar == "-"
      guard
        Self.isLetter(scalar) || Self.isDigit(scalar)
          || joins && (Self.isLetter(next) || Self.isDigit(next))
      else { break }
      text.unicodeScalars.append(scalar)
      end += 1
    }
    if let clock = clock(after: text, at: end) { return emit(.clock(clock.time), clock.count) }
    if let number = Int(text) { return emit(.number(min(number, 1_000_000)), end - position) }
    emit(.letters(text.lowercased()), end - position)
  }

  private func clock(after text: String, at end: Int) -> (time: Milliseconds, count: Int)? {
    guard let minutes = Int(text), minutes < 600, end + 2 < scalars.count,
      Self.plain(scalars[end]) == ":", let tens = Self.digit(scalars[end + 1]), tens < 6,
      let ones = Self.digit(scalars[end + 2])
    else { return nil }
    let seconds = minutes * 60 + tens * 10 + ones
    return (Milliseconds(seconds * 1000), end + 3 - position)
  }

  // MARK: Characters

  private static let quotations: [Unicode.Scalar: Unicode.Scalar] = [
    "\"": "\"", "“": "”", "「": "」", "『": "』", "«": "»", "《": "》",
  ]
  private static let marks: Set<Unicode.Scalar> = [
    ",", ".", ";", "!", "?", ":", "、", "。", "—", "…", "~", "(", ")",
  ]

  private static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
    case 0x2018, 0x2019: "'"
    case 0x0D, 0x2028, 0x2029, 0x85: "\n"
    default: scalar
    }
  }

  private static func isHan(_ scalar: Unicode.Scalar) -> Bool {
    (0x3400...0x9FFF).contains(scalar.value) || (0x20000...0x323AF).contains(scalar.value)
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic && !isHan(scalar)
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    (48...57).contains(scalar.value)
  }

  private static func digit(_ scalar: Unicode.Scalar) -> Int? {
    let scalar = plain(scalar)
    return isDigit(scalar) ? Int(scalar.value) - 48 : nil
  }
}

extension Array {
  /// The first index of an element for which `isPast` holds, where it holds for all after it.
  fileprivate func partitioningIndex(_ isPast: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if isPast(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
