import CFFmpeg
import MediaTime
import Pixels
import Testing

@testable import Libav

/// Flat colours through every kind of file must come out as the same BT.709 colour.
@Suite struct ColorTests {
  let folder = Folder()

  struct Case: CustomTestStringConvertible {
    var container: String
    var codec: String
    var format: AVPixelFormat
    var matrix: AVColorSpace
    var range: AVColorRange

    var testDescription: String {
      let name = String(cString: av_get_pix_fmt_name(format))
      return "\(codec) \(name) \(String(cString: av_color_space_name(matrix))) \(range.rawValue)"
    }
  }

  static let cases: [Case] = {
    var cases: [Case] = []
    let formats = [
      AV_PIX_FMT_YUV420P, AV_PIX_FMT_YUV422P, AV_PIX_FMT_YUV444P, AV_PIX_FMT_YUV420P10LE,
      AV_PIX_FMT_YUV422P10LE, AV_PIX_FMT_YUV444P16LE, AV_PIX_FMT_YUVA420P, AV_PIX_FMT_YUV440P,
    ]
    for format in formats {
      for matrix in [AVCOL_SPC_BT709, AVCOL_SPC_SMPTE170M, AVCOL_SPC_BT2020_NCL] {
        for range in [AVCOL_RANGE_MPEG, AVCOL_RANGE_JPEG] {
          cases.append(
            Case(
              container: "matroska", codec: "ffv1", format: format, matrix: matrix, range: range))
        }
      }
    }
    for format in [AV_PIX_FMT_YUV422P10LE, AV_PIX_FMT_YUVA444P10LE] {
      cases.append(
        Case(
          container: "mov", codec: "prores_ks", format: format, matrix: AVCOL_SPC_BT709,
          range: AVCOL_RANGE_MPEG))
    }
    return cases
  }()

  /// A colour as samples of some matrix, range and depth.
  static func samples(_ rgb: [Double], _ test: Case) -> [Int] {
    let (kr, kb): (Double, Double) =
      switch test.matrix {
      case AVCOL_SPC_BT709: (0.2126, 0.0722)
      case AVCOL_SPC_BT2020_NCL: (0.2627, 0.0593)
      default: (0.299, 0.114)
      }
    let luma = kr * rgb[0] + (1 - kr - kb) * rgb[1] + kb * rgb[2]
    let cb = (rgb[2] - luma) / (2 * (1 - kb))
    let cr = (rgb[0] - luma) / (2 * (1 - kr))
    let depth = Int(shim_pixel_format_depth(test.format))
    let one = Double(1 << (depth - 8))
    let top = Double((1 << depth) - 1)
    let isFull = test.range == AVCOL_RANGE_JPEG
    let values =
      isFull
      ? [top * luma, 128 * one + top * cb, 128 * one + top * cr, top]
      : [(16 + 219 * luma) * one, (128 + 224 * cb) * one, (128 + 224 * cr) * one, top]
    return values.map { Int(max(0, min(top, $0.rounded()))) }
  }

  @Test(arguments: cases)
  func aColorStaysTheSame(_ test: Case) throws {
    let path = folder.file("color")
    let colors: [[UInt8]] = [
      [200, 60, 40], [30, 160, 90], [128, 128, 128], [0, 0, 0], [250, 250, 250],
    ]
    var media = OddMedia(container: test.container, codec: test.codec, format: test.format)
    media.size = PixelSize(width: 97, height: 51)
    if test.codec != "ffv1" { media.size = PixelSize(width: 96, height: 64) }
    media.matrix = test.matrix
    media.range = test.range
    media.timestamps = Array(0..<Int64(colors.count))
    if test.codec == "prores_ks", test.format == AV_PIX_FMT_YUVA444P10LE {
      media.options = ["profile": "4444", "alpha_bits": "16"]
    }
    try media.write(to: path) { index, frame in
      let values = ColorTests.samples(colors[index].map { Double($0) / 255 }, test)
      fill(frame) { plane, _, _ in values[plane] }
    }
    let reader = try VideoReader(path: path)
    #expect(reader.size == media.size)
    for (index, color) in colors.enumerated() {
      let picture = try reader.frame(at: reader.frameRate.time(ofFrame: index))
      let wanted = YCbCr(red: color[0], green: color[1], blue: color[2])
      #expect(picture.size == media.size)
      #expect(picture.cb.size == media.size.halved)
      #expect(picture.alpha == nil, "an opaque alpha plane says nothing")
      for (x, y) in [(0, 0), (48, 20), (media.size.width - 1, media.size.height - 1)] {
        #expect(abs(Int(picture.luma[x, y]) - Int(wanted.y)) <= 2, "luma of \(color)")
        #expect(abs(Int(picture.cb[x / 2, y / 2]) - Int(wanted.cb)) <= 2, "Cb of \(color)")
        #expect(abs(Int(picture.cr[x / 2, y / 2]) - Int(wanted.cr)) <= 2, "Cr of \(color)")
      }
    }
  }

