import MediaTime
import Testing

@testable import VideoEngines

@Suite struct FittingTests {
  private let asked = ClipRequest(
    "waves", duration: 3000, size: ClipSize(width: 1920, height: 1080))

  @Test(
    "Frames are brought to the nearest that a model makes",
    arguments: [
      (FrameRule(step: 4, offset: 1), 72, 73), (FrameRule(step: 4, offset: 1), 74, 73),
      (FrameRule(step: 4, offset: 1), 75, 77), (FrameRule(step: 4, offset: 1, most: 81), 200, 81),
      (FrameRule(step: 4, offset: 1, least: 17), 3, 17), (FrameRule(step: 8, offset: 1), 97, 97),
      (FrameRule(), 50, 50), (FrameRule(step: 4, offset: 1, most: 3), 9, 1),
    ])
  func framesFit(rule: FrameRule, count: Int, nearest: Int) {
    #expect(rule.nearest(to: count) == nearest)
  }

  @Test("Sizes keep their shape within a model's limits")
  func sizesFit() throws {
    var engine = VideoCapabilities(tasks: [.text])
    engine.mostPixels = 832 * 480
    let fitted = try engine.fit(asked, engine: "wan")
    #expect(fitted.request.size == ClipSize(width: 832, height: 464))
    #expect(fitted.notes == ["wan makes 832x464 where 1920x1080 was asked."])
    engine.sizes = [
      ClipSize(width: 720, height: 1280), ClipSize(width: 1280, height: 720),
      ClipSize(width: 1024, height: 1024),
    ]
    #expect(try engine.fit(asked, engine: "wan").request.size == engine.sizes[1])
    var upright = asked
    upright.size = ClipSize(width: 1080, height: 1920)
    #expect(try engine.fit(upright, engine: "wan").request.size == engine.sizes[0])
  }

  @Test("Lengths are the nearest, and it is said where they differ")
  func lengthsFit() throws {
    var engine = VideoCapabilities(tasks: [.text])
    engine.seconds = [4, 8, 12]
    engine.dollarsPerSecond = 0.1
    engine.sizeStep = 1
    let fitted = try engine.fit(asked, engine: "sora")
    #expect(fitted.request.duration == 4000 && fitted.frames == 96)
    #expect(fitted.notes == ["sora makes 4 s, asked were 3 s."])
    #expect(fitted.dollars == 0.4)
  }

  @Test("What an engine doesn't mind isn't sent, and that is said")
  func leavesOut() throws {
    var request = asked
    (request.negativePrompt, request.steps, request.guidance) = ("blur", 30, 5)
    var engine = VideoCapabilities(tasks: [.text])
    engine.takes = [.steps]
    engine.sizeStep = 1
    let fitted = try engine.fit(request, engine: "x")
    #expect(fitted.request.negativePrompt == nil && fitted.request.guidance == nil)
    #expect(fitted.request.steps == 30 && fitted.request.frameRate == nil)
    #expect(fitted.notes.count == 2)
  }

  @Test("What it can't make of what is given is refused; a last picture may be left out")
  func refuses() throws {
    var request = asked
    request.firstFrame = "a.png"
    request.lastFrame = "b.png"
    let pictures = VideoCapabilities(tasks: [.picture])
    #expect(try pictures.fit(request, engine: "svd").request.lastFrame == nil)
    #expect(throws: VideoEngineError.self) { try pictures.fit(asked, engine: "svd") }
    #expect(throws: VideoEngineError.self) {
      try VideoCapabilities(tasks: [.text]).fit(request, engine: "t2v")
    }
    let nothing = ClipRequest("", duration: 1000, size: asked.size)
    #expect(throws: VideoEngineError.self) { try pictures.fit(nothing, engine: "svd") }
  }
}
