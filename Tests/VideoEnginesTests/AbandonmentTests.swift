import Foundation
import MediaTime
import Testing

@testable import VideoEngines

/// An engine that only tells what it makes.
private struct RecordedEngine: VideoEngine {
  let name = "it"
  let told: VideoCapabilities

  func capabilities() -> VideoCapabilities { told }
  func start(_ request: ClipRequest, key: String) -> ClipTicket { ClipTicket(id: key) }
  func find(_ request: ClipRequest, key: String, since time: Double) -> ClipSearch { .absent }
  func progress(of ticket: ClipTicket) -> ClipProgress { ClipProgress(.done) }
  func cancel(_ ticket: ClipTicket) {}
  func fetch(_ ticket: ClipTicket, to path: String) {}
}

/// What becomes of clips for which nobody waits any more.
@Suite struct AbandonmentTests {
  private static let clip = FittedClip(
    request: Stage.request, frames: 65, frameRate: 16, notes: [], dollars: nil)

  private func desk(_ stage: Stage) -> ClipDesk {
    ClipDesk(journal: FileJournal(folder: stage.folder("notes")), pace: .quick)
  }

  @Test("A clip that is left goes on, is found again, and is ended by who asks for that")
  func leaves() async throws {
    let stage = try Stage(Contender.all[0], ClipManner(end: .endless))
    let desk = desk(stage)
    try await stage.run { engine in
      for round in 1...2 {
        let told = Told()
        let task = Task {
          try await desk.make(
            Self.clip, key: "k-1", by: engine, to: stage.folder("clip.mp4"), whenCancelled: .leave
          ) { told.add($0) }
        }
        while told.states.count < 3 { try await Task.sleep(for: .milliseconds(5)) }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(stage.server.begun == 1 && stage.server.cancelled == 0, "round \(round)")
      }
      try await desk.end("k-1", by: engine)
      #expect(stage.server.cancelled == 1)
      try await desk.end("k-1", by: engine)
      try await desk.end("never asked for", by: engine)
      #expect(stage.server.cancelled == 1)
      #expect(try await desk.freshKey(named: "k") == "k-2")
    }
  }

  @Test("A clip that is there stays there, whoever ends it or breaks off")
  func keepsWhatIsDone() async throws {
    let stage = try Stage(Contender.all[0])
    let desk = desk(stage)
    try await stage.run { engine in
      try await desk.make(Self.clip, key: "k-1", by: engine, to: stage.folder("one.mp4"))
      try await desk.end("k-1", by: engine)
      #expect(stage.server.cancelled == 0)
      try await desk.make(Self.clip, key: "k-1", by: engine, to: stage.folder("two.mp4"))
      #expect(stage.server.begun == 1)
    }
  }

  @Test("A key is kept while its clip may come, and given up where it is in doubt and one says so")
  func findsKeys() async throws {
    let folder = try TestFolder()
    let journal = FileJournal(folder: folder("notes"))
    let desk = ClipDesk(journal: journal)
    #expect(try await desk.freshKey(named: "a") == "a-1")
    let doubtful = ClipRecord(key: "a-1", engine: "it", request: Stage.request, sentAt: 1)
    try journal.keep(doubtful)
    #expect(try await desk.freshKey(named: "a") == "a-1")
    #expect(try await desk.freshKey(named: "a", askingAnew: true) == "a-2")
    try journal.keep(
      ClipRecord(
        key: "a-2", engine: "it", request: Stage.request, sentAt: 1, state: .failed("no")))
    #expect(try await desk.freshKey(named: "a", askingAnew: true) == "a-3")
  }

  @Test("A name stands for what is asked, and not for where its picture lies")
  func names() throws {
    let folder = try TestFolder()
    for (file, content) in [("a.png", "one"), ("b.png", "one"), ("c.png", "two")] {
      try Data(content.utf8).write(to: URL(filePath: folder(file)))
    }
    func name(_ picture: String, _ engine: String = "wan", seed: Int = 1) throws -> String {
      var request = Stage.request
      (request.firstFrame, request.seed) = (folder(picture), seed)
      return try request.name(for: engine)
    }
    let first = try name("a.png")
    #expect(first.count == 32 && first.allSatisfy(\.isHexDigit))
    #expect(try name("b.png") == first)
    #expect(try name("c.png") != first && name("a.png", "fal") != first)
    #expect(try name("a.png", seed: 2) != first)
    #expect(throws: (any Error).self) { try name("missing.png") }
  }

  @Test(
    "A price is for the clip and for each second that has begun",
    arguments: [
      (#"{"clip":5}"#, 4100, 5), (#"{"second":3}"#, 4100, 15),
      (#"{"clip":5,"second":3}"#, 4000, 17),
      ("{}", 4000, 0), (#"{"clip":-5,"second":-1}"#, 4000, 0),
    ])
  func prices(_ text: String, _ length: Int, _ credits: Int) throws {
    let price = try JSONDecoder().decode(ClipPrice.self, from: Data(text.utf8))
    #expect(price.credits(for: Milliseconds(length)) == credits)
    #expect(throws: (any Error).self) {
      try JSONDecoder().decode(ClipPrice.self, from: Data(#"{"clip":"much"}"#.utf8))
    }
  }

  @Test("What is hosted has a price where nobody named one, and a list without prices is read")
  func usualPrices() throws {
    for kind in EngineSettings.Kind.allCases {
      let engine = EngineSettings(name: "it", kind: kind)
      #expect((engine.price.credits(for: 1000) > 0) == [.fal, .replicate, .veo].contains(kind))
      let read = try JSONDecoder().decode(
        EngineSettings.self, from: Data(#"{"name":"it","kind":"\#(kind.rawValue)"}"#.utf8))
      #expect(read == engine)
    }
    let free = EngineSettings(name: "it", kind: .fal, credits: ClipPrice())
    #expect(free.price.credits(for: 5000) == 0)
  }

  @Test("No more is asked of an engine than whoever set it up wants")
  func limits() async throws {
    let stage = try Stage(Contender.all[0])
    try await EngineDouble.with(stage.server.answer) { double in
      let engine = stage.contender.engine(double.base, nil, stage.downloads)
      let limited = LimitedEngine(engine: engine, longestSide: 320, steps: 4)
      let capabilities = try await limited.capabilities()
      let clip = try capabilities.fit(Stage.request, engine: "it")
      #expect(clip.request.size == ClipSize(width: 320, height: 176))
      try await desk(stage).make(clip, key: "k-1", by: limited, to: stage.folder("clip.mp4"))
      #expect(double.questions.compactMap { $0.field("num_inference_steps") } == ["4"])
    }
    var listed = VideoCapabilities(tasks: [.text])
    listed.sizes = ClipSize.hd + ClipSize.fullHD
    for (side, most) in [(1920, 1920), (1280, 1280), (640, 1280)] {
      let limited = LimitedEngine(
        engine: RecordedEngine(told: listed), longestSide: side, steps: nil)
      let sizes = try await limited.capabilities().sizes
      #expect(sizes.map { max($0.width, $0.height) }.max() == most && !sizes.isEmpty)
    }
  }

  @Test("A drawn scene is asked for by its words, and begins with its picture only where it must")
  func fitsScenes() throws {
    let asked = Stage.request
    let texts = VideoCapabilities(tasks: [.text, .picture])
    let pictures = VideoCapabilities(tasks: [.picture])
    #expect(try texts.fit(asked, engine: "it") { _ in "p.png" }.request.firstFrame == nil)
    #expect(try pictures.fit(asked, engine: "it") { _ in "p.png" }.request.firstFrame == "p.png")
  }
}
