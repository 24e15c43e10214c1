public import Timeline

/// What a file is, by its content.
public struct ProbedMedia: Hashable, Sendable, Codable {
  /// What a draft needs to know of it.
  public var facts: MediaFacts
  /// Its media type: `video/mp4`, `video/quicktime`, `video/x-msvideo`, `video/webm`,
  /// `video/x-matroska`, `image/jpeg`, `image/png`, `image/gif`, `image/webp`, `audio/mpeg`,
  /// `audio/wav`, `audio/mp4`, `audio/aac`, `audio/webm`, `audio/x-matroska`;
  /// of subtitles `application/x-subrip`, `text/vtt` or `text/x-ssa`, of colour tables
  /// `application/x-cube`. A GIF or PNG that
  /// moves is still `image/…`, and its facts say `video`.
  public var contentType: String

  /// A file of that type.
  public init(facts: MediaFacts, contentType: String) {
    self.facts = facts
    self.contentType = contentType
  }
}
