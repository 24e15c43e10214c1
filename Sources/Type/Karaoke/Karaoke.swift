public import MediaTime

/// Which words of a text are being said when, so that they light up.
public struct Karaoke: Hashable, Sendable {
  /// Some characters of the text and when they are said.
  public struct Word: Hashable, Sendable {
    /// The characters, counted as `TextArtwork.clusters` are.
    public var clusters: Range<Int>
    /// When they are said, from the text's start.
    public var range: TimeRange

    /// Characters that are said in a range of time from the text's start.
    public init(clusters: Range<Int>, range: TimeRange) {
      self.clusters = clusters
      self.range = range
    }
  }

  /// The words in the order in which they are said; none begins before another has ended.
  public let words: [Word]
  /// What is lit.
  public var style: Style
  /// The colour of what is lit.
  public var color: TextColor

  /// What is lit.
  public enum Style: String, Hashable, Sendable, CaseIterable {
    /// The word that is being said.
    case word
    /// All that has been said.
    case progress
  }

  /// Words with their times, in any order. A word ends at the latest where the next begins; one
  /// without characters or without time is left out.
  public init(
    _ words: [Word], style: Style = .word,
    color: TextColor = TextColor(red: 255, green: 214, blue: 64)
  ) {
    let sorted = words.filter { !$0.clusters.isEmpty && $0.clusters.lowerBound >= 0 }
      .enumerated()
      .sorted { ($0.element.range.start, $0.offset) < ($1.element.range.start, $1.offset) }
      .map(\.element)
    self.words = sorted.enumerated().compactMap { index, word in
      let next = index + 1 < sorted.count ? sorted[index + 1].range.start : word.range.end
      let end = min(word.range.end, next)
      guard end > word.range.start else { return nil }
      return Word(
        clusters: word.clusters,
        range: TimeRange(start: word.range.start, duration: end - word.range.start))
    }
    self.style = style
    self.color = color
  }

  /// Times of a number of words each, one after another in the text; what is beyond its last word
  /// is left out.
  public init(
    counting times: [(count: Int, range: TimeRange)], of words: [Range<Int>],
    style: Style = .word, color: TextColor = TextColor(red: 255, green: 214, blue: 64)
  ) {
    var next = 0
    let timed = times.compactMap { time -> Word? in
      let last = min(next + max(time.count, 0), words.count) - 1
      guard last >= next else { return nil }
      defer { next = last + 1 }
      return Word(
        clusters: words[next].lowerBound..<words[last].upperBound, range: time.range)
    }
    self.init(timed, style: style, color: color)
  }

  /// What is lit at `time` after the text's start; nil where nothing is.
  ///
  /// Light comes within 80 ms and, between words that follow at once, passes on without a gap; a
  /// pause of up to 200 ms keeps the last word lit.
  public func lit(at time: MediaTime) -> TextState.Lit? {
    guard let index = words.lastIndex(where: { $0.range.start <= time }) else { return nil }
    let word = words[index]
    let next = index + 1 < words.count ? words[index + 1].range.start : nil
    var end = word.range.end
    if let next, next - end <= Self.pause { end = next }
    let first = style == .progress ? words[0].clusters.lowerBound : word.clusters.lowerBound
    let last = words[...index].map(\.clusters.upperBound).max() ?? 0
    let clusters = first..<max(style == .progress ? last : word.clusters.upperBound, first + 1)
    if style == .word, time >= end { return nil }
    let follows = index > 0 && word.range.start - words[index - 1].range.end <= Self.pause
    let risen = min((time - word.range.start).seconds / 0.08, 1)
    return TextState.Lit(
      clusters: clusters, opacity: follows ? 1 : max(risen, 0), color: color)
  }

  private static let pause = MediaTime(1, over: 5)
}
