public import Timeline

/// Words to be spoken over the film.
public struct VoiceOver: Hashable, Sendable, Codable {
  /// What is said.
  public var text: String
  /// In which language; nil follows the text's script.
  public var language: SpokenLanguage?
  /// Whose voice; nil is the engine's own choice.
  public var gender: Gender?
  /// How fast, as a factor of the voice's own pace.
  public var rate: Double

  /// Voices, as listeners tell them apart.
  public enum Gender: String, Hashable, Sendable, Codable, CaseIterable {
    case female, male
  }

  /// Words to be spoken.
  public init(
    _ text: String, language: SpokenLanguage? = nil, gender: Gender? = nil, rate: Double = 1
  ) {
    self.text = text
    self.language = language
    self.gender = gender
    self.rate = rate
  }
}
