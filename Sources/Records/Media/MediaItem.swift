public import Foundation
public import Timeline

/// A file that a session can use, uploaded or made.
public struct MediaItem: Hashable, Sendable, Codable, Identifiable {
  /// What drafts call it: `m_…`.
  public var id: String
  /// The session that may use it.
  public var session: String
  /// Whose it is.
  public var account: String
  /// Where it came from.
  public var origin: Origin
  /// The file's name as it was sent.
  public var filename: String
  /// Its content: SHA-256 in hexadecimal digits, the name of its blob.
  public var blob: String
  /// Bytes.
  public var size: Int
  /// Its type by content, such as `video/mp4`.
  public var contentType: String
  /// What a probe found.
  public var facts: MediaFacts
  /// What an analysis found, as `video_analyses` shows it; nil until it was made.
  public var analysis: JSONValue?
  /// A picture that shows it where it is none itself, as the name of a blob.
  public var poster: String?
  /// What it was made from; nil for what was uploaded.
  public var generation: Generation?
  /// When it came.
  public var createdAt: Date

  /// Where a medium comes from.
  public enum Origin: String, Hashable, Sendable, Codable {
    case upload, generated
  }

  /// How a medium was made.
  public struct Generation: Hashable, Sendable, Codable {
    /// The words that it was made from.
    public var prompt: String
    /// What made it: `kinora` for the built-in engine.
    public var generator: String
    /// What made chance the same.
    public var seed: Int
    /// The model that answered, where another made it; nil where that isn't known.
    public var model: String?
    /// Credits that were asked for it; nil for nothing.
    public var credits: Int?
    /// US dollars that it cost whoever runs the engine; nil where that isn't known.
    public var dollars: Double?
    /// All that the generator needs to make it again, or otherwise; nil where that isn't known.
    public var recipe: JSONValue?

    /// A making.
    public init(prompt: String, generator: String, seed: Int, recipe: JSONValue? = nil) {
      self.prompt = prompt
      self.generator = generator
      self.seed = seed
      self.recipe = recipe
    }
  }

  /// A medium.
  public init(
    id: String, session: String, account: String, origin: Origin = .upload, filename: String,
    blob: String, size: Int, contentType: String, facts: MediaFacts,
    analysis: JSONValue? = nil, poster: String? = nil, generation: Generation? = nil,
    createdAt: Date
  ) {
    self.id = id
    self.session = session
    self.account = account
    self.origin = origin
    self.filename = filename
    self.blob = blob
    self.size = size
    self.contentType = contentType
    self.facts = facts
    self.analysis = analysis
    self.poster = poster
    self.generation = generation
    self.createdAt = createdAt
  }

  /// The blobs that it holds.
  public var blobs: [String] { [blob] + (poster.map { [$0] } ?? []) }

  /// What people call it: the file's name without its extension.
  public var name: String {
    let stem = (filename as NSString).deletingPathExtension
    return stem.isEmpty ? filename : stem
  }
}

/// A resumable upload that has not come whole (tus 1.0).
public struct PartialUpload: Hashable, Sendable, Codable, Identifiable {
  /// Its id, also that of the part in the blob store.
  public var id: String
  /// Whose it is.
  public var account: String
  /// The session that it is for.
  public var session: String
  /// The file's name.
  public var filename: String
  /// Bytes when whole.
  public var length: Int
  /// `Upload-Metadata` as it came.
  public var metadata: String
  /// The medium that it became; nil until it is whole.
  public var media: String?
  /// When it began.
  public var createdAt: Date
  /// When it is given up.
  public var expiresAt: Date

  /// An upload that begins.
  public init(
    id: String, account: String, session: String, filename: String, length: Int,
    metadata: String, media: String? = nil, createdAt: Date, expiresAt: Date
  ) {
    self.id = id
    self.account = account
    self.session = session
    self.filename = filename
    self.length = length
    self.metadata = metadata
    self.media = media
    self.createdAt = createdAt
    self.expiresAt = expiresAt
  }
}
