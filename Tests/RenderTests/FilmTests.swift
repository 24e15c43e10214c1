import Foundation
import Libav
import MediaTime
import Pixels
import Testing
import Timeline

@testable import Render

@Suite struct FilmTests {
  private func render(
    _ draft: Draft, _ media: TestMedia, to name: String = "film.mp4", threads: Int? = nil,
    quality: RenderSettings.Quality = .high
  ) throws -> String {
    let renderer = try FilmRenderer(
      draft: draft, library: media.library,
      settings: RenderSettings(quality: quality, threads: threads))
    let path = media.path(name)
    try renderer.render(to: path)
    return path
  }

  /// Mean luma of the film's frame at `seconds`.
  private func luma(_ path: String, at seconds: Double) throws -> Double {
    let reader = try VideoReader(path: path)
    return try reader.frame(at: Milliseconds(seconds: seconds).time).luma.mean
  }

  @Test func aStillBecomesAFilmOfExactlyItsLength() throws {
    let media = try TestMedia()
    try media.still("photo.png")
    let style = SegmentStyle(motion: [CameraMove(.pushIn, amount: 0.15)])
    let draft = Draft.film([.clip("photo", for: 3000, style: style)])
    let film = try Media.probe(path: render(draft, media))
    let video = try #require(film.video)
    #expect(film.duration == MediaTime(seconds: 3))
    #expect(video.size == TestMedia.size && video.frameCount == 90)
    #expect(video.codec == "h264" && video.profile == "High" && video.pixelFormat == "yuv420p")
    #expect(video.color.matrix == "bt709" && video.color.primaries == "bt709")
    #expect(video.color.transfer == "bt709" && video.color.range == "tv")
    #expect(film.isFaststart == true)
    let audio = try #require(film.audio)
    #expect(audio.codec == "aac" && audio.sampleRate == 48_000 && audio.channels == 2)
    #expect(media.fileNames == ["film.mp4", "photo.png"])
  }

  @Test func theNumberOfWorkersChangesNoByte() throws {
    let media = try TestMedia()
    try media.still("a.png")
    try media.still("b.png", tint: 60)
    try media.footage("c.mp4", frames: 60, sound: 0.2)
    let dissolve = Transition(kind: .dissolve, duration: 500)
    let draft = Draft.film(
      [
        .clip(
          "a", for: 3000,
          style: SegmentStyle(motion: [CameraMove(.handheld)], transition: dissolve)),
        .clip("c", id: "s2", start: 2500, for: 2000, style: SegmentStyle(transition: dissolve)),
        .clip(
          "b", id: "s3", start: 4000, for: 3000,
          style: SegmentStyle(motion: [CameraMove(.orbitLeft)])),
      ],
      titles: [
        Segment(
          id: "x", text: "Kinora", start: 500, duration: 2000,
          style: SegmentStyle(text: TextStyle(entrance: .pop, exit: .slideUp)))
      ])
    let films = try [1, 2, 3, 8].map { threads in
      try Data(contentsOf: URL(fileURLWithPath: render(draft, media, threads: threads)))
    }
    #expect(films.allSatisfy { $0 == films[0] })
  }

  @Test(arguments: [
    (Playback.normal, 1.0, 0, [(0.0, 30.0), (0.5, 60.0), (0.9, 84.0)]),
    (.normal, 2.0, 0, [(0.0, 30), (0.5, 90)]),
    (.normal, 0.5, 0, [(0.0, 30), (0.5, 45)]),
    (.normal, 1.0, 500, [(0.0, 60), (0.3, 78)]),
    (.reverse, 1.0, 0, [(0.0, 88), (0.5, 58), (0.96, 30)]),
    (.freeze, 1.0, 500, [(0.0, 60), (0.8, 60)]),
    (.boomerang, 1.0, 0, [(0.0, 30), (0.4, 54), (0.6, 52)]),
  ])
  func footagePlaysAsAsked(
    playback: Playback, speed: Double, inPoint: Int, expected: [(Double, Double)]
  ) throws {
    let media = try TestMedia()
    try media.footage("clip.mp4", frames: 90)
    let draft = Draft.film([
      .clip(
        "clip", inPoint: Milliseconds(inPoint), for: 1000, speed: speed,
        style: SegmentStyle(playback: playback))
    ])
    let film = try render(draft, media)
    for (second, wanted) in expected {
      #expect((try luma(film, at: second + 0.01) - wanted).magnitude < 1.6, "at \(second) s")
    }
  }

