import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import ServiceLifecycle
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

  @Test("A stream ends after its time; the turn can be heard further")
  func longest() async throws {
    try await ServerBench.with({ $0.longestStream = .milliseconds(60) }) { bench in
      let token = try await bench.token()
      let session = try await bench.session(token)
      let turn = try await bench.silentTurn(in: session, token: token)
      for _ in 0..<2 {
        let answer = try await bench.send(
          "POST", "/run_sse", token: token, headers: ["Last-Event-ID": "0"],
          body: RunRequest(sessionID: session, invocationID: turn).json.text())
        #expect((answer.status, answer.body) == (200, ""))
      }
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

  @Test("A server that is told to stop ends its streams and refuses new work")
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
      let ended = try await stream.value
      #expect((ended.status, ended.body) == (200, ""))
      let refused = try await bench.send(
        "POST", "/run_sse", token: token, body: ServerBench.message("undo", to: session))
      #expect(refused.status == 503)
      #expect(refused.headers.first(name: "Retry-After") == "10")
      #expect(try await bench.send("GET", "/health").status == 503)
      let state = "/api/state/nemo_agent/me/\(session)/latest"
      #expect(try await bench.send("GET", state, token: token).status == 200)
      #expect(ContinuousClock.now - start < .seconds(120))
    }
  }
}
