public import Timeline

/// What came of a script's steps.
public struct Outcome: Hashable, Sendable {
  /// The draft before the first step.
  public var before: Draft
  /// The draft after the last.
  public var after: Draft
  /// Why steps failed: a sentence in the script's language, by the step's index.
  public var failures: [Int: String]
  /// What became of exports, by the step's index; those that failed are not there.
  public var exports: [Int: Export]
  /// What was measured of the films that are finished, by the step's index.
  public var receipts: [Int: FilmReceipt] = [:]
  /// What happened while clips were made, in sentences: who could not, and who was asked instead.
  public var notes: [String] = []
  /// The account's credits, where the script asks to show them.
  public var credits: Figures?
  /// How many exports were cancelled.
  public var cancelledExports: Int
  /// What a check of the film found; nil where none was made.
  public var findings: [PreflightFinding]?

  /// What came of the steps; nothing failed where nothing is said.
  public init(
    before: Draft, after: Draft, failures: [Int: String] = [:], exports: [Int: Export] = [:],
    credits: Figures? = nil, cancelledExports: Int = 0, findings: [PreflightFinding]? = nil
  ) {
    self.before = before
    self.after = after
    self.failures = failures
    self.exports = exports
    self.credits = credits
    self.cancelledExports = cancelledExports
    self.findings = findings
  }

  /// What became of an export.
  public enum Export: Hashable, Sendable {
    /// It goes on under this id.
    case started(id: String)
    /// The film is there, at this link.
    case finished(link: String)
  }

  /// An account's credits.
  public struct Figures: Hashable, Sendable {
    /// Can be spent.
    public var available: Int
    /// Held by work that goes on.
    public var frozen: Int

    /// These credits.
    public init(available: Int, frozen: Int) {
      self.available = available
      self.frozen = frozen
    }
  }
}
