import Foundation
import MediaTime
import NIOHTTP1
import Testing
import Timeline

@testable import VideoEngines

@Suite struct HostedEngineTests {
  private let request = ClipRequest(
    "a fox", duration: 4000, size: ClipSize(width: 1280, height: 720), seed: 5)

  private func picture(_ folder: TestFolder) throws -> String {
    try Data([0x89, 0x50, 0x4E, 0x47, 1]).write(to: URL(filePath: folder("a.png")))
    return folder("a.png")
  }

  @Test("fal: addresses elsewhere aren't asked; the same is found under its own")
  func falStaysAtHome() async throws {
    let server = FalDouble(ClipManner(), pointsTo: "http://10.0.0.1")
    try await EngineDouble.with(server.answer) { double in
      let engine = FalEngine(
        name: "fal", base: double.base, key: "k", model: FalDouble.model,
        downloader: RecordedDownloads())
      let ticket = try await engine.start(request, key: "k1")
      #expect(ticket == ClipTicket(id: "r1"))
      #expect(try await engine.progress(of: ticket).state == .queued)
      try await engine.cancel(ticket)
      #expect(double.questions.last?.path == "/fal-ai/wan/requests/r1/cancel")
      #expect(double.questions.last?.method == .PUT)
    }
  }

  @Test("fal: a model is sent what it minds, in its words")
  func falSpeaksForModels() async throws {
    let folder = try TestFolder()
    var request = request
    request.firstFrame = try picture(folder)
    request.lastFrame = request.firstFrame
    (request.duration, request.negativePrompt) = (10_000, "blur")
    let wan = try #require(HostedModel.fal.first { $0.id.hasSuffix("a14b/image-to-video") })
    let input = try wan.input(for: request)
    #expect(input["num_frames"] == .integer(161) && input["resolution"] == .string("720p"))
    #expect(input["image_url"]?.words?.hasPrefix("data:image/png;base64,") == true)
    #expect(input["end_image_url"] == input["image_url"] && input["seed"] == .integer(5))
    let kling = try #require(HostedModel.fal.first { $0.id.hasSuffix("pro/image-to-video") })
    let other = try kling.input(for: request)
    #expect(other["duration"] == .string("10") && other["tail_image_url"] != nil)
    #expect(other["seed"] == nil && other["negative_prompt"] == .string("blur"))
  }

  @Test("A model in no table is sent a prompt, and a picture where its name says so, no more")
  func assumesLittle() throws {
    let folder = try TestFolder()
    var request = request
    let words = HostedModel.unknown("fal-ai/new/text-to-video", picture: "image_url")
    #expect(words.capabilities.tasks == [.text] && words.capabilities.takes.isEmpty)
    #expect(try words.input(for: request) == ["prompt": .string("a fox")])
    request.firstFrame = try picture(folder)
    #expect(throws: VideoEngineError.self) { try words.input(for: request) }
    let pictures = HostedModel.unknown("fal-ai/new/image-to-video", picture: "image_url")
    #expect(pictures.capabilities.tasks == [.picture])
    #expect(try Set(pictures.input(for: request).keys) == ["prompt", "image_url"])
  }

  @Test("Every model in the tables is sent a name for each task and length that it promises")
  func tablesHold() {
    for model in HostedModel.fal + HostedModel.replicate {
      let told = model.capabilities
      let takesPicture = !told.tasks.isDisjoint(with: [.picture, .betweenPictures])
      #expect(takesPicture == (model.names[.firstFrame] != nil), "\(model.id)")
      #expect(told.tasks.contains(.betweenPictures) == (model.names[.lastFrame] != nil))
      #expect(told.seconds.isEmpty == (model.names[.seconds] == nil), "\(model.id)")
      #expect(told.seconds.isEmpty == (model.names[.frames] != nil), "\(model.id)")
      #expect(told.takes.contains(.seed) == (model.names[.seed] != nil), "\(model.id)")
      #expect(told.takes.contains(.steps) == (model.names[.steps] != nil), "\(model.id)")
    }
  }

