public import Render
public import Timeline

/// A film to be made.
public struct FilmOrder: Hashable, Sendable, Codable {
  /// What it shows.
  public var draft: Draft
  /// The files of the draft's media, by their ids. Nothing else can be read.
  public var files: [String: String]
  /// How much work goes into it.
  public var quality: RenderSettings.Quality
  /// Where chance comes in, the same seed gives the same film.
  public var seed: UInt64
  /// Workers; nil for one a core. The film's bytes do not depend on it.
  public var threads: Int?
  /// Where the film goes, when it is whole. The folder must be there.
  public var output: String
  /// Pieces of earlier films of the same owner, that only what changed is made again; nil for
  /// none. Its folder must be there.
  public var cache: ChunkCache?

  /// An order.
  public init(
    draft: Draft, files: [String: String], quality: RenderSettings.Quality = .high,
    seed: UInt64 = 1, threads: Int? = nil, output: String, cache: ChunkCache? = nil
  ) {
    self.draft = draft
    self.files = files
    self.quality = quality
    self.seed = seed
    self.threads = threads
    self.output = output
    self.cache = cache
  }
}
