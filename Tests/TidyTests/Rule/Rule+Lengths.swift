extension Rule {
  static let lengths: [Rule] = [
    Rule(
      name: "a file of code has at most 400 lines",
      findings: { file in
        file.isCode && file.lines.count > 400
          ? [file.finding(400, "the file has \(file.lines.count) lines")] : []
      },
      bad: [SourceText(path: "Sources/A/A.swift", text: lines(401))],
      good: [SourceText(path: "Sources/A/A.swift", text: lines(400))]),
    Rule(
      name: "a line of code has at most 100 columns",
      findings: { file in
        guard file.isCode else { return [] }
        return file.lines.indices.filter { file.lines[$0].count > 100 && !file.isText($0) }.map {
          file.finding($0, "\(file.lines[$0].count) columns")
        }
      },
      bad: [
        SourceText(path: "Sources/A/a.c", text: String(repeating: "x", count: 101)),
        SourceText(path: "Sources/A/A.swift", text: "  /// \(words(101))\n"),
        SourceText(path: "Sources/A/A.swift", text: "let a = \"\(words(101))\"\n"),
      ],
      good: [
        SourceText(path: "Sources/A/a.c", text: String(repeating: "宽", count: 100)),
        SourceText(path: "Sources/A/A.swift", text: "let a = \"\"\"\n\(words(101))\n\"\"\"\n"),
      ]),
    Rule(
      name: "a function has at most 70 lines",
      findings: { file in
        file.functions().filter { $0.lines.count > 70 }.map {
          file.finding($0.lines.lowerBound, "\($0.name) has \($0.lines.count) lines")
        }
      },
      bad: [
        SourceText(path: "Sources/A/A.swift", text: "func a() {\n\(lines(69))}\n"),
        SourceText(
          path: "Sources/A/A.swift", text: "struct A {\n  init(\n  ) {\n\(lines(68))}\n}\n"),
        SourceText(path: "Sources/A/a.c", text: "static int a(void) {\n\(lines(69))}\n"),
      ],
      good: [
        SourceText(path: "Sources/A/A.swift", text: "func a() {\n\(lines(68))}\n"),
        SourceText(
          path: "Sources/A/A.swift",
          text: "protocol A {\n  func a()\n  func b()\n}\nstruct B {\n\(lines(90))}\n"),
        SourceText(path: "Sources/A/a.c", text: "static int a(void) {\n\(lines(68))}\n"),
      ]),
  ]

  private static func words(_ count: Int) -> String {
    String(repeating: "w", count: count)
  }

  private static func lines(_ count: Int) -> String {
    String(repeating: "x\n", count: count)
  }
}

extension SourceText {
  /// Whether a line lies wholly inside a string of several lines.
  fileprivate func isText(_ index: Int) -> Bool {
    let written = lines[index].drop { $0 == " " }
    let comment = ["//", "/*", "*"].contains { written.hasPrefix($0) }
    return isSwift && !comment && code[index].allSatisfy { $0 == " " }
  }
}
