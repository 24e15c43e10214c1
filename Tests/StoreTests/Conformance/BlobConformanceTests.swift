import Crypto
import Foundation
import Records
import Testing

@Suite struct BlobConformanceTests {
  private func key(_ bytes: [UInt8]) -> String {
    SHA256.hash(data: bytes).map { String(format: "%02x", $0) }.joined()
  }

  private func contents(_ file: BlobFile?) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(filePath: try #require(file).path)))
  }

  private func keep(_ bytes: [UInt8], in blobs: any BlobStore) async throws -> Blob {
    let part = try await blobs.openPart("p")
    try await part.append(bytes)
    return try await part.commit()
  }

  @Test(
    "Contents are kept by their digest, whatever pieces they come in", arguments: StoreForm.all,
    [[], [0], [1, 0, 3], [70_000, 1, 200_000]])
  func pieces(_ form: StoreForm, _ sizes: [Int]) async throws {
    let store = try form.make()
    defer { store.end() }
    let blobs = store.blobs
    let part = try await blobs.openPart("up_1-A")
    var all: [UInt8] = []
    for (number, size) in sizes.enumerated() {
      let piece = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 7 &+ number) }
      try await part.append(piece)
      all += piece
      #expect(await part.count == all.count)
    }
    try await part.flush()
    #expect(Array(try Data(contentsOf: URL(filePath: try await part.path()))) == all)
    #expect(try await blobs.parts() == ["up_1-A"])
    #expect(try await blobs.keys().isEmpty)

    let blob = try await part.commit()
    #expect(blob == Blob(key: key(all), size: all.count))
    #expect(try await blobs.parts().isEmpty)
    #expect(try await blobs.keys() == [blob.key])
    let file = try await blobs.file(of: blob.key)
    #expect(file?.size == all.count)
    #expect(try contents(file) == all)
  }

  @Test("The same content is kept once", arguments: StoreForm.all)
  func once(_ form: StoreForm) async throws {
    let store = try form.make()
    defer { store.end() }
    let blobs = store.blobs
    let first = try await keep([1, 2, 3], in: blobs)
    let other = try await keep([1, 2, 4], in: blobs)
    #expect(try await keep([1, 2, 3], in: blobs) == first)
    #expect(try await blobs.keys() == [first.key, other.key].sorted())
    #expect(try contents(await blobs.file(of: first.key)) == [1, 2, 3])
  }

  @Test("Parts at once don't mix", arguments: StoreForm.all)
  func atOnce(_ form: StoreForm) async throws {
    let store = try form.make()
    defer { store.end() }
    let blobs = store.blobs
    let kept = try await withThrowingTaskGroup(of: Blob.self) { group in
      for number in 0..<16 {
        group.addTask {
          let part = try await blobs.openPart("p\(number)")
          let piece = [UInt8](repeating: UInt8(number % 8), count: 10_000)
          for _ in 0..<20 { try await part.append(piece) }
          return try await part.commit()
        }
      }
      return try await group.reduce(into: Set()) { $0.insert($1) }
    }
    #expect(kept.count == 8)
    #expect(try await Set(blobs.keys()) == Set(kept.map(\.key)))
    for blob in kept {
      let bytes = try contents(await blobs.file(of: blob.key))
      #expect(bytes.count == 200_000)
      #expect(key(bytes) == blob.key)
    }
  }

  @Test("A part goes on where it stopped", arguments: StoreForm.all)
  func resumes(_ form: StoreForm) async throws {
    let store = try form.make()
    defer { store.end() }
    let blobs = store.blobs
    do {
      let part = try await blobs.openPart("p")
      try await part.append([1, 2, 3])
      try await part.flush()
    }
    let part = try await blobs.openPart("p")
    #expect(await part.count == 3)
    try await part.append([4])
    #expect(try await part.commit() == Blob(key: key([1, 2, 3, 4]), size: 4))
    await #expect(throws: StorageError.self) { try await part.append([5]) }
    await #expect(throws: StorageError.self) { _ = try await part.commit() }
    await part.discard()
    #expect(await (try blobs.openPart("p")).count == 0)
  }

  @Test("A part that is thrown away leaves nothing", arguments: StoreForm.all)
  func discards(_ form: StoreForm) async throws {
    let store = try form.make()
    defer { store.end() }
    let blobs = store.blobs
    let part = try await blobs.openPart("p")
    try await part.append([1])
    await part.discard()
    let other = try await blobs.openPart("q")
    try await other.append([1])
    try await blobs.removePart("q")
    try await blobs.removePart("none")
    #expect(try await blobs.parts().isEmpty)
    #expect(try await blobs.keys().isEmpty)
  }

  @Test("A content is taken away, once", arguments: StoreForm.all)
  func removes(_ form: StoreForm) async throws {
    let store = try form.make()
    defer { store.end() }
    let blobs = store.blobs
    let blob = try await keep([1, 2, 3], in: blobs)
    try await blobs.remove(blob.key)
    #expect(try await blobs.file(of: blob.key) == nil)
    try await blobs.remove(blob.key)
    #expect(try await blobs.keys().isEmpty)
  }

  @Test("A file of this machine is taken in", arguments: StoreForm.all)
  func adopts(_ form: StoreForm) async throws {
    let store = try form.make()
    defer { store.end() }
    let blobs = store.blobs
    let folder = TemporaryFolder()
    defer { folder.remove() }
    try FileManager.default.createDirectory(
      atPath: folder.path, withIntermediateDirectories: true)
    let path = "\(folder.path)/film.mp4"
    try Data([9, 8, 7]).write(to: URL(filePath: path))
    #expect(try await blobs.adopt(path: path) == Blob(key: key([9, 8, 7]), size: 3))
    #expect(!FileManager.default.fileExists(atPath: path))
    #expect(try contents(await blobs.file(of: key([9, 8, 7]))) == [9, 8, 7])
    await #expect(throws: StorageError.self) { _ = try await blobs.adopt(path: path) }
    await #expect(throws: StorageError.self) { _ = try await blobs.adopt(path: folder.path) }
    #expect(try await blobs.parts().isEmpty)
  }

  @Test(
    "What is no name is never taken for a path", arguments: StoreForm.all,
    [
      "", ".", "..", "../p", "a/b", "/etc/passwd", "a\u{0}b", "a b", "é", "a.b",
      String(repeating: "a", count: 129),
    ])
  func badNames(_ form: StoreForm, _ name: String) async throws {
    let store = try form.make()
    defer { store.end() }
    let blobs = store.blobs
    await #expect(throws: StorageError.self) { _ = try await blobs.openPart(name) }
    try await blobs.removePart(name)
    #expect(try await blobs.file(of: name) == nil)
    #expect(try await blobs.file(of: "../" + String(repeating: "a", count: 61)) == nil)
    #expect(try await blobs.file(of: String(repeating: "A", count: 64)) == nil)
    try await blobs.remove(name)
  }
}
