import CFFmpeg
import Libav
import Pixels
import Testing

@Suite struct StillTests {
  let folder = Folder()
  static let size = PixelSize(width: 48, height: 32)
  /// Red, green, blue and grey quarters: top left, top right, bottom left, bottom right.
  static let quarters: [[UInt8]] = [
    [220, 40, 30], [20, 180, 60], [40, 60, 210], [140, 140, 140],
  ]

  static func color(_ x: Int, _ y: Int) -> [UInt8] {
    quarters[(y * 2 / size.height) * 2 + x * 2 / size.width]
  }

  /// A JPEG of the quarters, full range BT.601.
  static func jpeg(_ format: AVPixelFormat = AV_PIX_FMT_YUVJ444P) throws -> [UInt8] {
    let isHalved = format == AV_PIX_FMT_YUVJ420P
    return try image("mjpeg", format, size) { frame in
      fill(frame) { plane, x, y in
        let scale = isHalved && plane > 0 ? 2 : 1
        let rgb = color(x * scale, y * scale).map { Double($0) }
        let luma = 0.299 * rgb[0] + 0.587 * rgb[1] + 0.114 * rgb[2]
        let values = [luma, 128 + (rgb[2] - luma) / 1.772, 128 + (rgb[0] - luma) / 1.402]
        return Int(values[plane].rounded())
      }
    }
  }

  func expect(
    _ picture: Picture, at x: Int, _ y: Int, is rgb: [UInt8], within tolerance: Int = 3
  ) {
    let wanted = YCbCr(red: rgb[0], green: rgb[1], blue: rgb[2])
    let scale = picture.isFullChroma ? 1 : 2
    #expect(abs(Int(picture.luma[x, y]) - Int(wanted.y)) <= tolerance, "luma at \(x), \(y)")
    #expect(abs(Int(picture.cb[x / scale, y / scale]) - Int(wanted.cb)) <= tolerance)
    #expect(abs(Int(picture.cr[x / scale, y / scale]) - Int(wanted.cr)) <= tolerance)
  }

  @Test(arguments: [AV_PIX_FMT_YUVJ444P, AV_PIX_FMT_YUVJ422P, AV_PIX_FMT_YUVJ420P])
  func photosAreFullRangeBT601(format: AVPixelFormat) throws {
    let jpeg =
      format == AV_PIX_FMT_YUVJ422P
      ? try image("mjpeg", format, StillTests.size) { frame in
        fill(frame) { plane, _, _ in [100, 90, 170][plane] }
      } : try StillTests.jpeg(format)
    let picture = try Still.decode(path: try folder.write(jpeg, to: "photo"))
    #expect(picture.size == StillTests.size)
    #expect(picture.isFullChroma)
    #expect(picture.alpha == nil)
    if format == AV_PIX_FMT_YUVJ422P {
      expect(picture, at: 24, 16, is: [159, 83, 33])
    } else {
      for (index, rgb) in StillTests.quarters.enumerated() {
        expect(picture, at: 8 + 32 * (index % 2), 6 + 20 * (index / 2), is: rgb)
      }
    }
  }

  @Test(arguments: 1...8, [true, false])
  func photosStandUpright(orientation: Int, isLittle: Bool) throws {
    let bytes = Fixtures.oriented(try StillTests.jpeg(), orientation, isLittle: isLittle)
    let path = try folder.write(bytes, to: "photo.jpg")
    let picture = try Still.decode(path: path)
    // Which quarter of the file stands top left, top right, bottom left, bottom right.
    let places = [
      [0, 1, 2, 3], [1, 0, 3, 2], [3, 2, 1, 0], [2, 3, 0, 1], [0, 2, 1, 3], [2, 0, 3, 1],
      [3, 1, 2, 0], [1, 3, 0, 2],
    ][orientation - 1]
    let size =
      orientation > 4 ? PixelSize(width: 32, height: 48) : StillTests.size
    #expect(picture.size == size)
    for (index, place) in places.enumerated() {
      let x = size.width / 6 + size.width * 2 / 3 * (index % 2)
      let y = size.height / 6 + size.height * 2 / 3 * (index / 2)
      expect(picture, at: x, y, is: StillTests.quarters[place])
    }
    let probe = try Media.probe(path: path)
    #expect(probe.kind == .image)
    #expect(probe.video?.size == size)
    #expect(probe.video?.codedSize == StillTests.size)
    #expect(probe.video?.orientation.rawValue == orientation)
  }

  @Test func bigPhotosAreReducedButNeverTooFar() throws {
    let size = PixelSize(width: 640, height: 480)
    let jpeg = try image("mjpeg", AV_PIX_FMT_YUVJ420P, size) { frame in
      fill(frame) { plane, x, _ in plane == 0 ? x * 255 / size.width : 128 }
    }
    let path = try folder.write(jpeg, to: "photo")
    for (needed, wanted) in [
      (PixelSize(width: 320, height: 240), PixelSize(width: 320, height: 240)),
      (PixelSize(width: 321, height: 200), size),
      (PixelSize(width: 100, height: 241), size),
      (PixelSize(width: 150, height: 100), PixelSize(width: 160, height: 120)),
      (PixelSize(width: 1, height: 1), PixelSize(width: 80, height: 60)),
    ] {
      let picture = try Still.decode(path: path, neededSize: needed)
      #expect(picture.size == wanted, "needing \(needed)")
      let middle = Int(picture.luma[wanted.width / 2, wanted.height / 2])
      #expect(abs(middle - (16 + 219 / 2)) <= 3)
    }
  }

