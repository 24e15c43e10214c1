public import Timeline

/// Subtitles that were uploaded as a file.
public struct SubtitleMedium: Hashable, Sendable, Identifiable {
  /// The file's id in the session.
  public var id: String
  /// What people call it: its file's name without the extension.
  public var name: String
  /// Whether it came since the last turn.
  public var isNew: Bool
  /// What it holds, in the order of the captions' starts; nil where it was not read.
  public var captions: [Segment]?

  /// Subtitles; old ones that were not read where nothing else is said.
  public init(id: String, name: String, isNew: Bool = false, captions: [Segment]? = nil) {
    self.id = id
    self.name = name
    self.isNew = isNew
    self.captions = captions
  }
}
