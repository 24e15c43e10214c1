internal import Foundation

/// Where ONNX Runtime is looked for.
struct RuntimeLocation {
  /// What somebody named: a file, a folder, or a name for the linker; nil where nobody did.
  let named: String?

  static let variable = "KINORA_ONNXRUNTIME"
  /// As the library is called where it is installed for all.
  private static let usualNames = ["libonnxruntime.so.1", "libonnxruntime.so"]

  init(path: String?, variables: [String: String]) {
    let text = (path ?? variables[Self.variable])?.trimmingCharacters(in: .whitespaces)
    named = text?.isEmpty == false ? text : nil
  }

  /// What to open, the best first; throws where what was named isn't there.
  func candidates() throws(InferenceError) -> [String] {
    guard let named else { return Self.usualNames }
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: named, isDirectory: &isFolder) else {
      if !named.contains("/") { return [named] }
      throw missing(named)
    }
    // A name without a slash would be searched for elsewhere.
    guard isFolder.boolValue else { return [named.contains("/") ? named : "./" + named] }
    let places = [named, named + "/lib", named + "/capi", named + "/onnxruntime/capi"]
    let found = places.flatMap(Self.libraries)
    if found.isEmpty { throw missing(named) }
    return found
  }

  private static func libraries(in folder: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasPrefix("libonnxruntime.so") }.sorted()
      .map { "\(folder.hasPrefix("/") ? "" : "./")\(folder)/\($0)" }
  }

  private func missing(_ place: String) -> InferenceError {
    InferenceError(
      .missingLibrary,
      "There is no ONNX Runtime at \(place); name its libonnxruntime.so, or the folder it lies in.")
  }

  /// What is said where none of the candidates could be opened.
  func unopened(_ trouble: String) -> InferenceError {
    guard let named else {
      return InferenceError(
        .missingLibrary,
        "A model needs ONNX Runtime, which was not found; install it (pip install onnxruntime "
          + "brings it), and name its folder with --onnxruntime or \(Self.variable).")
    }
    return InferenceError(
      .badLibrary,
      "\(named) can't be opened as a library (\(trouble)); name ONNX Runtime's "
        + "libonnxruntime.so for this machine.")
  }
}
