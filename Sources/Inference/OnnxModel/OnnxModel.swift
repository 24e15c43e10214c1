internal import COnnx
internal import Foundation

/// A model read from an ONNX file, ready to run.
public final class OnnxModel {
  /// The file it came from.
  public let path: String
  /// What it takes.
  public let inputs: [TensorDescription]
  /// What it gives.
  public let outputs: [TensorDescription]
  private let runtime: OnnxRuntime
  private let session: OpaquePointer

  /// Reads the model at `path`. Throws where the file, or one beside it that holds its weights,
  /// is missing, is no ONNX model, or is newer than the library.
  ///
  /// The number of threads is fixed, so that sums are taken in one order: on one kind of
  /// processor a model gives the same bits each time.
  public init(path: String, runtime: OnnxRuntime, threads: Int = 1) throws(InferenceError) {
    precondition(threads > 0, "a model runs on at least one thread")
    try Self.checkFile(path)
    let table = runtime.table
    var opened: OpaquePointer?
    try table.check(
      kn_ort_create_session(table, runtime.environment, path, Int32(threads), &opened)
    ) { trouble in
      Self.failure(of: path, trouble, runtime)
    }
    guard let session = opened else {
      throw InferenceError(.badModel, "\(path) can't be opened as a model; name another.")
    }
    do {
      inputs = try Self.describe(session, isOutput: false, path, table)
      outputs = try Self.describe(session, isOutput: true, path, table)
    } catch {
      kn_ort_release_session(table, session)
      throw error
    }
    self.path = path
    self.runtime = runtime
    self.session = session
  }

  deinit { kn_ort_release_session(runtime.table, session) }

  /// Runs the model on one tensor, `values` in the order of `extents`, slowest first, and returns
  /// what it gives under `output`. Throws where it can't be run on that, or gives no floats.
  public func run(
    _ input: String, values: [Float], extents: [Int], output: String
  ) throws(InferenceError) -> (values: [Float], extents: [Int]) {
    precondition(values.count == extents.reduce(1, *), "a value for every place")
    let table = runtime.table
    var result: OpaquePointer?
    let status = kn_ort_run(
      table, session, input, values, values.count, extents.map(Int64.init), extents.count,
      output, &result)
    defer { if let result { kn_ort_release_value(table, result) } }
    try table.check(status) { trouble in
      InferenceError(
        .badModel,
        "\(path) can't be run on \(input) of \(extents): \(trouble.brief); name another model.")
    }
    return try floats(of: result, named: output)
  }

  private func floats(
    of result: OpaquePointer?, named output: String
  ) throws(InferenceError) -> (values: [Float], extents: [Int]) {
    let table = runtime.table
    var (element, rank) = (Int32(0), 0)
    var extents = [Int64](repeating: 0, count: TensorDescription.mostExtents)
    var values: UnsafePointer<Float>?
    try table.check(
      kn_ort_tensor(table, result, &element, &extents, extents.count, &rank, &values)
    ) { trouble in
      InferenceError(.badOutput, "\(path) gives no \(output): \(trouble.brief).")
    }
    guard let values, rank <= extents.count else {
      throw InferenceError(
        .badOutput, "\(path) gives no 32-bit floats as \(output); export it with those.")
    }
    let shape = extents[..<rank].map(Int.init)
    let count = shape.reduce(1, *)
    return (Array(UnsafeBufferPointer(start: values, count: count)), shape)
  }
}

extension OnnxModel {
  private static func describe(
    _ session: OpaquePointer, isOutput: Bool, _ path: String, _ table: OpaquePointer
  ) throws(InferenceError) -> [TensorDescription] {
    func check(_ status: OpaquePointer?) throws(InferenceError) {
      try table.check(status) { trouble in
        InferenceError(.badModel, "\(path) doesn't say what it takes: \(trouble.brief).")
      }
    }
    let side: Int32 = isOutput ? 1 : 0
    var count = 0
    try check(kn_ort_count(table, session, side, &count))
    var tensors: [TensorDescription] = []
    for index in 0..<count {
      var name = [CChar](repeating: 0, count: 256)
      try check(kn_ort_name(table, session, side, index, &name, name.count))
      var (element, rank) = (Int32(0), 0)
      var extents = [Int64](repeating: 0, count: TensorDescription.mostExtents)
      try check(
        kn_ort_type(table, session, side, index, &element, &extents, extents.count, &rank))
      tensors.append(
        TensorDescription(
          name: String(decoding: name.prefix { $0 != 0 }.map(UInt8.init), as: UTF8.self),
          isFloat: Int(element) == KN_ORT_FLOAT,
          extents: rank > extents.count
            ? [] : extents[..<rank].map { $0 < 0 ? nil : Int($0) }))
    }
    return tensors
  }

  private static func checkFile(_ path: String) throws(InferenceError) {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw InferenceError(.missingModel, "There is no model \(path); check the name.")
    }
    guard !isFolder.boolValue else {
      throw InferenceError(
        .missingModel, "\(path) is a folder; name the .onnx file that lies in it.")
    }
    guard FileManager.default.isReadableFile(atPath: path) else {
      throw InferenceError(.missingModel, "\(path) may not be read; change who may read it.")
    }
  }

  /// Why a model could not be opened, as far as its file tells.
  private static func failure(
    of path: String, _ trouble: String, _ runtime: OnnxRuntime
  ) -> InferenceError {
    let file = (try? Data(contentsOf: URL(fileURLWithPath: path), options: .mappedIfSafe))
      .flatMap { ModelFile($0) }
    guard let file else {
      return InferenceError(
        .badModel, "\(path) is not an ONNX model, or it is cut off; fetch it again.")
    }
    let folder = (path as NSString).deletingLastPathComponent
    let missing = file.weightFiles.first {
      !FileManager.default.fileExists(atPath: (folder as NSString).appendingPathComponent($0))
    }
    if let missing {
      return InferenceError(
        .missingModel,
        "\(path) keeps its weights in \(missing), which is missing; put that file beside it.")
    }
    if trouble.contains("IR version") || trouble.contains("opset") {
      return InferenceError(
        .tooOld,
        "\(path) is newer than ONNX Runtime \(runtime.version) can read; install a newer one.")
    }
    return InferenceError(
      .badModel, "\(path) can't be opened as a model: \(trouble.brief); name another.")
  }
}

extension String {
  /// The first line of what the library says, without the path that its caller knows, and not
  /// for ever.
  fileprivate var brief: String {
    let line = split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
    let end = line.range(of: " failed:").map { String(line[$0.upperBound...]) } ?? line
    let text = end.trimmingCharacters(in: CharacterSet(charactersIn: " .;:"))
    return text.count > 200 ? text.prefix(200) + "…" : text
  }
}
