import Dispatch
import Foundation
import Glibc
public import Records
import Synchronization

/// Contents in a folder: `blobs/ab/abcdef…` by the SHA-256 of their bytes, `parts/…` on their way
/// in. All is readable by its owner alone; no id or key is ever taken for a path.
public final class DiskBlobStore: BlobStore {
  /// The folder.
  public let folder: String
  /// Bytes that are left free on the disk, so that the database finds room when uploads don't.
  public let reserve: Int
  private let open = Mutex(OpenParts())
  /// Held while a name in `blobs` is given or taken away.
  private let naming = Mutex(())
  private let queue = DispatchQueue(label: "kinora.blobs", attributes: .concurrent)

  /// Parts that are in use, so that one id never has two writers.
  private struct OpenParts {
    var entries: [String: Entry] = [:]
    var lastNumber = 0

    struct Entry {
      weak var part: DiskBlobPart?
      var number: Int
    }
  }

  /// The store in `folder`, which is made where it isn't there.
  /// - Throws: `StorageError`.
  public init(folder: String, reserve: Int = 64 << 20) throws {
    self.folder = folder
    self.reserve = reserve
    for name in ["", "/blobs", "/parts"] { try DiskFile.makeFolder(folder + name) }
    // Moves that a crash has broken off; only one process has the folder.
    for name in try FileManager.default.contentsOfDirectory(atPath: "\(folder)/parts")
    where name.hasPrefix(".") {
      try DiskFile.remove("\(folder)/parts/\(name)")
    }
  }

  /// - Throws: `StorageError` with code `full` where the reserve would be used.
  func demandSpace() throws(StorageError) {
    guard try DiskFile.freeSpace(folder) > reserve else {
      throw StorageError(
        .full, "There is no room left in \(folder); free some space and try again.")
    }
  }

  /// Begins a part, or goes on with the one of that id; its bytes survive a restart.
  /// - Parameter id: up to 128 letters, digits, `_` and `-`.
  public func openPart(_ id: String) async throws -> any BlobPart {
    guard id.isPartName else {
      throw StorageError(
        .unavailable, "\"\(id.prefix(40))\" can't name a part; use letters, digits, _ and -.")
    }
    return try await blocking { [self] in
      try open.withLock { open in
        if let part = open.entries[id]?.part { return part }
        open.lastNumber += 1
        let number = open.lastNumber
        let part = try DiskBlobPart(id, number: number, store: self, path: path(part: id))
        open.entries[id] = OpenParts.Entry(part: part, number: number)
        return part
      }
    }
  }

  /// Takes a file of this machine in. It is moved where it lies on the same file system, else
  /// copied and removed.
  public func adopt(path source: String) async throws -> Blob {
    try await blocking { [self] in
      guard let size = DiskFile.size(source) else {
        throw StorageError(.unavailable, "\(source) is no file; see that it is there.")
      }
      let blob = Blob(key: try DiskFile.digest(source, count: size).digits, size: size)
      let part = "\(folder)/parts/.\(UUID().uuidString)"
      var isMoved = false
      do {
        isMoved = rename(source, part) == 0
        if isMoved {
          try DiskFile.makeFile(part)
          let descriptor = try DiskFile.descriptor(part, O_RDWR)
          defer { Glibc.close(descriptor) }
          try DiskFile.synchronize(descriptor, path: part)
        } else {
          guard errno == EXDEV else { throw StorageError(errno: errno, about: source) }
          try demandSpace()
          let descriptor = try DiskFile.descriptor(part, O_RDWR | O_CREAT | O_EXCL)
          defer { Glibc.close(descriptor) }
          try DiskFile.copy(source, to: descriptor, path: part)
          try DiskFile.synchronize(descriptor, path: part)
        }
        try keep(file: part, as: blob)
      } catch {
        if !isMoved || rename(part, source) != 0 { try? DiskFile.remove(part) }
        throw error
      }
      unlink(source)
      return blob
    }
  }

  /// The content as a file, to be read; nil where there is none.
  public func file(of key: String) async throws -> BlobFile? {
    guard key.isKey, let size = DiskFile.size(path(blob: key)) else { return nil }
    return BlobFile(path: path(blob: key), size: size)
  }

  /// Takes a content away; nothing where there is none. Who reads it already reads on.
  public func remove(_ key: String) async throws {
    guard key.isKey else { return }
    try await blocking { [self] in
      try naming.withLock { _ in try DiskFile.remove(path(blob: key)) }
    }
  }

  /// Takes a part away; nothing where there is none.
  public func removePart(_ id: String) async throws {
    guard id.isPartName else { return }
    if let part = open.withLock({ $0.entries[id]?.part }) { return await part.discard() }
    try await blocking { [self] in try DiskFile.remove(path(part: id)) }
  }

  /// The keys of all contents, in order.
  public func keys() async throws -> [String] {
    try await blocking { [folder] in
      let shelves = try FileManager.default.contentsOfDirectory(atPath: "\(folder)/blobs")
      return try shelves.filter { $0.utf8.count == 2 }.flatMap { shelf in
        try FileManager.default.contentsOfDirectory(atPath: "\(folder)/blobs/\(shelf)")
          .filter { $0.isKey && $0.hasPrefix(shelf) }
      }.sorted()
    }
  }

  /// The ids of all parts, in order.
  public func parts() async throws -> [String] {
    try await blocking { [folder] in
      try FileManager.default.contentsOfDirectory(atPath: "\(folder)/parts")
        .filter(\.isPartName).sorted()
    }
  }

  /// Gives a whole file of `parts`, which is on the disk, the name of its content. Where that is
  /// there already, the new file takes its place: its bytes are known to be right.
  func keep(file: String, as blob: Blob) throws {
    let shelf = "\(folder)/blobs/\(blob.key.prefix(2))"
    try naming.withLock { _ in
      if access(shelf, F_OK) != 0 {
        try DiskFile.makeFolder(shelf)
        try DiskFile.synchronize(folder: "\(folder)/blobs")
      }
      guard rename(file, path(blob: blob.key)) == 0 else {
        throw StorageError(errno: errno, about: file)
      }
    }
    try DiskFile.synchronize(folder: shelf)
  }

  /// Lets a part be opened anew.
  func forget(_ id: String, number: Int) {
    open.withLock { open in
      if open.entries[id]?.number == number { open.entries[id] = nil }
    }
  }

  private func path(blob key: String) -> String { "\(folder)/blobs/\(key.prefix(2))/\(key)" }

  private func path(part id: String) -> String { "\(folder)/parts/\(id)" }

  /// Runs what waits for the disk on a thread that may wait.
  private func blocking<Result: Sendable>(
    _ body: @escaping @Sendable () throws -> Result
  ) async throws -> Result {
    try await withCheckedThrowingContinuation { continuation in
      queue.async { continuation.resume(with: Swift.Result { try body() }) }
    }
  }
}

extension String {
  /// Whether it is SHA-256 in hexadecimal digits, in lower case.
  fileprivate var isKey: Bool {
    utf8.count == 64
      && utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
  }

  /// Whether it may be the id of a part.
  fileprivate var isPartName: Bool {
    (1...128).contains(utf8.count)
      && utf8.allSatisfy { byte in
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x5F: true
        default: false
        }
      }
  }
}
