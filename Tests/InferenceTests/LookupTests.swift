import Foundation
import Testing

@testable import Inference

/// Where ONNX Runtime is looked for, and what is said where it isn't: this holds on machines that
/// have none.
@Suite struct LookupTests {
  @Test("Without a word from anybody the linker's names are tried")
  func usualNames() throws {
    let names = try RuntimeLocation(path: nil, variables: [:]).candidates()
    #expect(names == ["libonnxruntime.so.1", "libonnxruntime.so"])
    let empty = RuntimeLocation(path: nil, variables: ["KINORA_ONNXRUNTIME": " "])
    #expect(try empty.candidates() == names)
  }

  @Test("What is named on the command line wins over the variable")
  func named() throws {
    let variables = ["KINORA_ONNXRUNTIME": "libfirst.so"]
    #expect(
      try RuntimeLocation(path: nil, variables: variables).candidates() == ["libfirst.so"])
    #expect(
      try RuntimeLocation(path: "libsecond.so", variables: variables).candidates()
        == ["libsecond.so"])
  }

  @Test(
    "A folder is looked through, as the Python package has it too",
    arguments: ["", "lib", "capi", "onnxruntime/capi"])
  func folder(_ place: String) throws {
    let shelf = try Shelf()
    let inner = shelf.folder.appending(path: place)
    try FileManager.default.createDirectory(at: inner, withIntermediateDirectories: true)
    for name in ["libonnxruntime.so.1.17.0", "libonnxruntime_providers.so", "notes.txt"] {
      try Data().write(to: inner.appending(path: name))
    }
    let found = try RuntimeLocation(path: shelf.folder.path, variables: [:]).candidates()
    #expect(found.map { ($0 as NSString).lastPathComponent } == ["libonnxruntime.so.1.17.0"])
    #expect(found.allSatisfy { FileManager.default.fileExists(atPath: $0) })
  }

  @Test("What was named and isn't there is said at once")
  func missing() throws {
    let shelf = try Shelf()
    for path in [shelf.path("nothing.so"), shelf.folder.path] {
      let error = #expect(throws: InferenceError.self) { try OnnxRuntime(at: path) }
      #expect(error?.code == .missingLibrary)
      #expect(error?.message.contains("There is no ONNX Runtime at \(path)") == true)
    }
  }

  @Test("Where nobody named one and none is installed, the sentence says how to get it")
  func notInstalled() {
    let error = RuntimeLocation(path: nil, variables: [:]).unopened("not found")
    #expect(error.code == .missingLibrary)
    #expect(error.message.contains("pip install onnxruntime"))
    #expect(error.message.contains("KINORA_ONNXRUNTIME"))
  }

  @Test("A file that is no library is refused")
  func noLibrary() throws {
    let shelf = try Shelf()
    let path = try shelf.put(Data("no library".utf8), as: "libonnxruntime.so")
    let error = #expect(throws: InferenceError.self) { try OnnxRuntime(at: path) }
    #expect(error?.code == .badLibrary)
    #expect(error?.message.contains("can't be opened as a library") == true)
  }

  @Test("A library of something else is refused")
  func otherLibrary() {
    let error = #expect(throws: InferenceError.self) { try OnnxRuntime(at: "libm.so.6") }
    #expect(error?.code == .badLibrary)
    #expect(error?.message.contains("not ONNX Runtime") == true)
  }

  @Test("Before any library is opened, reports to its makers are switched off")
  func silence() {
    _ = try? OnnxRuntime(at: "libm.so.6")
    #expect(ProcessInfo.processInfo.environment["ORT_DISABLE_TELEMETRY"] == "1")
  }
}
