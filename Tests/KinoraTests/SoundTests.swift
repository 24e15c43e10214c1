import CommandRunner
import Foundation
import Libav
import MediaTime
import Pixels
import Sound
import Testing
import Timeline

/// Films whose sound is made of words, by the command.
@Suite struct SoundTests {
  /// Whether somebody here can speak; `scripts/bootstrap` installs both programs.
  private static let hasVoice = ["flite", "espeak-ng"].contains { name in
    FileManager.default.isExecutableFile(atPath: "/usr/bin/\(name)")
  }

  private func photo(_ place: Workplace) throws {
    let picture = Picture(
      size: PixelSize(width: 160, height: 90), filledWith: YCbCr(y: 90, cb: 120, cr: 140))
    try PNG.write(picture, to: place.path("photo.png"))
  }

  @Test("A sentence gives a film its music and its sounds, and the film has its loudness")
  func make() throws {
    let place = try Workplace()
    try photo(place)
    let command = try place.run(
      "make", "photo.png", "5 seconds, calm music and the sound of rain", "--size", "64x36")
    #expect(command.status == 0, "\(command.errors)")
    #expect(command.errors.contains("Calm") && command.errors.contains("Rain"))
    #expect(!command.errors.contains("Not understood"), "\(command.errors)")
    let check = try place.run("check", "photo.mp4", "--json")
    let report = try #require(check.objects.first { $0["sound"] != nil })
    let sound = try #require(report["sound"] as? [String: Any])
    let loudness = try #require(sound["integrated"] as? Double)
    #expect(abs(loudness + 14) <= 0.5)
    #expect((sound["truePeak"] as? Double ?? 0) <= -1)
  }

  @Test("A sound font that is none is said, and no film is left behind")
  func soundFont() throws {
    let place = try Workplace()
    try photo(place)
    let command = try place.run(
      "make", "photo.png", "3 seconds, calm music", "--size", "64x36", "--sound-font", "photo.png")
    #expect(command.status != 0 && !command.errors.isEmpty)
    #expect(!place.files.contains("photo.mp4"))
  }

