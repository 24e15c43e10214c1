import ArgumentParser
import Configuration
import Foundation

/// Where a command's settings come from beside `kinora.json` and the environment.
struct SettingsOptions: ParsableArguments {
  @Option(help: "The folder that holds everything. (default: ~/.local/share/kinora)")
  var data: String?

  @Option(help: "A settings file in place of the data folder's kinora.json.")
  var settings: String?

  @Option(name: .customLong("set"), help: ArgumentHelp("A setting.", valueName: "name=value"))
  var assignments: [String] = []

  /// The settings; those of `flags` decide over all others.
  func read(flags: [String: ConfigContent] = [:]) async throws -> ServeSettings {
    var given = try assigned()
    if let data { given["data"] = .string(data) }
    given.merge(flags) { $1 }
    return try await ServeSettings.read(
      file: settings, environment: ProcessInfo.processInfo.environment, flags: given)
  }

  /// What `--set` says, by name.
  private func assigned() throws -> [String: ConfigContent] {
    var assigned: [String: ConfigContent] = [:]
    for assignment in assignments {
      guard let sign = assignment.firstIndex(of: "=") else {
        throw SettingsError("--set \(assignment) has no value; write --set name=value.")
      }
      let name = String(assignment[..<sign])
      let text = String(assignment[assignment.index(after: sign)...])
      guard let setting = ServeSettings.table.first(where: { $0.name == name }) else {
        throw SettingsError(
          "--set names the unknown setting \(name); see kinora serve --help.")
      }
      guard let content = setting.content(of: text) else {
        throw SettingsError("--set \(name)=\(text): the value must be \(setting.expected).")
      }
      assigned[name] = content
    }
    return assigned
  }
}

extension Setting {
  /// The value that `text` names; nil where it is of another type.
  fileprivate func content(of text: String) -> ConfigContent? {
    switch type {
    case .int: Int(text).map(ConfigContent.int)
    case .bool: Bool(text).map(ConfigContent.bool)
    default: .string(text)
    }
  }
}
