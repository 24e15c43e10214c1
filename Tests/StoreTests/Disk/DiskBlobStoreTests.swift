import Foundation
import Glibc
import Records
import Testing

@testable import Store

/// What only contents on disk have.
@Suite struct DiskBlobStoreTests {
  private let folder = TemporaryFolder()

  private func modes(_ path: String) throws -> [String: Int] {
    let names = try FileManager.default.subpathsOfDirectory(atPath: path) + [""]
    return try Dictionary(
      uniqueKeysWithValues: names.map { name in
        let attributes = try FileManager.default.attributesOfItem(atPath: "\(path)/\(name)")
        return (name, (attributes[.posixPermissions] as? Int) ?? 0)
      })
  }

  @Test("Only the owner can read anything")
  func modes() async throws {
    let blobs = try DiskBlobStore(folder: folder.path, reserve: 0)
    let part = try await blobs.openPart("p")
    try await part.append([1])
    let blob = try await part.commit()
    let other = try await blobs.openPart("q")
    let modes = try modes(folder.path)
    #expect(modes["blobs/\(blob.key.prefix(2))/\(blob.key)"] == 0o600)
    #expect(modes["parts/q"] == 0o600)
    #expect(modes["parts"] == 0o700)
    #expect(modes["blobs/\(blob.key.prefix(2))"] == 0o700)
    #expect(modes[""] == 0o700)
    await other.discard()
  }

  @Test("A part outlives its process; what was there is hashed again")
  func restart() async throws {
    let former = try DiskBlobStore(folder: folder.path, reserve: 0)
    let begun = try await former.openPart("p")
    try await begun.append(Array(0..<100))
    let blobs = try DiskBlobStore(folder: folder.path, reserve: 0)
    #expect(try await blobs.parts() == ["p"])
    let part = try await blobs.openPart("p")
    #expect(await part.count == 100)
    try await part.append(Array(100..<200))
    let blob = try await part.commit()
    let path = try #require(try await blobs.file(of: blob.key)).path
    #expect(try DiskFile.digest(path, count: 200).digits == blob.key)
    #expect(Array(try Data(contentsOf: URL(filePath: path))) == Array(0..<200))
  }

  @Test("An id that is open twice is one part")
  func samePart() async throws {
    let blobs = try DiskBlobStore(folder: folder.path, reserve: 0)
    let (one, two) = (try await blobs.openPart("p"), try await blobs.openPart("p"))
    #expect(one === two)
    try await one.append([1])
    try await two.append([2])
    #expect(await one.count == 2)
  }

  @Test("A link is never followed")
  func links() async throws {
    let blobs = try DiskBlobStore(folder: folder.path, reserve: 0)
    let target = "\(folder.path)/target"
    try Data([1, 2]).write(to: URL(filePath: target))
    symlink(target, "\(folder.path)/parts/p")
    await #expect(throws: StorageError.self) { _ = try await blobs.openPart("p") }
    await #expect(throws: StorageError.self) {
      _ = try await blobs.adopt(path: "\(folder.path)/parts/p")
    }
    #expect(try Data(contentsOf: URL(filePath: target)) == Data([1, 2]))
  }

  @Test("A file of another file system is copied in")
  func adoptsFromAfar() async throws {
    guard FileManager.default.isWritableFile(atPath: "/dev/shm") else { return }
    let afar = TemporaryFolder(in: "/dev/shm")
    defer { afar.remove() }
    try FileManager.default.createDirectory(atPath: afar.path, withIntermediateDirectories: true)
    let bytes = (0..<700_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    try Data(bytes).write(to: URL(filePath: "\(afar.path)/film"))
    let blobs = try DiskBlobStore(folder: folder.path, reserve: 0)
    let blob = try await blobs.adopt(path: "\(afar.path)/film")
    let file = try #require(try await blobs.file(of: blob.key))
    #expect(Array(try Data(contentsOf: URL(filePath: file.path))) == bytes)
    #expect(!FileManager.default.fileExists(atPath: "\(afar.path)/film"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: "\(folder.path)/parts") == [])
  }

  @Test("Uploads leave the reserve to the database; what is there stays")
  func reserve() async throws {
    let roomy = try DiskBlobStore(folder: folder.path, reserve: 0)
    let begun = try await roomy.openPart("p")
    try await begun.append([1, 2, 3])
    let blobs = try DiskBlobStore(folder: folder.path, reserve: .max)
    let part = try await blobs.openPart("p")
    let error = await #expect(throws: StorageError.self) { try await part.append([4]) }
    #expect(error?.code == .full)
    #expect(await part.count == 3)
    #expect(try await part.commit().size == 3)
  }

  @Test("A full disk says so")
  func full() throws {
    let descriptor = try DiskFile.descriptor("/dev/full", O_WRONLY)
    defer { close(descriptor) }
    let error = #expect(throws: StorageError.self) {
      try DiskFile.write([1, 2, 3], to: descriptor, path: "/dev/full")
    }
    #expect(error?.code == .full)
    #expect(error?.message.contains("free some space") == true)
  }

  @Test("What is left of a broken move is no content")
  func leftovers() async throws {
    let blobs = try DiskBlobStore(folder: folder.path, reserve: 0)
    try Data([1]).write(to: URL(filePath: "\(folder.path)/parts/.left"))
    try FileManager.default.createDirectory(
      atPath: "\(folder.path)/blobs/ab", withIntermediateDirectories: true)
    try Data([1]).write(to: URL(filePath: "\(folder.path)/blobs/ab/abc"))
    try Data([1]).write(to: URL(filePath: "\(folder.path)/blobs/stray"))
    #expect(try await blobs.keys().isEmpty)
    #expect(try await blobs.parts().isEmpty)
    let again = try DiskBlobStore(folder: folder.path, reserve: 0)
    #expect(!FileManager.default.fileExists(atPath: "\(folder.path)/parts/.left"))
    #expect(try await again.keys().isEmpty)
  }
}
