public import MediaTime

/// A word and when it is spoken, counted from the start of its caption or its voice-over.
public struct TimedWord: Hashable, Sendable, Codable {
  /// The word, or Chinese character, with the marks behind it; in a caption with the space too.
  public var text: String
  /// When it begins.
  public var start: Milliseconds
  /// When it ends.
  public var end: Milliseconds

  /// A word.
  public init(_ text: String, start: Milliseconds, end: Milliseconds) {
    self.text = text
    self.start = start
    self.end = end
  }
}

extension SegmentStyle {
  /// The key of ``words`` under `m`.
  public static let wordsKey = "words"

  /// When each word of a caption is spoken: `[{"x":"Hello ","s":0,"d":320}, …]`, all times in
  /// milliseconds; empty where nobody timed them. What can't be read is left out.
  public var words: [TimedWord] {
    get {
      guard case .array(let items)? = unknown[Self.wordsKey] else { return [] }
      return items.compactMap { item in
        guard case .object(let members) = item, case .string(let text)? = members["x"],
          case .integer(let start)? = members["s"], case .integer(let length)? = members["d"],
          (0...86_400_000).contains(start), (0...86_400_000).contains(length)
        else { return nil }
        return TimedWord(text, start: Milliseconds(start), end: Milliseconds(start + length))
      }
    }
    set {
      let items = newValue.map { word in
        JSONValue.object([
          "x": .string(word.text), "s": .integer(word.start.count),
          "d": .integer((word.end - word.start).count),
        ])
      }
      unknown[Self.wordsKey] = items.isEmpty ? nil : .array(items)
    }
  }
}
