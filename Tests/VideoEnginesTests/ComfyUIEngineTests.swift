import Foundation
import MediaTime
import NIOHTTP1
import Testing
import Timeline

@testable import VideoEngines

@Suite struct ComfyUIEngineTests {
  private let request = ClipRequest(
    "a fox", duration: 3062, size: ClipSize(width: 640, height: 352), seed: 77)

  static func engine(
    _ base: String, workflow: String = ComfyDouble.workflow, key: String? = nil,
    _ downloads: any ClipDownloader = RecordedDownloads()
  ) throws -> ComfyUIEngine {
    ComfyUIEngine(
      name: "it", base: base, key: key, workflow: try ComfyWorkflow(workflow, called: "w.json"),
      frames: FrameRule(step: 4, offset: 1, least: 5), downloader: downloads,
      pause: .milliseconds(2))
  }

  @Test("What is asked goes to the nodes whose titles name it, and the rest stays")
  func bindsByTitle() async throws {
    try await EngineDouble.with(ComfyDouble(ClipManner()).answer) { double in
      let engine = try Self.engine(double.base)
      let told = try await engine.capabilities()
      #expect(told.tasks == [.text] && told.frameRate == 16)
      #expect(told.takes == [.size, .negativePrompt, .seed, .steps])
      var request = request
      (request.negativePrompt, request.steps) = ("blur", 8)
      _ = try await engine.start(request, key: "k")
      let body = try JSONValue.parse(try #require(double.questions.last).text)
      func input(_ node: String, _ name: String) -> JSONValue? {
        body["prompt"]?[node]?["inputs"]?[name]
      }
      #expect(input("6", "text") == .string("a fox") && input("7", "text") == .string("blur"))
      #expect(input("40", "width") == .integer(640) && input("40", "height") == .integer(352))
      #expect(input("40", "length") == .integer(49) && input("40", "batch_size") == .integer(1))
      #expect(input("3", "seed") == .integer(77) && input("3", "steps") == .integer(8))
      #expect(input("3", "model") == .array([.string("37"), .integer(0)]))
      #expect(body["extra_data"]?["kinora_key"] == .string("k"))
    }
  }

  @Test("Pictures are uploaded and named to the node that loads them")
  func uploadsPictures() async throws {
    let folder = try TestFolder()
    try Data([0x89, 0x50, 0x4E, 0x47, 1]).write(to: URL(filePath: folder("a.png")))
    let loader =
      #""52":{"class_type":"LoadImage","_meta":{"title":"First frame"},"#
      + #""inputs":{"image":"mine.png"}},"#
    let workflow = "{" + loader + ComfyDouble.workflow.dropFirst()
    try await EngineDouble.with(ComfyDouble(ClipManner()).answer) { double in
      let engine = try Self.engine(double.base, workflow: workflow)
      #expect(try await engine.capabilities().tasks == [.picture])
      var request = request
      request.firstFrame = folder("a.png")
      _ = try await engine.start(request, key: "k/1")
      let upload = try #require(double.questions.first { $0.path == "/upload/image" })
      #expect(upload.text.contains("filename=\"kinora-k1-firstFrame.png\""))
      let body = try JSONValue.parse(try #require(double.questions.last).text)
      let image = body["prompt"]?["52"]?["inputs"]?["image"]
      #expect(image == .string("kinora/first.png"))
      // The picture that the workflow was tried with is not used in its place.
      let error = await #expect(throws: VideoEngineError.self) {
        try await engine.start(self.request, key: "k")
      }
      #expect(error?.message.contains("“First frame”, and no such picture") == true)
    }
  }

  @Test(
    "A title that is missing is named",
    arguments: [
      ("Prompt", "Words", "“Prompt”"), ("NEGATIVE", "No", "“Negative”"),
      ("Size / Frames", "Frames", "“Size”"), ("Size / Frames", "size", "“Frames”"),
      ("seed, Steps", "Seed", "“Steps”"), ("Load model", "Steps", "no free input called steps"),
    ])
  func namesMissingTitles(title: String, other: String, words: String) throws {
    let text = ComfyDouble.workflow.replacingOccurrences(
      of: "\"\(title)\"", with: "\"\(other)\"")
    let workflow = try ComfyWorkflow(text, called: "w.json")
    var request = request
    (request.negativePrompt, request.steps) = ("blur", 8)
    let error = #expect(throws: VideoEngineError.self) {
      try workflow.bound(to: request, rate: 16, pictures: [:], engine: "it")
    }
    #expect(error?.code == .refused && error?.message.contains(words) == true)
  }

  @Test(
    "What is no workflow for programs is told apart",
    arguments: [
      ("[]", "no JSON object"), ("{", "no JSON object"), ("{}", "Export (API)"),
      (#"{"nodes":[],"links":[],"version":0.4}"#, "Export (API)"),
    ])
  func refusesOtherFiles(text: String, words: String) {
    let error = #expect(throws: VideoEngineError.self) {
      try ComfyWorkflow(text, called: "w.json")
    }
    #expect(error?.message.contains(words) == true)
  }

  @Test("A complaint about a node is told in its words")
  func tellsComplaints() async throws {
    try await EngineDouble.with(ComfyDouble(ClipManner()).answer) { double in
      var request = request
      request.duration = 3000
      let error = await #expect(throws: VideoEngineError.self) {
        try await Self.engine(double.base).start(request, key: "k")
      }
      #expect(error?.code == .refused)
      #expect(error?.message.contains("Latent: Value not in list, length") == true)
    }
  }

  @Test("A clip that waits is taken from the queue; what runs is interrupted")
  func cancelsWhereItIs() async throws {
    try await EngineDouble.with(ComfyDouble(ClipManner(end: .endless)).answer) { double in
      let engine = try Self.engine(double.base)
      let waiting = try await engine.start(request, key: "k1")
      try await engine.cancel(waiting)
      let asked = try #require(double.questions.last { $0.method == .POST })
      #expect(asked.path == "/queue" && asked.text == #"{"delete":["p1"]}"#)
      let running = try await engine.start(request, key: "k2")
      #expect(try await engine.progress(of: running).state == .queued)
      try await engine.cancel(running)
      #expect(double.questions.last?.path == "/interrupt")
      #expect(double.questions.last?.text == #"{"prompt_id":"p2"}"#)
    }
  }

  @Test("A history that stays empty after the queue is read again, though not for ever")
  func readsAgain() async throws {
    for (empty, isFound) in [(4, true), (9, false)] {
      let server = ComfyDouble(ClipManner(), emptyReadings: empty)
      try await EngineDouble.with(server.answer) { double in
        let engine = try Self.engine(double.base)
        let ticket = try await engine.start(request, key: "k")
        for state in [ClipProgress.State.queued, .running] {
          #expect(try await engine.progress(of: ticket).state == state)
        }
        if isFound {
          #expect(try await engine.progress(of: ticket).state == .done)
        } else {
          let error = await #expect(throws: VideoEngineError.self) {
            try await engine.progress(of: ticket)
          }
          #expect(error?.code == .gone)
        }
      }
    }
  }
}
