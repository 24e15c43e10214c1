import Foundation
import Libav
import MediaTime
import Pixels
import Render
import Timeline

/// A folder of media made in code, gone when the test is.
final class TestMedia {
  let folder: String
  static let size = PixelSize(width: 160, height: 90)

  init() throws {
    folder = NSTemporaryDirectory() + "kinora-render-\(UUID().uuidString)"
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  func path(_ name: String) -> String { folder + "/" + name }

  var library: FolderLibrary {
    get throws { try FolderLibrary(path: folder) }
  }

  var fileNames: [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: folder).sorted()) ?? []
  }

  /// A still with texture everywhere, so that every shift can be seen.
  @discardableResult
  func still(_ name: String, size: PixelSize = TestMedia.size, tint: UInt8 = 0) throws -> Picture {
    let picture = Self.texture(size, tint: tint)
    try PNG.write(picture, to: path(name))
    return picture
  }

  /// Footage whose frame `n` is grey of luma 30 + 2 n, at `rate` frames a second.
  func footage(
    _ name: String, frames: Int, rate: FrameRate = FrameRate(30), size: PixelSize = TestMedia.size,
    luma: (Int) -> UInt8 = { UInt8(30 + 2 * $0) }, sound: Float? = nil
  ) throws {
    let settings = VideoSettings(size: size, frameRate: rate, preset: .ultrafast, crf: 4)
    let encoder = try VideoEncoder(settings: settings)
    for index in 0..<frames {
      let grey = YCbCr(y: luma(index), cb: 128, cr: 128)
      try encoder.encode(Picture(size: size, filledWith: grey))
    }
    let length = rate.time(ofFrame: frames)
    let movie = try MovieWriter(
      path: path(name), settings: settings, parameterSets: encoder.parameterSets,
      sound: sound.map { try Self.tone($0, length: length) })
    try movie.append(try encoder.finish(), atFrame: 0)
    try movie.finish()
  }

  /// Footage in one group of pictures that pans over a texture.
  func texturedFootage(_ name: String, frames: Int, size: PixelSize) throws {
    let settings = VideoSettings(
      size: size, frameRate: FrameRate(30), preset: .ultrafast, crf: 18)
    let encoder = try VideoEncoder(settings: settings)
    let whole = PixelSize(width: size.width + 2 * frames, height: size.height)
    let texture = Self.texture(whole, tint: 0).resized(to: whole)
    for index in 0..<frames {
      let view = PixelRect(x: 2 * index, y: 0, width: size.width, height: size.height)
      try encoder.encode(texture.part(view))
    }
    let movie = try MovieWriter(
      path: path(name), settings: settings, parameterSets: encoder.parameterSets, sound: nil)
    try movie.append(try encoder.finish(), atFrame: 0)
    try movie.finish()
  }

  /// A sound file: a tone of the given amplitude.
  func sound(_ name: String, seconds: Int, amplitude: Float = 0.25) throws {
    let encoder = try VideoEncoder(
      settings: VideoSettings(size: Self.size, frameRate: FrameRate(1), preset: .ultrafast))
    for _ in 0..<seconds { try encoder.encode(Picture(size: Self.size, filledWith: .black)) }
    let movie = try MovieWriter(
      path: path(name), settings: encoder.settings, parameterSets: encoder.parameterSets,
      sound: Self.tone(amplitude, length: MediaTime(seconds: seconds)))
    try movie.append(try encoder.finish(), atFrame: 0)
    try movie.finish()
  }

  private static func tone(_ amplitude: Float, length: MediaTime) throws -> EncodedSound {
    let encoder = try AudioEncoder()
    let count = length.count(of: MediaTime(1, over: 48_000))
    let samples = (0..<count).flatMap { index in
      let value = amplitude * Float(sin(Double(index) * 2 * .pi * 440 / 48_000))
      return [value, value]
    }
    try encoder.encode(samples.span)
    return try encoder.finish()
  }

  static func texture(_ size: PixelSize, tint: UInt8) -> Picture {
    let picture = Picture(
      luma: Plane(size: size), cb: Plane(size: size), cr: Plane(size: size))
    for y in 0..<size.height {
      for x in 0..<size.width {
        let wave = sin(Double(x) * 0.21) * cos(Double(y) * 0.17 + Double(tint))
        picture.luma[x, y] = UInt8(125 + 80 * wave)
        picture.cb[x, y] = UInt8(128 + 40 * sin(Double(x + Int(tint)) * 0.05))
        picture.cr[x, y] = UInt8(128 + 40 * cos(Double(y) * 0.07))
      }
    }
    return picture
  }
}

extension Draft {
  /// A draft of one video track on a small canvas.
  static func film(
    _ segments: [Segment], size: PixelSize = TestMedia.size, titles: [Segment] = [],
    music: [Segment] = []
  ) -> Draft {
    var tracks = [Track(id: "t1", kind: .video, name: "Video", segments: segments)]
    if !music.isEmpty {
      tracks.append(Track(id: "t2", kind: .audio, name: "BGM", segments: music))
    }
    if !titles.isEmpty {
      tracks.append(Track(id: "t3", kind: .text, name: "Title", segments: titles))
    }
    return Draft(
      canvas: Canvas(width: size.width, height: size.height), tracks: tracks
    ).normalized()
  }
}

extension Segment {
  static func clip(
    _ source: String, id: String = "s1", start: Milliseconds = 0, inPoint: Milliseconds = 0,
    for duration: Milliseconds, speed: Double = 1, style: SegmentStyle = SegmentStyle()
  ) -> Segment {
    Segment(
      id: id, source: source, start: start, inPoint: inPoint, duration: duration, speed: speed,
      style: style)
  }
}
