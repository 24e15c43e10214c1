import CFFmpeg
import MediaTime
import Pixels
import Testing

@testable import Libav

@Suite struct FrameProxiesTests {
  let folder = Folder()
  static let size = PixelSize(width: 160, height: 96)
  static let half = PixelSize(width: 80, height: 48)
  static let frames = 260

  /// A film of 260 frames at 25 a second with a key frame every `group`.
  private func film(
    _ container: String = "mp4", codec: String = "libx264", group: Int
  ) throws -> String {
    let path = folder.file("film")
    var media = OddMedia(container: container, codec: codec, format: AV_PIX_FMT_YUV420P)
    media.size = Self.size
    media.timestamps = Array(0..<Int64(Self.frames))
    switch codec {
    case "libx264":
      media.options = [
        "preset": "fast", "g": "\(group)", "sc_threshold": "0", "bf": "3", "crf": "18",
      ]
    default:
      media.options = ["g": "\(group)", "deadline": "realtime", "cpu-used": "8", "b": "2M"]
    }
    try media.write(to: path) { index, frame in
      fill(frame, with: Pattern.frame(index, size: Self.size))
    }
    return path
  }

  private func time(_ frame: Int) -> MediaTime { MediaTime(Int64(frame), over: 25) }

  private func finish(
    _ proxies: FrameProxies, within times: ClosedRange<MediaTime>? = nil
  ) throws -> Int {
    var steps = 0
    while try proxies.advance(within: times ?? .zero...time(Self.frames)) { steps += 1 }
    return steps
  }

  @Test(arguments: [("mp4", "libx264"), ("matroska", "libx264"), ("webm", "libvpx-vp9")])
  func standForTheFramesThatTheyWereMadeOf(container: String, codec: String) throws {
    let path = try film(container, codec: codec, group: 130)
    let proxies = FrameProxies(path: path, size: Self.half, threads: 2)
    #expect(try finish(proxies) > 0)
    #expect(proxies.byteCount > 0)
    let plain = try VideoReader(path: path)
    let reader = try VideoReader(path: path)
    reader.proxies = proxies
    var generator = SeededGenerator(seed: 11)
    var stoodIn = 0
    for _ in 0..<80 {
      let number = Int.random(in: 0..<Self.frames, using: &generator)
      let seen = try reader.frame(at: time(number), neededSize: Self.half)
      #expect(Pattern.number(of: seen) == number)
      guard seen.size == Self.half else { continue }
      stoodIn += 1
      let small = try plain.frame(at: time(number)).resized(to: Self.half)
      #expect(seen.luma.maximumDifference(from: small.luma) == 0)
      #expect(seen.cb.maximumDifference(from: small.cb) == 0)
    }
    // Half of each group lies further from its key frame than 64 frames.
    #expect(stoodIn > 20 && stoodIn < 70, "\(stoodIn)")
  }

  @Test func whoNeedsMoreGetsTheVideosOwnFrames() throws {
    let path = try film(group: 260)
    let proxies = FrameProxies(path: path, size: Self.half, threads: 1)
    _ = try finish(proxies)
    let reader = try VideoReader(path: path)
    reader.proxies = proxies
    for needed in [nil, Self.size, PixelSize(width: 82, height: 48)] {
      for number in [250, 100, 180] {
        let seen = try reader.frame(at: time(number), neededSize: needed)
        #expect(seen.size == Self.size)
        #expect(Pattern.number(of: seen) == number)
      }
    }
  }

  @Test func nothingIsMadeWhereEveryFrameIsNear() throws {
    let path = try film(group: 60)
    let proxies = FrameProxies(path: path, size: Self.half, threads: 1)
    #expect(try finish(proxies) == 0)
    #expect(proxies.byteCount == 0)
  }

  @Test func onlyThePartThatMattersIsLookedAtAndNothingTwice() throws {
    let path = try film(group: 130)
    let proxies = FrameProxies(path: path, size: Self.half, threads: 1)
    let first = try finish(proxies, within: time(0)...time(100))
    #expect(first >= 100 && first < 120, "\(first)")
    #expect(try finish(proxies, within: time(20)...time(90)) == 0)
    let bytes = proxies.byteCount
    // From the key frame at 130 on, or a little sooner.
    let second = try finish(proxies, within: time(150)...time(Self.frames))
    #expect(second >= 130 && second < 150, "\(second)")
    #expect(proxies.byteCount > bytes)
    let rest = try finish(proxies)
    #expect(rest < 140, "\(rest)")
    #expect(try finish(proxies) == 0)
  }

  @Test func whatIsAskedForIsMadeFirst() throws {
    let path = try film(group: 130)
    let proxies = FrameProxies(path: path, size: Self.half, threads: 1)
    let reader = try VideoReader(path: path)
    reader.proxies = proxies
    let whole = MediaTime.zero...time(Self.frames)
    for _ in 0..<5 { #expect(try proxies.advance(within: whole)) }
    let asked = try reader.frame(at: time(220), neededSize: Self.half)
    #expect(asked.size == Self.size)
    #expect(Pattern.number(of: asked) == 220)
    for _ in 0..<100 { #expect(try proxies.advance(within: whole)) }
    _ = try reader.frame(at: time(0), neededSize: Self.half)
    #expect(try reader.frame(at: time(220), neededSize: Self.half).size == Self.half)
    // The walk is near: it goes on to what is asked for, and what it passes is there.
    let ahead = try reader.frame(at: time(245), neededSize: Self.half)
    #expect(ahead.size == Self.half)
    #expect(Pattern.number(of: ahead) == 245)
    #expect(try reader.frame(at: time(240), neededSize: Self.half).size == Self.half)
  }

  @Test func whatIsNoVideoIsRefused() throws {
    let path = try folder.write([UInt8](repeating: 7, count: 500), to: "noise")
    let proxies = FrameProxies(path: path, size: Self.half, threads: 1)
    #expect(throws: MediaError.self) { try finish(proxies) }
  }

  @Test func partsJoinWhereTheyTouch() {
    var spans = TickSpans()
    #expect(spans.firstGap(in: 0..<10) == 0)
    let parts: [Range<Int64>] = [20..<30, 0..<5, 10..<20, 40..<50]
    for part in parts { spans.insert(part) }
    #expect(spans.firstGap(in: 0..<100) == 5)
    #expect(spans.firstGap(in: 12..<100) == 30)
    #expect(spans.firstGap(in: 12..<30) == nil)
    spans.insert(4..<41)
    #expect(spans.firstGap(in: 0..<100) == 50)
    #expect(spans.firstGap(in: 0..<50) == nil)
    #expect(spans.contains(49) && !spans.contains(50))
  }

  @Test func losslessFramesLoseNothing() throws {
    for size in [Self.half, PixelSize(width: 34, height: 22), PixelSize(width: 641, height: 359)] {
      let picture = Picture(
        luma: .of(size) { UInt8(truncatingIfNeeded: $0 * 7 + $1 * 13 + $0 * $1) },
        cb: .of(size.halved) { UInt8(truncatingIfNeeded: $0 * 31 ^ $1) },
        cr: .of(size.halved) { UInt8(truncatingIfNeeded: $0 + $1 * 5) })
      let maker = try LosslessFrame.Maker(size: size)
      for _ in 0..<2 {
        let again = try maker.frame(of: picture).picture()
        #expect(again.size == size)
        for (one, other) in [
          (again.luma, picture.luma), (again.cb, picture.cb), (again.cr, picture.cr),
        ] {
          #expect(one.maximumDifference(from: other) == 0)
        }
      }
    }
  }
}
