import ArgumentParser

/// Where depth comes from, if not from what a picture gives away.
struct DepthOptions: ParsableArguments {
  @Option(
    name: .customLong("depth-model"),
    help: "A model (.onnx) that says how near the places of pictures are, as Depth Anything does.",
    completion: .file(extensions: ["onnx"]))
  var model: String?

  @Option(
    name: .customLong("onnxruntime"),
    help: "ONNX Runtime's library or its folder, for --depth-model; also KINORA_ONNXRUNTIME.",
    completion: .file())
  var library: String?

  func validate() throws {
    guard library == nil || model != nil else {
      throw ValidationError("--onnxruntime goes with --depth-model; name a model, or leave it out.")
    }
  }

  /// The model made ready; nil where none is named.
  func desk() throws -> DepthDesk? {
    try model.map { try DepthDesk(model: $0, library: library) }
  }
}
