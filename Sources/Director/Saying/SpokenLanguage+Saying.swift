import Timeline

extension SpokenLanguage {
  /// The words of this language.
  func say(_ english: String, _ chinese: String) -> String {
    self == .english ? english : chinese
  }

  /// A list of names; the last joined by "and".
  func list(_ names: [String]) -> String {
    guard self == .english, names.count > 1, let last = names.last else {
      return names.joined(separator: "、")
    }
    return names.dropLast().joined(separator: ", ") + " and " + last
  }

  /// Phrases that are told one after another.
  func series(_ phrases: [String]) -> String {
    phrases.joined(separator: say("; ", "；"))
  }

  /// Words of others, on one line and not too long.
  func quote(_ words: String, most: Int = 60) -> String {
    let line = words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let short = line.count > most ? line.prefix(most - 1) + "…" : line
    guard short.contains("“") || short.contains("\"") else { return "“\(short)”" }
    return say("‘\(short)’", "「\(short)」")
  }

  /// The first few of `phrases`, and how many more there are.
  func few(_ phrases: [String], most: Int) -> [String] {
    guard phrases.count > most + 1 else { return phrases }
    let more = phrases.count - most
    return phrases.prefix(most) + [say("\(more) more", "另有\(more)项")]
  }

  /// A sentence: with a full stop where it has none. A space at its end stands for none, which
  /// keeps a link whole.
  func sentence(_ words: String) -> String {
    guard let last = words.last, !".!?。！？…".contains(last) else { return words }
    if last == " " { return String(words.dropLast()) }
    return words + say(".", "。")
  }

  /// Sentences as a paragraph.
  func paragraph(_ sentences: [String]) -> String {
    sentences.filter { !$0.isEmpty }.map(sentence).joined(separator: say(" ", ""))
  }
}
