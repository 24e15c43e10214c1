/// The group that a network address is counted in: an IPv4 address alone, an IPv6 address with all
/// of its /64, since one household or machine has all of those.
enum AddressGroup {
  /// The group's name: `203.0.113.7`, `2001:db8:1:2::/64`, or the text itself in lower case, cut
  /// to 64 characters, where it is no address.
  static func name(of address: String) -> String {
    var text = address.lowercased()[...]
    if text.hasPrefix("["), let end = text.firstIndex(of: "]") {
      text = text[text.index(after: text.startIndex)..<end]
    }
    text = text.prefix { $0 != "%" }
    if let four = fourBytes(text) { return four }
    guard let words = eightWords(text) else { return String(address.lowercased().prefix(64)) }
    if words[0..<5].allSatisfy({ $0 == 0 }), words[5] == 0xffff {
      return [words[6] >> 8, words[6] & 255, words[7] >> 8, words[7] & 255]
        .map { String($0) }.joined(separator: ".")
    }
    return words[0..<4].map { String($0, radix: 16) }.joined(separator: ":") + "::/64"
  }

  /// `a.b.c.d` in its only spelling; nil for anything else.
  private static func fourBytes(_ text: Substring) -> String? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    let bytes = parts.compactMap { part in
      part.utf8.allSatisfy { (48...57).contains($0) } ? UInt8(part) : nil
    }
    guard parts.count == 4, bytes.count == 4 else { return nil }
    return bytes.map { String($0) }.joined(separator: ".")
  }

  /// The words of an IPv6 address (RFC 4291, 2.2); nil where it is none.
  private static func eightWords(_ text: Substring) -> [UInt16]? {
    let halves = text.components(around: "::")
    guard halves.count <= 2 else { return nil }
    let parsed = halves.enumerated().compactMap { index, half in
      words(half, mayEndInFourBytes: index == halves.count - 1)
    }
    guard parsed.count == halves.count else { return nil }
    guard parsed.count == 2 else { return parsed[0].count == 8 ? parsed[0] : nil }
    let missing = 8 - parsed[0].count - parsed[1].count
    guard missing >= 1 else { return nil }
    return parsed[0] + [UInt16](repeating: 0, count: missing) + parsed[1]
  }

  private static func words(_ text: Substring, mayEndInFourBytes: Bool) -> [UInt16]? {
    guard !text.isEmpty else { return [] }
    var words: [UInt16] = []
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    for (index, part) in parts.enumerated() {
      if mayEndInFourBytes, index == parts.count - 1, let four = fourBytes(part) {
        let bytes = four.split(separator: ".").compactMap { UInt16($0) }
        words += [bytes[0] << 8 | bytes[1], bytes[2] << 8 | bytes[3]]
      } else if (1...4).contains(part.utf8.count), part.first != "+",
        let word = UInt16(part, radix: 16)
      {
        words.append(word)
      } else {
        return nil
      }
    }
    return words
  }
}

extension Substring {
  /// The pieces between the places where `mark` stands.
  fileprivate func components(around mark: String) -> [Substring] {
    var (pieces, rest): ([Substring], Substring) = ([], self)
    while let place = rest.firstRange(of: mark) {
      pieces.append(rest[..<place.lowerBound])
      rest = rest[place.upperBound...]
    }
    return pieces + [rest]
  }
}