  @Test(arguments: [3, 15, 31]) func shortFootageWithSoundWindsBack(frames: Int) throws {
    let media = try TestMedia()
    try media.footage("clip.mp4", frames: frames, sound: 0.2)
    let length = Milliseconds(frames * 1000 / 30)
    let draft = Draft.film([
      .clip("clip", for: length, style: SegmentStyle(playback: .reverse))
    ])
    let film = try render(draft, media)
    #expect((try luma(film, at: 0.01) - Double(30 + 2 * (frames - 1))).magnitude < 3)
    #expect((try luma(film, at: Double(frames - 1) / 30 + 0.01) - 30).magnitude < 3)
  }

  @Test func aDissolvePassesThroughTheMean() throws {
    let media = try TestMedia()
    try media.footage("dark.mp4", frames: 60) { _ in 40 }
    try media.footage("light.mp4", frames: 60) { _ in 200 }
    let draft = Draft.film([
      .clip(
        "dark", for: 2000,
        style: SegmentStyle(transition: Transition(kind: .dissolve, duration: 1000))),
      .clip("light", id: "s2", start: 1000, for: 2000),
    ])
    let film = try render(draft, media)
    #expect((try luma(film, at: 0.5) - 40).magnitude < 1.5)
    #expect((try luma(film, at: 1.5) - 120).magnitude < 4)
    #expect((try luma(film, at: 2.5) - 200).magnitude < 1.5)
  }

  @Test func gapsShowTheBackground() throws {
    let media = try TestMedia()
    try media.footage("clip.mp4", frames: 30) { _ in 200 }
    var draft = Draft.film([.clip("clip", start: 1000, for: 1000)])
    draft.canvas.background = "#808080"
    let film = try render(draft, media)
    #expect((try luma(film, at: 0.5) - 126).magnitude < 1.5)
    #expect((try luma(film, at: 1.5) - 200).magnitude < 1.5)
  }

  @Test(arguments: [(RenderSettings.Quality.draft, 540), (.standard, 720), (.high, 1080)])
  func qualityChoosesTheSize(quality: RenderSettings.Quality, lines: Int) {
    let portrait = quality.size(of: PixelSize(width: 1080, height: 1920))
    #expect(portrait == PixelSize(width: lines, height: lines * 16 / 9))
    let small = PixelSize(width: 320, height: 240)
    #expect(quality.size(of: small) == small)
  }

  @Test func anotherRateStillEndsOnTime() throws {
    let media = try TestMedia()
    try media.still("photo.png")
    var draft = Draft.film([.clip("photo", for: 2000)])
    draft.canvas.framesPerSecond = 25
    let film = try Media.probe(path: render(draft, media))
    #expect(film.duration == MediaTime(seconds: 2) && film.video?.frameCount == 50)
  }

  /// Parts of the sound wait on disk, twenty seconds each: no join may be heard.
  @Test func longSoundHasNoJoins() throws {
    let media = try TestMedia()
    try media.still("photo.png")
    try media.sound("song.mp4", seconds: 50, amplitude: 0.25)
    let music = Segment.clip("song", id: "m", for: 45_000)
    let film = try render(.film([.clip("photo", for: 45_000)], music: [music]), media)
    let samples = try AudioReader(path: film).read(count: 46 * 48_000)
    #expect(samples.count / 2 == 45 * 48_000)
    let left = stride(from: 48_000, to: 44 * 96_000, by: 2).map { samples[$0] }
    // Neighbours of a 440 Hz tone differ by at most 2π·440/48000 of its height.
    let steps = zip(left, left.dropFirst()).map { ($1 - $0).magnitude }
    #expect((steps.max() ?? 1) < 0.25 * 0.0576 * 1.3)
  }

  @Test func soundsAreHeardAtTheirVolumes() throws {
    let media = try TestMedia()
    try media.still("photo.png")
    try media.sound("song.mp4", seconds: 2, amplitude: 0.5)
    var quiet = Segment.clip("song", id: "m", for: 4000)
    quiet.volume = 0.5
    quiet.style.playback = .loop
    var loud = Segment.clip("song", id: "n", start: 4000, for: 4000)
    loud.style.playback = .loop
    let film = try render(.film([.clip("photo", for: 8000)], music: [quiet, loud]), media)
    let samples = try AudioReader(path: film).read(count: 8 * 48_000)
    #expect(samples.count / 2 == 8 * 48_000)
    let peaks = [1, 3, 5, 7].map { second in
      samples[second * 96_000..<second * 96_000 + 9600].map(\.magnitude).max() ?? 0
    }
    #expect(peaks.allSatisfy { $0 > 0.05 })
    for (peak, share) in zip(peaks, [0.5, 0.5, 1, 1] as [Float]) {
      #expect((peak / peaks[3] - share).magnitude < 0.05)
    }
  }
}

extension Plane {
  /// The mean of all samples.
  var mean: Double {
    var sum = 0
    for y in 0..<height { for x in 0..<width { sum += Int(self[x, y]) } }
    return Double(sum) / Double(size.area)
  }
}

extension Milliseconds {
  var time: MediaTime { MediaTime(self) }
}
