import Foundation

/// Runs the `kinora` command that was built beside the tests.
package struct Command {
  package let status: Int32
  package let output: String
  package let errors: String

  static let path: String = {
    var folder = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    for _ in 0..<6 {
      let candidate = folder.appendingPathComponent("kinora").path
      if FileManager.default.isExecutableFile(atPath: candidate) { return candidate }
      folder.deleteLastPathComponent()
    }
    return "kinora"
  }()

  /// Runs to the end.
  package init(_ arguments: [String], in folder: String) throws {
    let running = try RunningCommand(arguments, in: folder)
    self = running.wait()
  }

  fileprivate init(status: Int32, output: String, errors: String) {
    self.status = status
    self.output = output
    self.errors = errors
  }

  /// The JSON objects of the output, a line each.
  package var objects: [[String: Any]] {
    output.split(separator: "\n").compactMap { line in
      try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
    }
  }
}

/// A command on its way.
package final class RunningCommand {
  private let process = Process()
  private let output: FileHandle
  private let errors: FileHandle
  private let folder: String

  /// Starts it, with more variables in its environment and with lines on its standard input.
  package init(
    _ arguments: [String], in folder: String, environment: [String: String] = [:],
    input: String? = nil
  ) throws {
    self.folder = folder
    let mark = UUID().uuidString
    func file(_ name: String) throws -> (FileHandle, URL) {
      let url = URL(fileURLWithPath: NSTemporaryDirectory())
        .appendingPathComponent("\(mark)-\(name)")
      try Data().write(to: url)
      return (try FileHandle(forUpdating: url), url)
    }
    let (output, outputURL) = try file("out")
    let (errors, errorsURL) = try file("err")
    self.output = output
    self.errors = errors
    process.executableURL = URL(fileURLWithPath: Command.path)
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.standardOutput = output
    process.standardError = errors
    process.standardInput = FileHandle.nullDevice
    if let input {
      let (lines, linesURL) = try file("in")
      try lines.write(contentsOf: Data(input.utf8))
      try lines.seek(toOffset: 0)
      try FileManager.default.removeItem(at: linesURL)
      process.standardInput = lines
    }
    if !environment.isEmpty {
      let own = ProcessInfo.processInfo.environment.filter { name, _ in
        !["NEMO_", "KINORA_", "SKILL_", "XDG_"].contains { name.hasPrefix($0) }
      }
      process.environment = own.merging(environment) { $1 }
    }
    try process.run()
    try FileManager.default.removeItem(at: outputURL)
    try FileManager.default.removeItem(at: errorsURL)
  }

  package func interrupt() { process.interrupt() }

  package func wait() -> Command {
    process.waitUntilExit()
    func text(_ handle: FileHandle) -> String {
      try? handle.seek(toOffset: 0)
      return String(decoding: (try? handle.readToEnd()) ?? Data(), as: UTF8.self)
    }
    return Command(
      status: process.terminationStatus, output: text(output), errors: text(errors))
  }
}

/// A folder of its own for each test, gone afterwards.
package final class Workplace {
  package let folder = NSTemporaryDirectory() + "kinora-command-\(UUID().uuidString)"

  package init() throws {
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  package func path(_ name: String) -> String { folder + "/" + name }

  package func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: path(name)))
  }

  package var files: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
  }

  package func run(_ arguments: String...) throws -> Command { try Command(arguments, in: folder) }
}
