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
