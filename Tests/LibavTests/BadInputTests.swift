import CFFmpeg
import Foundation
import Libav
import MediaTime
import Pixels
import Testing

@Suite struct BadInputTests {
  let folder = Folder()

  func code(_ path: String) -> MediaError.Code? {
    do {
      _ = try Media.probe(path: path)
      return nil
    } catch {
      #expect(error.message.hasSuffix("."), "a sentence")
      #expect(path.isEmpty || error.message.contains(path), "names the file")
      #expect(throws: MediaError.self) { _ = try VideoReader(path: path) }
      #expect(throws: MediaError.self) { _ = try AudioReader(path: path) }
      #expect(throws: MediaError.self) { _ = try Still.decode(path: path) }
      return error.code
    }
  }

  @Test(arguments: [
    "#EXTM3U\n#EXT-X-VERSION:3\n#EXTINF:1,\nsecret.png\n",
    "ffconcat version 1.0\nfile secret.png\n",
    "v=0\no=- 0 0 IN IP4 127.0.0.1\nm=video 5004 RTP/AVP 96\n",
    "<?xml version=\"1.0\"?><MPD xmlns=\"urn:mpeg:dash:schema:mpd:2011\"></MPD>",
    "<svg xmlns=\"http://www.w3.org/2000/svg\"><image href=\"secret.png\"/></svg>",
    "just some words", "PK\u{3}\u{4}and more", "%PDF-1.7", "8BPS", "II*\u{0}",
    "[playlist]\nFile1=x",
    "RIFF", "\u{0}\u{0}\u{0}",
  ])
  func foreignFilesAreRefusedWhateverTheirName(text: String) throws {
    try PNG.write(
      Picture(size: PixelSize(width: 8, height: 8), filledWith: .white),
      to: folder.file("secret.png"))
    for name in ["film.mp4", "photo.jpg", "list.m3u8", "x.png", "a%03d.png", "clip.webm"] {
      let path = try folder.write(text, to: name)
      #expect(code(path) == .unsupportedFormat || code(path) == .truncated, "\(name)")
    }
  }

  @Test func filesThatAreNotThere() throws {
    #expect(code(folder.file("none.mp4")) == .notFound)
    #expect(code(folder.path) == .notAFile)
    #expect(code(try folder.write("", to: "empty.png")) == .empty)
    #expect(code("http://127.0.0.1/x.mp4") == .notFound)
    #expect(code("concat:a.mp4|b.mp4") == .notFound)
    #expect(code("") == .notFound)
    let pipe = folder.file("pipe.mp4")
    #expect(mkfifo(pipe, 0o600) == 0)
    #expect(code(pipe) == .notAFile, "a pipe would be waited for")
    #expect(code("/dev/zero") == .notAFile)
  }

  @Test(arguments: [
    "http:x.png", "a%d.png", "a*?[b]{c,d}.png", "concat:x|y", "-i", "data:image,x.png",
    "spa ce.é海", "crypto:x", "pipe:0", "file:x",
  ])
  func namesMeanNothing(name: String) throws {
    let path = folder.file(name)
    let picture = Picture(size: PixelSize(width: 8, height: 8), filledWith: .white)
    try PNG.write(picture, to: path)
    #expect(try Media.probe(path: path).kind == .image)
    #expect(try Still.decode(path: path).luma[3, 3] == 235)
  }

  @Test func cutOffFilms() throws {
    let path = folder.file("film.mp4")
    try Pattern.film(at: path, frames: 40, sound: try Pattern.sound(Pattern.tone(400, seconds: 1)))
    let bytes = try folder.bytes(of: "film.mp4")
    let media = try #require(Fixtures.position(of: "mdat", in: bytes))
    let reversed = Array(bytes[(media - 4)...])
    #expect(code(try folder.write(reversed, to: "nomoov.mp4")) == .truncated)
    for end in [4, 20, 33, 100, 700, media - 100] {
      let part = try folder.write(Array(bytes.prefix(end)), to: "part.mp4")
      #expect(throws: MediaError.self, "\(end) bytes") { try Media.probe(path: part) }
      _ = try? VideoReader(path: part).frame(at: .zero)
    }
    let half = try folder.write(Array(bytes.prefix(media + (bytes.count - media) / 2)), to: "half")
    #expect(throws: MediaError.self) { try Media.probe(path: half) }
    let reader = try VideoReader(path: half)
    #expect(Pattern.number(of: try reader.frame(at: .zero)) == 0)
    #expect(try reader.frame(at: MediaTime(seconds: 9)).size == reader.size)
    _ = try AudioReader(path: half).read(count: 100_000)
  }

