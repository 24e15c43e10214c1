extension Rule {
  static let fileNamesDeclare = Rule(
    name: "a file is named after what it declares",
    findings: { file in
      guard file.isSource, file.isSwift, file.stem != "main" else { return [] }
      return file.declares(file.stem) ? [] : [file.finding(0, "\(file.stem) isn't declared here")]
    },
    bad: [
      SourceText(path: "Sources/A/Plane.swift", text: "struct Picture {}\n"),
      SourceText(path: "Sources/A/Plane.swift", text: "// struct Plane\nstruct Planes {}\n"),
      SourceText(path: "Sources/A/Plane+Blur.swift", text: "extension Picture {}\n"),
    ],
    good: [
      SourceText(path: "Sources/A/Plane.swift", text: "public final class Plane {}\n"),
      SourceText(path: "Sources/A/Plane+Blur.swift", text: "extension Plane {}\n"),
      SourceText(path: "Sources/A/Draft+Row.swift", text: "extension Model.Draft {}\n"),
      SourceText(path: "Sources/A/Mix.swift", text: "public func mix() {}\n"),
    ])
}

extension SourceText {
  /// `Plane` asks for a type, an extension or a function of that name; `Plane+Blur` for an
  /// extension of `Plane`, or for a type or function named `Blur`.
  fileprivate func declares(_ stem: String) -> Bool {
    let parts = stem.split(separator: "+").map(String.init)
    let declared = declaredNames()
    guard let first = parts.first else { return false }
    if parts.count == 1 {
      return declared.types.union(declared.extended).union(declared.functions)
        .contains(first.lowercased())
    }
    return declared.extended.contains(first.lowercased())
      || declared.types.contains(parts[1].lowercased())
  }

  private func declaredNames() -> (
    types: Set<String>, extended: Set<String>, functions: Set<String>
  ) {
    var (types, extended, functions): (Set<String>, Set<String>, Set<String>) = ([], [], [])
    let tokens = self.tokens()
    for index in tokens.indices.dropLast() {
      let name = tokens[index + 1].text.lowercased()
      switch tokens[index].text {
      case "struct", "class", "enum", "actor", "protocol", "typealias": types.insert(name)
      case "func": functions.insert(name)
      case "extension":
        var last = index + 1
        while last + 2 < tokens.count, tokens[last + 1].text == "." { last += 2 }
        extended.insert(tokens[last].text.lowercased())
      default: break
      }
    }
    return (types, extended, functions)
  }
}
