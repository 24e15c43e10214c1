extension Script {
  /// What `words` lead to in `situation`.
  ///
  /// Never fails, and takes time in proportion to the words' length. Commands of the session
  /// (undo, export, status …) are found first, then media that the words bring in, then what
  /// `Language` reads of the rest.
  ///
  /// Where nothing was made yet, the media that are there become a rough cut of its own version,
  /// so that undoing the first words leads back to it.
  public init(for words: String, in situation: Situation) {
    var direction = Direction(words, situation)
    self = direction.script()
  }
}
