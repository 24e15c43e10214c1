import MediaTime

/// What a cue's markup comes to: plain text and what the marks said.
struct StyledText {
  /// A place in the text where a word begins, by bytes.
  struct Mark {
    var offset: Int
    /// Milliseconds: of the file's clock, or how long the word lasts.
    var time: Int64
  }

  var bytes: [UInt8] = []
  var italicBytes = 0
  var letterBytes = 0
  /// Where the markup puts the text; nil where it does not say.
  var placement: Cue.Placement?
  var speaker: String?
  /// Where words begin, by WebVTT's timestamps.
  var timestamps: [Mark] = []
  /// Where words begin and how long they last, by SubStation Alpha's `\k`.
  var karaoke: [Mark] = []
  var hasDrawing = false
  var isCut = false

  /// The text without spaces that show nothing: none at the ends of lines, no empty lines.
  var text: String {
    var lines: [[UInt8]] = []
    for line in bytes.split(separator: 0x0A) {
      var kept: [UInt8] = []
      for byte in line {
        if byte <= 0x20 || byte == 0x7F {
          if let last = kept.last, last != 0x20 { kept.append(0x20) }
        } else {
          kept.append(byte)
        }
      }
      if kept.last == 0x20 { kept.removeLast() }
      if !kept.isEmpty { lines.append(kept) }
    }
    return String(decoding: Array(lines.joined(separator: [0x0A])), as: UTF8.self)
  }

  var isItalic: Bool { letterBytes > 0 && italicBytes == letterBytes }

  /// The timed words of a cue that begins and ends at these milliseconds.
  func words(from start: Int64, to end: Int64) -> [TimedWord] {
    timestamps.isEmpty ? karaokeWords(from: start) : stampedWords(from: start, to: end)
  }

  private func stampedWords(from start: Int64, to end: Int64) -> [TimedWord] {
    let marks = [Mark(offset: 0, time: start)] + timestamps
    return marks.indices.compactMap { index in
      let isLast = index + 1 == marks.count
      let until = isLast ? bytes.count : marks[index + 1].offset
      let finish = isLast ? end : marks[index + 1].time
      return word(marks[index].offset..<until, marks[index].time, finish)
    }
  }

  private func karaokeWords(from start: Int64) -> [TimedWord] {
    var words: [TimedWord] = []
    var clock = start
    var mayJoin = false
    for index in karaoke.indices {
      let offset = karaoke[index].offset
      let until = index + 1 < karaoke.count ? karaoke[index + 1].offset : bytes.count
      let finish = min(clock + karaoke[index].time, 10 * Clock.longest)
      defer { clock = finish }
      guard let word = word(offset..<until, clock, finish) else {
        mayJoin = false
        continue
      }
      let isSyllable = mayJoin && isLatin(bytes[offset]) && isLatin(bytes[offset - 1])
      if isSyllable, let last = words.popLast() {
        words.append(TimedWord(last.text + word.text, start: last.start, end: word.end))
      } else {
        words.append(word)
      }
      mayJoin = true
    }
    return words
  }

  private func isLatin(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x27
      || (0xC3...0xC9).contains(byte)
  }

  private func word(_ range: Range<Int>, _ start: Int64, _ end: Int64) -> TimedWord? {
    let part = StyledText(bytes: Array(bytes[range])).text
    guard !part.isEmpty else { return nil }
    return TimedWord(
      part, start: MediaTime(bounded: start), end: MediaTime(bounded: max(start, end)))
  }
}
