import AsyncHTTPClient
import Client
import Foundation
import HTTPTypes
import MediaTime
import NIOCore
import Synchronization
import Testing
import Timeline
import Wire

/// What was told in a conversation.
final class Told: Sendable {
  private let all = Mutex<[Telling]>([])

  func add(_ telling: Telling) { all.withLock { $0.append(telling) } }

  var texts: [String] {
    all.withLock { $0.compactMap { if case .text(let text) = $0 { text } else { nil } } }
  }

  var progress: [String] {
    all.withLock { $0.compactMap { if case .progress(let text) = $0 { text } else { nil } } }
  }

  var films: [ExportedFilm] {
    all.withLock { $0.compactMap { if case .film(let film) = $0 { film } else { nil } } }
  }
}

/// A folder that goes with the test.
final class Scratch: Sendable {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("kinora-client-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }
}

@Suite struct ConversationTests {
  static let draft = Draft(tracks: [
    Track(id: "t1", kind: .video, segments: [Segment(id: "s1", source: "m", duration: 3000)])
  ])

  static func event(_ text: String) -> Event {
    Event(
      id: UUID().uuidString, invocationID: "e-1", author: "nemo_agent", timestamp: 1,
      content: Content(role: "model", text: text))
  }

  /// Runs `body` in a conversation with `service`; time passes only where it is waited for. A
  /// stream is taken for dead after `silence`.
  func converse(
    _ service: FakeService, silence: TimeAmount = .seconds(120),
    _ body: @Sendable @escaping (Conversation, Told, KinoraClient) async throws -> Void
  ) async throws {
    let scratch = try Scratch()
    try await service.whileRunning { address in
      let configuration = ClientConfiguration(
        server: address, clientID: "test",
        attribution: Attribution(source: "kinora", version: "1", platform: "test"),
        memory: ClientMemory(folder: scratch.folder))
      let clock = Mutex(Duration.zero)
      let rest: @Sendable (Duration) async throws -> Void = { time in
        clock.withLock { $0 += time }
        try await Task.sleep(for: .milliseconds(1))
      }
      var quick = HTTPClient.Configuration()
      quick.timeout.read = silence
      let streams = HTTPClient(eventLoopGroupProvider: .singleton, configuration: quick)
      let client = KinoraClient(configuration, streams: streams, rest: rest)
      let told = Told()
      // The watch of silence has its own, real clock: a test ends long before its two minutes.
      let conversation = Conversation(
        client, folder: scratch.folder,
        timing: .init(
          now: { clock.withLock { $0 } },
          rest: { time in
            guard time < .seconds(100) else { return try await Task.sleep(for: time) }
            try await rest(time)
          })
      ) { told.add($0) }
      let result: Result<Void, any Error>
      do {
        result = .success(try await body(conversation, told, client))
      } catch {
        result = .failure(error)
      }
      try await streams.shutdown()
      try result.get()
    }
  }

  @Test func saysWhatTheAgentSays() async throws {
    let service = FakeService()
    service.change {
      $0.stream = [
        Self.event("Pushed in."), Self.event("Click the Export button to get the film."),
      ]
      $0.heartbeats = 3
    }
    try await converse(service) { conversation, told, _ in
      try await conversation.say("animate it")
      #expect(told.texts.first == "Pushed in.")
      #expect(service.ask(\.messages) == ["animate it"])
      #expect(service.ask(\.attributions) == ["kinora"])
    }
  }

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

  @Test func aSilentEditIsToldByWhatChanged() async throws {
    var after = Self.draft
    after.tracks[0].segments[0].duration = 5000
    after.duration = 5000
    let later = after.json
    let service = FakeService()
    service.change {
      $0.draft = Self.draft.json
      $0.draftAfterTurn = later
    }
    try await converse(service) { conversation, told, _ in
      try await conversation.say("make it 5 seconds")
      #expect(told.texts.count == 1)
      #expect(told.texts.first?.hasPrefix("Changed: ") == true)
      #expect(told.texts.first?.contains("5") == true)
      try await conversation.say("做点别的")
      #expect(told.texts.last == "时间线没有变化。请换一种说法，或者查看状态。")
    }
  }

  @Test func aTrailingTemporaryIssueIsLeftOut() async throws {
    let service = FakeService()
    service.change {
      $0.stream = [
        Self.event("The music is softer."),
        Self.event("I encountered a temporary issue. Please try again."),
      ]
    }
    try await converse(service) { conversation, told, _ in
      try await conversation.say("softer")
      #expect(told.texts == ["The music is softer."])
    }
  }

  @Test func whatAnIssueWasWithIsTold() {
    var answer = Answer()
    let text = "Done. I encountered a temporary issue with the music, so I left it out."
    _ = answer.take(Self.event(text), id: nil)
    #expect(answer.text == text)
    var short = Answer()
    _ = short.take(
      Self.event("Done. I encountered a temporary issue processing your request."), id: nil)
    #expect(short.text == "Done.")
  }

  @Test func whatTheAgentWantsDraggedIsSentBackOnce() async throws {
    let service = FakeService()
    service.change { $0.stream = [Self.event("Drag the clip to the start of the timeline.")] }
    try await converse(service) { conversation, told, _ in
      try await conversation.say("put the clip first")
      #expect(
        service.ask(\.messages) == [
          "put the clip first", "Drag the clip to the start of the timeline.",
        ])
    }
  }

