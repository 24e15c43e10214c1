import MediaTime

/// The words of a session, English and Chinese: a trie whose edges are words and single
/// Chinese characters, so that the longest phrase wins.
struct Vocabulary: Sendable {
  /// The one vocabulary.
  static let shared = Vocabulary()

  private struct Node: Sendable {
    var edges: [String: Int] = [:]
    var term: Term?
  }

  private var nodes = [Node()]

  private init() {
    let entries =
      Self.moodWords + Self.commandWords + Self.mediaWords + Self.placeWords + Self.subjectWords
      + Self.spokenChinese + Self.spokenEnglish
      + Self.fillerWords
    for (term, phrases) in entries {
      for phrase in phrases.split(separator: "|") { insert(String(phrase), term) }
    }
  }

  private mutating func insert(_ phrase: String, _ term: Term) {
    var node = 0
    for key in Wording(phrase).words.compactMap(\.key) {
      if let next = nodes[node].edges[key] {
        node = next
      } else {
        nodes.append(Node())
        nodes[node].edges[key] = nodes.count - 1
        node = nodes.count - 1
      }
    }
    if node != 0 { nodes[node].term = term }
  }

  /// The longest phrase that begins at `index`, and how many words it takes.
  func match(_ words: [Word], at index: Int) -> (term: Term, count: Int)? {
    var node = 0
    var found: (Term, Int)?
    for position in index..<words.count {
      guard let key = words[position].key, let next = nodes[node].edges[key] else { break }
      node = next
      if let term = nodes[node].term { found = (term, position + 1 - index) }
    }
    return found
  }
}
