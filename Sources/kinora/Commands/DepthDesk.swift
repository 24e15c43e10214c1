import Foundation
import Inference
import Libav
import Pixels
import Render

/// What a depth model sees in pictures, with its maps where the renderer finds them.
struct DepthDesk {
  /// What is used, for a terminal.
  let line: String
  private let model: DepthModel
  private let folder: String

  /// Photographs are decoded no larger than models look at them.
  private static let neededSize = PixelSize(width: 1036, height: 1036)

  init(model path: String, library: String?) throws {
    let runtime = try OnnxRuntime(at: library)
    model = try DepthModel(path: path, runtime: runtime)
    line = "Depth by \((path as NSString).lastPathComponent), ONNX Runtime \(runtime.version)"
    folder = NSTemporaryDirectory() + "kinora-\(UUID().uuidString).depth"
  }

  func discard() { try? FileManager.default.removeItem(atPath: folder) }

  func disparity(of picture: Picture) throws -> Field { try model.disparity(of: picture) }

  /// A file with the depth of the picture at `path`.
  func map(of path: String, named name: String) throws -> String {
    let field = try disparity(of: Still.decode(path: path, neededSize: Self.neededSize))
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw RenderError(
        .unwritable,
        "Depth maps can't be kept in \(NSTemporaryDirectory()); free some space.", cause: error)
    }
    let map = (folder as NSString).appendingPathComponent("\(name).png")
    try PNG.write(field.picture, to: map)
    return map
  }
}
