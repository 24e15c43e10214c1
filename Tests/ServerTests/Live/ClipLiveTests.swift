import FakeWorkshop
import Records
import Store
import Studio
import Testing
import Timeline
import Wire

@testable import Server

/// Models elsewhere make clips, as a client hears of it.
@Suite struct ClipLiveTests {
  private func say(
    _ words: String, _ bench: ServerBench, _ session: String, _ token: String
  ) async throws -> [Event] {
    let said = try await bench.send(
      "POST", "/run_sse", token: token, body: ServerBench.message(words, to: session))
    #expect(said.status == 200)
    return try said.events
  }

  private func text(_ events: [Event]) -> String {
    events.compactMap { $0.content?.text }.joined(separator: "\n")
  }

  @Test("A quote, a clip by each of two engines, its state, and what it cost")
  func conversation() async throws {
    let engines = FakeClips(("wan", 0), ("fal", 2))
    try await ServerBench.with(clips: engines) { bench in
      let token = try await bench.token()
      let session = try await bench.session(token)
      try await bench.upload(to: session, token: token)
      _ = try await say("4 seconds", bench, session, token)
      let quoted = try await say("what would it cost?", bench, session, token)
      #expect(text(quoted).contains("fal takes 8 credits (about $0.08) for 4 s"))
      #expect(engines.starts.isEmpty)
      let price = try await bench.send(
        "POST", "/api/quote/nemo_agent/me/\(session)", token: token,
        body: #"{"text":"make it with fal"}"#)
      #expect(try price.data.integer("credits") == 9)
      let made = try await say("animate this with wan: waves", bench, session, token)
      #expect(text(made).contains("made by wan"))
      let partial = made.first { $0.isPartial }
      #expect(
        partial?.content?.parts.contains { part in
          if case .functionResponse(let response) = part {
            response.name == "generate_clip" && response.response["progress"] == .number(0.4)
          } else {
            false
          }
        } ?? false)
      _ = try await say("用fal生成一段狐狸奔跑的视频，4秒", bench, session, token)
      let state = try await bench.send(
        "GET", "/api/state/nemo_agent/me/\(session)/latest", token: token)
      #expect(state.body.contains(#""engine":"wan""#) && state.body.contains(#""engine":"fal""#))
      #expect(
        state.body.contains(#""generator":"fal""#) && state.body.contains(#""model":"fal-1""#))
      #expect(engines.starts.map(\.job.prompt) == ["waves", "狐狸奔跑"])
      let balance = try await bench.send("GET", "/api/credits/balance/simple", token: token)
      #expect(try balance.data.integer("frozen") == 0)
      #expect(try balance.data.integer("available") == 100 - 1 - 1 - 1 - 8)
    }
  }

  @Test("Without an engine the words say how to add one, and nothing changes")
  func hasNone() async throws {
    try await ServerBench.with { bench in
      let token = try await bench.token()
      let session = try await bench.session(token)
      try await bench.upload(to: session, token: token)
      _ = try await say("4 seconds", bench, session, token)
      for words in ["use wan for this one", "用真正的视频模型", "which engines are there?"] {
        let events = try await say(words, bench, session, token)
        #expect(text(events).contains("kinora engines add"), "\(text(events))")
        #expect(!text(events).contains("costs"))
      }
    }
  }

  @Test("A turn that is cancelled over HTTP ends its clip and gives the credits back")
  func cancels() async throws {
    let engines = FakeClips(("fal", 2))
    engines.hold()
    try await ServerBench.with(clips: engines) { bench in
      let token = try await bench.token()
      let session = try await bench.session(token)
      async let said = say("generate a clip of a fox with fal", bench, session, token)
      while engines.starts.isEmpty { try await Task.sleep(for: .milliseconds(2)) }
      let turn = try await bench.store.read { try $0.activeTurns(in: session) }.first?.id ?? ""
      let ended = try await bench.send(
        "POST", "/api/turns/nemo_agent/me/\(session)/\(turn)/cancel", token: token)
      #expect(ended.status == 200)
      #expect(text(try await said).contains("Cancelled; nothing was charged"))
      while engines.ended == 0 { try await Task.sleep(for: .milliseconds(2)) }
      let balance = try await bench.send("GET", "/api/credits/balance/simple", token: token)
      #expect(try balance.data.integer("available") == 100)
    }
  }
}
