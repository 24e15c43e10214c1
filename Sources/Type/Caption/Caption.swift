public import MediaTime

/// A piece of spoken text and when it is read.
public struct Caption: Hashable, Sendable {
  /// The words, without line breaks; layout sets them in two lines at most.
  public var text: String
  /// When it is on.
  public var range: TimeRange

  /// A caption.
  public init(text: String, range: TimeRange) {
    self.text = text
    self.range = range
  }

  /// How long a viewer takes to read it: 17 characters a second, 7 of Chinese, Japanese and
  /// Korean (Netflix's timed text style guides).
  public var readingTime: MediaTime {
    MediaTime(CaptionText.milliseconds(toRead: text), over: 1000)
  }

  /// Whether it is on for as long as it takes to read, to a tenth.
  public var isReadable: Bool { readingTime <= MediaTime(11, over: 10) * range.duration }
}

extension Caption {
  /// Splits what is said during `range` into captions of at most two lines of 42 characters (17
  /// where they are Chinese, Japanese or Korean), one after another.
  ///
  /// Splits at the ends of sentences and clauses where there are some, never inside a word, nor
  /// between a number and its unit. Each is on for its share of the time by how long it takes to
  /// read, for a second at least: where the time is too short for that, captions are fewer and
  /// longer. Whether each can be read is told by `isReadable`. Text without words gives none.
  public static func split(_ text: String, over range: TimeRange) -> [Caption] {
    let whole = CaptionText(text)
    guard !whole.atoms.isEmpty, range.duration > .zero else { return [] }
    let most = max(Int(range.duration.seconds), 1)
    let parts = whole.parts(atMost: most)
    let ends = times(of: parts.map { CaptionText.milliseconds(toRead: $0) }, in: range)
    var start = range.start
    return zip(parts, ends).map { text, end in
      defer { start = end }
      return Caption(text: text, range: TimeRange(start: start, duration: end - start))
    }
  }

  /// When each part ends: by shares of the time, a second each at least where there is so much.
  private static func times(of reading: [Int64], in range: TimeRange) -> [MediaTime] {
    let total = range.duration.seconds * 1000
    let least = min(1000, total / Double(reading.count))
    let spare = total - least * Double(reading.count)
    let beyond = reading.map { max(Double($0) - least, 1) }
    let sum = beyond.reduce(0, +)
    var end = 0.0
    return beyond.enumerated().map { index, share in
      end += least + spare * share / sum
      guard index < reading.count - 1 else { return range.end }
      // Upwards, so that none but the last can lose its second to rounding.
      return range.start + MediaTime(Int64(end.rounded(.up)), over: 1000)
    }
  }
}
