import Accounts
import Foundation
import MediaTime
import Records
import Studio
import Testing
import Timeline
import Wire

@Suite struct LatestStateTests {
  @Test("An empty session has everything a client reads, with nothing in it")
  func emptyState() async throws {
    try await Bench.with(isRunning: false) { bench in
      let user = try await bench.user()
      let session = try await bench.studio.createSession(
        SessionRequest(taskName: "Dawn"), state: ["mine": .integer(1)], for: user)
      #expect(session.id.allSatisfy { $0.isNumber })
      let state = try await bench.state(of: session.id, for: user)
      #expect(state.taskName == "Dawn" && state.taskID == session.task)
      for key in ["video_infos", "generated_media", "video_analyses"] {
        #expect(state.state[key] == .array([]))
      }
      #expect(try state.draft()?.hasContent == false)
      #expect(state.state["canvas_config"] != nil)
      #expect(state.state["mine"] == .integer(1))
    }
  }

  @Test("It follows every change: uploads, edits, analyses")
  func followsChanges() async throws {
    try await Bench.with { bench in
      let user = try await bench.user()
      let session = try await bench.session(of: user)
      let first = try await bench.studio.latestState(of: session, for: user)
      #expect(try await bench.studio.latestState(of: session, for: user) == first)
      let item = try await bench.upload("image one", to: session, of: user)
      let uploaded = try await bench.state(of: session, for: user)
      guard case .array(let files)? = uploaded.state["video_infos"], files.count == 1 else {
        Issue.record("The upload isn't shown.")
        return
      }
      let file = try UploadedFile(json: files[0])
      #expect(file.id == item.id && file.fileType == "image" && file.hash == item.blob)
      #expect(file.url.hasPrefix("http://127.0.0.1:8787/media/\(item.id)?expires="))
      _ = try await bench.say("make a 4 second clip of this", in: session, of: user)
      #expect(try await bench.state(of: session, for: user).draft()?.duration.count == 4000)
      bench.studio.publicURL = "https://kinora.example"
      let moved = try await bench.studio.latestState(of: session, for: user)
      #expect(moved.contains("https://kinora.example/media/"))
    }
  }

  @Test("Kept replies are fast: no store is asked")
  func isFast() async throws {
    try await Bench.with(isRunning: false) { bench in
      let user = try await bench.user()
      let session = try await bench.session(of: user)
      _ = try await bench.studio.latestState(of: session, for: user)
      let start = ContinuousClock.now
      for _ in 1...20_000 {
        _ = try await bench.studio.latestState(of: session, for: user)
      }
      let time = ContinuousClock.now - start
      print("20,000 kept replies in \(time)")
      #expect(time < .seconds(60))
    }
  }
}
