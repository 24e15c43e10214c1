import Foundation
import Libav
import MediaTime
import Pixels
import Workshop

/// A folder of media made in code, gone when the test is.
final class TestFolder: Sendable {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "kinora-workshop-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// The path of the file of that name.
  func callAsFunction(_ name: String) -> String { path + "/" + name }

  var names: [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: path).sorted()) ?? []
  }

  func write(_ bytes: [UInt8], to name: String) throws -> String {
    try Data(bytes).write(to: URL(fileURLWithPath: self(name)))
    return self(name)
  }

  func bytes(of name: String) throws -> [UInt8] {
    try [UInt8](Data(contentsOf: URL(fileURLWithPath: self(name))))
  }

  /// A program that a shell runs in place of the worker; `$worker` is the real one.
  func program(_ script: String) throws -> String {
    let name = "worker-\(UUID().uuidString)"
    let text = "#!/bin/sh\nPATH=/usr/bin:/bin\nworker='\(Self.worker)'\n\(script)\n"
    let path = try write(Array(text.utf8), to: name)
    try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: path)
    return path
  }

  /// The program built beside the tests.
  static let worker: String = {
    var folder = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    for _ in 0..<6 {
      let candidate = folder.appendingPathComponent("media-worker-program").path
      if FileManager.default.isExecutableFile(atPath: candidate) { return candidate }
      folder.deleteLastPathComponent()
    }
    return "media-worker-program"
  }()
}

extension Workshop {
  /// A workshop of the program built beside the tests, with settings to be changed.
  static func tested(
    _ executable: String = TestFolder.worker, _ change: (inout WorkshopSettings) -> Void = { _ in }
  ) -> Workshop {
    var settings = WorkshopSettings()
    // Tests share few cores with each other.
    settings.probeTime = .seconds(60)
    change(&settings)
    return Workshop(executable: executable, settings: settings)
  }
}

extension TestFolder {
  static let size = PixelSize(width: 160, height: 96)

  /// A film whose frames `color` tells, with a tone of the given amplitude.
  @discardableResult
  func film(
    _ name: String, frames: Int = 30, size: PixelSize = TestFolder.size, sound: Float? = 0.25,
    color: (Int) -> YCbCr = { YCbCr(y: UInt8(40 + $0 % 150), cb: 128, cr: 128) }
  ) throws -> String {
    let settings = VideoSettings(
      size: size, frameRate: FrameRate(30), preset: .ultrafast, crf: 8)
    let encoder = try VideoEncoder(settings: settings)
    for index in 0..<frames {
      try encoder.encode(Picture(size: size, filledWith: color(index)))
    }
    let movie = try MovieWriter(
      path: self(name), settings: settings, parameterSets: encoder.parameterSets,
      sound: sound.map { try Self.tone($0, seconds: Double(frames) / 30) })
    try movie.append(try encoder.finish(), atFrame: 0)
    try movie.finish()
    return self(name)
  }

  static func tone(_ amplitude: Float, seconds: Double) throws -> EncodedSound {
    let encoder = try AudioEncoder()
    let samples = (0..<Int(seconds * 48_000)).flatMap { index in
      let value = amplitude * Float(sin(Double(index) * 2 * .pi * 997 / 48_000))
      return [value, value]
    }
    try encoder.encode(samples.span)
    return try encoder.finish()
  }

  /// A still whose left part is of one colour and whose rest of another.
  @discardableResult
  func still(_ name: String, _ left: YCbCr, _ right: YCbCr, share: Double = 0.7) throws -> String {
    let picture = Picture(
      luma: Plane(size: Self.size), cb: Plane(size: Self.size), cr: Plane(size: Self.size))
    for y in 0..<Self.size.height {
      for x in 0..<Self.size.width {
        let color = Double(x) < share * Double(Self.size.width) ? left : right
        picture.luma[x, y] = color.y
        picture.cb[x, y] = color.cb
        picture.cr[x, y] = color.cr
      }
    }
    try PNG.write(picture, to: self(name))
    return self(name)
  }
}
