import Configuration

/// One thing that an operator may choose, with its name in the settings file.
///
/// `plans.free.credits` stands in the file as `{"plans": {"free": {"credits": 500}}}` and in the
/// environment as `KINORA_PLANS_FREE_CREDITS`.
struct Setting: Sendable {
  let name: String
  /// What it is, for people.
  let meaning: String
  let type: ConfigType
  let apply: @Sendable (inout ServeSettings, ConfigContent) throws -> Void

  static func text(
    _ name: String, _ meaning: String,
    _ apply: @escaping @Sendable (inout ServeSettings, String) throws -> Void
  ) -> Setting {
    Setting(name: name, meaning: meaning, type: .string) { settings, content in
      if case .string(let value) = content { try apply(&settings, value) }
    }
  }

  static func count(
    _ name: String, _ meaning: String,
    _ apply: @escaping @Sendable (inout ServeSettings, Int) throws -> Void
  ) -> Setting {
    Setting(name: name, meaning: meaning, type: .int) { settings, content in
      if case .int(let value) = content { try apply(&settings, value) }
    }
  }

  static func flag(
    _ name: String, _ meaning: String,
    _ apply: @escaping @Sendable (inout ServeSettings, Bool) throws -> Void
  ) -> Setting {
    Setting(name: name, meaning: meaning, type: .bool) { settings, content in
      if case .bool(let value) = content { try apply(&settings, value) }
    }
  }

  /// What belongs there, for a sentence.
  var expected: String {
    switch type {
    case .int: "a whole number"
    case .bool: "true or false"
    default: "a text in quotes"
    }
  }
}

/// Why the settings can't be used.
struct SettingsError: Error, CustomStringConvertible {
  /// One sentence: what is wrong and what to write.
  let description: String

  init(_ sentence: String) { description = sentence }
}
