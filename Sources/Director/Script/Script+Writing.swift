import Language
import Timeline

extension Script {
  /// What `words` lead to in `situation`.
  ///
  /// Never fails, and takes time in proportion to the words' length.
  public init(for words: String, in situation: Situation) {
    self.init(language: situation.language ?? Reading(of: words).language)
  }
}
