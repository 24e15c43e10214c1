import Foundation
import HTTPTypes
import NIOCore
import Testing

@testable import Server

/// The studio page's files.
@Suite struct StudioPageTests {
  private static let sources = URL(filePath: #filePath)
    .appending(path: "../../../Sources/Server/Page").standardizedFileURL

  @Test("The page and all that it names are there, and nothing is written into it")
  func filesAreThere() async throws {
    try await UploadBench.with { bench in
      for path in ["/", "/workspace/claim?task=t&session=1"] {
        let reply = try await bench.client.send(.get, path)
        #expect(reply.status == 200 && reply.headers[.contentType]?.hasPrefix("text/html") == true)
        let policy = try #require(reply.headers[.contentSecurityPolicy])
        #expect(policy.contains("default-src 'none'") && !policy.contains("unsafe"))
        #expect(!reply.text.contains("style=") && !reply.text.contains("<style"))
        for match in reply.text.matches(of: /(?:href|src)="(\/page\/[^"]+)"/) {
          #expect(try await bench.client.send(.get, String(match.1)).status == 200, "\(match.1)")
        }
      }
      for name in PageFolder.standard.files.keys {
        let reply = try await bench.client.send(.get, "/page/\(name)")
        #expect(reply.status == 200, "\(name)")
        let tag = try #require(reply.headers[.eTag])
        let again = try await bench.client.send(.get, "/page/\(name)", [.ifNoneMatch: tag])
        #expect(again.status == 304 && again.text.isEmpty)
      }
      for missing in ["/page/none.js", "/page/../Server.swift", "/page/parts/%2e%2e/index.html"] {
        #expect(try await bench.client.send(.get, missing).status == 404)
      }
    }
  }

  @Test("Every module that is imported, and every word that is said, exists")
  func modulesAreThere() throws {
    let names = try #require(FileManager.default.enumerator(atPath: Self.sources.path))
    let scripts = names.compactMap { $0 as? String }.filter { $0.hasSuffix(".js") }
    #expect(scripts.count > 20)
    let table = try String(
      contentsOf: Self.sources.appending(path: "parts/table.js"), encoding: .utf8)
    let words = Set(table.matches(of: /(?m)^  ([a-zA-Z_]+): \[/).map { String($0.1) })
    #expect(table.matches(of: /(?m)^  [a-zA-Z_]+: \[/).count == words.count)
    for name in scripts {
      let file = Self.sources.appending(path: name)
      let text = try String(contentsOf: file, encoding: .utf8)
      for match in text.matches(of: /from '(\.[^']+)'/) {
        let target = file.deletingLastPathComponent().appending(path: String(match.1))
        #expect(FileManager.default.fileExists(atPath: target.path), "\(name) imports \(match.1)")
      }
      for match in text.matches(of: /\bsay\('([a-zA-Z_]+)'/) {
        #expect(words.contains(String(match.1)), "\(name) says \(match.1)")
      }
      #expect(text.split(separator: "\n").count <= 400, "\(name) is long")
      // Comments and indentation are left out line by line.
      #expect(
        text.split(separator: "\n").allSatisfy { $0.count(where: { $0 == "`" }).isMultiple(of: 2) })
    }
  }

  @Test("A script without its comments and indentation is the same script")
  func leanness() {
    let text = "/** Says\n * hello. */\nsay(\n  'a', // b\n  // c\n  'd',\n);\n\n"
    #expect(PageFile.lean(text) == "say(\n'a', // b\n'd',\n);")
  }
}
