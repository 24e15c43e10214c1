public import Director
public import Language
public import MediaTime
public import Scenes
public import Timeline

/// What looks into media and makes films. The studio hands it paths; it never sees who asks.
public protocol MediaWorkshop: Sendable {
  /// What a file is, judged by its content.
  /// - Throws: `ServiceError` with code 4001 where it is of no kind that can be used.
  func probe(path: String) async throws -> ProbedMedia
  /// Looks at the whole of a file. `progress` is told how far it is, 0 to 1, from any thread.
  func analyse(
    path: String, facts: MediaFacts, progress: @escaping @Sendable (Double) -> Void
  ) async throws -> MediaAnalysis
  /// Draws a scene as a PNG, for people to look at, at `outputPath`.
  func draw(_ scene: SceneFile, to outputPath: String) async throws
  /// Speaks words into a WAV file at `outputPath`.
  /// - Throws: `ServiceError` with code 503 where there is no voice.
  func speak(_ voice: VoiceOver, to outputPath: String) async throws -> Spoken
  /// When the beats of a piece of music fall, from its start; empty where it has none.
  func beats(path: String) async throws -> [Milliseconds]
  /// The subtitles in a file, as captions with the file's times, in the order of their starts.
  /// - Throws: `ServiceError` with code 4001 where there are none.
  func captions(path: String) async throws -> [Segment]
  /// A frame of a film as a JPEG, as its export shows it. Cancelling the task drops it where it
  /// waits its turn.
  func frame(_ order: FrameOrder) async throws -> [UInt8]
  /// How loud a sound is in each of `bins` equal steps; what is composed or has no end is played
  /// for `length`, or half a minute.
  func peaks(path: String, bins: Int, lasting length: Milliseconds?) async throws -> SoundCurve
  /// What a viewer of a film would stumble over, found without making it.
  func inspect(_ order: FilmOrder) async throws -> [PreflightFinding]
  /// Makes a film. Cancelling the task stops it and leaves no file. `progress` is told how far it
  /// is, 0 to 1, from any thread.
  func render(
    _ order: FilmOrder, progress: @escaping @Sendable (Double) -> Void
  ) async throws -> RenderedFilm
}

/// What a probe found.
public struct ProbedMedia: Hashable, Sendable {
  /// What drafts need to know.
  public var facts: MediaFacts
  /// The type by content, such as `video/mp4`.
  public var contentType: String

  /// What a probe found.
  public init(facts: MediaFacts, contentType: String) {
    self.facts = facts
    self.contentType = contentType
  }
}

/// A film to be made.
public struct FilmOrder: Hashable, Sendable {
  /// What to render; it has been validated.
  public var draft: Draft
  /// Where the media of the draft lie, by their ids.
  public var files: [String: String]
  /// What the media are, by their ids.
  public var facts: [String: MediaFacts]
  /// How much time the picture is worth.
  public var quality: Quality
  /// The seed of everything random.
  public var seed: Int
  /// Where the film is to be written.
  public var outputPath: String
  /// Whether it is only to be looked at while editing: small, and made as quickly as can be.
  public var isProxy: Bool
  /// A folder of pieces of the session's earlier films; nil for none.
  public var pieces: String?

  /// An order.
  public init(
    draft: Draft, files: [String: String], facts: [String: MediaFacts], quality: Quality,
    seed: Int, outputPath: String, isProxy: Bool = false
  ) {
    self.draft = draft
    self.files = files
    self.facts = facts
    self.quality = quality
    self.seed = seed
    self.outputPath = outputPath
    self.isProxy = isProxy
  }
}

/// A film that was made.
public struct RenderedFilm: Hashable, Sendable {
  /// How long it lasts, in milliseconds.
  public var duration: Int
  /// What was asked beside what was measured of it; nil where it wasn't measured.
  public var receipt: FilmReceipt?

  /// A film of that length.
  public init(duration: Int, receipt: FilmReceipt? = nil) {
    self.duration = duration
    self.receipt = receipt
  }
}
