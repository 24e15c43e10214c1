import NIOHTTP1
import Testing
import Timeline
import Wire

@testable import Server

@Suite struct ConversationLiveTests {
  @Test("A client talks: token, session, message, state, film")
  func conversation() async throws {
    try await ServerBench.with { bench in
      let given = try await bench.send(
        "POST", "/api/auth/anonymous-token", headers: ["X-Client-Id": "a-client"])
      #expect(given.status == 200)
      let token = try given.data.requiredString("token")
      #expect(token.hasPrefix("nmv_usr_"))
      let balance = try await bench.send("GET", "/api/credits/balance/simple", token: token)
      #expect(try balance.data.integer("total") == 100)
      let session = try await bench.session(token)
      #expect(session.utf8.allSatisfy { (48...57).contains($0) })
      try await bench.upload(to: session, token: token)
      let said = try await bench.send(
        "POST", "/run_sse", token: token, headers: ["Accept": "text/event-stream"],
        body: ServerBench.message("make the title \"Dawn\"", to: session))
      #expect(said.status == 200)
      #expect(said.headers.first(name: "Content-Type") == "text/event-stream; charset=utf-8")
      #expect(said.headers.first(name: "X-Accel-Buffering") == "no")
      #expect(said.headers.first(name: "X-API-Version") == "1")
      let events = try said.events
      #expect(!events.isEmpty)
      #expect(Set(events.map(\.invocationID)).count == 1)
      #expect(events.allSatisfy { $0.failure == nil })
      let state = try await bench.send(
        "GET", "/api/state/nemo_agent/me/\(session)/latest", token: token)
      #expect(state.body.contains("Dawn"))
      let order = #"{"id":"render_1","sessionId":"\#(session)","output":{"quality":"draft"}}"#
      let blocked = try await bench.send(
        "POST", "/api/render/proxy/lambda", token: token, body: order)
      #expect(try blocked.tells(402, 402))
      // What the agent makes in a turn is its own; clients of the kit send no such headers.
      let exported = try await bench.send(
        "POST", "/run_sse", token: token, body: ServerBench.message("export it", to: session))
      #expect(try exported.events.allSatisfy { $0.failure == nil })
      #expect(exported.body.contains("/media/f_"))
    }
  }

