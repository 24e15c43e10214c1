import AsyncHTTPClient
import Client
import Foundation
import HTTPTypes
import MediaTime
import NIOCore
import Testing
import Timeline
import Wire

/// What becomes of a turn whose line breaks.
extension ConversationTests {
  @Test(arguments: 0...3)
  func aBrokenStreamIsResumedWhereItBroke(place: Int) async throws {
    let service = FakeService()
    service.change {
      $0.stream = ["One.", "Two.", "Three."].map(Self.event)
      $0.drops = [place]
    }
    try await converse(service) { conversation, told, client in
      _ = await client.isReachable()
      try await conversation.say("do something")
      #expect(told.texts == ["One.\n\nTwo.\n\nThree."])
      #expect(service.ask(\.messages) == ["do something"])
      // What came just before the break may be lost with it, and is heard again.
      let resumes = service.ask(\.resumes)
      #expect(resumes.count <= 1)
      #expect(resumes.allSatisfy { (1...max(place, 1)).map { "e-1 after \($0)" }.contains($0) })
    }
  }

  @Test func aMessageIsNeverSentTwiceToAServerThatCannotResume() async throws {
    let service = FakeService()
    service.change {
      $0.isKinora = false
      $0.stream = [Self.event("One."), Self.event("Two.")]
      $0.drops = [1]
      $0.draft = Self.draft.json
    }
    try await converse(service) { conversation, told, _ in
      try await conversation.say("do something")
      #expect(service.ask(\.messages) == ["do something"])
      #expect(service.ask(\.resumes).isEmpty)
      #expect(
        told.texts == [
          "One.", "The connection broke; here is how the timeline stands now.",
          "The timeline is as it was. Say it in other words, or ask for the status.",
        ])
    }
  }

  @Test func aBrokenTurnOfAServerThatCannotResumeIsWaitedFor() async throws {
    var after = Self.draft
    after.tracks[0].segments[0].duration = 5000
    let later = after.json
    let service = FakeService()
    service.change {
      $0.isKinora = false
      $0.stream = [Self.event("One.")]
      $0.drops = [0]
      $0.draft = Self.draft.json
      $0.statesUntilChange = 8
      $0.draftAfterTurn = later
    }
    try await converse(service) { conversation, told, _ in
      try await conversation.say("do something")
      #expect(told.texts.count == 2)
      #expect(told.texts.last?.hasPrefix("Changed: ") == true)
    }
  }

  @Test func aProxyThatGaveUpIsNoReasonToSendAMessageAgain() async throws {
    let service = FakeService()
    service.change {
      $0.isKinora = false
      $0.proxyAnswers = ["/run_sse": [.gatewayTimeout]]
    }
    try await converse(service) { conversation, told, _ in
      try await conversation.say("do something")
      #expect(service.ask(\.messages).isEmpty)
      #expect(told.texts.first?.hasPrefix("The connection broke") == true)
      service.change { $0.proxyAnswers = ["/run_sse": [.serviceUnavailable]] }
      let error = await #expect(throws: ClientError.self) {
        try await conversation.say("do something")
      }
      #expect(error?.code == .unavailable)
    }
  }

  @Test func aServerThatStartsAnewIsWaitedFor() async throws {
    let service = FakeService()
    service.change {
      $0.stream = ["One.", "Two."].map(Self.event)
      $0.drops = [1]
      $0.refusals = [
        "resume": Array(repeating: ServiceError(.unavailable, "Stops.", retryAfter: 10), count: 3)
      ]
      $0.proxyAnswers = ["/run_sse": []]
    }
    try await converse(service) { conversation, told, client in
      service.change { $0.proxiesAfterDrop = [.badGateway, .serviceUnavailable] }
      _ = await client.isReachable()
      try await conversation.say("do something")
      #expect(told.texts == ["One.\n\nTwo."])
      #expect(service.ask(\.messages) == ["do something"])
      #expect(client.isKinora)
    }
  }

  @Test(.timeLimit(.minutes(2))) func aSilentStreamOfOursIsResumed() async throws {
    let service = FakeService()
    service.change {
      $0.stream = [Self.event("One.")]
      $0.hangsOnce = true
    }
    try await converse(service, silence: .seconds(2)) { conversation, told, client in
      _ = await client.isReachable()
      try await conversation.say("do something")
      #expect(told.texts == ["One."])
      #expect(service.ask(\.messages) == ["do something"])
    }
  }
}
