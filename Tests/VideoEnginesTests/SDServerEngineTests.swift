import Foundation
import MediaTime
import Testing
import Timeline

@testable import VideoEngines

@Suite struct SDServerEngineTests {
  @Test("What it says of itself is read")
  func readsCapabilities() async throws {
    try await EngineDouble.with(SDServerDouble(ClipManner()).answer) { double in
      let told = try await SDServerEngine(name: "sd", base: double.base).capabilities()
      #expect(told.model == "wan2.2" && told.tasks == [.text, .picture, .betweenPictures])
      #expect(told.frameRate == 16 && told.longestSide == 1024)
      let asked = ClipRequest(
        "waves", duration: 3000, size: ClipSize(width: 1920, height: 1080))
      let fitted = try told.fit(asked, engine: "sd")
      #expect(fitted.frames == 49 && fitted.request.size == ClipSize(width: 1024, height: 576))
    }
  }

  @Test("A model that makes pictures is no engine for clips")
  func refusesPictureModels() async throws {
    let told = #"{"model":{"stem":"flux"},"supported_modes":["img_gen"]}"#
    try await EngineDouble.with({ _ in .json(told) }) { double in
      let error = await #expect(throws: VideoEngineError.self) {
        try await SDServerEngine(name: "sd", base: double.base).capabilities()
      }
      #expect(error?.code == .refused && error?.message.contains("start it with one") == true)
    }
  }

  @Test("Pictures, steps and guidance are sent where it reads them; frames are 4n+1")
  func sendsWhatWasAsked() async throws {
    let folder = try TestFolder()
    let picture: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 1, 2, 3]
    try Data(picture).write(to: URL(filePath: folder("a.png")))
    try await EngineDouble.with(SDServerDouble(ClipManner()).answer) { double in
      var request = ClipRequest(
        "waves", duration: 3000, size: ClipSize(width: 832, height: 480), seed: 9,
        firstFrame: folder("a.png"), lastFrame: folder("a.png"))
      (request.steps, request.guidance, request.frameRate) = (12, 4.5, 24)
      request.negativePrompt = "blur"
      _ = try await SDServerEngine(name: "sd", base: double.base).start(request, key: "k")
      let body = try JSONValue.parse(try #require(double.questions.last).text)
      let base64 = JSONValue.string(Data(picture).base64EncodedString())
      #expect(body["init_image"] == base64 && body["end_image"] == base64)
      #expect(body["video_frames"] == .integer(73) && body["fps"] == .integer(24))
      #expect(body["sample_params"]?["sample_steps"] == .integer(12))
      #expect(body["sample_params"]?["guidance"]?["txt_cfg"]?.amount == 4.5)
      #expect(body["negative_prompt"] == .string("blur") && body["seed"] == .integer(9))
      #expect(body["output_format"] == .string("webm"))
    }
  }

  @Test("A clip larger than answers of JSON usually are arrives whole")
  func takesLargeClips() async throws {
    let folder = try TestFolder()
    let film = ClipManner.film + [UInt8](repeating: 5, count: 13 << 19)
    let text = Data(film).base64EncodedString()
    let job = #"{"id":"j","status":"completed","result":{"b64_json":"\#(text)"}}"#
    try await EngineDouble.with({ _ in .json(job) }) { double in
      let engine = SDServerEngine(name: "sd", base: double.base)
      #expect(try await engine.progress(of: ClipTicket(id: "j")).state == .done)
      try await engine.fetch(ClipTicket(id: "j"), to: folder("clip.webm"))
    }
    #expect(try folder.bytes("clip.webm") == film)
  }
}
