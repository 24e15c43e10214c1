import DepthTraining
import Foundation
import Pixels
import Scenes

/// Draws scenes whose depth is known, for `scripts/train-depth`: a file a scene, and a list.
///
/// A file holds the width and the height (16 bits each, little-endian), the planes Y, Cb and Cr,
/// the layer that is seen at each pixel (8 bits) and its disparity (8 bits, 255 nearest).
@main struct DrawDepths {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 4, let first = Int(arguments[2]), let last = Int(arguments[3]) else {
      throw CocoaError(.featureUnsupported)
    }
    let folder = URL(filePath: arguments[1])
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let sampler = SceneSampler(avoiding: DepthPrompts.tested)
    for number in first..<last {
      let use = sampler.use(of: number)
      guard use != .none else { continue }
      let scene = sampler.scene(number)
      let (width, height) = sampler.size(of: number)
      let drawing = SceneArtist(scene, seed: UInt64(number) + 1000)
        .draw(size: PixelSize(width: width, height: height))
      let depth = DrawnDepth(drawing.picture)
      try Self.data(depth).write(to: folder.appending(path: "\(number).depth"))
      print(number, use.rawValue, scene, separator: "\t")
    }
  }

  private static func data(_ depth: DrawnDepth) -> Data {
    var data = Data()
    for length in [depth.size.width, depth.size.height] {
      data.append(contentsOf: [UInt8(length & 255), UInt8(length >> 8)])
    }
    for plane in [depth.picture.luma, depth.picture.cb, depth.picture.cr] {
      for y in 0..<plane.size.height {
        let row = plane.row(y)
        data.append(contentsOf: (0..<plane.size.width).map { row[$0] })
      }
    }
    data.append(contentsOf: depth.layer.map { UInt8(min($0, 255)) })
    data.append(contentsOf: depth.disparity.map { UInt8((max(0, min(1, $0)) * 255).rounded()) })
    return data
  }
}
