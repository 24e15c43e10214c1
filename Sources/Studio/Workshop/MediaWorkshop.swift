public import Language
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

  /// An order.
  public init(
    draft: Draft, files: [String: String], facts: [String: MediaFacts], quality: Quality,
    seed: Int, outputPath: String
  ) {
    self.draft = draft
    self.files = files
    self.facts = facts
    self.quality = quality
    self.seed = seed
    self.outputPath = outputPath
  }
}

/// A film that was made.
public struct RenderedFilm: Hashable, Sendable {
  /// How long it lasts, in milliseconds.
  public var duration: Int

  /// A film of that length.
  public init(duration: Int) { self.duration = duration }
}
