/// A language that Kinora reads and answers in.
public enum UtteranceLanguage: String, Hashable, Sendable, Codable, CaseIterable {
  /// English.
  case english = "en"
  /// Chinese, in simplified characters; traditional ones are read too.
  case chinese = "zh"
}