  @Test func aHostedDraftIsToldAndExported() async throws {
    let service = FakeService()
    let hosted = try JSONValue.parse(body: #"{"t":[{"tt":0,"sg":[{"d":10000}]}]}"#)
    service.change {
      $0.isKinora = false
      $0.draft = hosted
      $0.stream = [Self.event("Done.")]
    }
    try await converse(service) { conversation, told, _ in
      try await conversation.say("animate it")
      #expect(try await conversation.holdsFilm())
      try await conversation.say("status")
      #expect(told.texts.last?.contains("0-10s") == true)
      try await conversation.say("export")
      #expect(told.films.count == 1)
      #expect(service.ask(\.orderedDrafts) == [hosted])
    }
  }

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

  @Test func anotherFileOfTheSameNameIsSent() async throws {
    let service = FakeService()
    service.change {
      $0.stream = [Self.event("Added.")]
      $0.uploads = [("a.png", 1)]
      // Of one byte, 1.
      $0.uploadHash = "4bf5122f344554c53bde2ebb8cd2b7e3d1600ad631c385a5d7cce23c7785459a"
    }
    try await converse(service) { conversation, told, _ in
      let scratch = try Scratch()
      let file = scratch.folder.appendingPathComponent("a.png")
      try Data([1]).write(to: file)
      try await conversation.say("add a.png again", filesIn: scratch.folder)
      #expect(service.ask(\.uploads).count == 1)
      try Data([2]).write(to: file)
      try await conversation.say("add a.png again", filesIn: scratch.folder)
      #expect(service.ask(\.uploads).count == 2)
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

  @Test func aLostSessionIsBegunAnew() async throws {
    let service = FakeService()
    let gone = ServiceError(.sessionNotFound, "Gone.")
    service.change {
      $0.stream = [Self.event("Done.")]
      $0.refusals = ["/api/state": [gone]]
    }
    try await converse(service) { conversation, told, _ in
      try await conversation.say("hello there")
      #expect(told.texts.last == "Done.")
      #expect(service.ask(\.sessions) == 2)
      service.change { $0.refusals = ["/run_sse": [gone]] }
      try await conversation.say("again")
      #expect(told.texts.suffix(2).first?.contains("new one was begun") == true)
      #expect(service.ask(\.sessions) == 3)
      service.change {
        $0.streamOnce = [
          Event(id: "1", invocationID: "e-1", author: "nemo_agent", timestamp: 1, failure: gone)
        ]
      }
      try await conversation.say("once more")
      #expect(told.texts.last == "Done.")
      #expect(service.ask(\.sessions) == 4)
    }
  }

  @Test func aLostSessionThatWasAskedForIsAnError() async throws {
    let service = FakeService()
    let gone = ServiceError(.sessionNotFound, "There is no session 7.")
    service.change { $0.refusals = ["/api/state": [gone, gone]] }
    try await converse(service) { _, told, client in
      let conversation = Conversation(
        client, session: "7", mayBeginAnew: false, folder: URL(fileURLWithPath: ".")
      ) { told.add($0) }
      await #expect(throws: gone) { try await conversation.say("hello there") }
      await #expect(throws: gone) { try await conversation.say("status") }
      #expect(service.ask(\.sessions) == 0)
      #expect(told.texts.isEmpty)
    }
  }

  @Test func filesThatAMessageNamesAreSentFirst() async throws {
    let service = FakeService()
    service.change { $0.stream = [Self.event("Added.")] }
    try await converse(service) { conversation, told, _ in
      let scratch = try Scratch()
      for name in ["a.png", "b.png"] {
        try Data([1]).write(to: scratch.folder.appendingPathComponent(name))
      }
      try await conversation.say("upload a.png", filesIn: scratch.folder)
      #expect(service.ask(\.uploads).map(\.name) == ["a.png"])
      #expect(service.ask(\.messages).isEmpty)
      let path = scratch.folder.appendingPathComponent("b.png").path
      try await conversation.say("add a.png and \(path)", filesIn: scratch.folder)
      #expect(service.ask(\.uploads).map(\.name) == ["a.png", "b.png"])
      #expect(service.ask(\.messages) == ["add a.png and b.png"])
      await #expect(throws: ClientError.self) {
        try await conversation.say("upload c.png", filesIn: scratch.folder)
      }
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

  @Test func statusIsTheTimeline() async throws {
    let service = FakeService()
    try await converse(service) { conversation, told, _ in
      try await conversation.say("status")
      #expect(told.texts == ["Nothing is here yet: send a picture or a clip."])
      service.change { $0.uploads = [("dawn.jpg", 1), ("海.mp4", 1)] }
      try await conversation.say("状态")
      #expect(told.texts.last == "还没有影片。已上传：dawn.jpg、海.mp4。")
      service.change { $0.draft = Self.draft.json }
      try await conversation.say("状态")
      #expect(told.texts.last?.hasPrefix("时间线（1 条轨道）") == true)
    }
  }

  @Test func aServerThatIsNotThereIsTold() async throws {
    let scratch = try Scratch()
    let configuration = ClientConfiguration(
      server: "http://127.0.0.1:9", clientID: "test",
      attribution: Attribution(source: "kinora", version: "1", platform: "test"),
      memory: ClientMemory(folder: scratch.folder))
    let client = KinoraClient(configuration)
    #expect(await !client.isReachable())
    let error = await #expect(throws: ClientError.self) { try await client.credits() }
    #expect(error?.code == .unreachable)
    #expect(error?.message.contains("kinora serve") == true)
  }
}
