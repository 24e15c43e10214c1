/// A model elsewhere that makes clips: on this machine, in the house, or hosted.
///
/// What an engine is asked for has been fitted to its `capabilities`. Every method may be called
/// again after a crash; none of them starts a second clip for a key.
public protocol VideoEngine: Sendable {
  /// What the user calls it.
  var name: String { get }

  /// What it can make, asked of it where it tells.
  /// - Throws: `VideoEngineError` where it can't be reached or isn't what it was taken for.
  func capabilities() async throws(VideoEngineError) -> VideoCapabilities

  /// Has a clip begun.
  /// - Parameters:
  ///   - request: what to make, within the capabilities.
  ///   - key: stands for this clip and no other, whoever asks how often.
  /// - Throws: `VideoEngineError`; with code `lost` where the engine may or may not have begun.
  func start(_ request: ClipRequest, key: String) async throws(VideoEngineError) -> ClipTicket

  /// Looks for a clip that may have been begun under `key` at `time` (seconds since 1970) or later.
  func find(_ request: ClipRequest, key: String, since time: Double)
    async throws(VideoEngineError) -> ClipSearch

  /// How far a clip is.
  func progress(of ticket: ClipTicket) async throws(VideoEngineError) -> ClipProgress

  /// Ends a clip that isn't done; one that is over stays as it is.
  func cancel(_ ticket: ClipTicket) async throws(VideoEngineError)

  /// Puts a finished clip at `path`: foreign bytes, to be probed before they are used.
  func fetch(_ ticket: ClipTicket, to path: String) async throws(VideoEngineError)
}

/// By what an engine knows a clip: stored, so that a restart finds it again.
public struct ClipTicket: Hashable, Sendable, Codable {
  /// The engine's own name for it.
  public var id: String
  /// Where it is asked about, where the engine says.
  public var statusURL: String?
  /// Where its result is found, where the engine says.
  public var resultURL: String?
  /// Where it is ended, where the engine says.
  public var cancelURL: String?

  /// A ticket.
  public init(
    id: String, statusURL: String? = nil, resultURL: String? = nil, cancelURL: String? = nil
  ) {
    self.id = id
    self.statusURL = statusURL
    self.resultURL = resultURL
    self.cancelURL = cancelURL
  }
}

/// What looking for a clip brought.
public enum ClipSearch: Hashable, Sendable {
  /// It was begun.
  case found(ClipTicket)
  /// It was never begun: it may be asked for again.
  case absent
  /// The engine has no way to tell.
  case unknown
}

/// How far a clip is.
public struct ClipProgress: Hashable, Sendable {
  /// What is being done.
  public var state: State
  /// The share that is done, 0…1, where the engine tells.
  public var share: Double?
  /// What went wrong, in the engine's words; nil where nothing did.
  public var failure: String?

  /// What is being done about a clip.
  public enum State: String, Hashable, Sendable, Codable {
    case queued, running, done, failed, cancelled
    /// Whether nothing more will happen.
    public var isFinal: Bool { self == .done || self == .failed || self == .cancelled }
  }

  /// A progress.
  public init(_ state: State, share: Double? = nil, failure: String? = nil) {
    self.state = state
    self.share = share.map { min(max($0.isFinite ? $0 : 0, 0), 1) }
    self.failure = failure
  }
}
