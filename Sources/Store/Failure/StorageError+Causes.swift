import Glibc
import GRDB
import Records

extension StorageError {
  /// What is asked of a store that was closed.
  static let closed = StorageError(
    .unavailable, "The store was closed; start the server again.")

  /// Something else than a failure of the database is left as it is.
  static func mapped(_ error: any Error, about path: String) -> any Error {
    error is DatabaseError ? StorageError(wrapping: error, about: path) : error
  }

  /// A failure in words that tell what to do.
  /// - Parameter path: the file that it is about.
  init(wrapping error: any Error, about path: String) {
    if let error = error as? StorageError {
      self = error
    } else if let error = error as? DatabaseError {
      self.init(database: error, about: path)
    } else {
      self.init(
        .unavailable, "\(path) can't be used (\(error)); see the cause and try again.",
        cause: error)
    }
  }

  private init(database error: DatabaseError, about path: String) {
    let reason = error.message ?? error.resultCode.description
    switch error.extendedResultCode {
    case .SQLITE_CONSTRAINT_PRIMARYKEY, .SQLITE_CONSTRAINT_UNIQUE, .SQLITE_CONSTRAINT_ROWID:
      self.init(
        .duplicate, "Something of that name is already there (\(reason)); choose another name.",
        cause: error)
      return
    case .SQLITE_CONSTRAINT_FOREIGNKEY:
      self.init(
        .missing, "What this belongs to isn't there any more; look again and begin anew.",
        cause: error)
      return
    default: break
    }
    switch error.resultCode {
    case .SQLITE_FULL:
      self.init(
        .full, "There is no room left for \(path); free some space and try again.", cause: error)
    case .SQLITE_CORRUPT, .SQLITE_NOTADB:
      self.init(
        .damaged, "\(path) is damaged (\(reason)); stop the server and bring a copy back.",
        cause: error)
    case .SQLITE_BUSY, .SQLITE_LOCKED:
      self.init(
        .inUse, "\(path) is in use by another program; stop that one and try again.",
        cause: error)
    case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH:
      self.init(
        .unavailable, "\(path) can't be written (\(reason)); make it writable and try again.",
        cause: error)
    default:
      self.init(
        .unavailable,
        "\(path) can't be read or written (\(reason)); see that its disk is well and try again.",
        cause: error)
    }
  }

  /// A failure of a call to the system.
  /// - Parameter path: the file that it is about.
  init(errno number: Int32, about path: String) {
    let reason = String(cString: strerror(number))
    switch number {
    case ENOSPC, EDQUOT, EFBIG:
      self.init(.full, "There is no room left for \(path); free some space and try again.")
    case EACCES, EPERM, EROFS:
      self.init(
        .unavailable, "\(path) can't be used (\(reason)); make it readable and writable.")
    case ENOENT, ENOTDIR:
      self.init(.unavailable, "\(path) isn't there (\(reason)); see that its folder is.")
    default:
      self.init(
        .unavailable, "\(path) can't be used (\(reason)); see that its disk is well, try again.")
    }
  }
}
