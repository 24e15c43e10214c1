import Foundation
import Testing

/// The repository's own files, held to the rules of the house.
@Suite struct TidyTests {
  private static let texts = Result { try Repository.texts() }

  @Test("The repository is found, and it isn't empty")
  func repositoryIsRead() throws {
    let texts = try Self.texts.get()
    #expect(texts.contains { $0.path == "Package.swift" })
    #expect(texts.contains { $0.path == "Sources/MediaTime/MediaTime.swift" })
    #expect(texts.contains { $0.path == "scripts/bootstrap" })
  }

  @Test("Every file keeps the rule", arguments: Rule.all)
  func everyFileKeeps(_ rule: Rule) throws {
    let findings = try Self.texts.get().flatMap(rule.findings)
    #expect(findings.isEmpty, "\(listing(findings))")
  }

  @Test("Every room imports only what the manifest allows it")
  func importsFollowTheManifest() throws {
    let graph = PackageGraph(manifest: try Repository.text("Package.swift").text)
    #expect(graph.dependencies["Timeline"] == ["MediaTime"])
    #expect(graph.cycles.isEmpty)
    let findings = try Self.texts.get().flatMap(graph.foreignImports)
    #expect(findings.isEmpty, "\(listing(findings))")
  }

  @Test("ARCHITECTURE.md states the graph that the manifest holds")
  func tableAndManifestAgree() throws {
    let manifest = PackageGraph(manifest: try Repository.text("Package.swift").text)
    let table = PackageGraph(table: try Repository.text("ARCHITECTURE.md").text)
    for (room, imports) in manifest.dependencies
    where manifest.isRoom(room) && table.dependencies[room] != ["all"] {
      let stated = try #require(
        table.dependencies[room], "ARCHITECTURE.md has no row for \(room)")
      let rooms = imports.intersection(manifest.dependencies.keys)
      let missing = rooms.subtracting(stated).sorted()
      #expect(missing.isEmpty, "the row of \(room) doesn't name \(missing)")
    }
  }

  private func listing(_ findings: [Finding]) -> String {
    let shown = findings.prefix(50).map(\.description)
    let more = findings.count > 50 ? ["and \(findings.count - 50) more"] : []
    return ([""] + shown + more).joined(separator: "\n")
  }
}

extension PackageGraph {
  /// Whether a target is a room of the house, not an example.
  fileprivate func isRoom(_ name: String) -> Bool {
    let folder = Repository.root.appending(path: "Sources/\(name)").path
    return !name.contains("-") && FileManager.default.fileExists(atPath: folder)
  }
}
