import Foundation
import Libav
import MediaTime
import Pixels

/// Pictures made in code: a moving gradient with the frame's number in black and white bars.
enum Pattern {
  static let bits = 10

  /// Frame `number` of `size`; the upper third holds the number, most significant bit first.
  static func frame(_ number: Int, size: PixelSize, isFullChroma: Bool = false) -> Picture {
    let small = isFullChroma ? size : size.halved
    let picture = Picture(
      luma: Plane(size: size), cb: Plane(size: small), cr: Plane(size: small))
    let bars = (0..<size.width).map { x -> UInt8 in
      number >> (bits - 1 - x * bits / size.width) & 1 == 1 ? 235 : 16
    }
    let ramp = (0..<size.width + 2 * size.height).map { UInt8(40 + ($0 + number * 3) % 160) }
    for y in 0..<size.height {
      let samples = y < size.height / 3 ? bars[...] : ramp[(2 * y)...]
      samples.withUnsafeBufferPointer { buffer in
        guard let base = buffer.baseAddress else { return }
        picture.luma.row(y).update(from: base, count: size.width)
      }
    }
    let columns = (0..<small.width).map { UInt8(100 + $0 * 56 / small.width) }
    for y in 0..<small.height {
      picture.cb.row(y).update(from: columns, count: small.width)
      picture.cr.row(y).update(
        repeating: UInt8(100 + y * 56 / small.height), count: small.width)
    }
    return picture
  }

  /// The number that a frame shows.
  static func number(of picture: Picture) -> Int {
    let size = picture.size
    return (0..<bits).reduce(0) { number, index in
      let x = (2 * index + 1) * size.width / (2 * bits)
      return number << 1 | (picture.luma[x, size.height / 6] > 125 ? 1 : 0)
    }
  }

  /// A chunk of the frames `range`.
  static func chunk(
    _ range: Range<Int>, settings: VideoSettings
  ) throws -> EncodedChunk {
    let encoder = try VideoEncoder(settings: settings)
    for number in range { try encoder.encode(frame(number, size: settings.size)) }
    return try encoder.finish()
  }

  /// A film of chunks of `chunkLength` frames.
  static func film(
    at path: String, frames: Int, size: PixelSize = PixelSize(width: 160, height: 96),
    rate: FrameRate = FrameRate(30), chunkLength: Int = .max, sound: EncodedSound? = nil,
    crf: Double = 18
  ) throws {
    let settings = VideoSettings(size: size, frameRate: rate, preset: .veryfast, crf: crf)
    var writer: MovieWriter?
    var start = 0
    while start < frames {
      let chunk = try chunk(start..<(start + min(chunkLength, frames - start)), settings: settings)
      if writer == nil {
        writer = try MovieWriter(
          path: path, settings: settings, parameterSets: chunk.parameterSets, sound: sound)
      }
      try writer?.append(chunk, atFrame: start)
      start += chunk.frameCount
    }
    try writer?.finish()
  }

  /// `seconds` of a tone in both channels, interleaved.
  static func tone(_ frequency: Double, seconds: Double, level: Double = 0.5) -> [Float] {
    (0..<Int(seconds * 48_000)).flatMap { index -> [Float] in
      let value = Float(level * sin(2 * .pi * frequency * Double(index) / 48_000))
      return [value, value]
    }
  }

  static func sound(_ samples: [Float]) throws -> EncodedSound {
    let encoder = try AudioEncoder()
    try encoder.encode(samples.span)
    return try encoder.finish()
  }
}

extension Plane {
  /// Peak signal to noise ratio against `other`, in decibels.
  func psnr(against other: Plane) -> Double {
    precondition(size == other.size)
    var sum = 0.0
    for y in 0..<height {
      let (first, second) = (row(y), other.row(y))
      for x in 0..<width {
        let difference = Double(first[x]) - Double(second[x])
        sum += difference * difference
      }
    }
    return sum == 0 ? .infinity : 10 * log10(255 * 255 * Double(size.area) / sum)
  }

  /// The largest difference between two samples.
  func maximumDifference(from other: Plane) -> Int {
    precondition(size == other.size)
    var most = 0
    for y in 0..<height {
      let (first, second) = (row(y), other.row(y))
      for x in 0..<width { most = max(most, abs(Int(first[x]) - Int(second[x]))) }
    }
    return most
  }

  /// A plane whose samples `sample` tells.
  static func of(_ size: PixelSize, _ sample: (Int, Int) -> UInt8) -> Plane {
    let plane = Plane(size: size)
    for y in 0..<size.height { for x in 0..<size.width { plane[x, y] = sample(x, y) } }
    return plane
  }
}