  @Test("Subtitles come from a file and go to one", arguments: ["srt", "vtt"])
  func subtitles(_ ending: String) throws {
    let place = try Workplace()
    try photo(place)
    let text =
      "1\n00:00:00,500 --> 00:00:02,000\nHello, 世界\n\n2\n00:01:00,000 --> 00:01:02,000\nLate\n"
    try Data(text.utf8).write(to: URL(filePath: place.path("talk.srt")))
    let command = try place.run(
      "make", "photo.png", "talk.srt", "3 seconds", "--size", "64x36", "--subtitles",
      "out.\(ending)")
    #expect(command.status == 0, "\(command.errors)")
    #expect(
      command.errors.contains("A subtitle begins after the film has ended"), "\(command.errors)")
    let written = try String(contentsOfFile: place.path("out.\(ending)"), encoding: .utf8)
    #expect(written.contains("Hello, 世界") && !written.contains("Late"))
    #expect(written.contains(ending == "srt" ? "00:00:00,500" : "00:00:00.500"))
    let wrong = try place.run("make", "photo.png", "3 seconds", "--subtitles", "out.txt")
    #expect(wrong.status != 0 && wrong.errors.contains(".srt or .vtt"))
    try Data().write(to: URL(filePath: place.path("empty.srt")))
    let empty = try place.run("make", "photo.png", "empty.srt", "3 seconds")
    #expect(empty.status != 0 && empty.errors.contains("empty"), "\(empty.errors)")
  }

  @Test(
    "By chat alone: titles in two scripts, a voice with captions, ducked music, an effect",
    .enabled(if: hasVoice))
  func chat() throws {
    let place = try Workplace()
    try FileManager.default.createDirectory(
      atPath: place.path("media"), withIntermediateDirectories: true)
    let drawn = try place.run(
      "make", "hills under a blue sky at noon", "--still", "--size", "320x180", "-o",
      "media/hills.png")
    #expect(drawn.status == 0)
    var segment = Segment(id: "s1", source: "hills", duration: 7000)
    segment.style.motion = [RoughCut.gentleMove]
    let draft = Draft(
      canvas: Canvas(width: 320, height: 180),
      tracks: [Track(id: "t1", kind: .video, segments: [segment])]
    ).normalized()
    try Data(draft.encoded().utf8).write(to: URL(filePath: place.path("draft.json")))
    let edit = try place.run(
      "edit", "draft.json", "title “The quiet hills” at the top", "加标题「宁静的山」，放在下面",
      "add calm music at 60 %", "voice-over “Nobody is up yet. The hills are quiet.” with captions",
      "加上鸟叫声，20%", "--media", "media", "-o", "cut.json")
    #expect(edit.status == 0, "\(edit.errors)")
    #expect(!edit.output.contains("not understand") && !edit.output.contains("没有听懂"))
    let cut = try Draft.decode(
      String(contentsOfFile: place.path("cut.json"), encoding: .utf8))
    #expect(cut.sounds(.voice).count == 1 && cut.sounds(.effect).count == 1)
    #expect(cut.sounds(.music).map(\.style.duck) == [true])
    let texts = cut.tracks.filter { $0.kind == .text }.flatMap(\.segments)
    #expect(texts.contains { $0.text == "The quiet hills" })
    #expect(texts.contains { $0.text == "宁静的山" })
    #expect(texts.filter { $0.style.text?.preset == .caption }.count == 2)
    let render = try place.run(
      "render", "cut.json", "--media", "media", "-o", "film.mp4", "--subtitles", "film.srt")
    #expect(render.status == 0, "\(render.errors)")
    try measure(place.path("film.mp4"), voice: try #require(cut.sounds(.voice).first))
    let captions = try String(contentsOfFile: place.path("film.srt"), encoding: .utf8)
    #expect(captions.contains("Nobody is up yet.") && captions.contains("The hills are quiet."))
  }

  @Test("Where the draft isn't kept, what was made for it isn't, either")
  func trial() throws {
    let place = try Workplace()
    try FileManager.default.createDirectory(
      atPath: place.path("media"), withIntermediateDirectories: true)
    try PNG.write(
      Picture(size: PixelSize(width: 64, height: 36), filledWith: .black),
      to: place.path("media/dawn.png"))
    let draft = Draft(tracks: [
      Track(id: "t1", kind: .video, segments: [Segment(id: "s1", source: "dawn", duration: 4000)])
    ]).normalized()
    try Data(draft.encoded().utf8).write(to: URL(filePath: place.path("draft.json")))
    let trial = try place.run(
      "edit", "draft.json", "add calm music", "cut to the beat", "--media", "media")
    #expect(trial.status == 0 && trial.output.contains("Calm"), "\(trial.errors)\(trial.output)")
    let folder = place.path("media")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["dawn.png"])
    let kept = try place.run(
      "edit", "draft.json", "add calm music", "--media", "media", "-o", "a.json")
    #expect(kept.status == 0)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder).count > 1)
  }

  @Test("Subtitles and a colour table in the media folder are laid by words, and seen in the film")
  func folderFiles() throws {
    let place = try Workplace()
    try FileManager.default.createDirectory(
      atPath: place.path("media"), withIntermediateDirectories: true)
    let still = try place.run(
      "make", "hills under a blue sky at noon", "--still", "--size", "320x180", "-o",
      "media/hills.png")
    #expect(still.status == 0)
    let black = "LUT_3D_SIZE 2\n" + String(repeating: "0 0 0\n", count: 8)
    try Data(black.utf8).write(to: URL(filePath: place.path("media/night.cube")))
    let words = "1\n00:00:00,200 --> 00:00:00,900\nNobody is up yet.\n"
    try Data(words.utf8).write(to: URL(filePath: place.path("media/talk.srt")))
    let clip = Segment(id: "s1", source: "hills", duration: 1000)
    let draft = Draft(
      canvas: Canvas(width: 320, height: 180),
      tracks: [Track(id: "t1", kind: .video, segments: [clip])]
    ).normalized()
    try Data(draft.encoded().utf8).write(to: URL(filePath: place.path("draft.json")))
    let edit = try place.run(
      "edit", "draft.json", "grade it with night.cube", "加上字幕", "--media", "media", "-o",
      "cut.json")
    #expect(edit.status == 0, "\(edit.errors)")
    let cut = try Draft.decode(String(contentsOfFile: place.path("cut.json"), encoding: .utf8))
    let texts = cut.tracks.filter { $0.kind == .text }.flatMap(\.segments)
    #expect(texts.map(\.text) == ["Nobody is up yet."])
    let film = try place.run("render", "cut.json", "--media", "media", "-o", "film.mp4")
    #expect(film.status == 0, "\(film.errors)")
    let reader = try VideoReader(path: place.path("film.mp4"))
    #expect(try reader.frame(at: .zero).luma[160, 20] < 24)
  }

  /// The film's loudness, and how loud it is while somebody speaks and where nobody does.
  private func measure(_ film: String, voice: Segment) throws {
    let reader = try AudioReader(path: film)
    var samples: [Float] = []
    var block = [Float](repeating: 0, count: 8192)
    while true {
      var span = block.mutableSpan
      let frames = try reader.read(into: &span)
      guard frames > 0 else { break }
      samples += block[..<(frames * 2)]
    }
    let count = samples.count / 2
    #expect(count == 7 * 48_000)
    var meter = try LoudnessMeter()
    try meter.add(Array(samples[..<(count * 2)]))
    #expect(abs((meter.loudness.integrated ?? 0) + 14) <= 0.5)
    #expect((meter.loudness.truePeak ?? 0) <= -1)
    func level(_ range: Range<Int>) -> Float {
      let part = samples[range.lowerBound * 96..<range.upperBound * 96]
      return part.map { $0 * $0 }.reduce(0, +) / Float(part.count)
    }
    // Speech over ducked music is louder than the music alone.
    let spoken = level(voice.start.count + 200..<voice.end.count - 200)
    let alone = level(voice.end.count + 1500..<min(voice.end.count + 3000, 6500))
    #expect(spoken > alone)
  }
}