  @Test func lockedFilms() throws {
    var media = OddMedia(container: "mp4", codec: "libx264", format: AV_PIX_FMT_YUV420P)
    media.size = PixelSize(width: 160, height: 96)
    let path = folder.file("film.mp4")
    media.muxing = [
      "encryption_scheme": "cenc-aes-ctr", "encryption_key": "76a6c65c5ea762046bd749a2e632ccbb",
      "encryption_kid": "a7e61c373e219033c21091fa607bf3b8",
    ]
    try media.write(to: path) { index, frame in
      fill(frame, with: Pattern.frame(index, size: media.size))
    }
    let error = #expect(throws: MediaError.self) { try Media.probe(path: path) }
    #expect(error?.code == .encrypted)
    let second = #expect(throws: MediaError.self) {
      try VideoReader(path: path).frame(at: .zero)
    }
    #expect(second?.code == .encrypted)
  }

  @Test func bombsAreRefusedByTheirHeaders() throws {
    try PNG.write(
      Picture(size: PixelSize(width: 8, height: 8), filledWith: .white),
      to: folder.file("small.png"))
    var png = try folder.bytes(of: "small.png")
    png.replaceSubrange(16..<24, with: Fixtures.big(30_000, 4) + Fixtures.big(30_000, 4))
    #expect(code(try folder.write(png, to: "bomb.png")) == .limitExceeded)
    let error = #expect(throws: MediaError.self) {
      try Still.decode(path: folder.file("bomb.png"))
    }
    #expect(error?.code == .limitExceeded)
    var jpeg = try StillTests.jpeg()
    let frame = try #require(
      jpeg.indices.dropLast().first { jpeg[$0] == 0xFF && jpeg[$0 + 1] == 0xC0 })
    jpeg.replaceSubrange(frame + 5..<frame + 9, with: [0xFF, 0xFF, 0xFF, 0xFF])
    #expect(throws: MediaError.self) {
      try Still.decode(path: try folder.write(jpeg, to: "bomb.jpg"))
    }
  }

  @Test func limitsHold() throws {
    let path = folder.file("film.mp4")
    try Pattern.film(at: path, frames: 60, sound: try Pattern.sound(Pattern.tone(400, seconds: 1)))
    var limits = MediaLimits.standard
    limits.maximumPixels = 100 * 100
    var cases = [limits]
    limits = .standard
    limits.maximumStreams = 1
    cases.append(limits)
    limits = .standard
    limits.maximumDuration = MediaTime(seconds: 1)
    cases.append(limits)
    limits = .standard
    limits.maximumFrameRate = 24
    cases.append(limits)
    limits = .standard
    limits.maximumChannels = 1
    cases.append(limits)
    for limits in cases {
      let error = #expect(throws: MediaError.self) { try Media.probe(path: path, limits: limits) }
      #expect(error?.code == .limitExceeded)
    }
    #expect(try Media.probe(path: path).streamCount == 2)
  }

  @Test func mutatedFilesNeverCrash() throws {
    let film = folder.file("film.mp4")
    try Pattern.film(
      at: film, frames: 12, size: PixelSize(width: 64, height: 48),
      sound: try Pattern.sound(Pattern.tone(400, seconds: 0.4)))
    try PNG.write(Pattern.frame(5, size: PixelSize(width: 64, height: 48)), to: folder.file("p"))
    let seeds = [
      try folder.bytes(of: "film.mp4"), try folder.bytes(of: "p"),
      Fixtures.oriented(try StillTests.jpeg(), 6, isLittle: true),
    ]
    var generator = SeededGenerator(seed: 2024)
    for round in 0..<150 {
      var bytes = seeds[round % seeds.count]
      for _ in 0..<Int.random(in: 1...12, using: &generator) {
        let limit = Bool.random(using: &generator) ? min(2000, bytes.count) : bytes.count
        bytes[Int.random(in: 0..<limit, using: &generator)] = UInt8.random(
          in: .min ... .max, using: &generator)
      }
      if round % 10 == 9 { bytes.removeLast(Int.random(in: 0..<bytes.count, using: &generator)) }
      let path = try folder.write(bytes, to: "mutant")
      _ = try? Media.probe(path: path)
      _ = try? Still.decode(path: path)
      if let reader = try? VideoReader(path: path) {
        _ = try? reader.frame(at: MediaTime(seconds: 1))
        _ = try? reader.frame(at: .zero)
      }
      _ = try? AudioReader(path: path).read(count: 48_000)
    }
  }
}
