import Crypto
import Glibc
import Records

/// A content on its way in, in a file of its own. Its bytes are hashed as they come.
actor DiskBlobPart: BlobPart {
  private static let checkStride = 8 << 20

  private let id: String
  private let number: Int
  private let store: DiskBlobStore
  private let file: String
  private nonisolated let thread: DiskThread
  private var descriptor: Int32
  /// Of all bytes; nil where the part was begun by another process.
  private var hash: SHA256?
  private var nextCheck = 0
  private(set) var count: Int

  nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

  init(
    _ id: String, number: Int, store: DiskBlobStore, path: String
  ) throws(StorageError) {
    let descriptor = try DiskFile.descriptor(path, O_RDWR | O_CREAT | O_APPEND)
    guard let count = DiskFile.size(path) else {
      close(descriptor)
      throw StorageError(.unavailable, "\(path) is no plain file; remove it and try again.")
    }
    self.id = id
    self.number = number
    self.store = store
    self.descriptor = descriptor
    self.count = count
    file = path
    hash = count == 0 ? SHA256() : nil
    thread = DiskThread(label: "kinora.part")
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
    store.forget(id, number: number)
  }

  /// Adds bytes: all of them or, where there is no room, none.
  func append(_ bytes: [UInt8]) throws {
    let descriptor = try openDescriptor()
    if count >= nextCheck {
      try store.demandSpace()
      nextCheck = count + Self.checkStride
    }
    do {
      try DiskFile.write(bytes, to: descriptor, path: file)
    } catch {
      ftruncate(descriptor, count)
      throw error
    }
    count += bytes.count
    hash?.update(data: bytes)
  }

  func flush() throws {
    try DiskFile.synchronize(try openDescriptor(), path: file)
  }

  func path() throws -> String {
    _ = try openDescriptor()
    return file
  }

  func commit() throws -> Blob {
    let descriptor = try openDescriptor()
    try DiskFile.synchronize(descriptor, path: file)
    let digest = try hash?.finalize() ?? DiskFile.digest(file, count: count)
    let blob = Blob(key: digest.digits, size: count)
    try store.keep(file: file, as: blob)
    end()
    return blob
  }

  func discard() {
    guard descriptor >= 0 else { return }
    try? DiskFile.remove(file)
    end()
  }

  private func end() {
    close(descriptor)
    descriptor = -1
    store.forget(id, number: number)
  }

  private func openDescriptor() throws(StorageError) -> Int32 {
    guard descriptor >= 0 else {
      throw StorageError(.unavailable, "Part \(id) has ended already; begin another.")
    }
    return descriptor
  }
}
