public import Records

/// A content to be sent to someone who may have it.
public struct OpenedFile: Sendable {
  /// The file; it is there as long as this is held.
  public var file: BlobFile
  /// Its type, such as `video/mp4`.
  public var contentType: String
  /// Never changes for a content; without quotation marks.
  public var entityTag: String
  /// What it is called when it is saved.
  public var filename: String

  /// Where it is.
  public var path: String { file.path }
  /// Bytes.
  public var size: Int { file.size }
}
