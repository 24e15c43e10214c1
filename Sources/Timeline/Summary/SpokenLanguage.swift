public import MediaTime

/// The language in which a draft is described to people.
public enum SpokenLanguage: String, Hashable, Sendable, Codable, CaseIterable {
  case english = "en"
  case chinese = "zh"

  /// The words of this language.
  func say(_ english: String, _ chinese: String) -> String {
    self == .english ? english : chinese
  }

  /// A list of names.
  func list(_ names: [String]) -> String { names.joined(separator: say(", ", "、")) }

  /// Words of others, in quotation marks.
  func quote(_ words: String) -> String {
    let line = words.split(whereSeparator: \.isNewline).joined(separator: " ")
    return say("\"\(line)\"", "“\(line)”")
  }
}

extension Milliseconds {
  /// Seconds with as many decimals as they need: `3`, `2.5`, `0.125`.
  public var secondsText: String { JSONValue(seconds).text() }
}

extension Double {
  /// A share in per cent, without needless decimals: `35`, `12.5`.
  var percentText: String { JSONValue((self * 1000).rounded() / 10).text() }
  /// With at most two decimals: `1`, `0.25`.
  var shortText: String { JSONValue((self * 100).rounded() / 100).text() }
}
