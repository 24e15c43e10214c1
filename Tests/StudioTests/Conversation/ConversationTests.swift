import Accounts
import Records
import Store
import Studio
import Testing
import Timeline
import Wire

@Suite struct ConversationTests {
  @Test("A picture becomes a clip: price first, a call and its answer, then what changed")
  func animates() async throws {
    try await Bench.with { bench in
      let user = try await bench.user()
      let session = try await bench.session(of: user)
      try await bench.upload("image one", to: session, of: user)
      let events = try await bench.say(
        "animate this image into a 3-second cinematic video clip", in: session, of: user)
      #expect(events.allSatisfy { $0.failure == nil && $0.author == "nemo_agent" })
      let opening = try #require(events.first)
      guard case .object(let figures)? = opening.metadata["kinora"],
        case .integer(let cost)? = figures["cost"]
      else {
        Issue.record("The opening names no cost: \(opening)")
        return
      }
      #expect(cost > 0)
      #expect(opening.text.contains("\(cost) credit"))
      let calls = events.compactMap(\.call)
      let answers = events.filter { !$0.isPartial }.compactMap(\.response)
      #expect(!calls.isEmpty)
      #expect(calls.map(\.id) == answers.map(\.id))
      #expect(Set(calls.map(\.id)).count == calls.count)
      let delta = try #require(events.last { $0.stateDelta["draft"] != nil })
      #expect(delta.content?.role == "user")
      #expect(events.last?.text.isEmpty == false)
      let credits = try await bench.accounts.credits(of: user)
      #expect(credits.spent == cost)
      #expect(credits.frozen == 0)
      let draft = try #require(try await bench.state(of: session, for: user).draft())
      #expect(draft.hasContent)
      #expect(delta.stateDelta["draft"] == draft.json)
      #expect(try await bench.audit(user) == [])
    }
  }

  @Test("Two messages in one session are done in order, two sessions side by side")
  func keepsOrder() async throws {
    try await Bench.with { bench in
      let user = try await bench.user()
      let sessions = [try await bench.session(of: user), try await bench.session(of: user)]
      var turns: [[Turn]] = []
      for session in sessions {
        try await bench.upload("image \(session)", to: session, of: user)
        var said: [Turn] = []
        for words in ["make a 4 second clip of this", "add a title \"Dawn\"", "undo"] {
          said.append(
            try await bench.studio.submit(
              Content(role: "user", text: words), to: session, key: nil, for: user))
        }
        turns.append(said)
      }
      for (session, said) in zip(sessions, turns) {
        let events = try await bench.hear(nil, in: session, of: user)
        var order: [String] = []
        for event in events where order.last != event.invocationID {
          order.append(event.invocationID)
        }
        #expect(order == said.map(\.id))
        for turn in said {
          let own = try await bench.hear(turn.id, in: session, of: user)
          #expect(own == events.filter { $0.invocationID == turn.id })
        }
        let draft = try #require(try await bench.state(of: session, for: user).draft())
        #expect(!draft.tracks.contains { $0.kind == .text && !$0.segments.isEmpty })
      }
      #expect(try await bench.audit(user) == [])
    }
  }

  @Test("What changes nothing costs nothing", arguments: ["what's the weather", "undo", "credits"])
  func isFree(_ words: String) async throws {
    try await Bench.with { bench in
      let user = try await bench.user()
      let session = try await bench.session(of: user)
      let events = try await bench.say(words, in: session, of: user)
      #expect(events.last?.text.isEmpty == false)
      let credits = try await bench.accounts.credits(of: user)
      #expect(credits.spent == 0 && credits.frozen == 0)
      #expect(try await bench.audit(user) == [])
    }
  }

  @Test("Too few credits end the turn with 2001 and the way to more")
  func tellsOfTooFewCredits() async throws {
    var settings = Bench.accountSettings
    settings.policies[.anonymous] = Policy(credits: 0)
    try await Bench.with(accountSettings: settings) { bench in
      let user = try await bench.user()
      let session = try await bench.session(of: user)
      try await bench.upload("image one", to: session, of: user)
      let events = try await bench.say("make a 4 second clip of this", in: session, of: user)
      #expect(events.count == 1)
      let failure = try #require(events.last?.failure)
      #expect(failure.code == .noCredits)
      #expect(failure.message.contains("?bind=\(user.account)"))
      #expect(try await bench.audit(user) == [])
    }
  }

  @Test("The session shows the user's words, the stream does not; progress is not kept")
  func showsMessages() async throws {
    try await Bench.with { bench in
      let user = try await bench.user()
      let session = try await bench.session(of: user)
      let events = try await bench.say("hello", in: session, of: user)
      #expect(!events.contains { $0.author == "user" })
      let stored = try await bench.studio.storedEvents(of: session, for: user)
      #expect(stored.map(\.sequence) == Array(1...stored.count))
      let first = try Event(json: JSONValue.parse(body: #require(stored.first).body))
      #expect(first.author == "user" && first.text == "hello")
      #expect(stored.count == events.count + 1)
    }
  }

  @Test("A message must say something, and not too much; the language is the session's")
  func checksMessages() async throws {
    try await Bench.with { bench in
      let user = try await bench.user()
      let session = try await bench.session(of: user, language: "zh-CN")
      for words in ["", "  \n", String(repeating: "a", count: 20_001)] {
        let code = await code { _ = try await bench.say(words, in: session, of: user) }
        #expect(code == .badRequest)
      }
      let events = try await bench.say("credits", in: session, of: user)
      #expect(events.last?.text.contains("积分") == true)
    }
  }

  @Test("As many turns wait as the plan allows, and no more")
  func limitsWaitingTurns() async throws {
    var settings = Bench.accountSettings
    settings.policies[.anonymous]?.queuedTurns = 2
    try await Bench.with(isRunning: false, accountSettings: settings) { bench in
      let user = try await bench.user()
      let session = try await bench.session(of: user)
      let message = Content(role: "user", text: "hello")
      for _ in 1...3 {
        _ = try await bench.studio.submit(message, to: session, key: nil, for: user)
      }
      let code = await code {
        _ = try await bench.studio.submit(message, to: session, key: nil, for: user)
      }
      #expect(code == .rateLimited)
    }
  }

  @Test("The same key gives the same turn, fifty at once as well; other words are refused")
  func isIdempotent() async throws {
    try await Bench.with { bench in
      let user = try await bench.user()
      let session = try await bench.session(of: user)
      try await bench.upload("image one", to: session, of: user)
      let message = Content(role: "user", text: "make a 4 second clip of this")
      let studio = bench.studio
      let turns = try await withThrowingTaskGroup(of: String.self) { group in
        for _ in 1...50 {
          group.addTask {
            try await studio.submit(message, to: session, key: "k", for: user).id
          }
        }
        return try await group.reduce(into: Set<String>()) { $0.insert($1) }
      }
      #expect(turns.count == 1)
      _ = try await bench.hear(turns.first, in: session, of: user)
      let again = try await studio.submit(message, to: session, key: "k", for: user)
      #expect(turns.contains(again.id))
      let other = await code {
        _ = try await studio.submit(
          Content(role: "user", text: "undo"), to: session, key: "k", for: user)
      }
      #expect(other == .conflict)
      let holds = try await bench.store.read { try $0.ledger(of: user.account) }
        .filter { $0.kind == .hold }
      #expect(holds.count == 1)
    }
  }
}
