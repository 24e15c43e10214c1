import Foundation
import Libav
import MediaTime
import Pixels

/// Films made in code to be checked, in a folder that is gone when the test is.
final class CheckFilms {
  let folder: String
  static let size = PixelSize(width: 320, height: 180)
  static let rate = FrameRate(30)

  init() throws {
    folder = NSTemporaryDirectory() + "kinora-check-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  func path(_ name: String) -> String { folder + "/" + name }

  /// A film of `frames`, with `sound` where there is some.
  @discardableResult
  func film(_ name: String, _ frames: [Picture], sound: [Float]? = nil) throws -> String {
    let settings = VideoSettings(
      size: frames[0].size, frameRate: Self.rate, preset: .ultrafast, crf: 12)
    let encoder = try VideoEncoder(settings: settings)
    for frame in frames { try encoder.encode(frame) }
    let encoded = try sound.map { samples in
      let encoder = try AudioEncoder()
      try encoder.encode(samples.span)
      return try encoder.finish()
    }
    let writer = try MovieWriter(
      path: path(name), settings: settings, parameterSets: encoder.parameterSets, sound: encoded)
    try writer.append(try encoder.finish(), atFrame: 0)
    try writer.finish()
    return path(name)
  }

  /// A texture that is as large as `zoom` times and `shift` pixels to the right.
  static func view(zoom: Double = 1, shift: Double = 0, kind: Int = 0) -> Picture {
    let picture = Picture(size: size, filledWith: .black)
    let waves: [(Double, Double, Double)] = (0..<7).map { index in
      let length = 11 * pow(1.7, Double(index))
      let angle = Double(index * index + 3 * kind + 1) * 1.1
      return (2 * .pi * cos(angle) / length, 2 * .pi * sin(angle) / length, Double(kind))
    }
    for y in 0..<size.height {
      let row = picture.luma.row(y)
      var line = [Double](repeating: 126, count: size.width)
      for wave in waves {
        let start = (-160 - shift) / zoom * wave.0 + (Double(y) - 90) / zoom * wave.1 + wave.2
        var (s, c) = (sin(start) * 14, cos(start) * 14)
        let (turnS, turnC) = (sin(wave.0 / zoom), cos(wave.0 / zoom))
        for x in line.indices {
          line[x] += s
          (s, c) = (s * turnC + c * turnS, c * turnC - s * turnS)
        }
      }
      for x in line.indices { row[x] = UInt8(max(16, min(235, line[x]))) }
    }
    return picture
  }

  /// A zoom to `1 + amount`, frame by frame.
  static func zoom(_ frames: Int, by amount: Double = 0.12, kind: Int = 0) -> [Picture] {
    (0..<frames).map { view(zoom: 1 + amount * Double($0) / Double(frames - 1), kind: kind) }
  }

  static let black = Picture(size: size, filledWith: .black)

  /// `seconds` of a tone, interleaved stereo.
  static func tone(_ seconds: Double, level: Double = 0.25) -> [Float] {
    (0..<Int(seconds * 48_000)).flatMap { index -> [Float] in
      let value = Float(level * sin(2 * .pi * 997 * Double(index) / 48_000))
      return [value, value]
    }
  }
}
