import Accounts
import Foundation
import Records
import Store
import Studio
import Testing
import Timeline
import Wire

@Suite struct UploadTests {
  @Test("A file is judged by its content, named safely, and kept once")
  func keepsOnce() async throws {
    try await Bench.with(isRunning: false) { bench in
      let user = try await bench.user()
      let session = try await bench.session(of: user)
      let item = try await bench.upload(
        "video one", named: "../../etc/pass\u{7}wd.txt", to: session, of: user)
      #expect(item.filename == "pass wd.txt" && item.contentType == "video/mp4")
      let again = try await bench.upload("video one", named: "b.mp4", to: session, of: user)
      #expect(again.id == item.id)
      let elsewhere = try await bench.session(of: user)
      let copy = try await bench.upload("video one", to: elsewhere, of: user)
      #expect(copy.id != item.id && copy.blob == item.blob)
      #expect(try await bench.blobs.keys() == [item.blob])
      #expect(bench.studio.describe(item).duration == 4)
    }
  }

  @Test(
    "What can't be used is refused and leaves nothing",
    arguments: [("", ServiceError.Code.unsupportedFile), ("text one", .unsupportedFile)])
  func refuses(_ content: String, _ expected: ServiceError.Code) async throws {
    try await Bench.with(isRunning: false) { bench in
      let user = try await bench.user()
      let session = try await bench.session(of: user)
      let code = await code { try await bench.upload(content, to: session, of: user) }
      #expect(code == expected)
      #expect(try await bench.blobs.parts() == [])
      #expect(try await bench.blobs.keys() == [])
    }
  }

  @Test("A file is refused as soon as it is larger than the plan takes")
  func limitsSize() async throws {
    var settings = Bench.accountSettings
    settings.policies[.anonymous]?.maximumFileSize = 10
    try await Bench.with(isRunning: false, accountSettings: settings) { bench in
      let user = try await bench.user()
      let session = try await bench.session(of: user)
      let file = try await bench.studio.receiveUpload(named: "a.mp4", to: session, for: user)
      try await file.append(Array("video 1234".utf8))
      await #expect {
        try await file.append([0])
      } throws: {
        ($0 as? ServiceError)?.code == .fileTooLarge
      }
      #expect(try await bench.blobs.parts() == [])
      let partial = await code {
        _ = try await bench.studio.createPartial(
          length: 11, filename: "a", metadata: "", session: session, for: user)
      }
      #expect(partial == .fileTooLarge)
    }
  }

  @Test("A session holds so many files and no more")
  func limitsFiles() async throws {
    try await Bench.with(isRunning: false) {
      $0.mediaPerSession = 2
    } _: { bench in
      let user = try await bench.user()
      let session = try await bench.session(of: user)
      try await bench.upload("image one", to: session, of: user)
      try await bench.upload("image two", to: session, of: user)
      let code = await code { try await bench.upload("image three", to: session, of: user) }
      #expect(code == .badRequest)
    }
  }

  @Test("A resumable upload goes on where it stopped, after a restart as well")
  func resumes() async throws {
    let folder = Bench.folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var bench = try await Bench(folder: folder)
    let user = try await bench.user()
    let session = try await bench.session(of: user)
    let content = Array("video of a long walk".utf8)
    let upload = try await bench.studio.createPartial(
      length: content.count, filename: "walk.mp4", metadata: "filename d2Fsaw==",
      session: session, for: user)
    struct Cut: Error {}
    let broken = AsyncThrowingStream<[UInt8], any Error> { stream in
      stream.yield(Array(content[..<8]))
      stream.finish(throwing: Cut())
    }
    await #expect(throws: Cut.self) {
      try await bench.studio.appendToPartial(upload.id, offset: 0, from: broken, for: user)
    }
    #expect(try await bench.studio.partial(upload.id, for: user).offset == 8)
    await bench.stop()
    bench = try await Bench(folder: folder)
    #expect(try await bench.studio.partial(upload.id, for: user).offset == 8)
    #expect(await append(upload.id, 0, [], bench, user) == .conflict)
    #expect(await append(upload.id, 8, Array(content[8...]) + [0], bench, user) == .badRequest)
    #expect(await append(upload.id, 8, Array(content[8...12]), bench, user) == nil)
    #expect(await append(upload.id, 13, Array(content[13...]), bench, user) == nil)
    let whole = try await bench.studio.partial(upload.id, for: user)
    #expect(whole.offset == content.count && whole.upload.media != nil)
    let media = try await bench.store.read { try $0.media(in: session) }
    #expect(media.map(\.id) == [whole.upload.media])
    #expect(media.map(\.filename) == ["walk.mp4"])
    try await bench.studio.removePartial(upload.id, for: user)
    #expect(await code { _ = try await bench.studio.partial(upload.id, for: user) } == .notFound)
    await bench.stop()
  }

  private func append(
    _ id: String, _ offset: Int, _ bytes: [UInt8], _ bench: Bench, _ user: Identity
  ) async -> ServiceError.Code? {
    let chunks = AsyncStream { stream in
      if !bytes.isEmpty { stream.yield(bytes) }
      stream.finish()
    }
    return await code {
      _ = try await bench.studio.appendToPartial(id, offset: offset, from: chunks, for: user)
    }
  }
}
