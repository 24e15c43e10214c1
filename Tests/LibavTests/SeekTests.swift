import CFFmpeg
import Libav
import MediaTime
import Pixels
import Testing

@Suite struct SeekTests {
  let folder = Folder()
  static let size = PixelSize(width: 160, height: 96)

  /// Foreign files of 120 frames with reordered frames and several key frames.
  static func write(_ container: String, _ codec: String, to path: String) throws {
    var media = OddMedia(container: container, codec: codec, format: AV_PIX_FMT_YUV420P)
    media.size = size
    media.timestamps = Array(0..<120)
    switch codec {
    case "libx264": media.options = ["preset": "fast", "g": "40", "bf": "3", "crf": "18"]
    case "libx265":
      media.options = ["preset": "ultrafast", "x265-params": "keyint=40:log-level=0:open-gop=1"]
    case "mpeg4": media.options = ["g": "30", "bf": "2", "b": "4000000"]
    case "libvpx-vp9":
      media.options = ["deadline": "realtime", "cpu-used": "8", "g": "40", "b": "2M"]
    default: media.options = [:]
    }
    try media.write(to: path) { index, frame in
      fill(frame, with: Pattern.frame(index, size: size))
    }
  }

  @Test(arguments: [
    ("mp4", "libx264"), ("matroska", "libx264"), ("mp4", "libx265"), ("avi", "mpeg4"),
    ("matroska", "ffv1"), ("webm", "libvpx-vp9"), ("mov", "mpeg4"),
  ])
  func anyOrderIsTheSameAsInOrder(container: String, codec: String) throws {
    let path = folder.file("film")
    try SeekTests.write(container, codec, to: path)
    let sequential = try VideoReader(path: path)
    var inOrder: [Picture] = []
    for number in 0..<120 {
      let picture = try sequential.frame(at: MediaTime(Int64(number), over: 25))
      #expect(Pattern.number(of: picture) == number)
      inOrder.append(picture)
    }
    let seed: UInt64 = 20_240_607
    var generator = SeededGenerator(seed: seed)
    for keepsPast in [false, true] {
      let reader = try VideoReader(path: path, threads: 2, keepsPast: keepsPast)
      var number = 0
      for request in 0..<60 {
        // Steps back after each leap, some further than what is kept.
        number =
          request.isMultiple(of: 4)
          ? Int.random(in: 0..<120, using: &generator)
          : max(number - Int.random(in: 1..<8, using: &generator), 0)
        let offset = Int64.random(in: 0..<40, using: &generator)
        let time = MediaTime(Int64(number) * 40 + offset, over: 1000)
        let picture = try reader.frame(at: time)
        #expect(
          picture.luma.maximumDifference(from: inOrder[number].luma) == 0,
          "frame \(number), shown \(Pattern.number(of: picture)), seed \(seed)")
      }
    }
  }

  @Test(arguments: ["gif", "apng"])
  func animationsAreFootage(container: String) throws {
    let path = folder.file("animation")
    var media = OddMedia(
      container: container, codec: container,
      format: container == "gif" ? AV_PIX_FMT_GRAY8 : AV_PIX_FMT_RGB24)
    media.size = SeekTests.size
    media.timeBase = AVRational(num: 1, den: 10)
    media.timestamps = Array(0..<20)
    if container == "gif" { media.format = AV_PIX_FMT_BGR8 }
    let components = container == "gif" ? 1 : 3
    try media.write(to: path) { index, frame in
      guard let base = frame.pointee.data.0 else { return }
      for y in 0..<SeekTests.size.height {
        for x in 0..<SeekTests.size.width * components {
          let bit = Pattern.bits - 1 - x / components * Pattern.bits / SeekTests.size.width
          base[y * Int(frame.pointee.linesize.0) + x] = index >> bit & 1 == 1 ? 255 : 0
        }
      }
    }
    let probe = try Media.probe(path: path)
    #expect(probe.kind == .video)
    #expect(probe.video?.frameCount == 20)
    #expect(probe.duration == MediaTime(seconds: 2))
    let reader = try VideoReader(path: path)
    #expect(reader.duration == MediaTime(seconds: 2))
    for number in [0, 1, 5, 19, 3, 0, 12] {
      let picture = try reader.frame(at: MediaTime(Int64(number), over: 10))
      #expect(Pattern.number(of: picture) == number)
      #expect(picture.alpha == nil)
    }
  }

  @Test(arguments: ["mp4", "matroska"])
  func unevenFramesStandUntilTheNext(container: String) throws {
    let path = folder.file("film")
    var media = OddMedia(container: container, codec: "libx264", format: AV_PIX_FMT_YUV420P)
    media.size = SeekTests.size
    media.timeBase = AVRational(num: 1, den: 1000)
    var time: Int64 = 0
    media.timestamps = (0..<90).map { index in
      defer { time += [17, 33, 50, 700, 21, 1500, 40][index % 7] }
      return time
    }
    media.options = ["preset": "fast", "bf": "3", "g": "60"]
    try media.write(to: path) { index, frame in
      fill(frame, with: Pattern.frame(index, size: SeekTests.size))
    }
    #expect(try Media.probe(path: path).video?.isVariableFrameRate == true)
    var generator = SeededGenerator(seed: 7)
    let reader = try VideoReader(path: path)
    var moments = media.timestamps.flatMap { [$0, $0 + 8] } + [time + 5000]
    moments += (0..<60).map { _ in Int64.random(in: 0..<time, using: &generator) }
    for moment in moments {
      let wanted = media.timestamps.lastIndex { $0 <= moment } ?? 0
      let picture = try reader.frame(at: MediaTime(moment, over: 1000))
      #expect(Pattern.number(of: picture) == wanted, "at \(moment) ms")
    }
  }

  @Test func damagedFramesAreConcealed() throws {
    let path = folder.file("film")
    var media = OddMedia(container: "mp4", codec: "libx264", format: AV_PIX_FMT_YUV420P)
    media.size = SeekTests.size
    media.timestamps = Array(0..<60)
    media.options = ["preset": "fast", "g": "20"]
    media.spoil = { index, bytes in
      if index % 9 == 5 { for offset in 8..<bytes.count { bytes[offset] = UInt8(offset & 255) } }
    }
    try media.write(to: path) { index, frame in
      fill(frame, with: Pattern.frame(index, size: SeekTests.size))
    }
    let reader = try VideoReader(path: path)
    for number in 0..<60 {
      #expect(try reader.frame(at: MediaTime(Int64(number), over: 25)).size == SeekTests.size)
    }
    #expect(Pattern.number(of: try reader.frame(at: MediaTime(20, over: 25))) == 20)
  }
}
