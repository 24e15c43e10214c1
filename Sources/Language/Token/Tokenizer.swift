/// Cuts an utterance into tokens, in one pass.
struct Tokenizer {
  let scalars: [Unicode.Scalar]
  private(set) var tokens: [Token] = []
  private var position = 0
  private var isSpaced = true
  /// Up to where no mark closes a quotation that this one opens: keeps the search linear.
  private var unclosed: [Unicode.Scalar: Int] = [:]

  /// The longest quotation that is read as one.
  static let longestQuotation = 2000

  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
    tokens.reserveCapacity(scalars.count / 3)
    while position < scalars.count { step() }
  }

  /// The words of `span`, as they were typed.
  func text(_ span: Span) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[span.start..<span.end])
    return String(view)
  }

  private func peek(_ offset: Int = 0) -> Unicode.Scalar? {
    let index = position + offset
    return index >= 0 && index < scalars.count ? scalars[index] : nil
  }

  private mutating func emit(_ kind: Token.Kind, length: Int) {
    tokens.append(
      Token(kind: kind, span: Span(position, position + length), isSpaced: isSpaced))
    position += length
    isSpaced = false
  }

  private mutating func step() {
    let scalar = Glyphs.ascii(scalars[position])
    if Glyphs.isSpace(scalar) {
      if scalar == "\n" { emit(.mark("\n"), length: 1) } else { position += 1 }
      isSpaced = true
    } else if let quotation = quotation() {
      emit(.quote(quotation.text), length: quotation.length)
    } else if Glyphs.isDigit(scalar) || startsFraction(scalar) {
      number()
    } else if Glyphs.isHan(scalar) {
      emit(.han(String(Character(Glyphs.simplified(scalar)))), length: 1)
    } else if scalar.properties.isAlphabetic {
      word()
    } else if scalar == "#", let color = color() {
      emit(.color(color), length: 7)
    } else if Glyphs.isDash(scalar), let name = flagName() {
      emit(.flag(name.text), length: name.length)
    } else if scalar == "-", isHyphen {
      position += 1
    } else if Glyphs.isMark(scalar) {
      emit(.mark(Character(scalar)), length: 1)
    } else if Glyphs.isJoiner(scalar) {
      position += 1
    } else {
      emit(.symbol, length: 1)
    }
  }

  /// Whether the hyphen here only joins two words, or a number and its unit.
  private var isHyphen: Bool {
    guard let next = peek(1), let last = peek(-1) else { return false }
    let left = Glyphs.ascii(last).properties.isAlphabetic || Glyphs.isDigit(Glyphs.ascii(last))
    return left && Glyphs.ascii(next).properties.isAlphabetic
  }

  private func startsFraction(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar == ".", let next = peek(1) else { return false }
    return Glyphs.isDigit(Glyphs.ascii(next)) && !(peek(-1).map(Glyphs.isWordy) ?? false)
  }

  private mutating func word() {
    var text = ""
    var length = 0
    while let raw = peek(length) {
      let scalar = Glyphs.ascii(raw)
      let isLetter = scalar.properties.isAlphabetic && !Glyphs.isHan(scalar)
      if isLetter, length > 2, scalar.properties.isUppercase, isLowercase(0..<length) { break }
      let isApostrophe =
        Glyphs.isApostrophe(scalar) && (peek(length + 1)?.properties.isAlphabetic ?? false)
      if isApostrophe {
        text.append("'")
      } else if isLetter || scalar.properties.generalCategory == .nonspacingMark {
        text.unicodeScalars.append(scalar)
      } else {
        break
      }
      length += 1
    }
    emit(.word(text.lowercased()), length: length)
  }

  /// Whether all letters there are small: another word begins at a capital, as in `zoomInSlow`.
  private func isLowercase(_ range: Range<Int>) -> Bool {
    let isJoined = peek(-1).map { $0.properties.isLowercase } ?? false
    return range.allSatisfy { offset in
      let isFirst = offset == 0 && isJoined
      return isFirst || (peek(offset)?.properties.isLowercase ?? false)
    }
  }

  /// `#` and six hexadecimal digits.
  private func color() -> String? {
    var text = "#"
    for offset in 1...6 {
      guard let scalar = peek(offset).map(Glyphs.ascii), scalar.properties.isASCIIHexDigit else {
        return nil
      }
      text.unicodeScalars.append(scalar)
    }
    return peek(7).map(Glyphs.isWordy) ?? false ? nil : text.uppercased()
  }

  /// `-camera`, after white space or at the start, and before a letter.
  private func flagName() -> (text: String, length: Int)? {
    guard isSpaced || position == 0 else { return nil }
    var length = 1
    if peek(1) == "-" { length += 1 }
    var text = ""
    while let scalar = peek(length), scalar.isASCII, scalar.properties.isAlphabetic {
      text.unicodeScalars.append(scalar)
      length += 1
      if length > 16 { return nil }
    }
    let name = text.lowercased()
    return Flag(rawValue: name) == nil ? nil : (name, length)
  }
}

