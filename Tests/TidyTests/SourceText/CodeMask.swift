/// Blanks comments and the insides of strings, keeping every line where it is, so that a rule
/// about code isn't fooled by prose. Code interpolated into a string stays.
struct CodeMask {
  private let input: [UInt8]
  private var output: [UInt8]
  private var place = 0
  private let isC: Bool

  static func mask(_ text: String, isC: Bool = false) -> String {
    var mask = CodeMask(input: Array(text.utf8), isC: isC)
    mask.code(insideInterpolation: false)
    return String(decoding: mask.output, as: UTF8.self)
  }

  private init(input: [UInt8], isC: Bool) {
    self.input = input
    self.isC = isC
    output = []
    output.reserveCapacity(input.count)
  }

  private func peek(_ ahead: Int = 0) -> UInt8 {
    place + ahead < input.count ? input[place + ahead] : 0
  }

  private func follows(_ text: StaticString) -> Bool {
    for index in 0..<text.utf8CodeUnitCount
    where peek(index) != text.utf8Start[index] {
      return false
    }
    return true
  }

  private mutating func keep(_ count: Int = 1) {
    for _ in 0..<count where place < input.count {
      output.append(input[place])
      place += 1
    }
  }

  private mutating func blank(_ count: Int = 1) {
    for _ in 0..<count where place < input.count {
      output.append(input[place] == UInt8(ascii: "\n") ? input[place] : UInt8(ascii: " "))
      place += 1
    }
  }

  private mutating func code(insideInterpolation: Bool) {
    var depth = 0
    while place < input.count {
      let byte = peek()
      if follows("//") {
        while place < input.count && peek() != UInt8(ascii: "\n") { blank() }
      } else if follows("/*") {
        blockComment()
      } else if byte == UInt8(ascii: "\"") {
        string(hashes: 0)
      } else if byte == UInt8(ascii: "#"), let hashes = hashesBeforeQuote() {
        string(hashes: hashes)
      } else if isC && byte == UInt8(ascii: "'") {
        character()
      } else {
        if byte == UInt8(ascii: "(") { depth += 1 }
        if byte == UInt8(ascii: ")") {
          depth -= 1
          if insideInterpolation && depth < 0 { return }
        }
        keep()
      }
    }
  }

  private mutating func blockComment() {
    var depth = 0
    repeat {
      if follows("/*") && (!isC || depth == 0) {
        depth += 1
        blank(2)
      } else if follows("*/") {
        depth -= 1
        blank(2)
      } else {
        blank()
      }
    } while depth > 0 && place < input.count
  }

  private mutating func character() {
    keep()
    while place < input.count && peek() != UInt8(ascii: "'") && peek() != UInt8(ascii: "\n") {
      blank(peek() == UInt8(ascii: "\\") ? 2 : 1)
    }
    keep()
  }

  private func hashesBeforeQuote() -> Int? {
    var count = 0
    while peek(count) == UInt8(ascii: "#") { count += 1 }
    return peek(count) == UInt8(ascii: "\"") ? count : nil
  }

  private func hashesFollow(_ count: Int, at offset: Int) -> Bool {
    (0..<count).allSatisfy { peek(offset + $0) == UInt8(ascii: "#") }
  }

  private mutating func string(hashes: Int) {
    keep(hashes)
    let quotes = follows("\"\"\"") && !isC ? 3 : 1
    keep(quotes)
    while place < input.count {
      if peek() == UInt8(ascii: "\\") && hashesFollow(hashes, at: 1) {
        if !isC && peek(1 + hashes) == UInt8(ascii: "(") {
          blank(1 + hashes)
          keep()
          code(insideInterpolation: true)
          keep()
        } else {
          blank(2 + hashes)
        }
      } else if ends(quotes: quotes, hashes: hashes) {
        keep(quotes + hashes)
        return
      } else if quotes == 1 && peek() == UInt8(ascii: "\n") {
        return
      } else {
        blank()
      }
    }
  }

  private func ends(quotes: Int, hashes: Int) -> Bool {
    (0..<quotes).allSatisfy { peek($0) == UInt8(ascii: "\"") }
      && hashesFollow(hashes, at: quotes)
  }
}
