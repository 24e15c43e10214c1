import Foundation
import Libav
import MediaTime
import Motion
import Pixels
import Scenes
import Testing
public import Timeline

@testable import Render

@Suite struct TreatmentTests {
  private func compositor(_ style: SegmentStyle, _ media: TestMedia) throws -> Compositor {
    let draft = Draft.film([.clip("photo", for: 1000, style: style)])
    let plan = try FilmPlanner(draft, library: media.library, size: nil, seed: 1).plan()
    return Compositor(plan, stills: StillCache(plan))
  }

  private func style(_ key: String, _ items: [[String: JSONValue]]) -> SegmentStyle {
    SegmentStyle(unknown: [key: .array(items.map(JSONValue.object))])
  }

  private func luma(_ picture: Picture) -> [UInt8] {
    (0..<picture.size.height).flatMap {
      Array(UnsafeBufferPointer(start: picture.luma.row($0), count: picture.size.width))
    }
  }

  @Test func looksChangeTheFrameAndZeroAmountsDont() throws {
    let media = try TestMedia()
    try media.still("photo.png")
    let plain = luma(try compositor(SegmentStyle(), media).frame(3))
    let dark = style("look", [["look": "dark", "amount": .number(0.8)]])
    let darkened = luma(try compositor(dark, media).frame(3))
    #expect(darkened.reduce(0) { $0 + Int($1) } < plain.reduce(0) { $0 + Int($1) })
    let nothing = style("look", [["look": "dark", "amount": .integer(0)]])
    #expect(luma(try compositor(nothing, media).frame(3)) == plain)
  }

  @Test func weatherMovesFromFrameToFrameOverAStillThatStands() throws {
    let media = try TestMedia()
    try media.still("photo.png")
    let compositor = try compositor(
      style("atmosphere", [["kind": "snow", "amount": .number(0.9)]]), media)
    let first = luma(try compositor.frame(3))
    #expect(luma(try compositor.frame(9)) != first)
    #expect(luma(try compositor.frame(3)) == first, "frames can be drawn in any order")
  }

  @Test func effectsChangeStillsAndFootageSaysThatItCant() throws {
    let media = try TestMedia()
    try media.still("photo.png")
    let melt = SegmentStyle(unknown: ["effect": .object(["kind": "melt"])])
    let compositor = try compositor(melt, media)
    #expect(luma(try compositor.frame(2)) != luma(try compositor.frame(25)))
    try media.footage("clip.mp4", frames: 30)
    let draft = Draft.film([.clip("clip", for: 1000, style: melt)])
    let plan = try FilmPlanner(draft, library: media.library, size: nil, seed: 1).plan()
    #expect(plan.notes.contains { $0.contains("work on stills") })
  }

  @Test(arguments: [("look", "look"), ("atmosphere", "kind"), ("region", "what")])
  func namesThatArentKnownAreToldWithThoseThatAre(key: String, name: String) throws {
    let media = try TestMedia()
    try media.still("photo.png")
    let draft = Draft.film([.clip("photo", for: 1000, style: style(key, [[name: "glitter"]]))])
    let plan = try FilmPlanner(draft, library: media.library, size: nil, seed: 1).plan()
    #expect(plan.notes.contains { $0.hasPrefix("\"glitter\" isn't known; there are ") })
  }

  @Test func depthMapsAndMasksLieBesideTheirPicture() throws {
    let media = try TestMedia()
    try media.still("photo.png")
    let near = Field(size: TestMedia.size) { x, _ in x < 80 ? 0 : 1 }
    try PNG.write(near.picture, to: media.path("photo.depth.png"))
    let library = try media.library
    #expect(library.depthMap(of: "photo") == media.path("photo.depth.png"))
    #expect(library.depthMap(of: "photo.png") != nil && library.mask(of: "photo") == nil)
    let slide = SegmentStyle(motion: [CameraMove(.parallax, amount: 0.2)])
    let with = luma(try compositor(slide, media).frame(1))
    try FileManager.default.removeItem(atPath: media.path("photo.depth.png"))
    #expect(luma(try compositor(slide, media).frame(1)) != with)
  }

