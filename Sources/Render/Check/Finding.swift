/// Something that a check found: how bad, and one sentence saying what, where and what to do.
public struct Finding: Hashable, Sendable, Codable {
  /// How bad a finding is.
  public enum Severity: String, Hashable, Sendable, Codable, Comparable {
    /// Worth knowing.
    case information
    /// Some viewers or players will be troubled.
    case warning
    /// The film can't be used as it is.
    case fault

    /// From information to faults.
    public static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

    private var rank: Int {
      switch self {
      case .information: 0
      case .warning: 1
      case .fault: 2
      }
    }
  }

  /// How bad it is.
  public var severity: Severity
  /// What, where and what to do.
  public var sentence: String

  /// A finding.
  public init(_ severity: Severity, _ sentence: String) {
    self.severity = severity
    self.sentence = sentence
  }
}
