/// Numbers in words, English and Chinese.
enum Numerals {
  /// Every English word of a number.
  static let words = Set(units.keys).union(tens.keys).union(["hundred", "thousand", "point"])

  private static let units: [String: Double] = [
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13,
    "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18,
    "nineteen": 19,
  ]
  private static let tens: [String: Double] = [
    "twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60,
    "seventy": 70, "eighty": 80, "ninety": 90,
  ]
  private static let digits: [String: Double] = [
    "零": 0, "〇": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7,
    "八": 8, "九": 9, "俩": 2,
  ]
  private static let powers: [String: Double] = ["十": 10, "百": 100, "千": 1000, "万": 10000]

  /// The number that begins at `index`, and how many tokens it takes.
  static func read(_ tokens: [Token], at index: Int) -> (value: Double, count: Int)? {
    switch tokens[index].kind {
    case .number(let value): digitsThenPower(value, tokens, index)
    case .word: english(tokens, index)
    case .han: chinese(tokens, index)
    default: nil
    }
  }

  private static func digitsThenPower(
    _ value: Double, _ tokens: [Token], _ index: Int
  ) -> (Double, Int) {
    guard index + 1 < tokens.count, case .han(let next) = tokens[index + 1].kind,
      let power = powers[next], power > 10
    else { return (value, 1) }
    return (value * power, 2)
  }

  private static func word(_ tokens: [Token], _ index: Int) -> String? {
    guard index < tokens.count, case .word(let word) = tokens[index].kind else { return nil }
    return word
  }

  private static func english(_ tokens: [Token], _ start: Int) -> (Double, Int)? {
    var total = 0.0
    var index = start
    var isOpen = true
    while let word = word(tokens, index), index - start < 8 {
      if let ten = tens[word], isOpen {
        total += ten
        isOpen = false
        index += 1
        if let next = Self.word(tokens, index), let unit = units[next], (1...9).contains(unit) {
          total += unit
          index += 1
        }
      } else if let unit = units[word], isOpen {
        total += unit
        isOpen = false
        index += 1
      } else if word == "hundred", index > start {
        total *= 100
        isOpen = true
        index += 1
      } else {
        break
      }
    }
    guard index > start else { return nil }
    if word(tokens, index) == "point" {
      var scale = 0.1
      var next = index + 1
      while let word = word(tokens, next), let unit = units[word], unit < 10, next - index < 5 {
        total += unit * scale
        scale /= 10
        next += 1
      }
      if next > index + 1 { return ((total * 1e4).rounded() / 1e4, next - start) }
    }
    return (total, index - start)
  }

  private static func han(_ tokens: [Token], _ index: Int) -> String? {
    guard index < tokens.count, case .han(let character) = tokens[index].kind else { return nil }
    return character
  }

  /// 两三秒 is two and a half, more or less.
  private static func between(
    _ first: Double?, _ second: Double, _ tokens: [Token], _ index: Int
  ) -> Double? {
    guard let first, second == first + 1 || (first == 3 && second == 5),
      let unit = han(tokens, index + 1), ["秒", "分", "倍"].contains(unit)
    else { return nil }
    return (first + second) / 2
  }

  private static func chinese(_ tokens: [Token], _ start: Int) -> (Double, Int)? {
    var total = 0.0
    var pending: Double?
    var index = start
    while let character = han(tokens, index), index - start < 12 {
      if let digit = digits[character] {
        if let between = between(pending, digit, tokens, index), index == start + 1 {
          return (between, 2)
        }
        pending = pending.map { $0 * 10 + digit } ?? digit
      } else if let power = powers[character] {
        total += (pending ?? 1) * power
        pending = nil
      } else {
        break
      }
      index += 1
    }
    guard index > start else { return nil }
    total += pending ?? 0
    guard han(tokens, index) == "点", let first = han(tokens, index + 1), digits[first] != nil
    else { return (total, index - start) }
    var scale = 0.1
    index += 1
    while let character = han(tokens, index), let digit = digits[character], scale > 1e-4 {
      total += digit * scale
      scale /= 10
      index += 1
    }
    return ((total * 1e4).rounded() / 1e4, index - start)
  }
}
