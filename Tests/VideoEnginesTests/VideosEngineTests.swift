import Foundation
import MediaTime
import NIOHTTP1
import Synchronization
import Testing

@testable import VideoEngines

@Suite struct VideosEngineTests {
  private let request = ClipRequest(
    "a fox in the snow", duration: 3000, size: ClipSize(width: 832, height: 480))

  private func engine(_ double: EngineDouble, key: String? = nil) -> VideosEngine {
    VideosEngine(name: "wan", base: double.base, key: key, downloader: RecordedDownloads())
  }

  @Test("A clip is begun, watched and fetched; the form says what was asked, seconds as text")
  func makesClip() async throws {
    let folder = try TestFolder()
    let server = VideosDouble(ClipManner())
    try await EngineDouble.with(server.answer) { double in
      let engine = engine(double)
      let capabilities = try await engine.capabilities()
      #expect(capabilities.model == "wan2.2" && capabilities.tasks == [.text, .picture])
      let clip = try capabilities.fit(request, engine: "wan")
      let desk = ClipDesk(journal: FileJournal(folder: folder("notes")), pace: .quick)
      let told = Told()
      try await desk.make(clip, key: "k1", by: engine, to: folder("clip.mp4")) { told.add($0) }
      #expect(try folder.bytes("clip.mp4") == ClipManner.film)
      #expect(told.states == [.queued, .running, .done] && told.shares.contains(0.5))
      let asked = try #require(double.questions.first { $0.method == .POST })
      #expect(asked.field("seconds") == "3" && asked.field("size") == "832x480")
      #expect(asked.field("num_frames") == "72" && asked.field("fps") == "24")
      #expect(asked.headers.first(name: "idempotency-key") == "k1")
    }
  }

  @Test("Pictures are sent as files, the last one too")
  func sendsPictures() async throws {
    let folder = try TestFolder()
    let picture: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 1, 2, 3]
    try Data(picture).write(to: URL(filePath: folder("a.png")))
    let server = VideosDouble(ClipManner())
    try await EngineDouble.with(server.answer) { double in
      var request = request
      (request.firstFrame, request.lastFrame) = (folder("a.png"), folder("a.png"))
      _ = try await engine(double).start(request, key: "k")
      let asked = try #require(double.questions.last)
      let part = try #require(asked.text.range(of: "filename=\"input_reference.png\""))
      #expect(asked.text[part.upperBound...].contains("Content-Type: image/png"))
      #expect(asked.text.contains("filename=\"last_frame.png\""))
    }
  }

  @Test("Where a key stands for one clip, a lost answer is asked for again")
  func sendsAgain() async throws {
    let folder = try TestFolder()
    let server = VideosDouble(
      ClipManner(losesAnswers: 1),
      .init(capabilities: #"{"tasks":["text"],"idempotency":true}"#, knowsKeys: true))
    try await EngineDouble.with(server.answer) { double in
      try await make(by: engine(double), folder)
    }
    #expect(server.begun == 1)
    #expect(try folder.bytes("clip.mp4") == ClipManner.film)
  }

  @Test("Where nothing tells whether it was begun, it isn't asked again, and that is said")
  func staysInDoubt() async throws {
    let folder = try TestFolder()
    let server = VideosDouble(ClipManner(losesAnswers: 9), .init(lists: false))
    try await EngineDouble.with(server.answer) { double in
      for _ in 1...2 {
        let error = await #expect(throws: VideoEngineError.self) {
          try await make(by: engine(double), folder)
        }
        #expect(error?.code == .lost && error?.message.contains("cost twice") == true)
      }
    }
    #expect(server.begun == 1)
  }

  @Test("Where an engine can't end a clip, it is had forgotten")
  func forgets() async throws {
    let folder = try TestFolder()
    let server = VideosDouble(ClipManner(end: .endless), .init(cancels: false))
    try await EngineDouble.with(server.answer) { double in
      let engine = engine(double)
      let told = Told()
      let task = Task { try await make(by: engine, folder, told: told) }
      while told.states.count < 3 { try await Task.sleep(for: .milliseconds(5)) }
      task.cancel()
      await #expect(throws: CancellationError.self) { try await task.value }
      #expect(double.questions.last?.method == .DELETE)
    }
    #expect(server.cancelled == 1)
  }

  @Test("A failure that is called cancelling is no failure")
  func readsCancelling() async throws {
    let reply = #"{"id":"v","status":"failed","error":{"code":"cancelled","message":"Ended."}}"#
    try await EngineDouble.with({ _ in .json(reply) }) { double in
      let told = try await engine(double).progress(of: ClipTicket(id: "v"))
      #expect(told.state == .cancelled && told.failure == "Ended")
    }
  }

  @Test("A refusal that says where the clip is counts as an address")
  func followsAddress() async throws {
    let folder = try TestFolder()
    let place = "https://cdn.example.com/clip.mp4?sign=1"
    let server = VideosDouble(
      ClipManner(),
      .init(content: .json(#"{"detail":"the file is at \#(place) now"}"#, .badRequest)))
    try await EngineDouble.with(server.answer) { double in
      let downloads = RecordedDownloads(allows: ["cdn.example.com"])
      let engine = VideosEngine(name: "wan", base: double.base, downloader: downloads)
      try await make(by: engine, folder)
      #expect(downloads.urls == [place])
      #expect(try folder.bytes("clip.mp4") == ClipManner.film)
    }
  }

  private func make(
    by engine: any VideoEngine, _ folder: TestFolder, journal: (any ClipJournal)? = nil,
    told: Told = Told()
  ) async throws {
    let clip = FittedClip(request: request, frames: 72, frameRate: 24, notes: [], dollars: nil)
    let desk = ClipDesk(journal: journal ?? FileJournal(folder: folder("notes")), pace: .quick)
    try await desk.make(clip, key: "k1", by: engine, to: folder("clip.mp4")) { told.add($0) }
  }
}
