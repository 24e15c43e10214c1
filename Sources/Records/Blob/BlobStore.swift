/// Where contents lie: uploads and films, each once, by the SHA-256 of its bytes.
public protocol BlobStore: Sendable {
  /// Begins a part, or goes on with the one of that id; its bytes survive a restart.
  func openPart(_ id: String) async throws -> any BlobPart
  /// Takes a file of this machine in, moving it where that is possible.
  func adopt(path: String) async throws -> Blob
  /// The content on this machine, to be read; nil where there is none.
  func file(of key: String) async throws -> BlobFile?
  /// Takes a content away; nothing where there is none.
  func remove(_ key: String) async throws
  /// Takes a part away; nothing where there is none.
  func removePart(_ id: String) async throws
  /// The keys of all contents.
  func keys() async throws -> [String]
  /// The ids of all parts.
  func parts() async throws -> [String]
}

/// A content on its way in. One task at a time.
public protocol BlobPart: AnyObject, Sendable {
  /// Bytes so far.
  var count: Int { get async }
  /// Adds bytes.
  /// - Throws: `StorageError` where there is no room.
  func append(_ bytes: [UInt8]) async throws
  /// Makes the bytes so far safe from a crash.
  func flush() async throws
  /// Where its bytes lie on this machine, to be looked at before they are kept.
  func path() async throws -> String
  /// Keeps it, whole and safe from a crash; the part is gone.
  func commit() async throws -> Blob
  /// Throws it away.
  func discard() async
}

/// A content that is kept.
public struct Blob: Hashable, Sendable {
  /// SHA-256 of its bytes, in hexadecimal digits.
  public var key: String
  /// Bytes.
  public var size: Int

  /// A content.
  public init(key: String, size: Int) {
    self.key = key
    self.size = size
  }
}

/// A content as a file of this machine. A file that was fetched for the reader goes with it.
public final class BlobFile: Sendable {
  /// Where it is.
  public let path: String
  /// Bytes.
  public let size: Int
  private let onRelease: (@Sendable () -> Void)?

  /// A file; `onRelease` runs when nobody reads it any more.
  public init(path: String, size: Int, onRelease: (@Sendable () -> Void)? = nil) {
    self.path = path
    self.size = size
    self.onRelease = onRelease
  }

  deinit { onRelease?() }
}

/// Why something could not be kept or found.
public struct StorageError: Error, Sendable, CustomStringConvertible {
  /// What kind of failure it is.
  public var code: Code
  /// One sentence: what happened and what to do.
  public var message: String
  /// What lies beneath.
  public var cause: (any Error)?

  /// A failure.
  public init(_ code: Code, _ message: String, cause: (any Error)? = nil) {
    self.code = code
    self.message = message
    self.cause = cause
  }

  /// The sentence.
  public var description: String { message }

  /// Kinds of failure; more may come.
  public struct Code: RawRepresentable, Hashable, Sendable {
    /// A short stable name.
    public let rawValue: String

    /// The kind of that name.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// No room is left.
    public static let full = Self(rawValue: "full")
    /// Another process uses it.
    public static let inUse = Self(rawValue: "in_use")
    /// What is kept is damaged.
    public static let damaged = Self(rawValue: "damaged")
    /// A rule of the store would be broken: two things of one name.
    public static let duplicate = Self(rawValue: "duplicate")
    /// What it would belong to isn't there: a turn of a session that was removed.
    public static let missing = Self(rawValue: "missing")
    /// It can't be read or written.
    public static let unavailable = Self(rawValue: "unavailable")
  }
}
