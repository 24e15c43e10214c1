import Foundation
import Records

extension StoredView {
  func media(_ id: String) throws -> MediaItem? {
    try Tables.media.first(connection, "WHERE id = ?", id.kept)
  }

  func media(in session: String) throws -> [MediaItem] {
    try Tables.media.all(connection, "WHERE session = ? ORDER BY createdAt, number", session.kept)
  }

  func media(blob: String) throws -> [MediaItem] {
    try Tables.media.all(
      connection, "WHERE blob = ? OR poster = ? ORDER BY createdAt, number", blob.kept, blob.kept)
  }

  func isUsed(blob: String) throws -> Bool {
    try connection.isTrue(
      """
      SELECT EXISTS (SELECT 1 FROM media WHERE blob = ? OR poster = ?)
      OR EXISTS (SELECT 1 FROM export WHERE blob = ?)
      """, [blob.kept, blob.kept, blob.kept])
  }

  func partialUpload(_ id: String) throws -> PartialUpload? {
    try Tables.uploads.first(connection, "WHERE id = ?", id.kept)
  }

  func partialUploads(expiredBefore: Date) throws -> [PartialUpload] {
    try Tables.uploads.all(
      connection, "WHERE expiresAt < ? ORDER BY expiresAt, number", expiredBefore.kept)
  }

  func export(_ id: String, of account: String) throws -> Export? {
    try Tables.exports.first(connection, "WHERE account = ? AND id = ?", account.kept, id.kept)
  }

  func exports(in session: String) throws -> [Export] {
    try Tables.exports.all(
      connection, "WHERE session = ? ORDER BY createdAt DESC, number DESC", session.kept)
  }

  func exports(blob: String) throws -> [Export] {
    try Tables.exports.all(connection, "WHERE blob = ? ORDER BY createdAt, number", blob.kept)
  }

  func completedExport(digest: String, session: String) throws -> Export? {
    try Tables.exports.first(
      connection,
      """
      WHERE digest = ? AND session = ? AND status = 'completed' AND blob IS NOT NULL
      ORDER BY createdAt DESC, number DESC LIMIT 1
      """, digest.kept, session.kept)
  }
}
