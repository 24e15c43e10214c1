import CFFmpeg
import Foundation
import Libav
import MediaTime
import Pixels
import Testing

@Suite struct GeometryTests {
  let folder = Folder()

  @Test(arguments: [
    (Orientation.upright, [1, 0, 0, 1] as [Int32]), (.mirrored, [-1, 0, 0, 1]),
    (.turnedAround, [-1, 0, 0, -1]), (.flipped, [1, 0, 0, -1]), (.transposed, [0, 1, 1, 0]),
    (.turnedRight, [0, 1, -1, 0]), (.transversed, [0, -1, -1, 0]), (.turnedLeft, [0, -1, 1, 0]),
  ])
  func filmsStandUpright(orientation: Orientation, matrix: [Int32]) throws {
    let size = PixelSize(width: 96, height: 64)
    let settings = VideoSettings(size: size, frameRate: FrameRate(25), crf: 5)
    let encoder = try VideoEncoder(settings: settings)
    // Quarters of brightness 40, 90, 140 and 190.
    let luma = Plane.of(size) { x, y in UInt8(40 + 50 * (x / 48) + 100 * (y / 32)) }
    let blue = Plane.of(size.halved) { x, _ in x < 24 ? 90 : 160 }
    let red = Plane(size: size.halved, filledWith: 128)
    try encoder.encode(Picture(luma: luma, cb: blue, cr: red))
    let chunk = try encoder.finish()
    let writer = try MovieWriter(
      path: folder.file("film"), settings: settings, parameterSets: chunk.parameterSets)
    try writer.append(chunk, atFrame: 0)
    try writer.finish()
    let path = try folder.write(
      Fixtures.turned(try folder.bytes(of: "film"), matrix), to: "turned")
    let probe = try Media.probe(path: path)
    #expect(probe.video?.orientation == orientation)
    #expect(probe.video?.codedSize == size)
    let upright = orientation.applied(to: size)
    #expect(probe.video?.size == upright)
    let reader = try VideoReader(path: path)
    #expect(reader.size == upright)
    let picture = try reader.frame(at: .zero)
    let places = [
      [0, 1, 2, 3], [1, 0, 3, 2], [3, 2, 1, 0], [2, 3, 0, 1], [0, 2, 1, 3], [2, 0, 3, 1],
      [3, 1, 2, 0], [1, 3, 0, 2],
    ][orientation.rawValue - 1]
    for (index, place) in places.enumerated() {
      let x = upright.width / 4 + upright.width / 2 * (index % 2)
      let y = upright.height / 4 + upright.height / 2 * (index / 2)
      #expect(abs(Int(picture.luma[x, y]) - (40 + 50 * place)) <= 4)
      #expect(abs(Int(picture.cb[x / 2, y / 2]) - (place % 2 == 0 ? 90 : 160)) <= 4)
    }
  }

  @Test(
    arguments: [
      (16, 11, PixelSize(width: 140, height: 72)), (1, 2, PixelSize(width: 96, height: 144)),
      (1, 1, PixelSize(width: 96, height: 72)), (999, 1, PixelSize(width: 96, height: 72)),
    ] as [(Int32, Int32, PixelSize)])
  func pixelsBecomeSquare(numerator: Int32, denominator: Int32, wanted: PixelSize) throws {
    let path = folder.file("film")
    var media = OddMedia(container: "mov", codec: "libx264", format: AV_PIX_FMT_YUV420P)
    media.size = PixelSize(width: 96, height: 72)
    media.aspect = AVRational(num: numerator, den: denominator)
    try media.write(to: path) { _, frame in
      fill(frame) { plane, x, _ in plane == 0 ? 30 + x * 2 : 128 }
    }
    #expect(try Media.probe(path: path).video?.size == wanted)
    let picture = try VideoReader(path: path).frame(at: .zero)
    #expect(picture.size == wanted)
    #expect(abs(Int(picture.luma[wanted.width / 2, 30]) - (30 + 96)) <= 3)
  }

  @Test(arguments: [(161, 97), (1, 1), (3, 200), (64, 2), (333, 1)])
  func sizesMayBeOdd(width: Int, height: Int) throws {
    let size = PixelSize(width: width, height: height)
    let path = folder.file("film")
    var media = OddMedia(container: "matroska", codec: "ffv1", format: AV_PIX_FMT_YUV420P)
    media.size = size
    let luma = Plane.of(size) { x, y in UInt8(16 + (x * 7 + y * 3) % 200) }
    try media.write(to: path) { _, frame in
      fill(frame) { plane, x, y in plane == 0 ? Int(luma[x, y]) : 100 + (x + y) % 50 }
    }
    let picture = try VideoReader(path: path).frame(at: .zero)
    #expect(picture.size == size)
    #expect(picture.luma.maximumDifference(from: luma) == 0)
    let last = picture.cb.size
    #expect(
      Int(picture.cb[last.width - 1, last.height - 1]) == 100 + (last.width + last.height - 2) % 50)
  }

  @Test func probesAreWrittenAndReadAsJSON() throws {
    let path = folder.file("film.mp4")
    try Pattern.film(
      at: path, frames: 10, rate: FrameRate(30000, over: 1001),
      sound: try Pattern.sound(Pattern.tone(300, seconds: 0.2)))
    let probe = try Media.probe(path: path)
    let json = try JSONEncoder().encode(probe)
    #expect(try JSONDecoder().decode(MediaProbe.self, from: json) == probe)
    let broken = String(decoding: json, as: UTF8.self)
      .replacingOccurrences(of: "1001]", with: "0]")
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(MediaProbe.self, from: Data(broken.utf8))
    }
  }
}
