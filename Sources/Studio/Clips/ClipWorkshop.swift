public import Director
public import MediaTime

/// Models elsewhere that make clips, as the studio speaks to them. Each clip that is asked for
/// under a key is made once, whoever asks how often, in this process or in the next.
public protocol ClipWorkshop: Sendable {
  /// Those that are set up, the first to be tried first.
  /// - Throws: `ServiceError` where that can't be read.
  func engines() async throws -> [ClipEngine]
  /// How an engine would make a clip. Nothing is made.
  /// - Throws: `ClipFailure` where it makes none of the kind, or can't be asked.
  func offer(for job: ClipJob, by engine: String) async throws -> ClipOffer
  /// Has a clip made and puts it at `path`: foreign bytes, to be probed before they are used.
  /// Cancelling the task leaves the clip at the engine. `progress` is told how far it is, 0 to 1,
  /// from any thread.
  /// - Throws: `ClipFailure`; `CancellationError`.
  func make(
    _ job: ClipJob, by engine: String, key: String, to path: String,
    progress: @escaping @Sendable (Double) -> Void
  ) async throws
  /// Whether something may still come of a clip that was asked for under a key.
  func isBegun(_ key: String) async throws -> Bool
  /// Ends a clip for which nobody waits any more.
  func end(_ key: String, by engine: String) async
  /// Forgets a clip that is over, or was never asked for.
  func forget(_ key: String) async
}

/// A clip as an engine is asked for it.
public struct ClipJob: Hashable, Sendable {
  /// What it shows.
  public var prompt: String
  /// The file of a picture that it begins with; nil for words alone. An offer only asks whether
  /// there is one.
  public var picture: String?
  /// Whether the picture was only drawn of the prompt, for engines that need one.
  public var isDrawn: Bool
  /// How long it is to be.
  public var duration: Milliseconds
  /// Pixels across.
  public var width: Int
  /// Pixels down.
  public var height: Int
  /// What makes chance the same.
  public var seed: Int

  /// What an order asks for.
  public init(_ order: ClipOrder, picture: String?) {
    prompt = order.prompt
    self.picture = picture
    isDrawn = if case .scene = order.start { true } else { false }
    (duration, width, height, seed) = (order.duration, order.width, order.height, order.seed)
  }
}

/// Why an engine makes no clip.
public struct ClipFailure: Error, Hashable, Sendable {
  /// Kinds of failure.
  public enum Kind: Hashable, Sendable {
    /// It can't be reached, or has too much to do.
    case away
    /// It doesn't accept the key, or there is none.
    case locked
    /// It doesn't do what was asked.
    case refused
    /// It broke while working, or what it made can't be used.
    case failed
    /// It may have begun, and nobody can tell: asking again may cost twice.
    case doubtful
  }

  /// The kind.
  public var kind: Kind
  /// Who.
  public var engine: String
  /// What happened and what to do, one English sentence.
  public var message: String

  /// A failure.
  public init(_ kind: Kind, of engine: String, _ message: String) {
    self.kind = kind
    self.engine = engine
    self.message = message
  }
}
