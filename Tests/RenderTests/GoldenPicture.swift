import Foundation
import Libav
import Pixels
import Testing

/// Expects `picture` to look like the PNG of that name beside the tests.
///
/// Both are compared as they come back from PNG. On a miss the reference, the result and eight
/// times their difference are written into a temporary folder that the failure names. With
/// `RECORD=1` in the environment the reference is written anew.
func expectGolden(
  _ picture: Picture, named name: String, maximumDifference: Int = 3, psnr: Double = 48,
  folder: String = GoldenFolder.path, isRecording: Bool = GoldenFolder.isRecording,
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let path = "\(folder)/\(name).png"
  if isRecording {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    return try PNG.write(picture, to: path)
  }
  guard FileManager.default.fileExists(atPath: path) else {
    Issue.record(
      "There is no golden picture \(path); record it with RECORD=1.",
      sourceLocation: sourceLocation)
    return
  }
  let misses = try GoldenFolder.temporary()
  let resultPath = "\(misses)/\(name)-result.png"
  try PNG.write(picture, to: resultPath)
  let (reference, result) = (try Still.decode(path: path), try Still.decode(path: resultPath))
  let likeness = Likeness(result, reference)
  guard !likeness.isWithin(maximumDifference: maximumDifference, psnr: psnr) else {
    try FileManager.default.removeItem(atPath: misses)
    return
  }
  try PNG.write(reference, to: "\(misses)/\(name)-reference.png")
  if let difference = Likeness.difference(result, reference) {
    try PNG.write(difference, to: "\(misses)/\(name)-difference.png")
  }
  Issue.record(
    "\(name) differs from its golden picture: \(likeness). See \(misses).",
    sourceLocation: sourceLocation)
}

enum GoldenFolder {
  static let path =
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().path + "/Golden"

  static let isRecording = ProcessInfo.processInfo.environment["RECORD"] == "1"

  static func temporary() throws -> String {
    let path = NSTemporaryDirectory() + "kinora-golden-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    return path
  }
}

/// How alike two pictures are.
struct Likeness: CustomStringConvertible {
  private let sizes: (PixelSize, PixelSize)
  /// The largest difference of any sample.
  private(set) var maximumDifference = 0
  /// Peak signal to noise ratio over all planes, in decibels.
  private(set) var psnr = Double.infinity

  init(_ result: Picture, _ reference: Picture) {
    sizes = (result.size, reference.size)
    let pairs = Self.pairs(result, reference)
    guard pairs.allSatisfy({ $0.0.size == $0.1.size }) else {
      (maximumDifference, psnr) = (255, 0)
      return
    }
    var (sum, count) = (0, 0)
    for (one, other) in pairs {
      for y in 0..<one.height {
        let (a, b) = (one.row(y), other.row(y))
        for x in 0..<one.width {
          let difference = abs(Int(a[x]) - Int(b[x]))
          maximumDifference = max(maximumDifference, difference)
          sum += difference * difference
        }
      }
      count += one.size.area
    }
    if sum > 0 { psnr = 10 * log10(255 * 255 * Double(count) / Double(sum)) }
  }

  func isWithin(maximumDifference: Int, psnr: Double) -> Bool {
    self.maximumDifference <= maximumDifference && self.psnr >= psnr
  }

  var description: String {
    sizes.0 == sizes.1
      ? "up to \(maximumDifference), \(String(format: "%.1f", psnr)) dB"
      : "\(sizes.0) instead of \(sizes.1)"
  }

  /// Eight times the difference of luma around grey.
  static func difference(_ result: Picture, _ reference: Picture) -> Picture? {
    guard result.size == reference.size else { return nil }
    let picture = Picture(size: result.size, filledWith: .black)
    for y in 0..<result.size.height {
      let (a, b, out) = (result.luma.row(y), reference.luma.row(y), picture.luma.row(y))
      for x in 0..<result.size.width {
        out[x] = UInt8(max(16, min(235, 126 + 8 * (Int(a[x]) - Int(b[x])))))
      }
    }
    return picture
  }

  private static func pairs(_ one: Picture, _ other: Picture) -> [(Plane, Plane)] {
    let opaque = [(one.luma, other.luma), (one.cb, other.cb), (one.cr, other.cr)]
    guard let alpha = one.alpha, let otherAlpha = other.alpha else { return opaque }
    return opaque + [(alpha, otherAlpha)]
  }
}
