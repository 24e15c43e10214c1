import AsyncHTTPClient
import Client
import Foundation
import HTTPTypes
import MediaTime
import NIOCore
import Testing
import Timeline
import Wire

/// What is done about the codes of the contract.
extension ConversationTests {
  @Test(arguments: [
    (ServiceError(.unsupportedFile, "Unsupported."), "webp"),
    (ServiceError(.fileTooLarge, "Too large."), "Compress or trim"),
  ])
  func aRefusedFileComesWithAdvice(refusal: ServiceError, advice: String) async throws {
    let service = FakeService()
    service.change {
      $0.isKinora = false
      $0.refusals = ["/api/upload-video": [refusal]]
    }
    try await converse(service) { conversation, told, _ in
      let scratch = try Scratch()
      let file = scratch.folder.appendingPathComponent("a.png")
      try Data([1]).write(to: file)
      let error = await #expect(throws: ServiceError.self) { try await conversation.send(file) }
      #expect(error?.message.hasPrefix(refusal.message) == true)
      #expect(error?.message.contains(advice) == true)
    }
  }

  @Test func aBlockedExportSaysHowToRegister() async throws {
    let service = FakeService()
    service.change {
      $0.isKinora = false
      $0.draft = Self.draft.json
      $0.refusals = ["/api/render": [ServiceError(.exportBlocked, "Blocked.")]]
    }
    try await converse(service) { conversation, told, _ in
      let error = await #expect(throws: ServiceError.self) {
        try await conversation.say("export")
      }
      #expect(error?.message.hasSuffix("/register?bind=anon_1") == true)
    }
  }

  @Test func aBadTokenIsRenewedOnce() async throws {
    let service = FakeService()
    let bad = ServiceError(.badToken, "Expired.")
    service.change {
      $0.refusals = ["/api/credits": [bad]]
    }
    try await converse(service) { conversation, told, _ in
      try await conversation.say("credits")
      #expect(told.texts == ["90 credits, and 10 held for work that goes on"])
      #expect(service.ask(\.tokens) == 2)
      service.change { $0.refusals = ["/api/credits": [bad, bad]] }
      await #expect(throws: bad) { try await conversation.say("积分") }
    }
  }

  @Test func failuresWithStatus200AreFailures() async throws {
    let service = FakeService()
    service.change {
      $0.isKinora = false
      $0.tellsFailuresQuietly = true
      $0.refusals = [
        "/api/credits": [ServiceError(.badToken, "Expired."), ServiceError(.rateLimited, "Busy.")]
      ]
    }
    try await converse(service) { conversation, told, _ in
      try await conversation.say("credits")
      #expect(told.texts == ["90 credits, and 10 held for work that goes on"])
      #expect(service.ask(\.tokens) == 2)
    }
  }

  @Test func aBadGivenTokenIsReplacedByTheKeptOne() async throws {
    let service = FakeService()
    service.change { $0.goodToken = "nmv_usr_1" }
    let scratch = try Scratch()
    try await service.whileRunning { address in
      for _ in 0..<3 {
        let configuration = ClientConfiguration(
          server: address, token: "bad", clientID: "test",
          attribution: Attribution(source: "kinora", version: "1", platform: "test"),
          memory: ClientMemory(folder: scratch.folder))
        let credits = try await KinoraClient(configuration).credits()
        #expect(credits.available == 90)
      }
      #expect(service.ask(\.tokens) == 1)
    }
  }

  @Test func withoutCreditsTheWayToRegisterIsTold() async throws {
    let service = FakeService()
    let none = ServiceError(.noCredits, "You have no credits left.")
    service.change { $0.refusals = ["/run_sse": [none]] }
    try await converse(service) { conversation, told, client in
      try await conversation.say("animate it")
      #expect(told.texts.first == "You have no credits left.")
      let server = client.configuration.server
      #expect(told.texts.last?.hasSuffix("\(server)/register?bind=anon_1") == true)
      service.change {
        $0.stream = [
          Event(
            id: "1", invocationID: "e-1", author: "nemo_agent", timestamp: 1, failure: none)
        ]
      }
      try await conversation.say("animate it")
      #expect(told.texts.last?.contains("?bind=anon_1") == true)
    }
  }

  @Test func whoBringsATokenIsToldTheWayToRegisterToo() async throws {
    let service = FakeService()
    let none = ServiceError(.noCredits, "You have no credits left.")
    service.change { $0.refusals = ["/run_sse": [none, none]] }
    let scratch = try Scratch()
    try await service.whileRunning { address in
      let told = Told()
      for _ in 0..<2 {
        let configuration = ClientConfiguration(
          server: address, token: "given", clientID: "test",
          attribution: Attribution(source: "kinora", version: "1", platform: "test"),
          memory: ClientMemory(folder: scratch.folder))
        let client = KinoraClient(configuration)
        let conversation = Conversation(
          client, session: client.lastSession, folder: scratch.folder
        ) { told.add($0) }
        try await conversation.say("animate it")
      }
      #expect(told.texts.count { $0.hasSuffix("/register?bind=anon_1") } == 2)
      #expect(service.ask(\.sessions) == 1)
    }
  }

  @Test func tooManyRequestsAreTriedOnceMore() async throws {
    let service = FakeService()
    let busy = ServiceError(.rateLimited, "Too many.")
    service.change { $0.refusals = ["/api/credits": [busy]] }
    try await converse(service) { conversation, told, _ in
      try await conversation.say("credits")
      #expect(told.texts.count == 1)
      service.change { $0.refusals = ["/api/credits": [busy, busy]] }
      await #expect(throws: busy) { try await conversation.say("credits") }
    }
  }
}
