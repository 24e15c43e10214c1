import Configuration
import Foundation
import SystemPackage
import Timeline

extension ServeSettings {
  /// What the file says, then the environment, then the flags: the later one decides.
  ///
  /// - Parameters:
  ///   - file: the settings file; nil for `kinora.json` in the data folder, which may be missing.
  ///   - environment: `KINORA_…`.
  ///   - flags: settings by name, as the command line gives them.
  /// - Throws: `SettingsError`, naming the setting.
  static func read(
    file: String?, environment: [String: String], flags: [String: ConfigContent]
  ) async throws -> ServeSettings {
    let flagProvider = InMemoryProvider(
      name: "the command line",
      values: Dictionary(
        uniqueKeysWithValues: flags.map {
          (key($0), ConfigValue($1, isSecret: false))
        }))
    let environmentProvider = EnvironmentVariablesProvider(environmentVariables: environment)
      .prefixKeys(with: "kinora")
    var settings = ServeSettings(dataFolder: usualFolder(environment))
    let early: [any ConfigProvider] = [flagProvider, environmentProvider]
    if let data = try value("data", .string, from: early), case .string(let folder) = data {
      settings.move(to: folder)
    }
    let path = file ?? settings.dataFolder + "/kinora.json"
    let providers = early + [try await fileProvider(path, mayBeMissing: file == nil)]
    for setting in table {
      if let content = try value(setting.name, setting.type, from: providers) {
        try setting.apply(&settings, content)
      }
    }
    if let problem = settings.problems().first { throw SettingsError(problem) }
    return settings
  }

  /// The environment variable of a setting.
  static func variable(of name: String) -> String {
    let words = name.map { $0 == "." ? "_" : $0.isUppercase ? "_\($0)" : String($0) }.joined()
    return "KINORA_" + words.uppercased()
  }

  /// Variables that look like settings and are none, in order.
  static func strayVariables(in environment: [String: String]) -> [String] {
    let known = Set(table.map { variable(of: $0.name) })
    return environment.keys.filter { name in
      name.hasPrefix("KINORA_") && !known.contains(name) && !elsewhere.contains(name)
    }.sorted()
  }

  /// What other parts of the program read themselves.
  private static let elsewhere: Set = [
    "KINORA_FLITE", "KINORA_ESPEAK", "KINORA_SPEECH_URL", "KINORA_SPEECH_MODEL",
    "KINORA_SPEECH_VOICE", "KINORA_SPEECH_KEY", "KINORA_ONNXRUNTIME",
  ]

  private static func key(_ name: String) -> AbsoluteConfigKey {
    AbsoluteConfigKey(name.split(separator: ".").map(String.init))
  }

  private static func value(
    _ name: String, _ type: ConfigType, from providers: [any ConfigProvider]
  ) throws -> ConfigContent? {
    for provider in providers {
      do {
        if let value = try provider.value(forKey: key(name), type: type).value {
          return value.content
        }
      } catch {
        let expected = table.first { $0.name == name }?.expected ?? "something else"
        let isVariable = provider.providerName.contains("Environment")
        let called = isVariable ? variable(of: name) : "The setting \(name)"
        throw SettingsError("\(called) must be \(expected).")
      }
    }
    return nil
  }

  private static func fileProvider(
    _ path: String, mayBeMissing: Bool
  ) async throws -> any ConfigProvider {
    if mayBeMissing, !FileManager.default.fileExists(atPath: path) {
      return InMemoryProvider(name: path, values: [:])
    }
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
      throw SettingsError("The settings file \(path) can't be read; check its name.")
    }
    try checkNames(in: text, of: path)
    do {
      return try await FileProvider<JSONSnapshot>(filePath: FilePath(path))
    } catch {
      throw SettingsError("The settings file \(path) can't be used: \(error)")
    }
  }

  /// A name that nobody reads is a mistake in writing.
  private static func checkNames(in text: String, of path: String) throws {
    let json: JSONValue
    do {
      json = try JSONValue.parse(text)
    } catch {
      throw SettingsError(
        error.message.replacing("The draft", with: "The settings file \(path)"))
    }
    guard case .object = json else {
      throw SettingsError("The settings file \(path) must hold a JSON object {…}.")
    }
    let known = Set(table.map(\.name))
    for name in leaves(of: json, under: "") where !known.contains(name) {
      throw SettingsError(
        "The settings file \(path) has the unknown setting \(name); see kinora serve --help.")
    }
  }

  private static func leaves(of json: JSONValue, under name: String) -> [String] {
    guard case .object(let members) = json else { return [name] }
    return members.sorted { $0.key < $1.key }.flatMap { key, value in
      leaves(of: value, under: name.isEmpty ? key : "\(name).\(key)")
    }
  }
}
