import Accounts
import FakeWorkshop
import Foundation
import Records
import Store
import Testing
import Timeline
import Wire

@testable import Studio

/// How much a session may have, and how far numbers may go.
@Suite struct LimitTests {
  @Test("An order for which the session has too many films fails the step, not the turn")
  func refusesAStep() async throws {
    try await Bench.with {
      $0.exportsPerSession = 100
    } _: { bench in
      let user = try await bench.user()
      let session = try await bench.session(of: user)
      try await bench.upload("image one", to: session, of: user)
      _ = try await bench.say("make a 4 second clip of this", in: session, of: user)
      try await insert(FilmDesk.mostWaiting, .pending, session, user, bench)
      let events = try await bench.say("export the video", in: session, of: user)
      #expect(events.last?.failure == nil)
      let answer = events.compactMap(\.response).last { $0.name == "export_video" }
      #expect(answer?.response["status"] == .string("failed"))
      #expect(bench.workshop.renders == 0)
    }
  }

  @Test("Films that are there at once are counted too")
  func boundsExports() async throws {
    try await Bench.with {
      $0.exportsPerSession = 3
    } _: { bench in
      let user = try await bench.user()
      let session = try await bench.session(of: user)
      try await bench.upload("image one", to: session, of: user)
      _ = try await bench.say("make a 4 second clip of this", in: session, of: user)
      func order(_ id: String) async -> ServiceError.Code? {
        await code {
          _ = try await bench.studio.order(RenderRequest(id: id, sessionID: session), for: user)
        }
      }
      #expect(await order("r1") == nil)
      try await bench.until {
        try await bench.studio.job("r1", for: user).status == .completed
      }
      #expect(await order("r2") == nil)
      #expect(await order("r3") == nil)
      #expect(await order("r4") == .badRequest)
      #expect(await order("r2") == nil)
    }
  }

  @Test("Files that were begun together don't come to more than a session holds")
  func boundsMedia() async throws {
    try await Bench.with(isRunning: false) {
      $0.mediaPerSession = 1
    } _: { bench in
      let user = try await bench.user()
      let session = try await bench.session(of: user)
      var files: [IncomingFile] = []
      for content in ["image one", "image one", "image two"] {
        let file = try await bench.studio.receiveUpload(named: "a.jpg", to: session, for: user)
        try await file.append(Array(content.utf8))
        files.append(file)
      }
      let first = try await files[0].finish()
      #expect(try await files[1].finish().id == first.id)
      #expect(await code { _ = try await files[2].finish() } == .badRequest)
      #expect(try await bench.studio.media(in: session, for: user).count == 1)
    }
  }

  @Test("Links that hold for good are links", arguments: [Int64(1) << 40, .max])
  func makesLinksForGood(_ seconds: Int64) async throws {
    try await Bench.with(isRunning: false) {
      $0.linkLifetime = .seconds(seconds)
    } _: { bench in
      let link = bench.studio.links(at: Date()).link(to: "m_1")
      #expect(link.contains("/media/m_1?expires="))
    }
  }

  private func insert(
    _ count: Int, _ status: Export.Status, _ session: String, _ user: Identity, _ bench: Bench
  ) async throws {
    try await bench.store.write { transaction in
      for number in 0..<count {
        var export = Export(
          id: "r\(number)", account: user.account, session: session, draft: "",
          digest: "\(number)", quality: "high", seed: 1, createdAt: Date())
        export.status = status
        try transaction.insert(export)
      }
    }
  }
}
