import MediaTime

/// A cue as it stands in a file, before it is set among the others.
struct FoundCue {
  var cue: Cue
  /// Its line in the file, counted from 1.
  let line: Int
  /// Whether the file's end was no use, and another was made up.
  let hasGuessedEnd: Bool
  /// The cue's place in the file.
  var order = 0

  /// Checks what was read; nil where nothing is left to show.
  /// - Parameters:
  ///   - times: start and end in milliseconds.
  ///   - text: the words.
  ///   - line: the line with the times, counted from 1.
  init?(times: (start: Int64, end: Int64), text: StyledText, line: Int, _ book: inout NoteBook) {
    var (start, end) = times
    if text.hasDrawing { book.add(.drawing, line: line) }
    var words = text.text
    guard !words.isEmpty else {
      if !text.hasDrawing { book.add(.noText, line: line) }
      return nil
    }
    if start < 0 || end < 0 {
      book.add(.negativeTime, line: line)
      guard end > 0 else { return nil }
      start = max(start, 0)
    }
    guard start <= Clock.longest, end <= Clock.longest else {
      book.add(.absurdTime, line: line)
      return nil
    }
    hasGuessedEnd = end <= start
    if hasGuessedEnd {
      book.add(.endBeforeStart, line: line)
      end = start + Self.readingTime(words)
    }
    if text.isCut || words.count > SubtitleFile.longestText {
      book.add(.longText, line: line)
      words = String(words.prefix(SubtitleFile.longestText)).trimmed
    }
    let timed = text.isCut ? [] : text.words(from: start, to: end)
    let placement = text.placement ?? .bottom
    cue = Cue(
      start: MediaTime(bounded: start), end: MediaTime(bounded: end), text: words,
      isItalic: text.isItalic, placement: placement, speaker: text.speaker, words: timed)
    self.line = line
  }

  /// Milliseconds that reading takes: about 17 letters a second, 5 where a sign is a syllable.
  private static func readingTime(_ words: String) -> Int64 {
    let cost = words.unicodeScalars.prefix(200).reduce(0) { $0 + ($1.value >= 0x2E80 ? 200 : 60) }
    return Int64(min(max(cost, 1000), 7000))
  }
}

extension String {
  /// The text without white space at its ends.
  fileprivate var trimmed: String {
    let tail = self.reversed().prefix { $0.isWhitespace }.count
    return String(self.drop { $0.isWhitespace }.dropLast(tail))
  }
}
