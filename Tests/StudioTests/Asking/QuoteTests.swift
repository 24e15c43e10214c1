import Accounts
import FakeWorkshop
import Records
import Studio
import Testing
import Timeline
import Wire

@Suite struct QuoteTests {
  @Test(
    "A quote is what the turn then charges, and stores nothing",
    arguments: [
      ["make a 4 second clip of this"], ["animate this image"],
      ["animate this image", "make it two seconds longer", "a bit more"],
      ["animate this image", "show me the timeline"],
      ["animate this image", #"voice-over "It begins at dawn.""#],
    ])
  func isTheCharge(messages: [String]) async throws {
    try await Bench.with { bench in
      let user = try await bench.user()
      let session = try await bench.session(of: user)
      try await bench.upload("image one", to: session, of: user)
      for message in messages {
        let before = try await bench.accounts.credits(of: user)
        let state = try await bench.studio.latestState(of: session, for: user)
        let quote = try await bench.studio.quote(message, in: session, for: user)
        #expect(quote.available == before.available)
        #expect(try await bench.studio.latestState(of: session, for: user) == state)
        _ = try await bench.say(message, in: session, of: user)
        let spent = try await bench.accounts.credits(of: user).spent - before.spent
        #expect(spent == quote.credits, "\(message)")
      }
      #expect(try await bench.audit(user) == [])
    }
  }

  @Test("Nothing is quoted for nothing, or for another's session")
  func refuses() async throws {
    try await Bench.with { bench in
      let user = try await bench.user()
      let session = try await bench.session(of: user)
      #expect(
        await code { _ = try await bench.studio.quote("  ", in: session, for: user) }
          == .badRequest)
      let stranger = try await bench.user()
      #expect(
        await code { _ = try await bench.studio.quote("hello", in: session, for: stranger) }
          == .sessionNotFound)
    }
  }
}
