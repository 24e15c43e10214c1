/// What an operator may choose about the studio.
public struct StudioSettings: Hashable, Sendable {
  /// Where clients reach the server, without a slash at its end.
  public var publicURL = "http://127.0.0.1:8787"
  /// A folder for films while they are made; what lies in it is removed at the start.
  public var workFolder: String
  /// A folder for finished pieces of films, that only what changed is made again; nil for none.
  public var pieceFolder: String?
  /// Bytes that it may take, checked with every sweep; 0 keeps nothing.
  public var largestPieces = 4 << 30
  /// Turns that go on at once.
  public var turnWorkers = 16
  /// Films that are made at once. A renderer uses every core by itself.
  public var exportWorkers = 1
  /// How long work stays with a worker that gives no sign of life.
  public var leaseTime: Duration = .seconds(30)
  /// How often a piece of work is tried before it fails.
  public var attempts = 3
  /// How long work that broke off waits before it is tried a second time; twice as long before
  /// the third.
  public var retryDelay: Duration = .seconds(2)
  /// How long a worker waits before it looks for work that nobody told it of.
  public var pollInterval: Duration = .seconds(5)
  /// How long a signed link holds.
  public var linkLifetime: Duration = .seconds(24 * 3600)
  /// How long a resumable upload may take.
  public var uploadLifetime: Duration = .seconds(24 * 3600)
  /// Sessions idle longer than this are removed with their media; nil keeps them for good.
  public var retention: Duration? = .seconds(30 * 24 * 3600)
  /// How often the sweep runs; nil for never.
  public var sweepInterval: Duration? = .seconds(3600)
  /// Bytes of replies that ``Studio/latestState(of:for:)`` keeps.
  public var stateCacheSize = 16 << 20
  /// Characters of the longest message.
  public var longestMessage = 20_000
  /// Bytes of the largest draft that is taken for an export.
  public var largestDraft = 4 << 20
  /// Versions of its draft that a session may have before edits without words are refused.
  public var versionsPerSession = 10_000
  /// Bytes of such a session's history, as it is stored; checked now and then.
  public var largestHistory = 16 << 20
  /// Files that one session may hold.
  public var mediaPerSession = 500
  /// Exports that one session may have had.
  public var exportsPerSession = 1000

  /// The usual settings.
  public init(workFolder: String) { self.workFolder = workFolder }
}
