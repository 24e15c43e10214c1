public import MediaTime

extension Karaoke {
  /// Times of words by what they are, in the order in which they are said, as subtitles have them;
  /// a word that isn't found in the artwork's text after the one before it is left out.
  ///
  /// Upper and lower case don't matter. What is lit reaches to the next word's beginning where only
  /// marks lie between, so that a comma is lit with its word.
  public init(
    finding times: [(text: String, range: TimeRange)], in artwork: TextArtwork,
    style: Style = .word, color: TextColor = TextColor(red: 255, green: 214, blue: 64)
  ) {
    let text = artwork.text.map { $0.lowercased() }
    var next = 0
    let words = times.compactMap { time -> Word? in
      let sought = CleanText(time.text).text.map { $0.lowercased() }
      guard !sought.isEmpty, let start = Self.index(of: sought, in: text, from: next) else {
        return nil
      }
      var end = start + sought.count
      while end < text.count, text[end].allSatisfy({ $0.isPunctuation }) { end += 1 }
      next = end
      return Word(clusters: start..<end, range: time.range)
    }
    self.init(words, style: style, color: color)
  }

  private static func index(of sought: [String], in text: [String], from first: Int) -> Int? {
    guard first + sought.count <= text.count else { return nil }
    return (first...text.count - sought.count).first { start in
      text[start] == sought[0] && text[start..<start + sought.count].elementsEqual(sought)
    }
  }
}
