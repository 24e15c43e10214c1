import HTTPTypes
import Hummingbird
import Testing

@testable import Server

@Suite struct RouteTreeTests {
  private func tree(_ paths: [(HTTPRequest.Method, RoutePath)]) -> RouteTree {
    RouteTree(
      paths.map { method, path in
        let document = RouteDocument(name: "", summary: "", tag: .service, replies: [])
        return RouteEntry(
          route: Route(method, path, document) { _ in Response(status: .ok) },
          meter: RouteMeter("", method: "", metrics: PrometheusMetrics()))
      })
  }

  private func find(_ path: String) -> String {
    let tree = tree([
      (.get, "/"), (.get, "/a/b"), (.get, "/a/{x}"), (.post, "/a/{x}"), (.get, "/a/{x}/c"),
      (.get, "/v/{n}/versions/{v}/metadata"), (.get, "/v/{n}/versions/metadata"),
      (.get, "/v/{n}/versions/{v}"), (.get, "/files"),
    ])
    switch tree.find(path) {
    case .nothing: return "nothing"
    case .malformed: return "malformed"
    case .endpoint(let endpoint, let parameters):
      let values = endpoint.path.parameters.map { "\($0)=\(parameters[$0] ?? "?")" }
      return ([endpoint.path.description] + values).joined(separator: " ")
    }
  }

  @Test(
    "A path leads to its route",
    arguments: [
      ("/", "/"), ("/a/b", "/a/b"), ("/a/z", "/a/{x} x=z"), ("/a/b/c", "/a/{x}/c x=b"),
      ("/a/z/c", "/a/{x}/c x=z"), ("/a", "nothing"), ("/a/", "nothing"), ("/a/b/", "/a/b"),
      ("/a//c", "nothing"), ("//a/b", "nothing"), ("", "malformed"), ("a/b", "malformed"),
      ("/files/", "/files"), ("/A/b", "nothing"),
      ("/v/1/versions/metadata", "/v/{n}/versions/metadata n=1"),
      ("/v/1/versions/latest", "/v/{n}/versions/{v} n=1 v=latest"),
      ("/v/1/versions/metadata/metadata", "/v/{n}/versions/{v}/metadata n=1 v=metadata"),
      ("/a/%E6%B5%B7%20x", "/a/{x} x=海 x"), ("/a/%2F", "/a/{x} x=/"),
      ("/a/%", "malformed"), ("/a/%2", "malformed"), ("/a/%zz", "malformed"),
      ("/a/%00", "malformed"), ("/a/%FF", "malformed"), ("/a/\0", "malformed"),
      ("/a/..", "/a/{x} x=.."), ("/a/" + String(repeating: "z", count: 1025), "nothing"),
    ])
  func finds(_ path: String, _ expected: String) {
    #expect(find(path) == expected)
  }

  @Test("Allow names every method, and HEAD with GET")
  func allow() {
    let tree = tree([(.post, "/a"), (.get, "/a"), (.delete, "/b")])
    guard case .endpoint(let both, _) = tree.find("/a"),
      case .endpoint(let one, _) = tree.find("/b")
    else {
      Issue.record("not found")
      return
    }
    #expect(both.allowed == "GET, HEAD, POST")
    #expect(one.allowed == "DELETE")
    #expect(both.entry(.head) != nil)
    #expect(one.entry(.head) == nil)
  }
}