  @Test(
    "Replicate: what was asked is looked up; inputs removed and clocks apart leave it in doubt",
    arguments: [
      (ReplicateDouble.Listing.whole, 5, ClipSearch?.none), (.whole, 6, .absent),
      (.withoutInputs, 5, .unknown), (.earlier, 5, .unknown), (.earlier, 6, .absent),
    ])
  func replicateSearches(
    listing: ReplicateDouble.Listing, seed: Int, result: ClipSearch?
  ) async throws {
    let server = ReplicateDouble(ClipManner(), listing)
    try await EngineDouble.with(server.answer) { double in
      let engine = ReplicateEngine(
        name: "it", base: double.base, key: "k", model: ReplicateDouble.model,
        downloader: RecordedDownloads())
      let sent = Date().timeIntervalSince1970
      let ticket = try await engine.start(request, key: "k1")
      #expect(ticket.statusURL == "\(double.base)/v1/predictions/p1")
      var other = request
      other.seed = seed
      let found = try await engine.find(other, key: "k1", since: sent)
      #expect(found == result ?? .found(ticket))
    }
  }

  @Test("Replicate: a version is asked as such, with what is known of its model")
  func replicateTakesVersions() async throws {
    let engine = ReplicateEngine(
      name: "it", base: "http://127.0.0.1:9", key: "k", model: ReplicateDouble.model + ":3b55",
      downloader: RecordedDownloads())
    let told = try await engine.capabilities()
    #expect(told.seconds == Array(2...12) && told.tasks.contains(.betweenPictures))
  }

  @Test("Veo: seconds, shape and pictures go where it reads them")
  func veoSendsWhatWasAsked() async throws {
    let folder = try TestFolder()
    try await EngineDouble.with(VeoDouble(ClipManner()).answer) { double in
      let engine = VeoEngine(
        name: "Veo", base: double.base + "/v1beta", key: "k", downloader: RecordedDownloads())
      var request = request
      request.firstFrame = try picture(folder)
      request.size = ClipSize(width: 720, height: 1280)
      _ = try await engine.start(request, key: "k1")
      let asked = try #require(double.questions.last)
      let body = try JSONValue.parse(asked.text)
      #expect(asked.headers.first(name: "x-goog-api-key") == "k")
      #expect(asked.headers.first(name: "authorization") == nil)
      #expect(body["parameters"]?["aspectRatio"] == .string("9:16"))
      #expect(body["parameters"]?["durationSeconds"] == .integer(4))
      #expect(body["parameters"]?["resolution"] == .string("720p"))
      let image = body["instances"]?.elements.first?["image"]
      #expect(image?["mimeType"] == .string("image/png"))
    }
  }

  @Test("Veo: 1080p and a last picture are made at eight seconds, and that is said")
  func veoMakesFullLength() async throws {
    let engine = VeoEngine(name: "Veo", key: "k", downloader: RecordedDownloads())
    let told = try await engine.capabilities()
    var asked = request
    #expect(try told.fit(asked, engine: "Veo").request.duration == 4000)
    asked.size = ClipSize(width: 1920, height: 1080)
    let large = try told.fit(asked, engine: "Veo")
    #expect(large.request.duration == 8000)
    #expect(large.notes == ["Veo makes 8 s, asked were 4 s."])
    (asked.size, asked.firstFrame, asked.lastFrame) = (request.size, "a.png", "b.png")
    #expect(try told.fit(asked, engine: "Veo").request.duration == 8000)
    let second = VeoEngine(
      name: "Veo", key: "k", model: "veo-2.0-generate-001", downloader: RecordedDownloads())
    #expect(try await second.capabilities().seconds == [5, 6, 8])
  }

  @Test("Veo: what its filters held back is told in their words")
  func veoTellsFilters() async throws {
    let server = VeoDouble(ClipManner(), filtered: "The prompt names a real person.")
    try await EngineDouble.with(server.answer) { double in
      let engine = VeoEngine(
        name: "Veo", base: double.base + "/v1beta", key: "k", downloader: RecordedDownloads())
      let ticket = try await engine.start(request, key: "k1")
      for _ in 1...2 { #expect(try await engine.progress(of: ticket).state == .running) }
      let told = try await engine.progress(of: ticket)
      #expect(told.state == .failed && told.failure == "The prompt names a real person")
      let error = await #expect(throws: VideoEngineError.self) { try await engine.cancel(ticket) }
      #expect(error?.message.contains("finishes what nobody waits for") == true)
    }
  }
}
