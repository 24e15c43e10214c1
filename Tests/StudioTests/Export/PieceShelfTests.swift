import Accounts
import FakeWorkshop
import Foundation
import Language
import Records
import Studio
import Testing
import Timeline
import Wire

@Suite struct PieceShelfTests {
  @Test("Each session's films have a folder of their own, which goes with the session")
  func belongsToSession() async throws {
    let folder = Bench.folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try await Bench.with({ $0.pieceFolder = folder }) { bench in
      let user = try await bench.user()
      var folders: [String] = []
      for number in 1...2 {
        let session = try await order("render_\(number)", of: user, bench)
        let pieces = try #require(bench.workshop.orders.last?.pieces)
        #expect(pieces.hasPrefix(folder) && FileManager.default.fileExists(atPath: pieces))
        folders.append(pieces)
        guard number == 2 else { continue }
        try await bench.studio.removeSession(session, for: user)
        #expect(!FileManager.default.fileExists(atPath: pieces))
      }
      #expect(folders[0] != folders[1] && FileManager.default.fileExists(atPath: folders[0]))
    }
  }

  @Test("A sweep removes what was added to longest ago until the limit is kept")
  func keepsLimit() async throws {
    let folder = Bench.folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try await Bench.with({ ($0.pieceFolder, $0.largestPieces) = (folder, 2000) }) { bench in
      let user = try await bench.user()
      for number in 1...3 {
        _ = try await order("render_\(number)", of: user, bench)
        let pieces = try #require(bench.workshop.orders.last?.pieces)
        try Data(count: 900).write(to: URL(filePath: pieces + "/a.chunks"))
        let changed = Date(timeIntervalSinceNow: Double(number * 10 - 100))
        try FileManager.default.setAttributes([.modificationDate: changed], ofItemAtPath: pieces)
      }
      _ = try await bench.studio.administer(.sweep(isDry: false))
      let left = bench.workshop.orders.compactMap(\.pieces).map {
        FileManager.default.fileExists(atPath: $0)
      }
      #expect(left == [false, true, true])
    }
  }

  @Test("Nothing is kept where the operator gives no room", arguments: [nil, "/nowhere"])
  func isOptional(folder: String?) async throws {
    try await Bench.with({ ($0.pieceFolder, $0.largestPieces) = (folder, 0) }) { bench in
      _ = try await order("render_1", of: bench.user(), bench)
      #expect(bench.workshop.orders.last?.pieces == nil)
    }
  }

  /// Has a film made; returns its session.
  private func order(_ id: String, of user: Identity, _ bench: Bench) async throws -> String {
    let session = try await bench.session(of: user)
    let item = try await bench.upload("image \(id)", to: session, of: user)
    let draft = try JSONValue.parse(
      body: """
        {"schema":"Draft.1","d":4000,"m":{"width":1920,"height":1080,"fps":30},"t":[
        {"id":"t1","tt":0,"sg":[{"id":"s1","src":"\(item.id)","s":0,"d":4000}]}]}
        """)
    let request = RenderRequest(id: id, sessionID: session, draft: draft)
    _ = try await bench.studio.order(request, for: user)
    try await bench.until { try await bench.studio.job(id, for: user).status.isFinal }
    return session
  }
}
