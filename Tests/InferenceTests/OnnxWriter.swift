import Foundation

/// Writes small ONNX models: protocol buffers of the few fields that they need.
struct OnnxWriter {
  /// Extents of the input, a name for those that are left open.
  var extents = ["1", "3", "height", "width"]
  var inputName = "pixel_values"
  var outputName = "predicted_depth"
  /// 1 is float, 7 a 64-bit integer.
  var element: UInt64 = 1
  /// How much of red, green and blue a depth is.
  var weights: [Float] = [0.5, 0.25, 0.125]
  /// Whether the output has no channel: `[1, height, width]`.
  var isSqueezed = false
  /// A file beside the model that has the weights instead.
  var weightFile: String?
  var formatVersion: UInt64 = 7
  var operatorSet: UInt64 = 11
  /// How many inputs there are; those past the first are added up and not used.
  var inputs = 1

  /// A 1 × 1 convolution of three channels into one.
  var model: Data {
    let version = number(2, operatorSet)
    return number(1, formatVersion) + message(8, text(1, "") + version) + message(7, graph)
  }

  private var graph: Data {
    let sum = isSqueezed ? "sum" : outputName
    var content = message(1, node("Conv", [inputName, "weights"], sum))
    if isSqueezed {
      let axes = text(1, "axes") + number(20, 7) + number(8, 1)
      content += message(1, node("Squeeze", ["sum"], outputName) + message(5, axes))
    }
    content += text(2, "depth") + message(5, initializer)
    for index in 0..<inputs {
      let name = index == 0 ? inputName : "input_\(index)"
      content += message(11, value(name, extents, element))
    }
    let (height, width) = (extents.dropFirst(2).first ?? "1", extents.last ?? "1")
    let depth = isSqueezed ? ["1", height, width] : ["1", "1", height, width]
    return content + message(12, value(outputName, depth, element))
  }

  private func node(_ kind: String, _ inputs: [String], _ output: String) -> Data {
    inputs.reduce(Data()) { $0 + text(1, $1) } + text(2, output) + text(4, kind)
  }

  private var initializer: Data {
    let sides = [1, 3, 1, 1].reduce(Data()) { $0 + number(1, UInt64($1)) }
    let head = sides + number(2, 1) + text(8, "weights")
    guard let weightFile else {
      let bytes = weights.reduce(Data()) { bytes, weight in
        bytes + withUnsafeBytes(of: weight.bitPattern.littleEndian) { Data($0) }
      }
      return head + message(9, bytes)
    }
    let location = text(1, "location") + text(2, weightFile)
    return head + message(13, location) + number(14, 1)
  }

  private func value(_ name: String, _ extents: [String], _ element: UInt64) -> Data {
    let shape = extents.reduce(Data()) { shape, extent in
      shape + message(1, UInt64(extent).map { number(1, $0) } ?? text(2, extent))
    }
    return text(1, name) + message(2, message(1, number(1, element) + message(2, shape)))
  }

  private func number(_ field: UInt64, _ value: UInt64) -> Data {
    varint(field << 3) + varint(value)
  }

  private func text(_ field: UInt64, _ value: String) -> Data {
    message(field, Data(value.utf8))
  }

  private func message(_ field: UInt64, _ content: Data) -> Data {
    varint(field << 3 | 2) + varint(UInt64(content.count)) + content
  }

  private func varint(_ value: UInt64) -> Data {
    var (rest, bytes) = (value, Data())
    while rest > 127 {
      bytes.append(UInt8(rest & 127) | 128)
      rest >>= 7
    }
    return bytes + [UInt8(rest)]
  }
}

/// A folder of its own that is gone with the test.
final class Shelf {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(
      path: "kinora-inference-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func path(_ name: String) -> String { folder.appending(path: name).path }

  /// Writes a file and tells its path.
  func put(_ content: Data, as name: String = "model.onnx") throws -> String {
    try content.write(to: URL(fileURLWithPath: path(name)))
    return path(name)
  }
}
