public import Timeline

/// Something that Kinora knows by name and can't do yet.
public struct Feature: Hashable, Sendable, Codable {
  /// Its name in English.
  public let name: String

  /// The feature called `name` in English.
  public init(_ name: String) { self.name = name }

  /// Its name in `language`.
  public func name(in language: SpokenLanguage) -> String {
    language == .chinese ? Feature.chineseNames[name] ?? name : name
  }
}

extension Feature {
  /// Every feature's Chinese name, by its English one.
  static let chineseNames = Dictionary(
    uniqueKeysWithValues: Lexicon.features.map { ($0.english, $0.chinese) })
}

extension Feature {
  /// The English names of all features that are known and not to be had.
  public static let allNames = Lexicon.features.map(\.english)
}
