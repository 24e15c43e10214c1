import Client
import Foundation
import HTTPTypes
import Testing
import Timeline
import Wire

@Suite struct ExportTests {
  private let tests = ConversationTests()

  @Test(arguments: [true, false])
  func aFilmIsOrderedAndFetched(isKinora: Bool) async throws {
    let service = FakeService()
    service.change {
      $0.isKinora = isKinora
      $0.hasFlatJobs = !isKinora
      $0.draft = ConversationTests.draft.json
      $0.polls = 2
    }
    try await tests.converse(service) { conversation, told, _ in
      try await conversation.say("export")
      #expect(told.progress == ["⏳ Rendering ~30s", "⏳ 50%", "✅ Video ready!"])
      let film = try #require(told.films.first)
      #expect(try Data(contentsOf: film.file) == Data("the film".utf8))
      #expect(film.size == 8)
      #expect(film.link == "http://f")
      try await conversation.say("导出")
      #expect(told.films.last?.file.lastPathComponent == "film-2.mp4")
    }
  }

  @Test func nothingIsOrderedOfAnEmptyTimeline() async throws {
    let service = FakeService()
    try await tests.converse(service) { conversation, told, _ in
      try await conversation.say("export")
      #expect(told.texts.count == 1)
      #expect(service.ask(\.orders).isEmpty)
    }
  }

  @Test func aFailedFilmGetsANewIdOnce() async throws {
    let service = FakeService()
    service.change {
      $0.draft = ConversationTests.draft.json
      $0.failingFilms = 1
    }
    try await tests.converse(service) { conversation, told, _ in
      try await conversation.say("export")
      #expect(told.films.count == 1)
      #expect(Set(service.ask(\.orders)).count == 2)
      service.change { $0.failingFilms = 99 }
      let error = await #expect(throws: ClientError.self) {
        try await conversation.say("export")
      }
      #expect(error?.message == "It broke.")
      #expect(service.ask(\.orders).count == 4)
    }
  }

  @Test func aFilmThatNobodyWaitsForIsCancelled() async throws {
    let service = FakeService()
    service.change {
      $0.draft = ConversationTests.draft.json
      $0.polls = .max
    }
    try await tests.converse(service) { conversation, told, _ in
      let export = Task { try await conversation.say("export") }
      while service.ask(\.pollCounts).isEmpty { await Task.yield() }
      export.cancel()
      await #expect(throws: CancellationError.self) { try await export.value }
      #expect(service.ask(\.cancelled) == service.ask(\.orders))
      #expect(told.films.isEmpty)
    }
  }

  @Test func nothingIsOrderedForAPlaceThatCannotBeWritten() async throws {
    let service = FakeService()
    service.change { $0.draft = ConversationTests.draft.json }
    try await tests.converse(service) { conversation, _, _ in
      for place in ["/nowhere/film.mp4", "/"] {
        let error = await #expect(throws: ClientError.self) {
          try await conversation.export(to: URL(fileURLWithPath: place))
        }
        #expect(error?.code == .unwritable)
      }
      #expect(service.ask(\.orders).isEmpty)
    }
  }

  @Test func aFilmIsNotLostByAPollThatFails() async throws {
    let service = FakeService()
    let busy = ServiceError(.unavailable, "Stops.")
    service.change {
      $0.draft = ConversationTests.draft.json
      $0.polls = 2
      $0.refusals = ["poll": [busy, busy, busy], "download": [busy, busy, busy]]
      $0.proxyAnswers = ["/api/render/proxy/lambda/": [.badGateway]]
    }
    try await tests.converse(service) { conversation, told, _ in
      try await conversation.say("export")
      #expect(told.films.count == 1)
      #expect(service.ask(\.orders).count == 1)
    }
  }

  @Test func aBrokenDownloadGoesOn() async throws {
    let service = FakeService()
    service.change {
      $0.draft = ConversationTests.draft.json
      $0.downloadBreaks = 3
    }
    try await tests.converse(service) { conversation, told, _ in
      try await conversation.say("export")
      let film = try #require(told.films.first)
      #expect(try Data(contentsOf: film.file) == Data("the film".utf8))
      #expect(service.ask(\.ranges) == ["", "bytes=3-"])
      let names = try FileManager.default.contentsOfDirectory(
        atPath: film.file.deletingLastPathComponent().path)
      #expect(!names.contains { $0.hasSuffix(".part") })
    }
  }
}

@Suite struct UploadTests {
  private let tests = ConversationTests()