  @Test func aColourTableIsAMediumOfTheDraft() throws {
    let media = try TestMedia()
    try media.still("photo.png")
    let black = "LUT_3D_SIZE 2\n" + String(repeating: "0 0 0\n", count: 8)
    try Data(black.utf8).write(to: URL(fileURLWithPath: media.path("black.cube")))
    let table = style("look", [["look": "lut", "src": "black.cube"]])
    #expect(luma(try compositor(table, media).frame(0)).allSatisfy { $0 < 20 })
    try Data("LUT_3D_SIZE two".utf8).write(to: URL(fileURLWithPath: media.path("black.cube")))
    let draft = Draft.film([.clip("photo", for: 1000, style: table)])
    let plan = try FilmPlanner(draft, library: media.library, size: nil, seed: 1).plan()
    #expect(plan.notes.count == 1)
  }
}

@Suite struct SceneFileTests {
  private func scene(_ words: String, seed: UInt64 = 1) -> SceneFile {
    SceneFile(ScenePrompt(words).scene, words: words, seed: seed)
  }

  @Test func aSceneIsReadBackAndNothingElseIsOne() throws {
    let media = try TestMedia()
    let scene = scene("a lighthouse at dusk, waves")
    try scene.content.write(to: URL(fileURLWithPath: media.path("dusk.scene")))
    #expect(SceneFile(path: media.path("dusk.scene")) == scene)
    #expect(scene.content == self.scene("a lighthouse at dusk, waves").content)
    try media.still("photo.png")
    try Data("{\"format\":\"kinora.scene.9\"}".utf8)
      .write(to: URL(fileURLWithPath: media.path("other.scene")))
    for name in ["photo.png", "other.scene", "missing"] {
      #expect(SceneFile(path: media.path(name)) == nil)
    }
  }

  @Test(arguments: [PixelSize(width: 160, height: 90), PixelSize(width: 90, height: 160)])
  func aSceneFillsAnyFrameWithoutBeingCropped(size: PixelSize) throws {
    let media = try TestMedia()
    try scene("a mountain lake at dawn").content
      .write(to: URL(fileURLWithPath: media.path("lake.scene")))
    let style = SegmentStyle(motion: [CameraMove(.pushIn), CameraMove(.parallax)])
    let draft = Draft.film([.clip("lake", for: 1000, style: style)])
    let plan = try FilmPlanner(draft, library: media.library, size: size, seed: 1).plan()
    let clip = try #require(plan.tracks.first?.first)
    #expect(clip.rect == PixelRect(size) && !clip.camera.isCropped)
    let frame = try Compositor(plan, stills: StillCache(plan)).frame(4)
    #expect(frame.size == size)
    #expect(Set((0..<size.height).map { frame.luma[20, $0] }).count > 12)
  }

  @Test func waterOfASceneMoves() throws {
    let media = try TestMedia()
    let scene = scene("a lighthouse over the sea at dusk, waves")
    #expect(scene.liveliness.regions.contains("water"))
    try scene.content.write(to: URL(fileURLWithPath: media.path("sea.scene")))
    let style = SegmentStyle(
      unknown: ["region": .array([.object(["what": "water", "amount": .integer(1)])])])
    let draft = Draft.film([.clip("sea", for: 1000, style: style)])
    let plan = try FilmPlanner(draft, library: media.library, size: nil, seed: 1).plan()
    let compositor = Compositor(plan, stills: StillCache(plan))
    let first = try compositor.frame(0)
    let rows = (0..<first.size.height).map { y in (0..<first.size.width).map { first.luma[$0, y] } }
    let later = try compositor.frame(7)
    let moved = (0..<later.size.height).filter { y in
      rows[y] != (0..<later.size.width).map { later.luma[$0, y] }
    }
    #expect(!moved.isEmpty && (moved.min() ?? 0) > 10, "the sky stands, the water doesn't")
  }
}

extension JSONValue: ExpressibleByStringLiteral {
  /// A string.
  public init(stringLiteral value: String) { self = .string(value) }
}
