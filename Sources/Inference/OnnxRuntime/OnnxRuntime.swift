internal import COnnx
internal import Foundation

/// ONNX Runtime, a library that runs models: opened when it is asked for, never linked.
public final class OnnxRuntime {
  /// The library's version: `1.17.0`.
  public let version: String
  let table: OpaquePointer
  let environment: OpaquePointer

  /// Opens the library.
  ///
  /// It is looked for at `path`, else where `KINORA_ONNXRUNTIME` says, each a file, a folder that
  /// holds it or the Python package, or a name that the system's linker knows; else under its
  /// usual names. Throws where it isn't there, isn't ONNX Runtime, or lacks the first version of
  /// its interface, which is all that is used of it. Opening a library runs its code; what newer
  /// releases would report to their makers is switched off.
  public convenience init(at path: String? = nil) throws(InferenceError) {
    try self.init(
      RuntimeLocation(path: path, variables: ProcessInfo.processInfo.environment))
  }

  init(_ location: RuntimeLocation) throws(InferenceError) {
    let (library, name) = try Self.open(location)
    guard let version = kn_ort_version(library).map({ String(cString: $0) }) else {
      kn_ort_close(library)
      throw InferenceError(
        .badLibrary,
        "\(name) is a library, but not ONNX Runtime; name its libonnxruntime.so.")
    }
    guard let table = kn_ort_table(library) else {
      throw InferenceError(
        .tooOld,
        "ONNX Runtime \(version) lacks the interface that is used of it; install one of "
          + "version 1.")
    }
    var environment: OpaquePointer?
    try table.check(kn_ort_create_env(table, &environment)) { trouble in
      InferenceError(
        .badLibrary, "ONNX Runtime \(version) doesn't start: \(trouble); install it anew.")
    }
    guard let environment else {
      throw InferenceError(
        .badLibrary, "ONNX Runtime \(version) doesn't start; install it anew.")
    }
    self.version = version
    self.table = table
    self.environment = environment
  }

  // The library itself stays open: it has threads, and what its code still does can't be known.
  deinit { kn_ort_release_env(table, environment) }

  private static func open(
    _ location: RuntimeLocation
  ) throws(InferenceError) -> (library: UnsafeMutableRawPointer, name: String) {
    var trouble = ""
    for candidate in try location.candidates() {
      if let library = kn_ort_open(candidate) { return (library, candidate) }
      trouble = String(cString: kn_ort_trouble())
    }
    throw location.unopened(trouble)
  }
}

extension OpaquePointer {
  /// Throws where a function of this table gave a status, with what its message becomes.
  func check(
    _ status: OpaquePointer?, _ failure: (String) -> InferenceError
  ) throws(InferenceError) {
    guard let status else { return }
    defer { kn_ort_release_status(self, status) }
    throw failure(String(cString: kn_ort_status_message(self, status)))
  }
}
