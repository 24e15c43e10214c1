internal import Foundation

/// What a worker gets to know of this process's environment.
enum WorkerEnvironment {
  /// Where fonts and their settings are, how words are shown, and where libraries lie.
  private static let names = [
    "HOME", "LANG", "LC_ALL", "LC_CTYPE", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME",
    "FONTCONFIG_FILE", "FONTCONFIG_PATH", "FONTCONFIG_SYSROOT", "LD_LIBRARY_PATH",
  ]

  /// Those of `all` that a worker needs; no secret is among them.
  static func selected(
    from all: [String: String] = ProcessInfo.processInfo.environment
  ) -> [String: String] {
    var chosen = all.filter { names.contains($0.key) }
    // A crash is told in a line; a backtrace would need another program.
    chosen["SWIFT_BACKTRACE"] = "enable=no"
    return chosen
  }

  /// Folders outside the system's in which fonts, their settings and caches may lie.
  static func fontPlaces(_ environment: [String: String]) -> [String] {
    var places: [String] = []
    if let home = environment["HOME"] {
      places += [
        ".fonts", ".fonts.conf", ".fontconfig", ".cache/fontconfig", ".config/fontconfig",
        ".local/share/fonts",
      ].map { "\(home)/\($0)" }
    }
    let beneath = [
      ("XDG_CACHE_HOME", "/fontconfig"), ("XDG_CONFIG_HOME", "/fontconfig"),
      ("XDG_DATA_HOME", "/fonts"), ("FONTCONFIG_PATH", ""), ("FONTCONFIG_FILE", ""),
    ]
    places += beneath.compactMap { name, folder in environment[name].map { $0 + folder } }
    return places
  }
}
