import Libav
import MediaTime
import Pixels
import Testing
import Timeline

@testable import Render

@Suite struct MotionBlurTests {
  private func frame(
    _ index: Int, of id: String, _ moves: [CameraMove], playback: Playback? = nil,
    _ media: TestMedia
  ) throws -> Picture {
    var style = SegmentStyle(motion: moves)
    style.playback = playback
    let draft = Draft.film([.clip(id, for: 1000, style: style)])
    let plan = try FilmPlanner(draft, library: media.library, size: nil, seed: 1).plan()
    return try Compositor(plan, stills: StillCache(plan)).frame(index)
  }

  /// How much luma changes from column to column.
  private func detail(_ picture: Picture) -> Int {
    (10..<80).reduce(0) { sum, y in
      (10..<150).reduce(sum) { $0 + abs(Int(picture.luma[$1 + 1, y]) - Int(picture.luma[$1, y])) }
    }
  }

  @Test func aWhipBlursAndWhatComesBeforeItDoesNot() throws {
    let media = try TestMedia()
    try media.striped()
    let before = try frame(2, of: "photo", [CameraMove(.whipRight)], media)
    let amid = try frame(15, of: "photo", [CameraMove(.whipRight)], media)
    #expect(detail(amid) * 2 < detail(before))
  }

  @Test func aWhipOverFootageBlursToo() throws {
    let media = try TestMedia()
    try media.stripedFootage()
    let before = try frame(2, of: "clip", [CameraMove(.whipRight)], media)
    let amid = try frame(15, of: "clip", [CameraMove(.whipRight)], media)
    #expect(detail(amid) * 2 < detail(before))
  }

  @Test func slowAndFrozenMovesStaySharp() throws {
    let media = try TestMedia()
    try media.striped()
    let pan = try frame(15, of: "photo", [CameraMove(.panRight)], media)
    let frozen = try frame(
      15, of: "photo", [CameraMove(.whipRight)], playback: .freeze, media)
    let amid = try frame(15, of: "photo", [CameraMove(.whipRight)], media)
    #expect(detail(pan) > 2 * detail(amid) && detail(frozen) > 2 * detail(amid))
  }
}

extension TestMedia {
  /// Upright stripes, two pixels wide.
  private static func stripes() -> Picture {
    let picture = Picture(size: size, filledWith: YCbCr(y: 60, cb: 128, cr: 128))
    for y in 0..<size.height {
      for x in 0..<size.width where x / 2 % 2 == 0 { picture.luma[x, y] = 180 }
    }
    return picture
  }

  /// A still of stripes, `photo.png`.
  fileprivate func striped() throws { try PNG.write(Self.stripes(), to: path("photo.png")) }

  /// A second of footage of stripes that stand, `clip.mp4`.
  fileprivate func stripedFootage() throws {
    let settings = VideoSettings(
      size: Self.size, frameRate: FrameRate(30), preset: .ultrafast, crf: 4)
    let encoder = try VideoEncoder(settings: settings)
    for _ in 0..<30 { try encoder.encode(Self.stripes()) }
    let movie = try MovieWriter(
      path: path("clip.mp4"), settings: settings, parameterSets: encoder.parameterSets, sound: nil)
    try movie.append(try encoder.finish(), atFrame: 0)
    try movie.finish()
  }
}
