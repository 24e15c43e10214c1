import HTTPTypes
import NIOHTTP1
import Testing
import Timeline
import Wire

@testable import Server

@Suite struct OpenAPITests {
  /// All values of the document, with their keys.
  private func walk(_ value: JSONValue, _ visit: (String, JSONValue) -> Void) {
    switch value {
    case .object(let members):
      for (key, value) in members {
        visit(key, value)
        walk(value, visit)
      }
    case .array(let elements): for element in elements { walk(element, visit) }
    default: break
    }
  }

  @Test("Every route is in the document, and nothing else is")
  func routes() async throws {
    try await ServerBench.with { bench in
      let routes = bench.server.routes.all
      let document = OpenAPIDocument(routes: routes, configuration: .init()).json
      let paths = try #require(try Fields(document).object("paths")?.members)
      var documented: Set<String> = []
      for (path, item) in paths {
        for method in try Fields(item).members.keys {
          documented.insert("\(method.uppercased()) \(path)")
        }
      }
      let served = Set(routes.map { "\($0.method.rawValue) \($0.path)" })
      #expect(documented == served)
      #expect(routes.count == served.count)
      // Each documented operation is answered by something other than 404 or 405 in the table.
      for operation in documented {
        let parts = operation.split(separator: " ")
        let path = parts[1].replacing(/\{[a-z]+\}/, with: "x")
        let answer = try await bench.send(String(parts[0]), String(path))
        #expect(answer.status != 405, "\(operation)")
      }
    }
  }

  @Test("Names are unique, references lead somewhere, links name operations")
  func references() async throws {
    try await ServerBench.with { bench in
      let routes = bench.server.routes.all
      let names = routes.map(\.document.name)
      #expect(Set(names).count == names.count)
      let document = OpenAPIDocument(routes: routes, configuration: .init()).json
      let schemas = Set(Schemas.all.keys)
      var used: Set<String> = []
      walk(document) { key, value in
        guard case .string(let text) = value else { return }
        if key == "$ref" {
          let name = text.replacing("#/components/schemas/", with: "")
          #expect(schemas.contains(name), "\(name)")
          used.insert(name)
        }
        if key == "operationId" { #expect(names.contains(text), "\(text)") }
      }
      #expect(schemas.subtracting(used).isEmpty, "\(schemas.subtracting(used))")
      for name in Set(routes.flatMap(\.path.parameters)) {
        #expect(Schemas.pathParameters[name] != nil, "\(name)")
      }
    }
  }

  @Test("The document is sent as YAML")
  func page() async throws {
    try await ServerBench.with { bench in
      let answer = try await bench.send("GET", "/openapi.yaml")
      #expect(answer.status == 200)
      #expect(answer.headers.first(name: "Content-Type") == "application/yaml")
      #expect(answer.body.contains("\nopenapi: \"3.1.0\"\n"))
    }
  }

  @Test(
    "YAML says what JSON says",
    arguments: [
      (
        #"{"a":{"b":[1,{"c":null}],"d":{}},"e":[]}"#,
        "a:\n  b:\n    - 1\n    -\n      c: null\n  d: {}\ne: []\n"
      ),
      (
        #"{"$ref":"x: y\n","no":true,"200":1.5}"#,
        "\"$ref\": \"x: y\\n\"\n\"200\": 1.5\n\"no\": true\n"
      ),
      ("[]", "[]\n"), (#""a""#, "\"a\"\n"),
    ])
  func yaml(_ json: String, _ yaml: String) throws {
    #expect(YAML.text(try JSONValue.parse(json)) == yaml)
  }
}
