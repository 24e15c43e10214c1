import Foundation
import Libav
import MediaTime
import Pixels
import Testing
import Timeline

@testable import Render

@Suite struct BadInputTests {
  private func failure(_ body: () throws -> Void) -> RenderError? {
    do {
      try body()
      return nil
    } catch { return error as? RenderError }
  }

  private func failure(_ draft: Draft, _ media: TestMedia) -> RenderError? {
    failure {
      _ = try FilmRenderer(draft: draft, library: media.library)
    }
  }

  @Test func unknownMediaIsNamed() throws {
    let media = try TestMedia()
    let error = failure(.film([.clip("nowhere", for: 1000)]), media)
    #expect(error?.code == .missingMedia)
    #expect(error?.message.contains("nowhere") == true)
  }

  @Test func draftsThatBreakTheRulesAreRefused() throws {
    let media = try TestMedia()
    try media.still("a.png")
    let drafts: [Draft] = [
      .film([]), .film([.clip("a", start: -5, for: 1000)]), .film([.clip("a", for: 0)]),
      .film([.clip("a", for: 1000), .clip("a", id: "s2", start: 500, for: 1000)]),
      .film([.clip("a", for: 1000, speed: -1)]),
      .film([.clip("a", for: 1000)], size: PixelSize(width: 161, height: 90)),
    ]
    for draft in drafts { #expect(failure(draft, media)?.code == .invalidDraft) }
  }

  @Test(arguments: ["", "not a picture at all", "\u{89}PNG\r\n"])
  func unreadableMediaIsNamed(content: String) throws {
    let media = try TestMedia()
    try Data(content.utf8).write(to: URL(fileURLWithPath: media.path("a.png")))
    let error = failure(.film([.clip("a", for: 1000)]), media)
    #expect(error?.code == .unreadableMedia)
    #expect(error?.message.contains("a.png") == true)
  }

  @Test func aFolderThatIsNotThereIsNamed() {
    let error = failure { _ = try FolderLibrary(path: "/nowhere/at/all") }
    #expect(error?.code == .missingMedia && error?.message.contains("/nowhere/at/all") == true)
  }

  @Test func aPlaceThatCannotBeWrittenIsNamed() throws {
    let media = try TestMedia()
    try media.still("a.png")
    let renderer = try FilmRenderer(
      draft: .film([.clip("a", for: 1000)]), library: media.library)
    let error = failure { try renderer.render(to: "/nowhere/at/all/film.mp4") }
    #expect(error?.code == .unwritable && error?.message.contains("/nowhere/at/all") == true)
  }

  @Test func cancellingLeavesNothing() throws {
    let media = try TestMedia()
    try media.still("a.png", size: PixelSize(width: 640, height: 360))
    let style = SegmentStyle(motion: [CameraMove(.rollClockwise)])
    let renderer = try FilmRenderer(
      draft: .film(
        [.clip("a", for: 60_000, style: style)], size: PixelSize(width: 640, height: 360)),
      library: media.library)
    let error = failure {
      try renderer.render(to: media.path("film.mp4")) { progress in
        if progress.framesDone > 3 { renderer.cancel() }
      }
    }
    #expect(error?.code == .cancelled)
    #expect(media.fileNames == ["a.png"])
  }

  @Test func damagedFootageStopsWithoutAFilm() throws {
    let media = try TestMedia()
    try media.footage("clip.mp4", frames: 60)
    let path = media.path("clip.mp4")
    var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    bytes.removeLast(bytes.count / 3)
    bytes.replaceSubrange(bytes.count / 2..<bytes.count, with: Data(count: bytes.count / 2))
    try bytes.write(to: URL(fileURLWithPath: path))
    _ = failure {
      let renderer = try FilmRenderer(
        draft: .film([.clip("clip", for: 2000)]), library: media.library)
      try renderer.render(to: media.path("film.mp4"))
    }
    #expect(media.fileNames.allSatisfy { !$0.hasPrefix(".kinora") })
  }
}
