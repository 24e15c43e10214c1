extension Rule {
  static let documented = Rule(
    name: "every public declaration of a library has a doc comment",
    findings: { file in
      guard file.isSource && file.isSwift else { return [] }
      return file.code.indices.filter { file.declaresPublic($0) && !file.isDocumented($0) }.map {
        file.finding($0, "no doc comment")
      }
    },
    bad: [
      SourceText(path: "Sources/A/A.swift", text: "public struct A {}\n"),
      SourceText(path: "Sources/A/A.swift", text: "  // a\n  public static let a = 1\n"),
      SourceText(path: "Sources/A/A.swift", text: "/// A.\n\n@inlinable\npublic func a() {}\n"),
      SourceText(path: "Sources/A/A.swift", text: "  @inlinable public init() {}\n"),
    ],
    good: [
      SourceText(path: "Sources/A/A.swift", text: "public import Pixels\nlet a = 1\n"),
      SourceText(path: "Sources/A/A.swift", text: "/// A.\n@inlinable\npublic func a() {}\n"),
      SourceText(path: "Sources/A/A.swift", text: "  /// A.\n  public private(set) var a = 1\n"),
      SourceText(path: "Sources/A/A.swift", text: "let a = \"\"\"\n  public b\n  \"\"\"\n"),
      SourceText(path: "Tests/A/A.swift", text: "public struct A {}\n"),
    ])
}

extension SourceText {
  private var modifiers: Set<Substring> {
    ["final", "static", "override", "mutating", "nonmutating", "indirect", "convenience"]
  }

  fileprivate func declaresPublic(_ index: Int) -> Bool {
    let line = code[index]
    guard line.contains("public ") || line.contains("open ") else { return false }
    var words = line.split(separator: " ").drop { $0.hasPrefix("@") || modifiers.contains($0) }
    guard let first = words.popFirst(), first == "public" || first == "open" else { return false }
    return words.first.map { $0 != "import" && $0 != "extension" } ?? false
  }

  /// Looks up, over attributes that stand on lines of their own.
  fileprivate func isDocumented(_ index: Int) -> Bool {
    var above = index - 1
    while above >= 0, lines[above].firstMatch(of: /^\s*@\w/) != nil { above -= 1 }
    return above >= 0 && lines[above].firstMatch(of: /^\s*\/\/\//) != nil
  }
}
