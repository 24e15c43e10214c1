import Testing

/// The rules themselves: each must find fault with what is bad, and with nothing else.
@Suite struct RuleTests {
  @Test("A rule finds what is bad", arguments: Rule.all)
  func finds(_ rule: Rule) {
    #expect(!rule.bad.isEmpty)
    for snippet in rule.bad {
      #expect(!rule.findings(snippet).isEmpty, "passed: \(snippet.text.prefix(80))")
    }
  }

  @Test("A rule leaves alone what is good", arguments: Rule.all)
  func leavesAlone(_ rule: Rule) {
    for snippet in rule.good {
      #expect(rule.findings(snippet).isEmpty, "\(rule.findings(snippet))")
    }
  }

  @Test(
    "Comments and strings are masked, code stays",
    arguments: [
      ("let a = 1 // b", "let a = 1     "),
      ("a /* b /* c */ d */ e", "a                   e"),
      (#"let a = "b\"c" + d"#, #"let a = "    " + d"#),
      (#"let a = "b\(c("d"))e""#, #"let a = "  (c(" ")) ""#),
      ("let a = #\"b\"c\"# + d", "let a = #\"   \"# + d"),
      ("let a = \"\"\"\n  b \"c\"\n  \"\"\"", "let a = \"\"\"\n       \n  \"\"\""),
      ("let a = \"http://b\"", "let a = \"        \""),
    ])
  func masks(_ text: String, _ code: String) {
    #expect(CodeMask.mask(text) == code)
  }

  @Test("A C comment ends at its first end, and a quote in a character opens no string")
  func masksC() {
    #expect(CodeMask.mask("a /* /* */ b", isC: true) == "a          b")
    #expect(CodeMask.mask("a = '\"'; b", isC: true) == "a = ' '; b")
  }

  @Test("The manifest's targets and their dependencies are read")
  func readsManifest() {
    let graph = PackageGraph(
      manifest: """
        .systemLibrary(name: "CFFmpeg", pkgConfig: "libavformat"),
        .target(name: "CKernels", cSettings: [.unsafeFlags(["-O3"])]),
        room("A", []),
        room(
          "B", ["A", "CKernels"], settings: kernel),
        .executableTarget(
          name: "c",
          dependencies: ["B", .product(name: "P", package: "p")]),
        """)
    #expect(graph.dependencies["CKernels"] == [])
    #expect(graph.dependencies["A"] == [])
    #expect(graph.dependencies["B"] == ["A", "CKernels"])
    #expect(graph.dependencies["c"] == ["B", "P", "p"])
    #expect(graph.cycles.isEmpty)
    #expect(PackageGraph(manifest: #"room("A", ["B"]) room("B", ["A"])"#).cycles == ["A", "B"])
  }

  @Test("An import that the graph doesn't allow is found")
  func findsForeignImports() {
    let graph = PackageGraph(manifest: #"room("A", ["B"])"#)
    func imports(_ text: String, room: String = "A") -> Int {
      graph.foreignImports(in: SourceText(path: "Sources/\(room)/X.swift", text: text)).count
    }
    #expect(imports("import B\npublic import B\nimport Foundation\n// import C\n") == 0)
    #expect(imports("import C\n") == 1)
    #expect(imports("public import C\n@testable import D\n") == 2)
    #expect(imports("import struct C.Thing\n") == 1)
    #expect(imports("import B\n", room: "Z") == 1)
  }

  @Test("The table's rows are read")
  func readsTable() {
    let graph = PackageGraph(
      table: """
        | target | what lives there | imports |
        |---|---|---|
        | `A` | time | |
        | `B` | pictures | A, `CKernels` |
        | `C`, `D` | shims | |
        """)
    #expect(graph.dependencies == ["A": [], "B": ["A", "CKernels"], "C": [], "D": []])
  }
}
