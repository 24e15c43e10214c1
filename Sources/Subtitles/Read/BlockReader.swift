/// Reads SubRip and WebVTT: blocks of an optional number, a line of times, and lines of words.
///
/// The lines of times say where the blocks are; numbers and blank lines only confirm it.
struct BlockReader {
  let isWebVTT: Bool

  /// A line that has times, or should.
  private struct Header {
    var line: Int
    /// Where the block begins: at its number or name where it has one.
    var first: Int
    var times: (start: Int64, end: Int64)?
    var settings: ArraySlice<UInt8>
  }

  func cues(in lines: [ArraySlice<UInt8>], _ book: inout NoteBook) -> [FoundCue] {
    let headers = self.headers(in: lines)
    var cues: [FoundCue] = []
    cues.reserveCapacity(headers.count)
    for (place, header) in headers.enumerated() {
      let isLast = place + 1 == headers.count
      let after = isLast ? lines.count : headers[place + 1].first
      guard let times = header.times else {
        book.add(.badTime, line: header.line + 1)
        continue
      }
      if !isWebVTT, header.first == header.line { book.add(.missingNumber, line: header.line + 1) }
      if place > 0, header.first > 0, !lines[header.first - 1].trimmed.isEmpty {
        book.add(.missingBlankLine, line: header.line + 1)
      }
      let below = lines[header.line + 1..<max(after, header.line + 1)]
      var text = words(in: below, isLast: isLast)
      if let placement = placement(header.settings) { text.placement = placement }
      if let cue = FoundCue(times: times, text: text, line: header.line + 1, &book) {
        cues.append(cue)
      }
    }
    return cues
  }

  private func headers(in lines: [ArraySlice<UInt8>]) -> [Header] {
    var headers: [Header] = []
    for index in lines.indices {
      guard lines[index].contains(UInt8(ascii: ">")) else { continue }
      guard var header = header(lines[index], at: index) else { continue }
      let floor = headers.last.map { $0.line + 1 } ?? 0
      if index > floor {
        let above = lines[index - 1].trimmed
        let isNumber = !above.isEmpty && above.count <= 9 && above.allSatisfy(\.isDigit)
        let isName = isWebVTT && !above.isEmpty && index - 2 >= 0 && lines[index - 2].isEmpty
        if isNumber || isName { header.first = index - 1 }
      }
      headers.append(header)
    }
    return headers
  }

  private func header(_ line: ArraySlice<UInt8>, at index: Int) -> Header? {
    var clock = Clock(line.prefix(500))
    if let start = clock.time(), clock.takeArrow() {
      let end = clock.time()
      return Header(
        line: index, first: index, times: end.map { (start, $0) }, settings: clock.rest)
    }
    // Only a line of nothing else is taken for broken times; words may have arrows in them.
    let isBroken =
      line.count < 60 && line.containsArrow
      && line.count(where: \.isDigit) >= 4 && !line.contains { $0 >= 0x80 }
    return isBroken ? Header(line: index, first: index, times: nil, settings: []) : nil
  }

  private func words(in lines: ArraySlice<ArraySlice<UInt8>>, isLast: Bool) -> StyledText {
    var kept = lines
    if isWebVTT {
      kept = lines.prefix { !$0.isEmpty }
    } else {
      while let last = kept.last, last.trimmed.isEmpty { kept.removeLast() }
      // The number of a cue that the end of the file cut off.
      if isLast, kept.count > 1, let last = kept.last, last.trimmed.allSatisfy(\.isDigit),
        kept.dropLast().last?.trimmed.isEmpty == true
      {
        kept.removeLast()
      }
    }
    var joined: [UInt8] = []
    for line in kept {
      joined += line.prefix(8 * SubtitleFile.longestText)
      joined.append(0x0A)
      if joined.count > 16 * SubtitleFile.longestText { break }
    }
    var reader = MarkupReader(joined[...], isWebVTT: isWebVTT)
    return reader.read()
  }

  /// What WebVTT's `line` setting says: a line from the top, or a share of the height.
  private func placement(_ settings: ArraySlice<UInt8>) -> Cue.Placement? {
    for setting in settings.split(separator: 0x20) where setting.hasPrefix("line:") {
      let value = setting.dropFirst(5)
      let digits = value.prefix(while: \.isDigit).prefix(4)
      guard let number = Int(digits.string) else { return nil }
      let isShare = value.dropFirst(digits.count).contains(UInt8(ascii: "%"))
      return number < (isShare ? 50 : 8) ? .top : .bottom
    }
    return nil
  }
}

extension UInt8 {
  fileprivate var isDigit: Bool { self >= 0x30 && self <= 0x39 }
}

extension ArraySlice<UInt8> {
  fileprivate var containsArrow: Bool {
    zip(self, dropFirst()).contains { $0 == UInt8(ascii: "-") && $1 == UInt8(ascii: ">") }
  }
}