extension Tokenizer {
  /// Reads digits with a decimal point, thousands' commas, and colons.
  fileprivate mutating func number() {
    var length = 0
    var parts: [Double] = []
    var lastDigits = 0
    repeat {
      if !parts.isEmpty { length += 1 }
      let part = decimal(from: length)
      parts.append(part.value)
      lastDigits = part.whole
      length = part.end
    } while parts.count < 3 && isColon(at: length)
    if parts.count == 1 {
      emit(.number(parts[0]), length: length)
    } else {
      emit(.colons(Token.Colons(parts: parts, isPadded: lastDigits == 2)), length: length)
    }
  }

  private func isColon(at offset: Int) -> Bool {
    guard let mark = peek(offset), let next = peek(offset + 1) else { return false }
    return Glyphs.ascii(mark) == ":" && Glyphs.isDigit(Glyphs.ascii(next))
  }

  private func digit(at offset: Int) -> Int? {
    guard let scalar = peek(offset).map(Glyphs.ascii), Glyphs.isDigit(scalar) else { return nil }
    return Int(scalar.value) - 48
  }

  private func decimal(from start: Int) -> (value: Double, whole: Int, end: Int) {
    var value = 0.0
    var end = start
    var whole = 0
    var isGrouped = false
    while true {
      if let digit = digit(at: end) {
        value = min(value * 10 + Double(digit), 1e15)
        whole += 1
      } else if peek(end) == ",", isGrouped || (1...3).contains(whole), isThousands(after: end) {
        end += 1
        isGrouped = true
        continue
      } else {
        break
      }
      end += 1
    }
    if let point = peek(end).map(Glyphs.ascii), point == ".", digit(at: end + 1) != nil {
      end += 1
      var scale = 0.1
      while let digit = digit(at: end) {
        value += Double(digit) * scale
        scale /= 10
        end += 1
      }
      value = (value * 1e6).rounded() / 1e6
    }
    return (value, whole, end)
  }

  private func isThousands(after offset: Int) -> Bool {
    (1...3).allSatisfy { digit(at: offset + $0) != nil } && digit(at: offset + 4) == nil
  }

  /// What stands between the quotation mark here and the one that closes it.
  fileprivate mutating func quotation() -> (text: String, length: Int)? {
    guard let open = peek(), let closers = Glyphs.closers[open] else { return nil }
    if Glyphs.isApostrophe(open), let last = peek(-1), Glyphs.isWordy(last) { return nil }
    var end = max(1, (unclosed[open] ?? 0) - position)
    while let scalar = peek(end), end <= Self.longestQuotation {
      if closers.contains(scalar), closes(at: end) {
        return (text(Span(position + 1, position + end)), end + 1)
      }
      end += 1
    }
    unclosed[open] = position + end
    return nil
  }

  /// An apostrophe before a letter is no closing mark.
  private func closes(at offset: Int) -> Bool {
    guard let mark = peek(offset), Glyphs.isApostrophe(mark) else { return true }
    guard let next = peek(offset + 1) else { return true }
    return !(next.properties.isAlphabetic && !Glyphs.isHan(next)) && !Glyphs.isDigit(next)
  }
}
