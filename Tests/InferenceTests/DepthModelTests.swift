import Foundation
import Pixels
import Testing

@testable import Inference

/// Models run by ONNX Runtime, where the machine has it.
@Suite(.enabled(if: (try? OnnxRuntime()) != nil, "KINORA_ONNXRUNTIME names no ONNX Runtime"))
struct DepthModelTests {
  private let shelf: Shelf
  private let runtime: OnnxRuntime

  init() throws {
    shelf = try Shelf()
    runtime = try OnnxRuntime()
  }

  private func model(_ change: (inout OnnxWriter) -> Void = { _ in }) throws -> DepthModel {
    var writer = OnnxWriter()
    change(&writer)
    return try DepthModel(path: shelf.put(writer.model), runtime: runtime)
  }

  private func refusal(_ change: (inout OnnxWriter) -> Void) -> InferenceError? {
    #expect(throws: InferenceError.self) {
      try model(change).disparity(of: Self.halves(PixelSize(width: 28, height: 14)))
    }
  }

  /// Black on the left, white on the right.
  private static func halves(_ size: PixelSize) -> Picture {
    let picture = Picture(size: size, filledWith: .black)
    let right = PixelRect(x: size.width / 2, y: 0, width: size.width / 2, height: size.height)
    picture.luma.fill(right, with: 235)
    return picture
  }

  @Test("The library says what a model takes and gives")
  func descriptions() throws {
    var writer = OnnxWriter()
    writer.extents = ["1", "3", "28", "width"]
    writer.isSqueezed = true
    let model = try OnnxModel(path: shelf.put(writer.model), runtime: runtime)
    #expect(model.inputs.map(\.description) == ["pixel_values: float [1, 3, 28, ?]"])
    #expect(model.outputs.map(\.description) == ["predicted_depth: float [1, 28, ?]"])
  }

  @Test("What a model gives is exactly what it is asked for")
  func values() throws {
    let model = try OnnxModel(path: shelf.put(OnnxWriter().model), runtime: runtime)
    let planes: [Float] = [1, 2, 3, 4, 5, 6, 8, 16, 24, 32, 40, 48, 0, 8, 0, 8, 0, 8]
    let result = try model.run(
      "pixel_values", values: planes, extents: [1, 3, 2, 3], output: "predicted_depth")
    #expect(result.extents == [1, 1, 2, 3])
    var wanted: [Float] = []
    for i in 0..<6 {
      let sum: Float = planes[i] / 2 + planes[6 + i] / 4
      wanted.append(sum + planes[12 + i] / 8)
    }
    #expect(result.values == wanted)
  }

  @Test(
    "A picture's depth has its shape, from 0 to 1, whatever sides the model asks for",
    arguments: [
      (["1", "3", "height", "width"], false), (["1", "3", "70", "70"], true),
      (["batch", "channels", "h", "42"], false), (["1", "3", "56", "w"], true),
    ])
  func depth(_ extents: [String], _ isSqueezed: Bool) throws {
    let depth = try model {
      $0.extents = extents
      $0.isSqueezed = isSqueezed
      $0.inputName = "image"
      $0.outputName = "depth"
    }
    let field = try depth.disparity(of: Self.halves(PixelSize(width: 800, height: 600)))
    #expect(field.size == PixelSize(width: 640, height: 480))
    #expect(field.values.allSatisfy { (0...1).contains($0) })
    for y in [0, 240, 479] {
      #expect(field[100, y] < 0.05 && field[540, y] > 0.95)
    }
  }

  @Test("Nearer is what the model says is nearer, not what is brighter")
  func sign() throws {
    let depth = try model { $0.weights = [-1, 0, 0] }
    let field = try depth.disparity(of: Self.halves(PixelSize(width: 80, height: 60)))
    #expect(field.size == PixelSize(width: 80, height: 60))
    #expect(field[10, 30] > 0.95 && field[70, 30] < 0.05)
  }

  @Test("A model that sees no depth gives the middle")
  func flat() throws {
    let depth = try model { $0.weights = [0, 0, 0] }
    let field = try depth.disparity(of: Self.halves(PixelSize(width: 80, height: 60)))
    #expect(field.values.allSatisfy { ($0 - 0.5).magnitude < 1e-5 })
  }

  @Test("The same picture gives the same bits, from another model object too")
  func determinism() throws {
    let picture = Self.halves(PixelSize(width: 300, height: 200))
    let first = try model { $0.weights = [0.3, 0.59, 0.11] }
    let again = try model { $0.weights = [0.3, 0.59, 0.11] }
    let field = try first.disparity(of: picture)
    #expect(try first.disparity(of: picture) == field)
    #expect(try again.disparity(of: picture) == field)
  }

  @Test("Weights that give no numbers are named, and no depth is made up")
  func notNumbers() {
    for weight in [Float.nan, .infinity] {
      let error = refusal { $0.weights = [weight, 0, 0] }
      #expect(error?.code == .badOutput)
      #expect(error?.message.contains("no numbers") == true)
    }
  }

  @Test("Models of other things are refused, with what they take")
  func unsuitable() {
    let changes: [(inout OnnxWriter) -> Void] = [
      { $0.inputs = 2 }, { $0.extents = ["1", "3", "height", "100000"] },
      { $0.extents = ["2", "3", "height", "width"] },
    ]
    for change in changes {
      let error = refusal(change)
      #expect(error?.code == .unsuitableModel)
      #expect(error?.message.contains("takes pixel_values: float [") == true)
    }
  }

  @Test("Models too new for the library are refused as that")
  func tooNew() {
    for error in [refusal { $0.formatVersion = 99 }, refusal { $0.operatorSet = 99 }] {
      #expect(error?.code == .tooOld)
      #expect(error?.message.contains("is newer than ONNX Runtime \(runtime.version)") == true)
    }
  }

  @Test("Files that are missing are named, those of the weights too")
  func missing() throws {
    let none = #expect(throws: InferenceError.self) {
      try DepthModel(path: shelf.path("none.onnx"), runtime: runtime)
    }
    #expect(none?.code == .missingModel)
    let folder = #expect(throws: InferenceError.self) {
      try DepthModel(path: shelf.folder.path, runtime: runtime)
    }
    #expect(folder?.message.contains("is a folder") == true)
    let weights = refusal { $0.weightFile = "weights.bin" }
    #expect(weights?.code == .missingModel)
    #expect(weights?.message.contains("weights in weights.bin, which is missing") == true)
  }

  @Test("Weights in a file of their own are read")
  func weightFile() throws {
    let bytes = [Float(0), 0, 1].reduce(Data()) { data, weight in
      data + withUnsafeBytes(of: weight.bitPattern.littleEndian) { Data($0) }
    }
    _ = try shelf.put(bytes, as: "weights.bin")
    let depth = try model { $0.weightFile = "weights.bin" }
    let field = try depth.disparity(of: Self.halves(PixelSize(width: 80, height: 60)))
    #expect(field[10, 30] < 0.05 && field[70, 30] > 0.95)
  }

  @Test("Files that are no models, or parts of one, are refused")
  func nonsense() throws {
    let whole = OnnxWriter().model
    for content in [Data(), Data("no model\n".utf8), whole.dropLast(30), whole.prefix(20)] {
      let path = try shelf.put(content)
      let error = #expect(throws: InferenceError.self) {
        try DepthModel(path: path, runtime: runtime)
      }
      #expect(error?.code == .badModel, "\(content.count) bytes")
      #expect(error?.message.contains("not an ONNX model") == true)
    }
  }
}
