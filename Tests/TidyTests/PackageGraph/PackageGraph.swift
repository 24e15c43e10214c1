/// Who may import whom: as `Package.swift` states it, or as the table in ARCHITECTURE.md does.
struct PackageGraph: Sendable {
  /// A target's name and the names of what it depends on, products of other packages among them.
  private(set) var dependencies: [String: Set<String>] = [:]

  /// Modules of the toolchain that any room may import.
  static let platform: Set = [
    "RegexBuilder",
    "Foundation", "FoundationEssentials", "FoundationNetworking", "Dispatch", "Glibc",
    "Synchronization",
  ]

  /// Reads the targets of a manifest: calls of `room`, `.target` and `.executableTarget`.
  init(manifest: String) {
    let target = /(?:\broom|\.target|\.executableTarget)\(\s*(?:name:\s*)?"([\w-]+)"([^\]]*\])?/
    let products = PackageGraph.products(in: manifest)
    for match in manifest.matches(of: target) {
      let list = match.2.map { $0.drop { $0 != "[" } } ?? ""
      let isOther = match.2?.firstMatch(of: /^\s*,\s*(?!dependencies\b)\w+:/) != nil
      var names = PackageGraph.names(in: list, between: "\"")
      for word in list.split(whereSeparator: { !($0.isLetter || $0.isNumber) }) {
        if let product = products[String(word)] { names.insert(product) }
      }
      dependencies[String(match.1)] = isOther ? [] : names
    }
  }

  /// Reads the rows of a Markdown table: name, what lives there, imports.
  init(table: String) {
    for line in table.split(separator: "\n") where line.hasPrefix("| `") {
      let cells = line.split(separator: "|").map { $0.drop { $0 == " " } }
      guard cells.count >= 3 else { continue }
      let imports = cells[2].split { !($0.isLetter || $0.isNumber || $0 == "_") }.map(String.init)
      for name in PackageGraph.names(in: cells[0], between: "`") {
        dependencies[name] = Set(imports)
      }
    }
  }

  /// Products of other packages that the manifest gives a name of its own.
  private static func products(in manifest: String) -> [String: String] {
    let constant = /let (\w+): Target\.Dependency = \.product\(\s*name: "(\w+)"/
    let named = manifest.matches(of: constant).map { (String($0.1), String($0.2)) }
    return Dictionary(named) { first, _ in first }
  }

  private static func names(in text: Substring, between mark: Character) -> Set<String> {
    let parts = text.split(separator: mark, omittingEmptySubsequences: false)
    return Set(parts.enumerated().filter { $0.offset % 2 == 1 }.map { String($0.element) })
  }

  /// Imports of a file that its room has no right to.
  func foreignImports(in file: SourceText) -> [Finding] {
    guard file.isSource, file.isSwift, let room = file.room else { return [] }
    guard let allowed = dependencies[room] else {
      return [file.finding(0, "the manifest has no target \(room)")]
    }
    return file.code.indices.compactMap { index in
      guard
        let match = file.code[index].firstMatch(
          of: /^\s*(?:@\w+\s+)*(?:\w+\s+)?import\s+(?:(?:struct|class|enum|func|protocol)\s+)?(\w+)/
        )
      else { return nil }
      let name = String(match.1)
      return allowed.contains(name) || PackageGraph.platform.contains(name)
        ? nil : file.finding(index, "\(room) may not import \(name)")
    }
  }

  /// Every target that can reach itself.
  var cycles: [String] {
    dependencies.keys.filter { reaches($0, from: $0) }.sorted()
  }

  private func reaches(_ goal: String, from start: String) -> Bool {
    var seen: Set<String> = []
    var open = Array(dependencies[start] ?? [])
    while let next = open.popLast() {
      if next == goal { return true }
      if seen.insert(next).inserted { open += dependencies[next] ?? [] }
    }
    return false
  }
}
