import CommandRunner
import Foundation
import Libav
import MediaTime
import Pixels
import Testing

@testable import kinora

/// A picture with some texture.
private func drawPicture(_ path: String, width: Int = 320, height: Int = 180) throws {
  let picture = Picture(
    luma: Plane(size: PixelSize(width: width, height: height)),
    cb: Plane(size: PixelSize(width: width, height: height), filledWith: 110),
    cr: Plane(size: PixelSize(width: width, height: height), filledWith: 140))
  for y in 0..<height {
    for x in 0..<width { picture.luma[x, y] = UInt8(40 + (x * 3 + y * 5) % 160) }
  }
  try PNG.write(picture, to: path)
}

@Suite struct MakeTests {
  @Test func aPictureAndASentenceMakeAFilm() throws {
    let place = try Workplace()
    try drawPicture(place.path("photo.png"))
    let command = try place.run(
      "make", "photo.png", "animate this image into a 3-second cinematic video clip", "--size",
      "320x180")
    #expect(command.status == 0, "\(command.errors)")
    #expect(command.output.hasPrefix("photo.mp4: 3 s, 320×180, 30 fps, made in "))
    #expect(!command.errors.contains("Not understood"))
    #expect(place.files == ["photo.mp4", "photo.png"])
    let film = try Media.probe(path: place.path("photo.mp4"))
    #expect(film.duration == MediaTime(seconds: 3) && film.video?.frameCount == 90)
    #expect(film.audio?.codec == "aac" && film.isFaststart == true)
  }

  @Test(arguments: [(320, 180, 1920, 1080), (180, 320, 1080, 1920), (200, 200, 1080, 1080)])
  func theFramesShapeFollowsThePicture(
    width: Int, height: Int, filmWidth: Int, filmHeight: Int
  ) throws {
    let place = try Workplace()
    try drawPicture(place.path("a.png"), width: width, height: height)
    let command = try place.run("make", "a.png", "0.2 seconds", "-o", "b.mp4")
    #expect(command.status == 0, "\(command.errors)")
    let film = try Media.probe(path: place.path("b.mp4"))
    #expect(film.video?.size == PixelSize(width: filmWidth, height: filmHeight))
  }

  @Test func chineseIsAnsweredInChinese() throws {
    let place = try Workplace()
    try drawPicture(place.path("照片.png"))
    let command = try place.run(
      "make", "照片.png", "竖屏，缓慢推近，1秒，标题「夏天」", "--quality", "draft")
    #expect(command.status == 0, "\(command.errors)")
    #expect(command.errors.contains("时间线") && command.errors.contains("夏天"))
    let film = try Media.probe(path: place.path("照片.mp4"))
    #expect(film.video?.size == PixelSize(width: 540, height: 960))
    #expect(film.duration == MediaTime(seconds: 1))
  }

  @Test func whatWasNotUnderstoodIsNamed() throws {
    let place = try Workplace()
    try drawPicture(place.path("a.png"))
    let command = try place.run(
      "make", "a.png", "half a second, frobnicate, denoise it", "--size", "64x64", "--json")
    #expect(command.status == 0)
    let reading = try #require(command.objects.first { $0["event"] as? String == "reading" })
    #expect((reading["notUnderstood"] as? [String]) == ["frobnicate"])
    #expect((reading["notDone"] as? [String])?.first?.contains("Noise") == true)
    let done = try #require(command.objects.last)
    #expect(done["event"] as? String == "done" && done["frames"] as? Int == 15)
    #expect(command.objects.count == command.output.split(separator: "\n").count)
  }

  @Test func severalFilesFollowOneAnother() throws {
    let place = try Workplace()
    try drawPicture(place.path("a.png"))
    try drawPicture(place.path("b.png"), width: 200, height: 300)
    let first = try place.run("make", "a.png", "1 second", "--size", "320x180")
    #expect(first.status == 0)
    let command = try place.run(
      "make", "a.mp4", "b.png", "a.png", "--size", "320x180", "-o", "all.mp4", "--json")
    #expect(command.status == 0, "\(command.errors)\(command.output)")
    // One second, then two stills of three, each half a second over the one before.
    #expect(command.objects.last?["duration"] as? Double == 6)
  }

  @Test(arguments: [
    ("1 second, put the logo in the top left corner", "Overlay: logo (0-1s, top left)"),
    ("1秒，logo放左上角", "叠加：logo（0-1秒，左上角）"),
  ]) func aLogoLiesOverTheFilm(words: String, line: String) throws {
    let place = try Workplace()
    try drawPicture(place.path("a.png"))
    try PNG.write(
      Picture(
        size: PixelSize(width: 60, height: 60), filledWith: YCbCr(y: 230, cb: 128, cr: 128)),
      to: place.path("logo.png"))
    let command = try place.run(
      "make", "a.png", "logo.png", words, "--size", "320x180", "-o", "film.mp4")
    #expect(command.status == 0 && command.errors.contains(line), "\(command.errors)")
    #expect(!command.errors.contains("Not understood") && !command.errors.contains("没有听懂"))
    let reader = try VideoReader(path: place.path("film.mp4"))
    let frame = try reader.frame(at: MediaTime(1, over: 2))
    // A fifth of 180 lines, from the corner of what is title-safe.
    #expect(frame.luma[30, 24] > 210 && frame.luma[70, 24] < 205)
    // Where there is nothing else, it is the film.
    let alone = try place.run("make", "logo.png", "1 second, logo top left", "--size", "64x64")
    #expect(alone.status == 0 && alone.errors.contains("(1 track)"), "\(alone.errors)")
  }

  @Test func theSameSeedGivesTheSameBytes() throws {
    let place = try Workplace()
    try drawPicture(place.path("a.png"))
    for (name, seed) in [("x", "1"), ("y", "1"), ("z", "2")] {
      _ = try place.run(
        "make", "a.png", "handheld, 1 second", "--size", "320x180", "--seed", seed, "-o",
        "\(name).mp4")
    }
    let films = try ["x", "y", "z"].map {
      try Data(contentsOf: URL(fileURLWithPath: place.path("\($0).mp4")))
    }
    #expect(films[0] == films[1] && films[0] != films[2])
  }

  @Test func anInputIsNeverOverwritten() throws {
    let place = try Workplace()
    try drawPicture(place.path("a.png"))
    _ = try place.run("make", "a.png", "half a second", "--size", "64x64")
    let before = try Data(contentsOf: URL(fileURLWithPath: place.path("a.mp4")))
    let command = try place.run("make", "a.mp4", "reverse it", "--size", "64x64")
    #expect(command.status == 0, "\(command.errors)")
    #expect(place.files.contains("a-film.mp4"))
    #expect(try Data(contentsOf: URL(fileURLWithPath: place.path("a.mp4"))) == before)
    let onto = try place.run("make", "a.mp4", "half a second", "-o", "a.mp4")
    #expect(onto.status == 73 && onto.errors.contains("a.mp4"))
    #expect(try Data(contentsOf: URL(fileURLWithPath: place.path("a.mp4"))) == before)
  }

  @Test(arguments: [
    ("1920x1080", 1920, 1080), ("64X64", 64, 64), ("7680x4320", 7680, 4320),
  ])
  func sizesAreRead(text: String, width: Int, height: Int) {
    #expect(FilmSize(argument: text)?.pixels == PixelSize(width: width, height: height))
  }

  @Test(arguments: ["", "x", "1920", "1921x1080", "8x8", "99999x2", "-2x100", "1x2x3", "axb"])
  func otherSizesAreRefused(text: String) { #expect(FilmSize(argument: text) == nil) }
}