  @Test(arguments: [
    AV_PIX_FMT_RGB24, AV_PIX_FMT_RGBA, AV_PIX_FMT_GRAY8, AV_PIX_FMT_PAL8, AV_PIX_FMT_RGB48BE,
    AV_PIX_FMT_GRAY16BE,
  ])
  func drawingsOfAnyDepth(format: AVPixelFormat) throws {
    let png = try image("png", format, StillTests.size) { frame in
      if format == AV_PIX_FMT_PAL8 {
        guard let palette = frame.pointee.data.1 else { return }
        palette.withMemoryRebound(to: UInt32.self, capacity: 256) { entries in
          for (index, rgb) in StillTests.quarters.enumerated() {
            entries[index] = rgb.reduce(UInt32(255)) { $0 << 8 | UInt32($1) }
          }
        }
      }
      fillPacked(frame) { x, y in
        let rgb = StillTests.color(x, y)
        return switch format {
        case AV_PIX_FMT_RGB24: rgb
        case AV_PIX_FMT_RGBA: rgb + [UInt8(x < 24 ? 255 : 60)]
        case AV_PIX_FMT_PAL8: [UInt8(StillTests.quarters.firstIndex(of: rgb) ?? 0)]
        case AV_PIX_FMT_RGB48BE: rgb.flatMap { [$0, $0] }
        case AV_PIX_FMT_GRAY8: [rgb[1]]
        default: [rgb[1], rgb[1]]
        }
      }
    }
    let picture = try Still.decode(path: try folder.write(png, to: "drawing.jpg"))
    let isGray = format == AV_PIX_FMT_GRAY8 || format == AV_PIX_FMT_GRAY16BE
    for (index, rgb) in StillTests.quarters.enumerated() {
      let (x, y) = (8 + 32 * (index % 2), 6 + 20 * (index / 2))
      let wanted = isGray ? [rgb[1], rgb[1], rgb[1]] : rgb
      expect(picture, at: x, y, is: wanted, within: 2)
      if format == AV_PIX_FMT_RGBA { #expect(picture.alpha?[x, y] == (x < 24 ? 255 : 60)) }
    }
    #expect((picture.alpha != nil) == (format == AV_PIX_FMT_RGBA))
  }

  @Test(arguments: ["webp", "bmp", "gif"])
  func otherStills(kind: String) throws {
    let names = ["webp": "libwebp", "bmp": "bmp", "gif": "gif"]
    let format = [
      "webp": AV_PIX_FMT_BGRA, "bmp": AV_PIX_FMT_BGR24, "gif": AV_PIX_FMT_BGR8,
    ]
    let path = folder.file("still")
    if kind == "gif" {
      var media = OddMedia(container: "gif", codec: "gif", format: AV_PIX_FMT_BGR8)
      media.size = StillTests.size
      media.timestamps = [0]
      try media.write(to: path) { _, frame in fillPacked(frame) { _, _ in [0b11_000_000] } }
      let picture = try Still.decode(path: path)
      expect(picture, at: 20, 20, is: [0, 0, 255], within: 4)
      #expect(try Media.probe(path: path).kind == .image)
      return
    }
    let options: KeyValuePairs = kind == "webp" ? ["lossless": "1"] : [:]
    let bytes = try image(
      names[kind] ?? "", format[kind] ?? AV_PIX_FMT_BGR24, StillTests.size, options: options
    ) { frame in
      fillPacked(frame) { x, y in
        StillTests.color(x, y).reversed() + (kind == "webp" ? [255] : [])
      }
    }
    let picture = try Still.decode(path: try folder.write(bytes, to: "still"))
    for (index, rgb) in StillTests.quarters.enumerated() {
      expect(picture, at: 8 + 32 * (index % 2), 6 + 20 * (index / 2), is: rgb, within: 2)
    }
    #expect(try Media.probe(path: path).video?.size == StillTests.size)
  }

  @Test(arguments: [true, false], [true, false])
  func writtenPicturesReadBack(isFullChroma: Bool, hasAlpha: Bool) throws {
    // Colours that R′G′B′ can show.
    let size = PixelSize(width: 65, height: 47)
    let small = isFullChroma ? size : size.halved
    let picture = Picture(
      luma: Plane.of(size) { x, y in UInt8(70 + (x * 5 + y * 3) % 100) },
      cb: Plane.of(small) { x, _ in UInt8(112 + x / 2) },
      cr: Plane.of(small) { _, y in UInt8(112 + y / 2) },
      alpha: hasAlpha ? Plane.of(size) { x, y in UInt8((x * 3 + y) & 255) } : nil)
    try PNG.write(picture, to: folder.file("out.png"))
    let back = try Still.decode(path: folder.file("out.png"))
    #expect(back.luma.maximumDifference(from: picture.luma) <= 2)
    if isFullChroma { #expect(back.cb.maximumDifference(from: picture.cb) <= 2) }
    #expect(back.alpha.map { picture.alpha?.maximumDifference(from: $0) == 0 } ?? !hasAlpha)
    #expect(folder.names == ["out.png"])
    let error = #expect(throws: MediaError.self) {
      try PNG.write(picture, to: folder.file("no/out.png"))
    }
    #expect(error?.code == .notFound)
  }
}