  @Test(arguments: [
    ("webm", "libvpx-vp9", AV_PIX_FMT_YUVA420P), ("webm", "libvpx", AV_PIX_FMT_YUVA420P),
    ("mov", "prores_ks", AV_PIX_FMT_YUVA444P10LE), ("mov", "png", AV_PIX_FMT_RGBA),
    ("matroska", "ffv1", AV_PIX_FMT_YUVA420P),
  ])
  func alphaIsKept(container: String, codec: String, format: AVPixelFormat) throws {
    let path = folder.file("alpha")
    var media = OddMedia(container: container, codec: codec, format: format)
    media.size = PixelSize(width: 96, height: 64)
    switch codec {
    case "prores_ks": media.options = ["profile": "4444", "alpha_bits": "16"]
    case "libvpx", "libvpx-vp9":
      media.options = ["deadline": "realtime", "cpu-used": "8", "auto-alt-ref": "0", "b": "2M"]
      media.metadata = ["alpha_mode": "1"]
    default: break
    }
    let top = (1 << Int(shim_pixel_format_depth(format))) - 1
    try media.write(to: path) { _, frame in
      if format == AV_PIX_FMT_RGBA {
        guard let base = frame.pointee.data.0 else { return }
        for y in 0..<64 {
          for x in 0..<96 * 4 {
            base[y * Int(frame.pointee.linesize.0) + x] = x % 4 == 3 ? (x / 4 < 48 ? 0 : 255) : 90
          }
        }
      } else {
        fill(frame) { plane, x, _ in plane == 3 ? (x < 48 ? 0 : top) : (top + 1) / 2 }
      }
    }
    #expect(try Media.probe(path: path).video?.hasAlpha == true)
    let picture = try VideoReader(path: path).frame(at: .zero)
    let alpha = try #require(picture.alpha)
    #expect(alpha[10, 30] <= 3)
    #expect(alpha[80, 30] >= 252)
  }

  @Test(arguments: [AVCOL_TRC_SMPTE2084, AVCOL_TRC_ARIB_STD_B67])
  func highDynamicRangeIsMappedForAStandardScreen(transfer: AVColorTransferCharacteristic) throws {
    let path = folder.file("hdr")
    var media = OddMedia(container: "matroska", codec: "ffv1", format: AV_PIX_FMT_YUV420P10LE)
    media.matrix = AVCOL_SPC_BT2020_NCL
    media.transfer = transfer
    media.primaries = AVCOL_PRI_BT2020
    media.size = PixelSize(width: 256, height: 32)
    try media.write(to: path) { _, frame in
      fill(frame) { plane, x, y in
        plane == 0 ? 64 + x * 876 / 255 : plane == 1 || y < 8 ? 512 : 572
      }
    }
    let picture = try VideoReader(path: path).frame(at: .zero)
    let greys = (0..<256).map { Int(picture.luma[$0, 4]) }
    #expect(zip(greys, greys.dropFirst()).allSatisfy { $0 <= $1 }, "brighter stays brighter")
    #expect(abs(greys[0] - 16) <= 1)
    #expect(greys[255] >= 230)
    // Diffuse white: 58 % of PQ, 75 % of HLG.
    let white = greys[transfer == AVCOL_TRC_SMPTE2084 ? 148 : 191]
    #expect((200...230).contains(white), "diffuse white is \(white)")
    #expect(abs(Int(picture.cb[60, 1]) - 128) <= 1, "grey stays grey")
    #expect(abs(Int(picture.cr[60, 1]) - 128) <= 1)
    #expect(picture.cr[60, 12] > 140, "red stays red")
  }

  @Test func everyMatrixFitsItsFixedPoint() {
    for matrix in [ColorSpace.Matrix.bt601, .bt709, .bt2020, .smpte240] {
      for isFullRange in [true, false] {
        for hasWidePrimaries in [true, false] {
          var space = ColorSpace(matrix: matrix, isFullRange: isFullRange)
          space.hasWidePrimaries = hasWidePrimaries
          let grey = Picture(
            size: PixelSize(width: 2, height: 2), filledWith: YCbCr(y: 90, cb: 128, cr: 128))
          let mapped = ColorTransform(from: space).apply(to: grey, inPlace: false)
          #expect(mapped.luma[1, 1] == (isFullRange ? 93 : 90))
          #expect(mapped.cb[0, 0] == 128 && mapped.cr[0, 0] == 128)
        }
      }
    }
  }
}
