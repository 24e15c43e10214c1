extension Rule {
  static let words: [Rule] = [
    Rule(
      name: "nothing is left for later and nothing ends the process",
      findings: { file in
        guard file.isSource else { return [] }
        let left = file.lines.indices.flatMap { index in
          file.lines[index].split { !$0.isLetter }.filter { leftForLater.contains(String($0)) }
            .map { file.finding(index, String($0)) }
        }
        return file.isSwift ? left + fatalPlaces(in: file) : left
      },
      bad: [
        SourceText(path: "Sources/A/A.swift", text: "// TO" + "DO: later\n"),
        SourceText(path: "Sources/A/a.h", text: "/* FIX" + "ME */\n"),
        SourceText(path: "Sources/A/A.swift", text: "let a = try! b()\n"),
        SourceText(path: "Sources/A/A.swift", text: "fatalError(\"a\")\n"),
        SourceText(path: "Sources/A/A.swift", text: "let a = \"\\(b as! Int)\"\n"),
      ],
      good: [
        SourceText(path: "Sources/A/A.swift", text: "let a = try? b() // fatalError\n"),
        SourceText(path: "Tests/A/A.swift", text: "let a = try! b()\n"),
      ]),
    Rule(
      name: "no path of somebody's machine",
      findings: { file in
        file.lines.indices.compactMap { index in
          let line = file.lines[index]
          let path = machinePaths.first { line.contains($0) }
          return path.map { file.finding(index, "the path \($0)") }
        }
      },
      bad: machinePaths.map { SourceText(path: "README.md", text: "see \($0)a\n") },
      good: [SourceText(path: "README.md", text: "work/main, ~/films\n")]),
    Rule(
      name: "a file isn't called after nothing in particular",
      findings: { file in
        guard file.isCode else { return [] }
        return file.stem.firstMatch(of: /(?i)^(utils?|helpers?|misc|common|extensions)$|Utils?$/)
          .map { [file.finding(0, "the name \($0.0)")] } ?? []
      },
      bad: [
        SourceText(path: "Sources/A/Utils.swift", text: "enum Utils {}\n"),
        SourceText(path: "Sources/A/helpers.c", text: "int a;\n"),
        SourceText(path: "Sources/A/ImageUtil.swift", text: "enum ImageUtil {}\n"),
      ],
      good: [SourceText(path: "Sources/A/Sampler.swift", text: "enum Sampler {}\n")]),
  ]

  private static let leftForLater: Set = ["TO" + "DO", "FIX" + "ME", "XX" + "X", "HA" + "CK"]

  /// Where a failure would end the process.
  private static func fatalPlaces(in file: SourceText) -> [Finding] {
    let tokens = file.tokens()
    return tokens.indices.compactMap { index in
      let word = tokens[index].text
      let forced = index + 1 < tokens.count && tokens[index + 1].text == "!"
      return word == "fatalError" || forced && (word == "try" || word == "as")
        ? file.finding(tokens[index].line, word) : nil
    }
  }

  private static let machinePaths = ["home", "root", "Users", "work", "tmp"].map { "/\($0)/" }
}