  @Test("A draft may be larger than other bodies, up to its own limit")
  func largeDraft() async throws {
    try await ServerBench.with { bench in
      let token = try await bench.token()
      let session = try await bench.session(token)
      for (size, status) in [(2 << 20, 422), (5 << 20, 413)] {
        let note = String(repeating: "a", count: size)
        // What is refused for its length is answered, and closed, while the rest is still sent.
        let answer = try? await bench.send(
          "POST", "/api/render/proxy/lambda", token: token,
          headers: ["X-Skill-Source": "a", "X-Skill-Version": "1", "X-Skill-Platform": "b"],
          body: #"{"id":"r1","sessionId":"\#(session)","draft":{"t":[],"m":{"note":"\#(note)"}}}"#)
        #expect(answer?.status == status || answer == nil && status == 413)
      }
    }
  }

  @Test("What was missed comes again, and nothing twice")
  func resume() async throws {
    try await ServerBench.with { bench in
      let token = try await bench.token()
      let session = try await bench.session(token)
      try await bench.upload(to: session, token: token)
      let whole = try await bench.send(
        "POST", "/run_sse", token: token,
        body: ServerBench.message("make the title \"Dawn\"", to: session))
      let ids = whole.body.matches(of: /id: (\d+)\n/).compactMap { Int($0.1) }
      #expect(ids == ids.sorted() && ids.count == Set(ids).count && !ids.isEmpty)
      let turn = try #require(try whole.events.first?.invocationID)
      for (index, id) in ids.enumerated() {
        let rest = try await bench.send(
          "GET", "/run_sse/\(session)?after=\(id)", token: token)
        #expect(rest.body.matches(of: /id: (\d+)\n/).count == ids.count - index - 1)
        let again = try await bench.send(
          "POST", "/run_sse", token: token, headers: ["Last-Event-ID": String(id)],
          body: RunRequest(sessionID: session, invocationID: turn).json.text())
        #expect(again.body == rest.body)
      }
      let all = try await bench.send("GET", "/run_sse/\(session)", token: token)
      #expect(all.body == whole.body)
    }
  }

  @Test("The same key gives the same turn; with another message it is refused")
  func key() async throws {
    try await ServerBench.with { bench in
      let token = try await bench.token()
      let session = try await bench.session(token)
      let body = ServerBench.message("show the tracks", to: session)
      let headers = ["Idempotency-Key": "k1"]
      let first = try await bench.send(
        "POST", "/run_sse", token: token, headers: headers, body: body)
      let second = try await bench.send(
        "POST", "/run_sse", token: token, headers: headers, body: body)
      #expect(first.body == second.body && !first.body.isEmpty)
      let other = try await bench.send(
        "POST", "/run_sse", token: token, headers: headers,
        body: ServerBench.message("undo", to: session))
      #expect(try other.tells(409, 409))
    }
  }

  @Test("The kit's client can hold a conversation")
  func kit() async throws {
    try await ServerBench.with { bench in
      let token = try await bench.token()
      let root = "/apps/nemo_agent/users/me/sessions"
      #expect(try await bench.send("GET", "/list-apps").body == #"["nemo_agent"]"#)
      #expect(try await bench.send("GET", "/list-apps?detailed=true").body.contains("\"apps\""))
      let begun = try await bench.send(
        "POST", root, token: token, body: #"{"sessionId":"s1","state":{"locale":"en"}}"#)
      let fields = try Fields(begun.json)
      #expect(
        Set(fields.members.keys)
          == ["id", "appName", "userId", "state", "events", "lastUpdateTime"])
      #expect(try fields.string("id") == "s1")
      let taken = try await bench.send("POST", root, token: token, body: #"{"sessionId":"s1"}"#)
      #expect(taken.status == 409)
      let bare = try await bench.send("POST", root, token: token)
      #expect(bare.status == 200)
      try await bench.upload(to: "s1", token: token, named: "a b.jpg")
      let run = try await bench.send(
        "POST", "/run", token: token,
        body: #"{"appName":"nemo_agent","userId":"me","sessionId":"s1","#
          + #""newMessage":{"parts":[{"text":"make the title \"Dawn\""}],"role":"user"}}"#)
      guard case .array(let events) = try run.json else {
        Issue.record("no list: \(run.body)")
        return
      }
      #expect(!events.isEmpty)
      let whole = try await bench.send("GET", root + "/s1", token: token)
      let stored = try #require(try Fields(whole.json).list("events"))
      #expect(stored.count == events.count + 1)
      #expect(try Fields(stored[0]).string("author") == "user")
      let changed = try await bench.send(
        "PATCH", root + "/s1", token: token, body: #"{"stateDelta":{"mood":"calm"}}"#)
      #expect(changed.body.contains(#""mood":"calm""#))
      let refused = try await bench.send(
        "PATCH", root + "/s1", token: token, body: #"{"stateDelta":{"draft":{}}}"#)
      #expect(refused.status == 400)
      #expect(
        try await bench.send("GET", root + "/s1/artifacts", token: token).body == #"["a b.jpg"]"#)
      for path in ["", "/versions/0", "/versions/latest"] {
        let part = try await bench.send(
          "GET", root + "/s1/artifacts/a%20b.jpg" + path, token: token)
        #expect(part.body.contains(#""mimeType":"image/jpeg""#), "\(path)")
      }
      let versions = try await bench.send(
        "GET", root + "/s1/artifacts/a%20b.jpg/versions", token: token)
      #expect(versions.body == "[0]")
      let facts = try await bench.send(
        "GET", root + "/s1/artifacts/a%20b.jpg/versions/metadata", token: token)
      #expect(facts.body.contains("canonicalUri"))
      #expect(try await bench.send("GET", root + "/s1/artifacts/b", token: token).status == 404)
      let gone = try await bench.send("DELETE", root + "/s1", token: token)
      #expect((gone.status, gone.body) == (200, "null"))
      #expect(try await bench.send("GET", root + "/s1", token: token).status == 404)
      #expect(try await bench.send("GET", root, token: token).body.contains("\"events\":[]"))
    }
  }
}
