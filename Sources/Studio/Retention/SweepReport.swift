/// What a sweep removed or, in a dry run, would remove.
public struct SweepReport: Hashable, Sendable, Codable {
  /// Whether nothing was removed.
  public var isDry: Bool
  /// Ids of sessions that were idle for too long.
  public var sessions: [String] = []
  /// Ids of resumable uploads that were given up.
  public var uploads: [String] = []
  /// Ids of parts that belong to no upload.
  public var parts: [String] = []
  /// Keys of contents that nothing refers to.
  public var blobs: [String] = []
  /// Bytes of those contents.
  public var bytes = 0

  /// Nothing yet.
  public init(isDry: Bool) { self.isDry = isDry }

  /// Whether there was nothing to remove.
  public var isEmpty: Bool {
    sessions.isEmpty && uploads.isEmpty && parts.isEmpty && blobs.isEmpty
  }
}
