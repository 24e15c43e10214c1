/// Which skill a request comes from, by its three headers.
public struct Attribution: Hashable, Sendable, Codable {
  /// The calling skill's name: `X-Skill-Source`.
  public var source: String
  /// The skill's version: `X-Skill-Version`.
  public var version: String
  /// Where the skill is installed: `X-Skill-Platform`.
  public var platform: String

  /// An attribution.
  public init(source: String, version: String, platform: String) {
    self.source = source
    self.version = version
    self.platform = platform
  }

  /// The header that carries ``source``.
  public static let sourceHeader = "X-Skill-Source"
  /// The header that carries ``version``.
  public static let versionHeader = "X-Skill-Version"
  /// The header that carries ``platform``.
  public static let platformHeader = "X-Skill-Platform"

  /// The platform of a skill: the environment's `SKILL_SOURCE`, else by the folder that the
  /// skill is installed in, else `unknown`.
  public static func platform(skillSource: String?, installPath: String?) -> String {
    if let skillSource, !skillSource.isEmpty { return skillSource }
    guard let installPath else { return "unknown" }
    if installPath.contains("/.clawhub/") { return "clawhub" }
    if installPath.contains("/.cursor/skills/") { return "cursor" }
    return "unknown"
  }
}
