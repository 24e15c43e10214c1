import Accounts
import NIOCore
import Records
import Studio
import Wire

/// Takes the files of one request in: all of them, or none.
struct UploadReceiver {
  private let studio: Studio
  private let session: String
  private let identity: Identity
  private let limit: Int
  private var files: [(name: String, file: IncomingFile)] = []
  private var isOpen = false
  private var pending: [UInt8] = []

  /// Bytes that are given to the disk at a time.
  private static let chunk = 256 << 10

  /// A receiver of files for a session.
  init(studio: Studio, session: String, identity: Identity) {
    self.studio = studio
    self.session = session
    self.identity = identity
    limit = studio.accounts.policy(of: identity.plan).maximumFileSize
    pending.reserveCapacity(Self.chunk)
  }

  /// A file begins.
  /// - Parameter length: its bytes, where its sender says.
  /// - Throws: code 4002 where it says too many.
  mutating func begin(_ name: String, length: Int?) async throws {
    let name = name.isEmpty ? "file" : name
    if let length, length > limit {
      throw ServiceError(
        .fileTooLarge,
        "\"\(name)\" is larger than the \(limit >> 20) MB that the plan allows; compress or trim "
          + "it.")
    }
    files.append(
      (name, try await studio.receiveUpload(named: name, to: session, for: identity)))
    isOpen = true
  }

  /// More bytes of the file that began last.
  mutating func take(_ bytes: ByteBuffer) async throws {
    guard isOpen else { return }
    pending.append(contentsOf: bytes.readableBytesView)
    if pending.count >= Self.chunk { try await write() }
  }

  /// The file that began last is whole.
  mutating func end() async throws {
    guard isOpen else { return }
    if !pending.isEmpty { try await write() }
    isOpen = false
  }

  /// Looks at all files and keeps them.
  /// - Throws: what is wrong with the first that can't be used; then none is kept.
  mutating func keep() async throws -> [MediaItem] {
    guard !files.isEmpty else {
      throw ServiceError(
        .badRequest, "The request holds no file; send each as a part named \"files\".")
    }
    for (name, file) in files {
      do {
        try await file.check()
      } catch {
        throw named(error, name)
      }
    }
    var items: [MediaItem] = []
    for (_, file) in files { items.append(try await file.finish()) }
    return items
  }

  /// Throws away what came.
  mutating func discard() async {
    for (_, file) in files { await file.discard() }
    files = []
  }

  private mutating func write() async throws {
    guard let (name, file) = files.last else { return }
    do {
      try await file.append(pending)
    } catch {
      throw named(error, name)
    }
    pending.removeAll(keepingCapacity: true)
  }

  /// The same failure, saying which file it is about.
  private func named(_ error: any Error, _ name: String) -> any Error {
    guard var error = error as? ServiceError, !error.message.contains(name) else { return error }
    error.message = "\"\(name)\": \(error.message)"
    if files.count > 1 { error.message += " None of the request's files was kept." }
    return error
  }
}
