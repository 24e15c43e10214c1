/// Phrases and what they mean: a trie whose edges are words and single Chinese characters, so
/// that the longest phrase wins.
struct PhraseTrie<Meaning: Sendable>: Sendable {
  private struct Node: Sendable {
    var edges: [String: Int] = [:]
    var meaning: Meaning?
  }

  private var nodes = [Node()]

  /// A trie of phrases with `|` between those that mean the same; what is later wins.
  init(_ entries: [(Meaning, String)]) {
    for (meaning, phrases) in entries {
      for phrase in phrases.split(separator: "|") { insert(String(phrase), meaning) }
    }
  }

  private mutating func insert(_ phrase: String, _ meaning: Meaning) {
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
    if node != 0 { nodes[node].meaning = meaning }
  }

  /// The longest phrase that begins at `index`, and how many words it takes.
  func match(_ words: [Word], at index: Int) -> (term: Meaning, count: Int)? {
    var node = 0
    var found: (Meaning, Int)?
    for position in index..<words.count {
      guard let key = words[position].key, let next = nodes[node].edges[key] else { break }
      node = next
      if let meaning = nodes[node].meaning { found = (meaning, position + 1 - index) }
    }
    return found
  }
}
