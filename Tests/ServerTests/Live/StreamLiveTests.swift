import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1
import Records
import ServiceLifecycle
import Store
import Testing
import Timeline
import Wire

@testable import Server

@Suite struct StreamLiveTests {
  @Test("A silent stream carries heartbeats, and is let go when the client leaves")
  func heartbeats() async throws {
    try await ServerBench.with({ $0.heartbeat = .milliseconds(20) }) { bench in
      let token = try await bench.token()
      let session = try await bench.session(token)
      _ = try await bench.silentTurn(in: session, token: token)
      let client = HTTPClient(eventLoopGroupProvider: .singleton)
      do {
        let response = try await client.execute(
          bench.request("GET", "/run_sse/\(session)", token: token), timeout: .seconds(20))
        var text = ""
        for try await piece in response.body {
          text += String(buffer: piece)
          if text.count >= 21 { break }
        }
        #expect(text.hasPrefix("data:\n\ndata:\n\ndata:\n\n"))
        #expect(bench.server.streams.count == 1)
      }
      try await client.shutdown()
      try await bench.until { bench.server.streams.count == 0 }
    }
  }

  @Test("A stream breaks off after its time; the turn can be heard further")
  func longest() async throws {
    try await ServerBench.with({ $0.longestStream = .milliseconds(60) }) { bench in
      let token = try await bench.token()
      let session = try await bench.session(token)
      let turn = try await bench.silentTurn(in: session, token: token)
      for _ in 0..<2 {
        // A whole reply would tell that the turn has ended.
        await #expect(throws: (any Error).self) {
          try await bench.send(
            "POST", "/run_sse", token: token, headers: ["Last-Event-ID": "0"],
            body: RunRequest(sessionID: session, invocationID: turn).json.text())
        }
      }
    }
  }

  @Test("A turn that goes on can be ended, by its owner")
  func cancelling() async throws {
    try await ServerBench.with { bench in
      let token = try await bench.token()
      let session = try await bench.session(token)
      let turn = try await bench.silentTurn(in: session, token: token)
      let path = "/api/turns/nemo_agent/me/\(session)/\(turn)/cancel"
      let stranger = try await bench.send("POST", path, token: try await bench.token())
      #expect(try stranger.tells(404, 1002))
      let answer = try await bench.send("POST", path, token: token)
      #expect(answer.status == 200)
      // The stream of the session ends with its last turn.
      let stream = try await bench.send("GET", "/run_sse/\(session)", token: token)
      #expect(stream.body.contains("Cancelled"))
      let missing = "/api/turns/nemo_agent/me/\(session)/e-none/cancel"
      #expect(try await bench.send("POST", missing, token: token).tells(404, 404))
    }
  }

  @Test("More streams than are allowed are asked to wait")
  func room() async throws {
    try await ServerBench.with({ $0.streams = 0 }) { bench in
      let token = try await bench.token()
      let session = try await bench.session(token)
      let answer = try await bench.send(
        "POST", "/run_sse", token: token, body: ServerBench.message("undo", to: session))
      #expect(try answer.tells(503, 503))
      #expect(answer.headers.first(name: "Retry-After") != nil)
    }
  }

  @Test("A failure in a stream names the turn and the place to go on after")
  func failure() async throws {
    try await ServerBench.with { bench in
      let token = try await bench.token()
      let session = try await bench.session(token)
      let turn = try await bench.silentTurn(in: session, token: token)
      let event = StoredEvent(
        session: session, sequence: 1, turn: turn,
        body: Event(id: "1", invocationID: turn, author: "nemo_agent", timestamp: 1).json.text(),
        createdAt: .now)
      try await bench.store.write { try $0.insert(event) }
      let stream = Task { try await bench.send("GET", "/run_sse/\(session)", token: token) }
      try await bench.until { bench.server.streams.count == 1 }
      let gone = try await bench.send(
        "DELETE", "/apps/nemo_agent/users/me/sessions/\(session)", token: token)
      #expect(gone.status == 200)
      let answer = try await stream.value
      let last = try #require(try answer.events.last)
      #expect(last.failure?.code == .sessionNotFound)
      #expect(last.invocationID == turn)
      #expect(answer.body.matches(of: /id: 1\n/).count == 2)
    }
  }

  @Test("A server that is told to stop breaks its streams off and refuses new work")
  func stop() async throws {
    try await ServerBench.with({ $0.drainNotice = .seconds(8) }) { bench in
      let token = try await bench.token()
      let session = try await bench.session(token)
      _ = try await bench.silentTurn(in: session, token: token)
      let stream = Task {
        try await bench.send("GET", "/run_sse/\(session)", token: token)
      }
      try await bench.until { bench.server.streams.count == 1 }
      let start = ContinuousClock.now
      await bench.group.triggerGracefulShutdown()
      await #expect(throws: (any Error).self) { try await stream.value }
      let refused = try await bench.send(
        "POST", "/run_sse", token: token, body: ServerBench.message("undo", to: session))
      #expect(refused.status == 503)
      #expect(refused.headers.first(name: "Retry-After") == "10")
      let followed = try await bench.send("GET", "/run_sse/\(session)", token: token)
      #expect(followed.body.contains("about to stop"))
      #expect(try await bench.send("GET", "/health").status == 503)
      let state = "/api/state/nemo_agent/me/\(session)/latest"
      #expect(try await bench.send("GET", state, token: token).status == 200)
      #expect(ContinuousClock.now - start < .seconds(120))
    }
  }
}
