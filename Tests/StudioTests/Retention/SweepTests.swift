import Accounts
import Foundation
import Records
import Store
import Studio
import Testing
import Timeline
import Wire

@Suite struct SweepTests {
  private static func settings(_ settings: inout StudioSettings) {
    settings.retention = .seconds(1000)
    settings.uploadLifetime = .seconds(100)
  }

  @Test("A dry run tells what the real one removes: idle sessions, and what only they had")
  func sweepsIdleSessions() async throws {
    try await Bench.with(isRunning: false, Self.settings) { bench in
      let user = try await bench.user()
      let film = try await bench.blobs.film()
      let old = try await bench.session(of: user)
      let lost = try await bench.upload("image lost", to: old, of: user)
      try await bench.upload("image shared", to: old, of: user)
      let busy = try await bench.session(of: user)
      _ = try await bench.studio.submit(
        Content(role: "user", text: "hello"), to: busy, key: nil, for: user)
      bench.pass(.seconds(1001))
      let fresh = try await bench.session(of: user)
      let kept = try await bench.upload("image shared", to: fresh, of: user)
      try await bench.store.write { transaction in
        for session in [old, fresh] {
          var export = Export(
            id: "r\(session)", account: user.account, session: session, draft: "", digest: session,
            quality: "high", seed: 1, createdAt: Date())
          (export.status, export.blob) = (.completed, film.key)
          try transaction.insert(export)
        }
      }
      let dry = try await sweep(bench, isDry: true)
      #expect(dry.sessions == [old] && dry.blobs == [lost.blob] && dry.bytes == lost.size)
      #expect(try await bench.blobs.keys().count == 3)
      let real = try await sweep(bench, isDry: false)
      #expect(real.sessions == dry.sessions && real.blobs == dry.blobs && real.bytes == dry.bytes)
      #expect(Set(try await bench.blobs.keys()) == [kept.blob, film.key])
      let left = try await bench.studio.sessions(for: user).map(\.id)
      #expect(Set(left) == [busy, fresh])
      #expect(try await sweep(bench, isDry: false).isEmpty)
    }
  }

  @Test("Uploads that were given up go, with parts of nobody; those that go on stay")
  func sweepsUploads() async throws {
    try await Bench.with(isRunning: false, Self.settings) { bench in
      let user = try await bench.user()
      let session = try await bench.session(of: user)
      let given = try await begin(bench, session, user)
      bench.pass(.seconds(101))
      let going = try await begin(bench, session, user)
      let stray = try await bench.blobs.openPart("stray")
      try await stray.append([1])
      let file = try await bench.studio.receiveUpload(named: "a.jpg", to: session, for: user)
      try await file.append(Array("image one".utf8))
      let dry = try await sweep(bench, isDry: true)
      #expect(dry.uploads == [given] && dry.parts == ["stray"])
      let real = try await sweep(bench, isDry: false)
      #expect(real.uploads == [given] && real.parts == ["stray"])
      _ = try await file.finish()
      #expect(try await bench.studio.partial(going, for: user).offset == 1)
      #expect(try await bench.blobs.parts() == [going])
    }
  }

  private func begin(
    _ bench: Bench, _ session: String, _ user: Identity
  ) async throws -> String {
    let upload = try await bench.studio.createPartial(
      length: 9, filename: "a", metadata: "", session: session, for: user)
    let chunks = AsyncStream { stream in
      stream.yield([UInt8(ascii: "i")])
      stream.finish()
    }
    _ = try await bench.studio.appendToPartial(upload.id, offset: 0, from: chunks, for: user)
    return upload.id
  }

  private func sweep(_ bench: Bench, isDry: Bool) async throws -> SweepReport {
    guard case .swept(let report) = try await bench.studio.administer(.sweep(isDry: isDry)) else {
      return SweepReport(isDry: isDry)
    }
    return report
  }
}

extension DiskBlobStore {
  /// A content that nobody uploaded.
  fileprivate func film() async throws -> Blob {
    let part = try await openPart("film")
    try await part.append(Array("film".utf8))
    return try await part.commit()
  }
}
