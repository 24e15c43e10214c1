import Foundation
import Libav
import MediaTime
import Pixels
import Testing

@Suite struct MovieWriterTests {
  let folder = Folder()
  let settings = VideoSettings(size: PixelSize(width: 64, height: 48), frameRate: FrameRate(30))

  @Test(arguments: [
    FrameRate(24), FrameRate(25), FrameRate(30), FrameRate(30000, over: 1001), FrameRate(60),
    FrameRate(24000, over: 1001), FrameRate(15),
  ])
  func aFilmLastsExactlyItsFrames(rate: FrameRate) throws {
    let path = folder.file("film.mp4")
    let length = rate.time(ofFrame: 47)
    let sound = try Pattern.sound(Pattern.tone(440, seconds: length.seconds))
    try Pattern.film(
      at: path, frames: 47, size: settings.size, rate: rate, chunkLength: 20, sound: sound)
    let probe = try Media.probe(path: path)
    #expect(probe.kind == .video)
    #expect(probe.isFaststart == true)
    #expect(probe.container == "mp4")
    #expect(probe.duration == length)
    #expect(probe.video?.frameRate == rate)
    #expect(probe.video?.frameCount == 47)
    #expect(probe.video?.profile == "High")
    #expect(probe.video?.color.matrix == "bt709")
    #expect(probe.video?.color.primaries == "bt709")
    #expect(probe.video?.color.transfer == "bt709")
    #expect(probe.video?.color.range == "tv")
    #expect(probe.audio?.sampleRate == 48_000)
    #expect(probe.audio?.channels == 2)
    #expect(probe.audio.map { length >= $0.duration } == true)
    #expect(folder.names == ["film.mp4"], "nothing else is left")
  }

  @Test func soundKeepsItsPlace() throws {
    var samples = [Float](repeating: 0, count: 48_000 * 2)
    for index in 24_000..<24_200 { samples[index * 2] = 0.8 }
    let path = folder.file("film.mp4")
    try Pattern.film(
      at: path, frames: 30, size: settings.size, sound: try Pattern.sound(samples))
    let reader = try AudioReader(path: path)
    let read = try reader.read(count: 100_000)
    #expect(read.count == 96_000, "the wind-up and the filling are trimmed")
    let loud = stride(from: 0, to: read.count, by: 2).first { abs(read[$0]) > 0.4 }
    #expect(abs((loud ?? 0) / 2 - 24_000) < 8)
  }

  @Test func theSameFilmIsTheSameFile() throws {
    let sound = try Pattern.sound(Pattern.tone(300, seconds: 1))
    for name in ["a.mp4", "b.mp4"] {
      try Pattern.film(
        at: folder.file(name), frames: 30, size: settings.size, chunkLength: 11, sound: sound)
    }
    #expect(try folder.bytes(of: "a.mp4") == (try folder.bytes(of: "b.mp4")))
  }

  @Test func soundAndPicturesLieTogether() throws {
    let sound = try Pattern.sound(Pattern.tone(300, seconds: 3))
    let path = folder.file("film.mp4")
    try Pattern.film(at: path, frames: 90, size: settings.size, chunkLength: 30, sound: sound)
    let bytes = try folder.bytes(of: "film.mp4")
    let first = try #require(Fixtures.position(of: "stco", in: bytes))
    let count = bytes[(first + 8)..<(first + 12)].reduce(0) { $0 << 8 | Int($1) }
    #expect(count > 10, "pictures come in many runs between runs of sound")
  }

  @Test func titlesAreKept() throws {
    let path = folder.file("film.mp4")
    let chunk = try Pattern.chunk(0..<3, settings: settings)
    let writer = try MovieWriter(
      path: path, settings: settings, parameterSets: chunk.parameterSets, title: "Möwen 海鸥")
    try writer.append(chunk, atFrame: 0)
    try writer.finish()
    #expect(Fixtures.position(of: "Möwen 海鸥", in: try folder.bytes(of: "film.mp4")) != nil)
  }

  @Test func anAbandonedFilmLeavesNothing() throws {
    let chunk = try Pattern.chunk(0..<3, settings: settings)
    let old = try folder.write("old", to: "film.mp4")
    func begin() throws -> MovieWriter {
      let writer = try MovieWriter(
        path: old, settings: settings, parameterSets: chunk.parameterSets)
      try writer.append(chunk, atFrame: 0)
      #expect(folder.names.count == 2)
      return writer
    }
    try begin().abandon()
    #expect(folder.names == ["film.mp4"])
    do { _ = try begin() }
    #expect(folder.names == ["film.mp4"], "a dropped writer cleans up")
    #expect(try folder.bytes(of: "film.mp4") == Array("old".utf8))
    try begin().finish()
    #expect(try Media.probe(path: old).video?.frameCount == 3)
    #expect(folder.names == ["film.mp4"])
  }

  @Test func placesThatCannotBeWrittenAreNamed() throws {
    let chunk = try Pattern.chunk(0..<1, settings: settings)
    let file = try folder.write("a file", to: "file")
    for path in [folder.file("missing/film.mp4"), file + "/film.mp4"] {
      let error = #expect(throws: MediaError.self) {
        try MovieWriter(path: path, settings: settings, parameterSets: chunk.parameterSets)
      }
      #expect(error?.code == .notFound)
      #expect(error?.message.contains(path) == true)
    }
    try FileManager.default.createDirectory(
      atPath: folder.file("taken.mp4/inside"), withIntermediateDirectories: true)
    let writer = try MovieWriter(
      path: folder.file("taken.mp4"), settings: settings, parameterSets: chunk.parameterSets)
    try writer.append(chunk, atFrame: 0)
    #expect(throws: MediaError.self) { try writer.finish() }
    #expect(Set(folder.names) == ["file", "taken.mp4"])
  }

  @Test func aFullDiskIsNamed() throws {
    guard FileManager.default.fileExists(atPath: "/dev/full") else { return }
    let descriptor = open("/dev/full", O_RDWR)
    defer { close(descriptor) }
    let chunk = try Pattern.chunk(0..<2, settings: settings)
    let error = #expect(throws: MediaError.self) { try chunk.write(toFile: descriptor, at: 0) }
    #expect(error?.code == .diskFull)
  }
}
