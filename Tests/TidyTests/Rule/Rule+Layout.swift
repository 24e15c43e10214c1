extension Rule {
  static let layout: [Rule] = [
    Rule(
      name: "no tab and no space at the end of a line",
      findings: { file in
        file.lines.indices.compactMap { index in
          let line = file.lines[index]
          if line.last == " " || line.last == "\t" || line.last == "\r" {
            return file.finding(index, "a space at the end")
          }
          let mayHaveTabs = file.stem == "Makefile"
          return line.contains("\t") && !mayHaveTabs ? file.finding(index, "a tab") : nil
        }
      },
      bad: [
        SourceText(path: "README.md", text: "a \n"),
        SourceText(path: "Sources/A/A.swift", text: "\tlet a = 1\n"),
        SourceText(path: "scripts/a", text: "a\r\n"),
      ],
      good: [SourceText(path: "Makefile", text: "a:\n\tb\n")]),
    Rule(
      name: "a file ends with one new line",
      findings: { file in
        if file.text.isEmpty { return [] }
        return file.text.hasSuffix("\n") && !file.text.hasSuffix("\n\n")
          ? [] : [file.finding(file.lines.count - 1, "the end is not one new line")]
      },
      bad: [
        SourceText(path: "README.md", text: "a"), SourceText(path: "README.md", text: "a\n\n"),
      ],
      good: [SourceText(path: "README.md", text: "a\n")]),
  ]
}
