import Timeline

/// Every word and phrase that Kinora knows, in both languages.
///
/// A trie whose edges are words, single Chinese characters, digits and marks, so that the
/// longest phrase wins and both languages are read by the same walk.
struct Lexicon: Sendable {
  /// The one lexicon.
  static let shared = Lexicon()

  private var nodes: [Node] = [Node()]
  private(set) var words: Set<String> = []
  private let spelling: Spelling

  private struct Node: Sendable {
    var edges: [String: Int] = [:]
    var term: Term?
  }

  private init() {
    var entries: [(Term, String)] = Self.chineseForms
    entries += Self.fillerWords + Self.jointWords + Self.valueWords + Self.placeWords
    entries += Self.features.map {
      (.feature($0.english), "\($0.english)|\($0.chinese)|\($0.synonyms)")
    }
    entries += Self.colors.map {
      (.color($0.hex), "\($0.english)|\($0.chinese)|\($0.synonyms)")
    }
    entries += Self.treatments.map { words in
      let names = SpokenLanguage.allCases.map { language in
        Self.treatmentName(words.kind, words.name, in: language)
      }
      return (
        .treatment(words.kind, words.name), names.joined(separator: "|") + "|" + words.synonyms
      )
    }
    entries += Self.treatmentSorts
    entries += Self.outputWords + Self.cameraWords + Self.editWords + Self.soundWords
    entries += Self.textWords + Self.letterings
    entries += Self.spokenFiller + Self.markedFiller + Self.complaints
    entries += Self.spokenVerbs + Self.spokenPictures
    entries += Self.spokenOrders + Self.spokenSounds
    entries += Self.spokenRest + Self.spokenMore + Self.spokenTurns
    entries += Self.chineseSlips + Self.colloquialChinese
    entries += Self.spokenTreatments + Self.spokenFeatures + Self.fontNames
    entries += Self.englishFiller + Self.spokenJoints + Self.englishComplaints + Self.englishVerbs
    entries += Self.englishFeatures + Self.englishFonts + Self.englishPlaces
    entries += Self.colloquialVerbs + Self.colloquialPictures + Self.colloquialFiller
    entries += Self.colloquialFeatures + Self.courtesies + Self.furtherWords
    entries += Self.unwanted + Self.furtherPictures + Self.graded(Self.englishComplaints)
    var trie = [Node()]
    var words: Set<String> = []
    for (term, phrases) in entries {
      for phrase in phrases.split(separator: "|", omittingEmptySubsequences: true) {
        Self.insert(String(phrase), term, into: &trie, words: &words)
      }
    }
    nodes = trie
    self.words = words
    spelling = Spelling(words.union(Numerals.words), real: Self.commonWords)
  }

  private static func insert(
    _ phrase: String, _ term: Term, into trie: inout [Node], words: inout Set<String>
  ) {
    var node = 0
    for token in Tokenizer(phrase).tokens {
      guard let key = key(of: token) else { continue }
      if case .word(let word) = token.kind { words.insert(word) }
      if let next = trie[node].edges[key] {
        node = next
      } else {
        trie.append(Node())
        trie[node].edges[key] = trie.count - 1
        node = trie.count - 1
      }
    }
    if node != 0 { trie[node].term = term }
  }

  /// The edge that a token follows; nil for what no phrase contains.
  private static func key(of token: Token) -> String? {
    switch token.kind {
    case .word(let word): word
    case .han(let character): character
    case .mark(let mark): String(mark)
    case .number(let value): "#\(value)"
    default: nil
    }
  }

  /// The longest phrase that begins at `index`, and how many tokens it takes.
  ///
  /// Words are followed as they are, and, where that leads less far, as what they are forms of.
  func match(_ tokens: [Token], at index: Int) -> (term: Term, count: Int)? {
    let exact = walk(tokens, from: index, stemming: false)
    guard case .word = tokens[index].kind else { return exact }
    let stemmed = walk(tokens, from: index, stemming: true)
    guard let stemmed, stemmed.count > exact?.count ?? 0 else { return exact }
    return stemmed
  }

  private func walk(
    _ tokens: [Token], from index: Int, stemming: Bool
  ) -> (term: Term, count: Int)? {
    var node = 0
    var found: (Term, Int)?
    var position = index
    while position < tokens.count, let next = edge(from: node, tokens[position], stemming) {
      node = next
      position += 1
      if let term = nodes[node].term { found = (term, position - index) }
    }
    return found
  }

  /// The edge for a token, or for a word that it is a form of.
  private func edge(from node: Int, _ token: Token, _ stemming: Bool) -> Int? {
    guard let key = Self.key(of: token) else { return nil }
    if stemming, case .word(let word) = token.kind {
      for stem in Inflection.stems(of: word) {
        if let next = nodes[node].edges[stem] { return next }
      }
    }
    return nodes[node].edges[key]
  }

  /// The word of the lexicon that `word` is a form or a slip of; `word` itself where there is none.
  func canonical(_ word: String) -> String {
    if words.contains(word) || Numerals.words.contains(word) { return word }
    for stem in Inflection.stems(of: word) where words.contains(stem) { return stem }
    return spelling.correction(of: word) ?? word
  }

  /// Whether a word says nothing by itself: an article, a preposition, a courtesy.
  func isSmall(_ word: String) -> Bool {
    guard let node = nodes[0].edges[word] else { return false }
    switch nodes[node].term {
    case .filler, .article, .preposition, .all, .and, .not: return true
    default: return false
    }
  }
}
