public import Records
import Wire

/// A file on its way into a session. One task at a time.
public actor IncomingFile {
  /// Takes more bytes.
  /// - Throws: `ServiceError`: 4002 as soon as it is larger than the plan allows; 507.
  public func append(_ bytes: [UInt8]) async throws {}

  /// Looks at the file and keeps it. A content that the session has already is that medium.
  /// - Throws: `ServiceError` with code 4001 where it can't be used; then it is thrown away.
  public func finish() async throws -> MediaItem {
    throw ServiceError(.unavailable, "Uploads are being built.")
  }

  /// Throws away what came.
  public func discard() async {}
}
