extension Lexicon {
  /// Real words one letter away from a word of the lexicon; they are no slips.
  static let commonWords: Set<String> = []
}
