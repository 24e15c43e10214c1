import CommandRunner
import Foundation
import Libav
import MediaTime
import Pixels
import Testing

@Suite struct SceneTests {
  @Test func wordsAloneAreDrawnAndWhatIsMissingIsNamed() throws {
    let place = try Workplace()
    let command = try place.run(
      "make", "a lighthouse on a cliff at dusk, waves, a dragon, slow push in, 1 second", "--size",
      "64x36")
    #expect(command.status == 0, "\(command.errors)")
    #expect(command.errors.contains("Drawn: lighthouse, cliff, dusk, waves"), "\(command.errors)")
    #expect(command.errors.contains("“dragon” can't be drawn; drawn instead: birds"))
    #expect(command.errors.contains("Understood: slowly push in; make it 1 second long"))
    #expect(!command.errors.contains("Not understood"), "\(command.errors)")
    #expect(try Media.probe(path: place.path("scene.mp4")).duration.seconds == 1)
  }

  @Test func chineseWordsAreDrawnToo() throws {
    let place = try Workplace()
    let command = try place.run("make", "夜晚的城市，下雪，缓慢推近，1秒", "--size", "64x36")
    #expect(command.status == 0 && command.errors.contains("画了：夜晚、城市、下雪"), "\(command.errors)")
    #expect(!command.errors.contains("没有听懂"), "\(command.errors)")
  }

  @Test func aStillIsWritten() throws {
    let place = try Workplace()
    let command = try place.run(
      "make", "a mountain lake at dawn", "--still", "--size", "96x54", "-o", "lake.png")
    #expect(command.status == 0, "\(command.errors)")
    let probe = try Media.probe(path: place.path("lake.png"))
    #expect(probe.kind == .image && probe.video?.size.width == 96)
  }

  @Test(arguments: ["hello there", "🎈🎈", "嗯", String(repeating: "x", count: 100_000)])
  func whereNothingCanBeDrawnItSaysWhatCan(words: String) throws {
    let command = try Workplace().run("make", words)
    #expect(command.status != 0)
    #expect(
      command.errors.contains("a mountain lake") || command.errors.contains("倒映雪山的湖"),
      "\(command.errors)")
  }

  @Test func layersSaysWhatItSees() throws {
    let place = try Workplace()
    #expect(
      try place.run(
        "make", "hills under a blue sky at noon", "--still", "--size", "320x180", "-o", "a.png"
      )
      .status == 0)
    let command = try place.run("layers", "a.png", "-o", "seen", "--json")
    #expect(command.status == 0, "\(command.errors)")
    for name in ["depth.png", "subject.png", "layer-1.png"] {
      #expect(FileManager.default.fileExists(atPath: place.path("seen/\(name)")))
    }
    #expect(command.output.contains("\"kind\""), "\(command.output)")
    let missing = try place.run("layers", "b.png")
    #expect(missing.status != 0 && missing.errors.contains("b.png"))
  }
}