  @Test func aSmallFileGoesAsAForm() async throws {
    let service = FakeService()
    try await tests.converse(service) { conversation, told, _ in
      let scratch = try Scratch()
      let file = scratch.folder.appendingPathComponent("a \"b\".png")
      try Data(repeating: 7, count: 1000).write(to: file)
      try await conversation.send(file)
      let upload = try #require(service.ask(\.uploads).first)
      #expect(upload.name == "a %22b%22.png")
      #expect(upload.bytes > 1000)
      #expect(told.texts == ["a %22b%22.png: image (8 × 6)"])
    }
  }

  @Test(arguments: [nil, 3 << 20])
  func aLargeFileIsResumed(breaks: Int?) async throws {
    let service = FakeService()
    service.change { $0.tusBreaks = breaks }
    try await tests.converse(service) { conversation, told, client in
      let scratch = try Scratch()
      let file = scratch.folder.appendingPathComponent("big.bin")
      let bytes = (0..<(9 << 20)).map { UInt8(truncatingIfNeeded: $0 &* 31) }
      try Data(bytes).write(to: file)
      _ = await client.isReachable()
      try await conversation.send(file)
      #expect(service.ask { $0.tus["1"] } == bytes)
      #expect(told.texts == ["big.bin: image"])
    }
  }

  /// A file that is sent so that it can be resumed.
  private func sendLarge(
    _ service: FakeService,
    _ check: @Sendable @escaping (Result<Void, any Error>, [UInt8]) throws -> Void
  ) async throws {
    try await tests.converse(service) { conversation, told, client in
      let scratch = try Scratch()
      let file = scratch.folder.appendingPathComponent("big.bin")
      let bytes = (0..<(9 << 20)).map { UInt8(truncatingIfNeeded: $0 &* 31) }
      try Data(bytes).write(to: file)
      _ = await client.isReachable()
      let result: Result<Void, any Error>
      do {
        result = .success(try await conversation.send(file))
      } catch {
        result = .failure(error)
      }
      try check(result, bytes)
    }
  }

  @Test func aLineThatBreaksOftenIsNotGivenUpWhileBytesArrive() async throws {
    let service = FakeService()
    service.change {
      $0.tusBreaks = 1 << 20
      $0.tusBreaksLeft = 8
    }
    try await sendLarge(service) { result, bytes in
      try result.get()
      #expect(service.ask { $0.tus["1"] } == bytes)
    }
  }

  @Test func anUploadThatTheServerStillHoldsIsWaitedFor() async throws {
    let service = FakeService()
    service.change {
      $0.tusRefusals = [
        ServiceError(.conflict, "Another request."), ServiceError(.conflict, "Another request."),
        ServiceError(ServiceError.Code(rawValue: 408), "Too slow."),
      ]
    }
    try await sendLarge(service) { result, bytes in
      try result.get()
      #expect(service.ask { $0.tus["1"] } == bytes)
    }
  }

  @Test func aServerThatNeverNamesTheMediumIsNotAskedForEver() async throws {
    let service = FakeService()
    service.change { $0.tusForgetsMedia = true }
    try await sendLarge(service) { result, _ in
      let error = #expect(throws: ClientError.self) { try result.get() }
      #expect(error?.code == .badReply)
      #expect(service.ask(\.tusPatches) < 10)
    }
  }

  @Test func filesMayTakeLongerThanAnswers() async throws {
    let service = FakeService()
    service.change { $0.uploadDelay = .milliseconds(800) }
    let scratch = try Scratch()
    let file = scratch.folder.appendingPathComponent("a.png")
    try Data(repeating: 7, count: 1_000_000).write(to: file)
    try await service.whileRunning { address in
      let configuration = ClientConfiguration(
        server: address, token: "given", clientID: "test",
        attribution: Attribution(source: "kinora", version: "1", platform: "test"),
        memory: ClientMemory(folder: scratch.folder))
      let client = KinoraClient(configuration, patience: .milliseconds(400))
      let sent = try await client.upload(file, to: "1")
      let fetched = try await client.upload(urls: ["http://a.test/b.png"], to: "1")
      #expect((sent.files.count, fetched.files.count) == (1, 1))
    }
  }

  @Test func aMissingFileIsTold() async throws {
    let service = FakeService()
    try await tests.converse(service) { conversation, _, _ in
      let error = await #expect(throws: ClientError.self) {
        try await conversation.send(URL(fileURLWithPath: "/nowhere/a.png"))
      }
      #expect(error?.code == .unreadable)
    }
  }
}
