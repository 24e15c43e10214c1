import Foundation
import NIOHTTP1
import Testing
import Timeline
import Wire

@testable import Server

@Suite struct HandEditLiveTests {
  @Test("An edit that is sent again with its key is done once, and streams tell of it")
  func sentAgain() async throws {
    try await ServerBench.with { bench in
      let token = try await bench.token()
      let session = try await bench.session(token)
      try await bench.upload(to: session, token: token, named: "clip.mp4", kind: "video")
      _ = try await bench.send(
        "POST", "/run", token: token,
        body: ServerBench.message("make a 4 second clip of this", to: session))
      let path = "/api/edit/nemo_agent/me/\(session)"
      func edit(_ title: String, _ key: String) async throws -> Answer {
        try await bench.send(
          "POST", path, token: token, headers: ["Idempotency-Key": key],
          body: #"{"edits":[{"set_title":{"title":"\#(title)"}}]}"#)
      }
      let first = try await edit("Dawn", "k-1")
      #expect(first.status == 200)
      #expect(try await edit("Dawn", "k-1").body == first.body)
      #expect(try await edit("Dusk", "k-1").tells(409, 409))
      #expect(try await edit("Dusk", "two words").tells(400, 400))
      let stream = try await bench.send("GET", "/run_sse/\(session)", token: token)
      let told = stream.body.split(separator: "\n").filter { $0.contains("\"version\":") }
      #expect(told.contains { $0.contains("Dawn") && $0.contains("stateDelta") }, "\(stream.body)")
      #expect(!stream.body.contains("Dusk"))
    }
  }
}
